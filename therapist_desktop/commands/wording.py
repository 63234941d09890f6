"""Ages and freshness in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

_DAYS_A_MONTH = 30
_DAYS_A_YEAR = 365
_MANY_DAYS = 60


def age(day: date | None, now: date) -> str:
    """For example "12 days ago", "5 months ago", "3 years ago" or "never"."""
    if day is None:
        return "never"
    days = (now - day).days
    if days <= 0:
        return "today"
    if days < _MANY_DAYS:
        return _ago(days, "day")
    if days < 2 * _DAYS_A_YEAR:
        return _ago(days // _DAYS_A_MONTH, "month")
    return _ago(days // _DAYS_A_YEAR, "year")


def verified(day: date | None, now: date) -> str:
    """The same as part of a sentence."""
    return "never verified" if day is None else f"verified {age(day, now)}"


def day_of(day: date | None) -> str:
    """For example "20 November 2026"."""
    return f"{day.day} {day:%B %Y}" if day else ""


def number_of(count: int, noun: str) -> str:
    """For example "1 listing" or "1,234 listings"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _ago(count: int, unit: str) -> str:
    return f"{number_of(count, unit)} ago"
