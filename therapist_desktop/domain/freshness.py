"""How old a fact may be before it stops being news: the bands of the 90-day and one-year rules."""

from datetime import date, timedelta
from enum import StrEnum

FRESH_DAYS = 90
AGEING_DAYS = 365


class Freshness(StrEnum):
    """The band a date of verification falls into.

    90 days is the clock that United States health plans must keep for their directories (No Surprises Act); one year is
    the usual rhythm of community resource directories.
    """

    FRESH = "fresh"
    AGEING = "ageing"
    STALE = "stale"
    NEVER = "never"


def freshness_of(verified_on: date | None, today: date) -> Freshness:
    """The band of one date. A date in the future counts as fresh."""
    if verified_on is None:
        return Freshness.NEVER
    age = (today - verified_on).days
    if age <= FRESH_DAYS:
        return Freshness.FRESH
    return Freshness.AGEING if age <= AGEING_DAYS else Freshness.STALE


def first_day_of(band: Freshness, today: date) -> date:
    """The oldest day that still belongs to FRESH or AGEING."""
    days = FRESH_DAYS if band is Freshness.FRESH else AGEING_DAYS
    return today - timedelta(days=days)
