"""The order of a result by one key, as sorts of plain integers.

Best match first means: relevance tier, then wishes met, then freshness band, then distance, then the turn of the day.
The alphabet decides only where somebody asks for it.
"""

import sqlite3
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from therapist_desktop.data.layout import Column
from therapist_desktop.data.reading.columns import Rows, blocks, numbers, stored_numbers, taken
from therapist_desktop.data.reading.days import band_edges
from therapist_desktop.data.reading.fair import TurnRows
from therapist_desktop.domain.turns import turns_of

_LOW, _HIGH = (0, 1) if sys.byteorder == "little" else (1, 0)
_BAND = np.uint32(1 << 30)
"""Above all distances, which lose their lowest bit to make room for it."""


class Weights(Protocol):
    """What rows are sorted by: a whole number below 2**31 for each, the lowest first."""

    def __call__(self, rows: Rows) -> Rows: ...


class DayOrder:
    """Every row's turn on one day: bands from fresh to never, and within a band the shuffle of the day."""

    def __init__(self, connection: sqlite3.Connection, today: date) -> None:
        self.day = today
        newest = stored_numbers(connection, Column.NEWEST_ROWS)
        self._row_at = np.empty(len(newest), dtype=np.uint32)
        self._turn_of = np.empty(len(newest), dtype=np.uint32)
        self._ends: list[int] = []
        self._bands = band_edges(connection, today)
        for part in self._bands.values():
            _shuffle(newest[part], today, self._row_at[part])
            self._ends.append(part.stop)
        for block in blocks(len(newest)):
            self._turn_of[self._row_at[block]] = np.arange(block.start, block.stop, dtype=np.uint32)
        self._row_at.flags.writeable = False  # it is handed out as an answer

    def everyone(self) -> TurnRows:
        """All rows in the order of their turns."""
        return TurnRows(self._row_at.data, self._turn_of.data)

    def bands(self) -> dict[str, Rows]:
        """The rows of each freshness band."""
        return {band: np.sort(self._row_at[part]) for band, part in self._bands.items()}

    def in_turn(self, rows: BitMap) -> Rows:
        """These rows in the order of their turns, fresh ones first. Not to be changed."""
        size = len(self._row_at)
        if len(rows) == size:
            return self._row_at
        if 2 * len(rows) > size:  # leaving the others out is faster than sorting these
            kept = np.ones(size, dtype=bool)
            kept[self.turns(numbers(rows.flip(0, size)))] = False
            return _those_of(self._row_at, kept, len(rows))
        turns = self.turns(numbers(rows))
        turns.sort()
        return self.at(turns)

    def first_of(self, rows: BitMap, most: int) -> Rows:
        """The first few of these rows in the order of their turns."""
        every, first = numbers(rows), np.empty(0, dtype=np.uint32)
        for block in blocks(len(every)):
            first = np.concatenate([first, self.turns(every[block])])
            if len(first) > most:
                first = np.partition(first, most)[:most]
        return self.at(np.sort(first))

    def lightest_first(self, rows: Rows, weights: Rows) -> Rows:
        """These rows by their weights, equals in the order of their turns."""
        pairs = np.empty((len(rows), 2), dtype=np.uint32)  # the turns, and above them the weights
        pairs[:, _LOW] = self.turns(rows)
        pairs[:, _HIGH] = weights
        pairs.reshape(-1).view(np.uint64).sort()
        return self.at(pairs[:, _LOW])

    def fresh_then_near(self, rows: Rows, distances: Rows) -> Rows:
        """These rows band by band, within a band by their distances, equals in the order of their turns."""
        weights = distances >> np.uint32(1)
        for block in blocks(len(rows)):
            turns = self.turns(rows[block])
            for end in self._ends[:-1]:
                weights[block] += (turns >= end) * _BAND
        return self.lightest_first(rows, weights)

    def turns(self, rows: Rows) -> Rows:
        """The turn of each of these rows."""
        return taken(self._turn_of, rows)

    def bands_of(self, rows: Rows) -> Rows:
        """The number of the freshness band of each of these rows, from 0 for fresh."""
        turns = self.turns(rows)
        bands = np.zeros(len(rows), dtype=np.uint32)
        for end in self._ends[:-1]:
            bands += turns >= end
        return bands

    def at(self, turns: Rows) -> Rows:
        """The rows whose turns these are."""
        return taken(self._row_at, turns)


def best_first(groups: Iterable[BitMap], order: DayOrder, distances: Weights | None) -> Rows:
    """The rows of all groups, group by group; with a place the nearer of a freshness band first."""
    ordered: list[Rows] = []
    for group in groups:
        if distances is None:
            ordered.append(order.in_turn(group))
        else:
            rows = numbers(group)
            ordered.append(order.fresh_then_near(rows, distances(rows)))
    return ordered[0] if len(ordered) == 1 else np.concatenate(ordered)


def groups_of(found: BitMap, tiers: Sequence[BitMap], unmet: Sequence[tuple[BitMap, int]]) -> Iterator[BitMap]:
    """What was found in groups that come one after the other.

    A row belongs to the first of the tiers it is in, else behind them. Within a tier the groups are made by `unmet`:
    sets of rows, with what it weighs against a row to be in one.
    """
    rest = found
    for tier in tiers:
        yield from _by_weight(rest & tier, unmet)
        rest = rest - tier
    yield from _by_weight(rest, unmet)


def lightest_first(found: BitMap, order: DayOrder, weights: Weights) -> Rows:
    """The rows of a result by one weight alone."""
    rows = numbers(found)
    return order.lightest_first(rows, weights(rows))


def _by_weight(rows: BitMap, unmet: Sequence[tuple[BitMap, int]]) -> Iterator[BitMap]:
    groups = {0: rows}
    for heavier, weight in unmet:
        split: dict[int, BitMap] = {}
        for there, group in groups.items():
            for total, part in ((there, group - heavier), (there + weight, group & heavier)):
                split[total] = split.get(total, BitMap()) | part
        groups = split
    return (group for _, group in sorted(groups.items(), key=_weight))


def _weight(item: tuple[int, BitMap]) -> int:
    return item[0]


def _those_of(column: Rows, chosen: NDArray[np.bool_], many: int) -> Rows:
    """The chosen entries of a column, which are so many; numpy would first write down where each of them is."""
    found, end = np.empty(many, dtype=column.dtype), 0
    for block in blocks(len(column)):
        some = np.compress(chosen[block], column[block])
        found[end : end + len(some)] = some
        end += len(some)
    return found


def _shuffle(rows: Rows, today: date, into: Rows) -> None:
    """Put rows into the order of a day."""
    if not len(rows):
        return
    turns = turns_of(today, len(rows))
    for block in blocks(turns.size):
        numbers_at = np.arange(block.start, block.stop, dtype=np.int64)
        numbers_at *= turns.stride
        numbers_at += turns.start
        numbers_at %= turns.size
        np.take(rows, numbers_at, out=into[block])
