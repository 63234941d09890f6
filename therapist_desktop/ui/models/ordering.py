"""The order of the rows: what a click on a head makes of it, and how it is said in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from therapist_desktop.domain.filters import Filters, Order, Sort
from therapist_desktop.ui.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

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


def orders_of(filters: Filters) -> tuple[Order, ...]:
    """The keys of the order asked for, the first one first; none for the usual order."""
    if filters.order is Sort.RELEVANCE:
        return ()
    first = Order(filters.order, filters.descending)
    return first, *(key for key in filters.then if key.sort is not Sort.DISTANCE or filters.near is not None)


def ordered(filters: Filters, orders: Sequence[Order]) -> Filters:
    """The same asked for in this order."""
    if not orders:
        return replace(filters, sort=None, descending=False, then=())
    first, *then = orders
    return replace(filters, sort=first.sort, descending=first.descending, then=tuple(then))


def clicked(orders: Sequence[Order], sort: Sort, *, adds: bool) -> tuple[Order, ...]:
    """What a click on a head asks for: its order, the other way round, then no longer; Shift keeps the other keys."""
    now = next((key for key in orders if key.sort is sort), None)
    after = None if now is not None and now.descending else Order(sort, descending=now is not None)
    if not adds:
        alone = len(orders) <= 1
        kept = after if alone or orders[0].sort is sort else Order(sort)
        return () if kept is None else (kept,)
    if now is None:
        return (*orders, Order(sort))
    return tuple(after if key.sort is sort else key for key in orders if key.sort is not sort or after is not None)  # type: ignore[misc] # a key that goes is left out


def order_words(filters: Filters) -> str:
    """Why the rows stand as they do."""
    orders = orders_of(filters)
    if not orders:
        best = _PREFERRING if filters.preferred else _FIRST[Sort.RELEVANCE]
        return _turned(translate("Chips", best), turned=filters.descending)
    first, *then = orders
    said = [_turned(translate("Chips", _FIRST[first.sort]), turned=first.descending)]
    said += [_turned(translate("Chips", _NEXT[key.sort]), turned=key.descending) for key in then]
    return " ".join(said)


def order_name(sort: Sort) -> str:
    """The order in a word or two."""
    return translate("Order", _SHORT[sort])


def _turned(words: str, *, turned: bool) -> str:
    return translate("Chips", "{order} Turned round.").format(order=words) if turned else words
