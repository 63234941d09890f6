"""Rows to dots on the map: one for each cell of a grid that has any, in the middle of its rows."""

from itertools import starmap
from math import ceil, log
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from therapist_desktop.data.reading.columns import Columns, Crowds, Marks, Rows
from therapist_desktop.domain.mapping import MAX_ZOOM, MOST_DOTS, Box, Clusters, Dot

_CELLS = 6
"""To a side of the map at zoom 0: cells of 256 / 6 = 42.7 pixels at every zoom."""
_TABLE = 1 << 21
"""Up to so many cells, and to eight for a point, are counted in one table; crowds in more are sorted by cell."""
_BITS = 63

Cells = NDArray[np.int64]
Sums = NDArray[np.float64]


class _Heaps(NamedTuple):
    """For each cell that has crowds: their number, the sums of their places, and the first of their rows."""

    counts: Cells
    x: Sums
    y: Sums
    rows: Rows


def clusters_of(columns: Columns, marks: Marks, zoom: int, within: Box | None = None) -> Clusters:
    """The dots of the marked rows, of those in a box alone if one is given.

    There are never more than MOST_DOTS: where there would be, the cells are wider than this zoom asks for.
    """
    crowds = columns.by_place(marks)
    there = ~np.isnan(crowds.x)
    without = int(crowds.counts[~there].sum())
    if within is not None:
        there &= (crowds.x >= within.west) & (crowds.x <= within.east)
        there &= (crowds.y >= within.north) & (crowds.y <= within.south)
    crowds = crowds.only(there)
    heaps = _heaps(crowds, _keys(crowds, max(0, min(MAX_ZOOM, zoom))))
    return Clusters(zoom, _dots(heaps), without)


def _keys(crowds: Crowds, zoom: int) -> tuple[Cells, int]:
    """The cell of each point, and how many cells there are: wider ones than the zoom asks for if too many are taken."""
    while True:
        cells = _CELLS << zoom
        side = cells + 1  # what is on the edge has a cell of its own
        keys = (crowds.y * np.float32(cells)).astype(np.int64)
        keys *= side
        keys += (crowds.x * np.float32(cells)).astype(np.int64)
        taken = 0 if min(len(keys), side * side) <= MOST_DOTS else 1 + int(np.count_nonzero(np.diff(np.sort(keys))))
        if taken <= MOST_DOTS:
            return keys, side * side
        zoom -= max(1, ceil(log(taken / MOST_DOTS, 4)))  # a zoom less leaves a quarter of the dots at least


def _heaps(crowds: Crowds, held: tuple[Cells, int]) -> _Heaps:
    keys, cells = held
    return _in_a_table(crowds, keys, cells) if cells <= min(_TABLE, 8 * len(keys)) else _sorted(crowds, keys)


def _in_a_table(crowds: Crowds, keys: Cells, cells: int) -> _Heaps:
    counts = np.bincount(keys, weights=crowds.counts, minlength=cells)
    taken = np.flatnonzero(counts)
    first = np.empty(cells, dtype=np.uint32)
    first[keys[::-1]] = crowds.rows[::-1]
    x, y = (np.bincount(keys, weights=crowds.counts * part, minlength=cells) for part in _exactly(crowds))
    return _Heaps(counts[taken].astype(np.int64), _sums(x[taken]), _sums(y[taken]), first[taken])


def _sorted(crowds: Crowds, keys: Cells) -> _Heaps:
    if not len(keys):
        nothing = np.empty(0, dtype=np.int64)
        return _Heaps(nothing, nothing.astype(np.float64), nothing.astype(np.float64), crowds.rows)
    keys, order = _in_order(keys)
    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    x, y = (np.add.reduceat((crowds.counts * part)[order], starts) for part in _exactly(crowds))
    counts = np.add.reduceat(crowds.counts[order], starts, dtype=np.int64)
    return _Heaps(counts, x, y, np.minimum.reduceat(crowds.rows[order], starts))


def _in_order(keys: Cells) -> tuple[Cells, Cells]:
    """The keys sorted, and where each was; one sort of numbers that hold both takes a third of an argsort."""
    bits = len(keys).bit_length()
    if int(keys.max()).bit_length() + bits > _BITS:
        order = np.argsort(keys)
        return keys[order], order
    both = (keys << bits) | np.arange(len(keys))
    both.sort()
    return both >> bits, both & ((1 << bits) - 1)


def _exactly(crowds: Crowds) -> tuple[Sums, Sums]:
    """Where the crowds are, with digits enough to be multiplied."""
    return crowds.x.astype(np.float64), crowds.y.astype(np.float64)


def _sums(counted: NDArray[Any]) -> Sums:
    """What bincount gives for weights, under its real name."""
    return np.asarray(counted, dtype=np.float64)


def _dots(heaps: _Heaps) -> tuple[Dot, ...]:
    order = np.lexsort((heaps.rows, -heaps.counts))
    counts = heaps.counts[order]
    x, y = heaps.x[order] / counts, heaps.y[order] / counts
    return tuple(starmap(Dot, zip(x.tolist(), y.tolist(), counts.tolist(), heaps.rows[order].tolist(), strict=True)))
