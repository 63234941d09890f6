"""The stored order by day of verification, and the freshness bands cut out of it."""

import sqlite3
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from therapist_desktop.data.layout import NEVER, Column, unpack
from therapist_desktop.domain.freshness import Freshness, first_day_of

_PIECE = 1 << 18


def column(connection: sqlite3.Connection, name: str) -> bytes:
    """The bytes of a stored column."""
    with _stored(connection, name) as stored:
        return stored.read()


def pieces_of(connection: sqlite3.Connection, name: str) -> Iterator[bytes]:
    """The same, piece by piece."""
    with _stored(connection, name) as stored:
        while piece := stored.read(_PIECE):
            yield piece


def _stored(connection: sqlite3.Connection, name: str) -> sqlite3.Blob:
    """A column as an open file: unlike a row that is fetched, a large one is never in memory twice."""
    number = connection.execute("SELECT rowid FROM col WHERE name = ?", (name,)).fetchone()[0]
    return connection.blobopen("col", "data", number, readonly=True)


def newest_rows(connection: sqlite3.Connection) -> bytes:
    """All row numbers, packed, newest verification first, never last."""
    return column(connection, Column.NEWEST_ROWS)


def band_edges(connection: sqlite3.Connection, today: date) -> dict[Freshness, slice]:
    """For each band, the part of `newest_rows` that belongs to it."""
    days = unpack("i", column(connection, Column.NEWEST_DAYS))
    ends = unpack("I", column(connection, Column.NEWEST_ENDS))
    edges = [0]
    for oldest in (
        first_day_of(Freshness.FRESH, today).toordinal(),
        first_day_of(Freshness.AGEING, today).toordinal(),
        NEVER + 1,
    ):
        covered = bisect_right(days, -oldest, key=int.__neg__)
        edges.append(ends[covered - 1] if covered else 0)
    edges.append(ends[-1] if ends else 0)
    return {band: slice(start, end) for band, (start, end) in zip(Freshness, pairwise(edges), strict=True)}


def band_counts(connection: sqlite3.Connection, today: date) -> dict[str, int]:
    """How many rows each band holds."""
    return {band: part.stop - part.start for band, part in band_edges(connection, today).items()}
