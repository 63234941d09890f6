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
from pyroaring import BitMap

from therapist_desktop.data.layout import Column
from therapist_desktop.data.reading.columns import Marks, Rows, bitmap, blocks, numbers, stored_numbers, take, taken
from therapist_desktop.data.reading.days import band_edges
from therapist_desktop.data.reading.fair import TurnRows
from therapist_desktop.domain.turns import turns_of

_LOW, _HIGH = (0, 1) if sys.byteorder == "little" else (1, 0)


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
        self.bands: dict[str, BitMap] = {}
        """The rows of each freshness band, fresh ones first."""
        for band, part in band_edges(connection, today).items():
            self.bands[band] = bitmap(np.sort(newest[part]))
            self._ends.append(part.stop)
            _shuffle(newest[part], today, self._row_at[part])
        for block in blocks(len(newest)):
            self._turn_of[self._row_at[block]] = np.arange(block.start, block.stop, dtype=np.uint32)

    def everyone(self) -> TurnRows:
        """All rows in the order of their turns."""
        return TurnRows(self._row_at.data, self._turn_of.data)

    def in_turn(self, rows: BitMap, into: Rows) -> None:
        """These rows in the order of their turns, fresh ones first."""
        size = len(self._row_at)
        if 2 * len(rows) > size:  # leaving the others out is faster than sorting these
            kept = np.ones(size, dtype=bool)
            kept[self.turns(numbers(rows.flip(0, size)))] = False
            _compress(self._row_at, kept, into)
        else:
            turns = self.turns(numbers(rows))
            turns.sort()
            take(self._row_at, turns, into)

    def first_of(self, rows: BitMap, most: int) -> Rows:
        """The first few of these rows in the order of their turns."""
        every, first = numbers(rows), np.empty(0, dtype=np.uint32)
        for block in blocks(len(every)):
            first = np.concatenate([first, self.turns(every[block])])
            if len(first) > most:
                first = np.partition(first, most)[:most]
        return self.at(np.sort(first))

    def lightest_first(self, rows: BitMap, weights: Weights, into: Rows) -> None:
        """These rows by their weights, equals in the order of their turns."""
        there = numbers(rows)
        pairs = np.empty((len(there), 2), dtype=np.uint32)  # the turns, and above them the weights
        for block in blocks(len(there)):
            pairs[block, _LOW] = self.turns(there[block])
            pairs[block, _HIGH] = weights(there[block])
        pairs.reshape(-1).view(np.uint64).sort()
        take(self._row_at, pairs[:, _LOW], into)

    def fresh_then_near(self, rows: BitMap, distances: Weights, into: Rows) -> None:
        """These rows band by band, within a band by their distances, equals in the order of their turns."""
        for some, part in _parts((rows & band for band in self.bands.values()), into):
            self.lightest_first(some, distances, part)

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


def best_first(groups: Iterable[BitMap], order: DayOrder, distances: Weights | None, into: Rows) -> None:
    """The rows of all groups, group by group; with a place the nearer of a freshness band first."""
    for group, part in _parts(groups, into):
        if distances is None:
            order.in_turn(group, part)
        else:
            order.fresh_then_near(group, distances, part)


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


def _parts(groups: Iterable[BitMap], into: Rows) -> Iterator[tuple[BitMap, Rows]]:
    """Each group with the part of an order that is for its rows."""
    end = 0
    for group in groups:
        start, end = end, end + len(group)
        yield group, into[start:end]


def _compress(column: Rows, chosen: Marks, into: Rows) -> None:
    """The chosen entries of a column. A block at a time, for numpy first writes down where each of them is."""
    end = 0
    for block in blocks(len(column)):
        some = np.compress(chosen[block], column[block])
        start, end = end, end + len(some)
        into[start:end] = some


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
