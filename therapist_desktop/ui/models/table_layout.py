"""Which columns the table has, in what order and how wide, and how a width is shared among them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from therapist_desktop.ui.models.columns import COLUMNS, MILES, NAME, STATUS, USUAL_ORDER, WHY
from therapist_desktop.ui.window_state import understood

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from therapist_desktop.ui.models.columns import Column

NARROWEST, WIDEST = 34, 900
ALWAYS = COLUMNS[NAME].id
"""A row without a name says nothing, so the name stays."""


_USUAL_ORDER = tuple(COLUMNS[number].id for number in USUAL_ORDER)
_USUALLY_AWAY = frozenset(column.id for column in COLUMNS if not column.usual)


class TableLayout(NamedTuple):
    """What the person made of the table. Widths are at the usual size of text; a column without one shares the room."""

    order: tuple[str, ...] = _USUAL_ORDER
    added: frozenset[str] = frozenset()
    removed: frozenset[str] = _USUALLY_AWAY
    widths: tuple[tuple[str, int], ...] = ()

    def has(self, column: str) -> bool:
        """The person wants to see this column."""
        return column not in self.removed

    def toggled(self, column: str) -> TableLayout:
        """With this column if it was not there, else without it."""
        if column == ALWAYS:
            return self
        if self.has(column):
            return self._replace(removed=self.removed | {column}, added=self.added - {column})
        return self._replace(removed=self.removed - {column}, added=self.added | {column})

    def moved(self, column: str, step: int) -> TableLayout:
        """With this column so many places further on, as far as there are places."""
        place = self.order.index(column)
        wanted = max(0, min(len(self.order) - 1, place + step))
        rest = [other for other in self.order if other != column]
        rest.insert(wanted, column)
        return self._replace(order=tuple(rest))

    def made_wide(self, column: str, width: int) -> TableLayout:
        """With this column as wide as that from now on."""
        widths = {**dict(self.widths), column: max(NARROWEST, min(WIDEST, width))}
        return self._replace(widths=tuple(sorted(widths.items())))


def written(layout: TableLayout) -> str:
    """The layout for the memory of the window; nothing where it is the usual one."""
    if layout == TableLayout():
        return ""
    kept = {"order": layout.order, "added": sorted(layout.added), "removed": sorted(layout.removed)}
    return json.dumps({**kept, "widths": dict(layout.widths)})


def read(text: str) -> TableLayout:
    """A layout that was remembered. What is unknown is left out, what is missing stands where it usually does."""
    usual, kept = TableLayout(), understood(text)
    known = {column.id for column in COLUMNS}
    order = _names(kept.get("order"), known)
    for place, column in enumerate(usual.order):  # a column that is newer than the memory
        if column not in order:
            order.insert(min(place, len(order)), column)
    added = frozenset(_names(kept.get("added"), known))
    removed = frozenset(_names(kept.get("removed"), known)) if "removed" in kept else usual.removed
    layout = TableLayout(tuple(order), added, removed - added - {ALWAYS})
    widths = kept.get("widths")
    for column, width in widths.items() if isinstance(widths, dict) else ():
        if column in known and type(width) is int:
            layout = layout.made_wide(column, width)
    return layout


class Room(NamedTuple):
    """What there is to share: the width, and what the answer on the screen has nothing to say about."""

    width: int
    has_miles: bool = True
    has_reasons: bool = True
    has_calls: bool = True


def shared(
    columns: tuple[Column, ...], layout: TableLayout, room: Room, px: Callable[[float], int]
) -> Mapping[int, int]:
    """How wide each column is that is shown. Where they do not all fit, what nobody asked for goes first."""
    own = dict(layout.widths)
    least = [px(own.get(column.id, column.width)) for column in columns]
    empty = {number for number, there in ((WHY, room.has_reasons), (STATUS, room.has_calls)) if not there}
    absent = {number for number in empty if columns[number].id not in layout.added}
    if not room.has_miles:
        absent.add(MILES)
    shown = [number for number, column in enumerate(columns) if layout.has(column.id) and number not in absent]
    shown.sort(key=lambda number: (number != NAME, columns[number].id not in layout.added, -columns[number].keep))
    while len(shown) > 1 and sum(least[number] for number in shown) > room.width:
        shown.pop()
    spare = max(0, room.width - sum(least[number] for number in shown))
    stretch = {number: columns[number].stretch for number in shown if columns[number].id not in own}
    if not any(stretch.values()):
        last = max(shown, key=lambda number: layout.order.index(columns[number].id))
        stretch = {last: 1}
    weights = sum(stretch.values())
    return {number: least[number] + spare * stretch.get(number, 0) // weights for number in shown}


def _names(value: object, known: set[str]) -> list[str]:
    if not isinstance(value, list):
        return []
    return list(dict.fromkeys(name for name in value if isinstance(name, str) and name in known))
