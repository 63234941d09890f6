"""Words of the window in the person's language: translators, plurals, numbers and days."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from therapist_desktop.domain.freshness import Freshness
from therapist_desktop.services.shipped import shipped

if TYPE_CHECKING:
    from datetime import date

    from therapist_desktop.domain.filters import Near
    from therapist_desktop.domain.reasons import Reason

_DAYS_OF_A_YEAR = 365
_STATED = re.compile(r"(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d{2}))?")
_THOUSAND, _MILLION, _TEN = 1000, 1_000_000, 10
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def translate(context: str, text: str) -> str:
    """The text in the language of the window."""
    return QCoreApplication.translate(context, text)


def plural(context: str, one: str, many: str, count: int) -> str:
    """The form that fits the count, with {n} replaced by it."""
    return translate(context, one if count == 1 else many).format(n=number(count))


def speak_the_language_of(app: QCoreApplication, locale: QLocale) -> None:
    """Install the translation for this locale where there is one."""
    file = shipped("translations", f"therapist-desktop_{locale.name()}.qm")
    translator = QTranslator(app)
    if file.is_file() and translator.load(str(file)):
        app.installTranslator(translator)


def number(value: int) -> str:
    """With commas: 20,519."""
    return f"{value:,}"


def short(count: int) -> str:
    """A number in at most four characters: 999, 1.2k, 38k, 1.0M."""
    if count < _THOUSAND:
        return str(count)
    for unit, sign in ((_THOUSAND, "k"), (_MILLION, "M")):
        share = count / unit
        if round(share, 1) < _TEN:
            return f"{share:.1f}{sign}"
        if round(share) < _THOUSAND:
            return f"{share:.0f}{sign}"
    return f"{count / _MILLION:.0f}M"


def within(near: Near) -> str:
    """A distance around a place: "Within 25 mi of Albany, NY"."""
    if near.is_anywhere:
        return translate("Chips", "Any distance from {place}").format(place=near.place)
    return translate("Chips", "Within {n} mi of {place}").format(n=f"{near.miles:g}", place=near.place)


def day(when: date) -> str:
    """Short and clear everywhere: 20 Nov 2026."""
    return f"{when.day} {translate('Months', _MONTHS[when.month - 1])} {when.year}"


def stated_day(text: str) -> str:
    """A day as a source states it, "2026-06-03" or only "2026-06", as the window writes days; other words stay."""
    stated = _STATED.fullmatch(text)
    if stated is None:
        return text
    month = f"{translate('Months', _MONTHS[int(stated['month']) - 1])} {stated['year']}"
    return f"{int(stated['day'])} {month}" if stated["day"] else month


def age(verified_on: date, today: date) -> str:
    """How long ago in as few letters as a badge holds: "today", "21 d" or "2 y"."""
    days = max(0, (today - verified_on).days)
    if days == 0:
        return translate("Age", "today")
    if days <= _DAYS_OF_A_YEAR:
        return translate("Age", "{n} d").format(n=days)
    return translate("Age", "{n} y").format(n=days // _DAYS_OF_A_YEAR)


def age_in_full(verified_on: date | None, today: date) -> str:
    """How long ago as a sentence part: "verified 21 days ago"."""
    if verified_on is None:
        return translate("Age", "never checked")
    return _how_long(verified_on, today, _VERIFIED)


def ago(when: date, today: date) -> str:
    """How long ago: "today", "17 days ago"."""
    return _how_long(when, today, _AGO)


def span(when: date, today: date) -> str:
    """How old: "today", "17 days"."""
    return _how_long(when, today, _SPAN)


def checked(on: date) -> str:
    """On which day: "checked 3 Nov 2026"."""
    return translate("Age", "checked {day}").format(day=day(on))


def band(freshness: Freshness) -> str:
    """The word for a band of freshness."""
    words = {
        Freshness.FRESH: translate("Freshness", "Fresh"),
        Freshness.AGEING: translate("Freshness", "Ageing"),
        Freshness.STALE: translate("Freshness", "Stale"),
        Freshness.NEVER: translate("Freshness", "Never checked"),
    }
    return words[freshness]


def reason(why: Reason) -> str:
    """Why a listing is among the results."""
    return translate("Reasons", why.kind).format(subject=why.subject, by=why.by)


def openings(accepting: str) -> str:
    """Whether new clients are taken, in words; unknown is a state of its own."""
    words = {
        "yes": translate("Openings", "Taking new clients"),
        "waitlist": translate("Openings", "Waitlist"),
        "no": translate("Openings", "Not taking new clients"),
    }
    return words.get(accepting, translate("Openings", "Openings unknown"))


class _Ages(NamedTuple):
    """The same day; one day and several; one year and several."""

    today: str
    day: str
    days: str
    year: str
    years: str


_VERIFIED = _Ages(
    "verified today",
    "verified {n} day ago",
    "verified {n} days ago",
    "verified {n} year ago",
    "verified {n} years ago",
)
_AGO = _Ages("today", "{n} day ago", "{n} days ago", "{n} year ago", "{n} years ago")
_SPAN = _Ages("today", "{n} day", "{n} days", "{n} year", "{n} years")


def _how_long(when: date, today: date, words: _Ages) -> str:
    days = max(0, (today - when).days)
    if days == 0:
        return translate("Age", words.today)
    if days <= _DAYS_OF_A_YEAR:
        return plural("Age", words.day, words.days, days)
    return plural("Age", words.year, words.years, days // _DAYS_OF_A_YEAR)
