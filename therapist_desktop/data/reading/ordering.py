"""The order of a result: one sort of plain integers, the weightiest criterion in the highest bits.

Best match first means: relevance tier, then wishes met, then freshness band, then distance, then the turn of the day.
The alphabet decides only where somebody asks for it.
"""

import sqlite3
from array import array
from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from therapist_desktop.data.layout import Column, Numbers
from therapist_desktop.data.reading.columns import Around, Rows, numbers
from therapist_desktop.data.reading.days import band_edges, column, newest_rows
from therapist_desktop.domain.turns import turns_of

Keys = NDArray[np.uint64]
Small = NDArray[np.uint8]
_TURN_BITS = 24
_DISTANCE_BITS = 31
_BAND_BITS = 2
_WISH_BITS = 4
_MOST_OPEN = (1 << _WISH_BITS) - 1
_TURN = np.uint64((1 << _TURN_BITS) - 1)


class DayOrder:
    """Every row's turn on one day: bands from fresh to never, and within a band the shuffle of the day."""

    def __init__(self, connection: sqlite3.Connection, today: date) -> None:
        self.day = today
        self.bands: dict[str, Rows] = {}
        newest = np.frombuffer(newest_rows(connection), dtype="<u4")
        self._row_at = np.empty(len(newest), dtype=np.uint32)
        self._turn_of = np.empty(len(newest), dtype=np.uint32)
        self._ends: list[int] = []
        for band, part in band_edges(connection, today).items():
            rows = self.bands[band] = newest[part]
            self._row_at[part] = _shuffled(rows, today)
            self._ends.append(part.stop)
        self._turn_of[self._row_at] = np.arange(len(newest), dtype=np.uint32)

    @property
    def size(self) -> int:
        """How many rows there are."""
        return len(self._row_at)

    def turns(self, rows: Rows) -> Rows:
        """The turn of each of these rows; fresh rows have the lowest."""
        return self._turn_of[rows]

    def band(self, turns: Rows) -> Small:
        """The freshness band (0 is fresh) that each of these turns belongs to."""
        band = np.zeros(len(turns), dtype=np.uint8)
        for end in self._ends[:-1]:
            band += turns >= end
        return band

    def rows(self, keys: Keys) -> Rows:
        """The rows whose turns stand in the lowest bits of sorted keys."""
        return self._row_at[(keys & _TURN).astype(np.uint32)]


class DayNumbers:
    """For each row a number that grows with the age of its verification; the same day gives the same number."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        ends = np.frombuffer(column(connection, Column.NEWEST_ENDS), dtype="<u4")
        newest = np.frombuffer(newest_rows(connection), dtype="<u4")
        self._number_of = np.empty(len(newest), dtype=np.uint32)
        self._number_of[newest] = np.repeat(np.arange(len(ends), dtype=np.uint32), np.diff(ends, prepend=0))

    def of(self, rows: Rows) -> Rows:
        """The numbers of these rows."""
        return self._number_of[rows]


def best_first(
    found: BitMap, order: DayOrder, tiers: Sequence[BitMap], unmet: Sequence[tuple[BitMap, int]], around: Around | None
) -> Rows:
    """The rows of a result, best match first.

    A row belongs to the first of the (at most seven) tiers it is in, else behind them; `unmet` are sets of rows with
    what it weighs against a row to be in one.
    """
    rows = numbers(found)
    turns = order.turns(rows)
    keys = turns.astype(np.uint64)
    if around is not None:
        keys |= order.band(turns).astype(np.uint64) << np.uint64(_TURN_BITS + _DISTANCE_BITS)
        keys |= around.shares(rows).astype(np.uint64) << np.uint64(_TURN_BITS)
    shift = _TURN_BITS + _DISTANCE_BITS + _BAND_BITS
    if unmet:
        keys |= _weighed(found, unmet, order.size)[rows].astype(np.uint64) << np.uint64(shift)
    if tiers:
        keys |= _tier(found, tiers, order.size)[rows].astype(np.uint64) << np.uint64(shift + _WISH_BITS)
    keys.sort()
    return order.rows(keys)


def nearest_first(found: BitMap, order: DayOrder, around: Around) -> Rows:
    """The rows of a result by distance alone."""
    rows = numbers(found)
    return _by(around.shares(rows), rows, order)


def newest_first(found: BitMap, order: DayOrder, days: DayNumbers) -> Rows:
    """The rows of a result by day of verification, never last."""
    rows = numbers(found)
    return _by(days.of(rows), rows, order)


def packed(rows: Rows) -> Numbers:
    """Row numbers as a plain array."""
    return array("I", np.ascontiguousarray(rows, dtype=np.uint32).tobytes())


def _by(weights: Rows, rows: Rows, order: DayOrder) -> Rows:
    keys = weights.astype(np.uint64) << np.uint64(_TURN_BITS) | order.turns(rows)
    keys.sort()
    return order.rows(keys)


def _tier(found: BitMap, tiers: Sequence[BitMap], size: int) -> Small:
    tier = np.full(size, len(tiers), dtype=np.uint8)
    for number, rows in reversed(tuple(enumerate(tiers))):
        tier[numbers(found & rows)] = number
    return tier


def _weighed(found: BitMap, unmet: Sequence[tuple[BitMap, int]], size: int) -> Small:
    weight = np.zeros(size, dtype=np.uint8)
    for rows, against in unmet:
        weight[numbers(found & rows)] += np.uint8(against)
    return np.minimum(weight, _MOST_OPEN)


def _shuffled(rows: Rows, today: date) -> Rows:
    if not len(rows):
        return rows
    turns = turns_of(today, len(rows))
    places = np.arange(turns.size, dtype=np.uint64) * np.uint64(turns.stride) + np.uint64(turns.start)
    return rows[(places % np.uint64(turns.size)).astype(np.intp)]
