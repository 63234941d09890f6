"""The order of the rows in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from therapist_desktop.domain.filters import Sort
from therapist_desktop.ui.i18n import translate

if TYPE_CHECKING:
    from therapist_desktop.domain.filters import Filters

_FIRST: dict[Sort, str] = {
    Sort.RELEVANCE: str(
        QT_TRANSLATE_NOOP(
            "Chips", "Best match first, then verified lately, then near. Equals change places from day to day."
        )
    ),
    Sort.DISTANCE: str(QT_TRANSLATE_NOOP("Chips", "Nearest first.")),
    Sort.NAME: str(QT_TRANSLATE_NOOP("Chips", "By name.")),
    Sort.VERIFIED: str(QT_TRANSLATE_NOOP("Chips", "Verified most recently first.")),
    Sort.OPENINGS: str(QT_TRANSLATE_NOOP("Chips", "Taking new clients first.")),
    Sort.STATE: str(QT_TRANSLATE_NOOP("Chips", "By state.")),
}
_PREFERRING = str(
    QT_TRANSLATE_NOOP(
        "Chips",
        "Best match first, then what meets more of what is preferred, then verified lately, then near. "
        "Equals change places from day to day.",
    )
)
_NEXT: dict[Sort, str] = {
    Sort.RELEVANCE: str(QT_TRANSLATE_NOOP("Chips", "Then the best match.")),
    Sort.DISTANCE: str(QT_TRANSLATE_NOOP("Chips", "Then the nearest.")),
    Sort.NAME: str(QT_TRANSLATE_NOOP("Chips", "Then by name.")),
    Sort.VERIFIED: str(QT_TRANSLATE_NOOP("Chips", "Then verified most recently.")),
    Sort.OPENINGS: str(QT_TRANSLATE_NOOP("Chips", "Then taking new clients.")),
    Sort.STATE: str(QT_TRANSLATE_NOOP("Chips", "Then by state.")),
}
_SHORT: dict[Sort, str] = {
    Sort.RELEVANCE: str(QT_TRANSLATE_NOOP("Order", "Best match")),
    Sort.DISTANCE: str(QT_TRANSLATE_NOOP("Order", "Nearest")),
    Sort.NAME: str(QT_TRANSLATE_NOOP("Order", "Name")),
    Sort.VERIFIED: str(QT_TRANSLATE_NOOP("Order", "Verified lately")),
    Sort.OPENINGS: str(QT_TRANSLATE_NOOP("Order", "Openings")),
    Sort.STATE: str(QT_TRANSLATE_NOOP("Order", "State")),
}


def order_words(filters: Filters) -> str:
    """Why the rows stand as they do."""
    if filters.order is Sort.RELEVANCE:
        best = _PREFERRING if filters.preferred else _FIRST[Sort.RELEVANCE]
        return _turned(translate("Chips", best), turned=filters.descending)
    first, *then = filters.orders
    said = [_turned(translate("Chips", _FIRST[first.sort]), turned=first.descending)]
    said += [_turned(translate("Chips", _NEXT[key.sort]), turned=key.descending) for key in then]
    return " ".join(said)


def order_name(sort: Sort) -> str:
    """The order in a word or two."""
    return translate("Order", _SHORT[sort])


def _turned(words: str, *, turned: bool) -> str:
    return translate("Chips", "{order} Turned round.").format(order=words) if turned else words
