"""Rows to dots on the map: one for each cell of a grid that has any, in the middle of its rows."""

from itertools import starmap
from math import ceil, log
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from therapist_desktop.data.reading.columns import BLOCK, Columns, Rows, Shares
from therapist_desktop.domain.mapping import MAX_ZOOM, MOST_DOTS, Box, Clusters, Dot

_CELLS = 6
"""To a side of the map at zoom 0: cells of 256 / 6 = 42.7 pixels at every zoom."""
_TABLE = 1 << 21
"""Up to so many cells, and to eight for a point, are counted in one table; points in more are sorted by cell."""

Cells = NDArray[np.int64]
Sums = NDArray[np.float64]


class _Points(NamedTuple):
    """Rows with their places on the map."""

    rows: Rows
    x: Shares
    y: Shares


class _Heaps(NamedTuple):
    """For each cell that has points: their number, the sums of their places, and the first of their rows."""

    counts: Cells
    x: Sums
    y: Sums
    rows: Rows


def clusters_of(columns: Columns, rows: Rows, zoom: int, within: Box | None = None) -> Clusters:
    """The dots of these rows, of those in a box alone if one is given.

    There are never more than MOST_DOTS: where there would be, the cells are wider than this zoom asks for.
    """
    x, y = _placed(columns, rows)
    there = ~np.isnan(x)
    without = len(rows) - int(np.count_nonzero(there))
    if within is not None:
        there &= (x >= within.west) & (x <= within.east) & (y >= within.north) & (y <= within.south)
    points = _Points(rows, x, y) if there.all() else _Points(rows[there], x[there], y[there])
    heaps = _heaps(points, _keys(points, max(0, min(MAX_ZOOM, zoom))))
    return Clusters(zoom, _dots(heaps), without)


def _placed(columns: Columns, rows: Rows) -> tuple[Shares, Shares]:
    x, y = np.empty(len(rows), dtype=np.float32), np.empty(len(rows), dtype=np.float32)
    for start in range(0, len(rows), BLOCK):
        block = slice(start, start + BLOCK)
        x[block], y[block] = columns.on_the_map(rows[block])
    return x, y


def _keys(points: _Points, zoom: int) -> tuple[Cells, int]:
    """The cell of each point, and how many cells there are: wider ones than the zoom asks for if too many are taken."""
    while True:
        cells = _CELLS << zoom
        side = cells + 1  # what is on the edge has a cell of its own
        keys = (points.y * np.float32(cells)).astype(np.int64)
        keys *= side
        keys += (points.x * np.float32(cells)).astype(np.int64)
        taken = 0 if min(len(keys), side * side) <= MOST_DOTS else 1 + int(np.count_nonzero(np.diff(np.sort(keys))))
        if taken <= MOST_DOTS:
            return keys, side * side
        zoom -= max(1, ceil(log(taken / MOST_DOTS, 4)))  # a zoom less leaves a quarter of the dots at least


def _heaps(points: _Points, held: tuple[Cells, int]) -> _Heaps:
    keys, cells = held
    return _in_a_table(points, keys, cells) if cells <= min(_TABLE, 8 * len(keys)) else _sorted(points, keys)


def _in_a_table(points: _Points, keys: Cells, cells: int) -> _Heaps:
    counts = np.bincount(keys, minlength=cells)
    taken = np.flatnonzero(counts)
    first = np.empty(cells, dtype=np.uint32)
    first[keys[::-1]] = points.rows[::-1]
    x, y = (np.bincount(keys, weights=places, minlength=cells) for places in (points.x, points.y))
    return _Heaps(counts[taken], _sums(x[taken]), _sums(y[taken]), first[taken])


def _sorted(points: _Points, keys: Cells) -> _Heaps:
    if not len(keys):
        nothing = np.empty(0, dtype=np.int64)
        return _Heaps(nothing, nothing.astype(np.float64), nothing.astype(np.float64), points.rows)
    order = np.argsort(keys)
    keys = keys[order]
    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    x, y = (np.add.reduceat(places[order], starts, dtype=np.float64) for places in (points.x, points.y))
    counts = np.diff(starts, append=len(keys))
    return _Heaps(counts, x, y, np.minimum.reduceat(points.rows[order], starts))


def _sums(counted: NDArray[Any]) -> Sums:
    """What bincount gives for weights, under its real name."""
    return np.asarray(counted, dtype=np.float64)


def _dots(heaps: _Heaps) -> tuple[Dot, ...]:
    order = np.lexsort((heaps.rows, -heaps.counts))
    counts = heaps.counts[order]
    x, y = heaps.x[order] / counts, heaps.y[order] / counts
    return tuple(starmap(Dot, zip(x.tolist(), y.tolist(), counts.tolist(), heaps.rows[order].tolist(), strict=True)))
