"""For each row a small number to sort it by, made from what is stored on the first question that sorts so."""

import sqlite3
from collections.abc import Callable, Iterable

import numpy as np
from pyroaring import BitMap

from therapist_desktop.data.layout import Column
from therapist_desktop.data.reading.cards import rows_named_like_the_one_before
from therapist_desktop.data.reading.columns import Rows, numbers, stored_numbers, taken
from therapist_desktop.data.reading.days import column
from therapist_desktop.data.reading.facets import FacetSets
from therapist_desktop.domain.taxonomy import Facet

OPENINGS = ("yes", "waitlist", "unknown", "no")
"""The order of those who may have time for one more."""
_AT_ONCE = 1 << 15


class DayNumbers:
    """For each row a number that grows with the age of its verification; the same day gives the same number."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        ends = np.frombuffer(column(connection, Column.NEWEST_ENDS), dtype="<u4")
        newest = stored_numbers(connection, Column.NEWEST_ROWS)
        self._number_of = np.empty(len(newest), dtype=np.uint32)
        self._number_of[newest] = np.repeat(np.arange(len(ends), dtype=np.uint32), np.diff(ends, prepend=0))
        self.last = max(0, len(ends) - 1)

    def __call__(self, rows: Rows) -> Rows:
        """The numbers of these rows."""
        return taken(self._number_of, rows)


class ValueNumbers:
    """For each row the place of its value among those of a facet. A row with several has the first of them."""

    def __init__(self, size: int, sets: Iterable[BitMap], otherwise: int | None = None) -> None:
        """`otherwise` is the number of the rows in none of these sets: one more than the last, if it is not given."""
        in_order = tuple(sets)
        self.last = len(in_order)
        nothing = self.last if otherwise is None else otherwise
        self._number_of = np.full(size, nothing, dtype=np.min_scalar_type(self.last))
        for number, rows in reversed(tuple(enumerate(in_order))):
            self._number_of[numbers(rows)] = number

    def __call__(self, rows: Rows) -> Rows:
        """The numbers of these rows."""
        return taken(self._number_of, rows).astype(np.uint32)


class NameNumbers:
    """For each row a number that grows with the name; the same name gives the same number."""

    def __init__(self, connection: sqlite3.Connection, size: int, still: Callable[[], None]) -> None:
        is_new = np.ones(size, dtype=bool)
        for start in range(0, size, _AT_ONCE):
            still()
            is_new[rows_named_like_the_one_before(connection, start, start + _AT_ONCE)] = False
        self._number_of = np.cumsum(is_new, dtype=np.uint32)
        self.last = int(self._number_of[-1]) if size else 0

    def __call__(self, rows: Rows) -> Rows:
        """The numbers of these rows."""
        return taken(self._number_of, rows)


def openings(facets: FacetSets, size: int) -> ValueNumbers:
    """Who takes new clients comes first; who says nothing is better asked than who says no."""
    return ValueNumbers(
        size, (facets.rows(Facet.ACCEPTING, value) for value in OPENINGS), otherwise=OPENINGS.index("unknown")
    )


def states(facets: FacetSets, size: int) -> ValueNumbers:
    """By the letters of the state; what has none comes last."""
    codes = sorted(value.id for value in facets.taxonomy.values(Facet.STATE) if not value.group)
    return ValueNumbers(size, (facets.rows(Facet.STATE, code) for code in codes))
