"""The stored columns of numbers, as arrays: where each listing is."""

import sqlite3
from array import array
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from therapist_desktop.data.layout import NO_COORDINATE, Column
from therapist_desktop.data.reading.cards import DEGREE, EARTH_MILES
from therapist_desktop.data.reading.days import pieces_of
from therapist_desktop.domain.errors import CatalogueDamaged
from therapist_desktop.domain.mapping import NORTHERNMOST, Box
from therapist_desktop.domain.results import Spot

Rows = NDArray[np.uint32]
Shares = NDArray[np.float32]
Marks = NDArray[np.bool_]
"""For every row whether it is meant."""
_Entry = TypeVar("_Entry", bound=np.generic)
_NORTHERNMOST = np.float32(np.radians(NORTHERNMOST))
_NOWHERE = np.float32(2)
"""Twice the haversine of the other side of the earth."""
_WIDTH = 4
_SLACK = 0.01
"""Miles that the coarse band is wider, for rounding."""
_MANY = 8
"""Of more than one row in so many, the far ones are left out before any distance is worked out."""
BLOCK = 1 << 16
"""Rows that are worked on at once: few enough to stay in the processor's own memory."""


class Columns:
    """Where every row is, in radians, good to a third of a metre; nowhere is no number.

    Many listings share a house or a ZIP code: kept are the different places, and for each row the number of its place.
    What is worked out from where something is, is worked out once a place.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        known = np.empty(0, dtype=np.uint64)
        for there in _coordinates(connection):
            known = _different(np.concatenate([known, there]))
        size = stored_size(connection, Column.LATITUDE)
        self._place_of = np.empty(size, dtype=np.min_scalar_type(len(known)))
        start = 0
        for there in _coordinates(connection):
            self._place_of[start : start + len(there)] = np.searchsorted(known, there)
            start += len(there)
        self._latitude = _radians((known >> np.uint64(32)).astype(np.uint32))
        self._longitude = _radians(known.astype(np.uint32))

    def around(self, spot: Spot, miles: float | None) -> "Around":
        """The rows at most so many miles away; with None all rows, those that are nowhere behind all others."""
        inside, share_of = self._places_around(spot, miles) if miles is not None else self._all_places(spot)
        return Around(self, spot, marked(taken(inside, self._place_of)), share_of)

    @property
    def size(self) -> int:
        """How many rows there are."""
        return len(self._place_of)

    def places(self, rows: Rows) -> NDArray[np.unsignedinteger]:
        """The number of the place of each of these rows."""
        return taken(self._place_of, rows)

    def shares(self, spot: Spot, rows: Rows) -> Shares:
        """How far rows are from a spot, as the haversine of the angle, which grows with the distance."""
        places = self.places(rows)
        if len(places) < len(self._latitude):
            return _nowhere_last(_haversines(taken(self._latitude, places), taken(self._longitude, places), spot))
        return taken(self._all_places(spot)[1], places)

    def by_place(self, marks: Marks) -> "Crowds":
        """The marked rows as crowds, one for each place that has any."""
        counts = np.zeros(len(self._latitude), dtype=np.uint32)
        first = np.zeros(len(self._latitude), dtype=np.uint32)
        for block in reversed([*blocks(self.size)]):
            last_first = np.flatnonzero(marks[block])[::-1]
            places = np.take(self._place_of[block], last_first)
            first[places] = last_first + block.start  # what is put there last, stays
            counts += np.bincount(places, minlength=len(counts)).astype(np.uint32)
        there = np.flatnonzero(counts)
        there = there[np.argsort(first[there])]
        x, y = _on_the_map(self._latitude[there], self._longitude[there])
        return Crowds(first[there], counts[there], x, y)

    def inside(self, marks: Marks, box: Box) -> Rows:
        """Those of the marked rows that are in a box of the map."""
        x, y = _on_the_map(self._latitude, self._longitude)
        there = (x >= box.west) & (x <= box.east) & (y >= box.north) & (y <= box.south)
        return np.flatnonzero(marks & taken(there, self._place_of)).astype(np.uint32)

    def _all_places(self, spot: Spot) -> tuple[Marks, Shares]:
        """All places, and how far each is."""
        shares = _nowhere_last(_haversines(self._latitude, self._longitude, spot))
        return np.ones(len(shares), dtype=bool), shares

    def _places_around(self, spot: Spot, miles: float) -> tuple[Marks, Shares]:
        """For each place whether it is at most so many miles away, and how far those are that are."""
        reach = np.float32((miles + _SLACK) / EARTH_MILES)
        near = np.flatnonzero(np.abs(self._latitude - np.float32(np.radians(spot.latitude))) <= reach)
        shares = _haversines(np.take(self._latitude, near), np.take(self._longitude, near), spot)
        inside = np.zeros(len(self._latitude), dtype=bool)
        inside[near] = shares <= _limit(miles)
        share_of = np.zeros(len(self._latitude), dtype=np.float32)
        share_of[near] = shares
        return inside, share_of


class Crowds(NamedTuple):
    """For each place that has any of some rows: the first of them, how many they are, and where that is on the map.

    Places come in the order of their first rows; no numbers stand for nowhere.
    """

    rows: Rows
    counts: Rows
    x: Shares
    y: Shares

    def only(self, these: Marks) -> "Crowds":
        """These of the crowds."""
        return Crowds(self.rows[these], self.counts[these], self.x[these], self.y[these])


class Around:
    """The rows around a spot, and how far each is."""

    def __init__(self, columns: Columns, spot: Spot, rows: BitMap, share_of: Shares) -> None:
        """`share_of` holds how far each place is that has any of these rows."""
        self.rows = rows
        self._columns = columns
        self._spot = spot
        self._share_of = share_of

    def within_each(self, rows: BitMap, radii: Sequence[float]) -> list[int]:
        """How many of these rows are within each of so many miles."""
        if _MANY * len(rows) > self._columns.size:
            rows = rows & self._columns.around(self._spot, max(radii, default=0.0)).rows
        shares = self._columns.shares(self._spot, numbers(rows))
        return [int(np.count_nonzero(shares <= _limit(miles))) for miles in radii]

    def distances(self, rows: Rows) -> Rows:
        """A whole number below 2**31 for each of these rows, all of them around the spot, that grows with distance."""
        return taken(self._share_of, self._columns.places(rows)).view(np.uint32)


def blocks(size: int) -> Iterator[slice]:
    """So many places, a block at a time."""
    return (slice(start, min(start + BLOCK, size)) for start in range(0, size, BLOCK))


def take(column: NDArray[_Entry], places: NDArray[np.unsignedinteger], into: NDArray[_Entry]) -> None:
    """What a column has at these places. A block at a time, for numpy first makes each place eight bytes wide."""
    for block in blocks(len(places)):
        into[block] = np.take(column, places[block])


def taken(column: NDArray[_Entry], places: NDArray[np.unsignedinteger]) -> NDArray[_Entry]:
    """The same, as a column of its own."""
    found = np.empty(len(places), dtype=column.dtype)
    take(column, places, found)
    return found


def stored_size(connection: sqlite3.Connection, name: str) -> int:
    """How many numbers a stored column has."""
    size: int = connection.execute("SELECT length(data) FROM col WHERE name = ?", (name,)).fetchone()[0]
    return size // _WIDTH


def stored_numbers(connection: sqlite3.Connection, name: str) -> Rows:
    """A stored column as 32-bit numbers of its own, which may be changed."""
    numbers_there = np.empty(stored_size(connection, name), dtype="<u4")
    start = 0
    for piece in pieces_of(connection, name):
        part = np.frombuffer(piece, dtype="<u4")
        numbers_there[start : start + len(part)] = part
        start += len(part)
    return numbers_there


def stored_bitmap(data: bytes) -> BitMap:
    """The set in these stored bytes. Raises CatalogueDamaged."""
    try:
        return BitMap.deserialize(data)
    except ValueError as error:
        raise CatalogueDamaged(what="a set of rows does not read back as it was written") from error


def bitmap(rows: Rows) -> BitMap:
    """Rows as a set, without runs, in which counting is slow; going through an array spares iterating numpy."""
    plain = array("I")
    plain.frombytes(np.ascontiguousarray(rows, dtype=np.uint32).view(np.uint8).data)
    return BitMap(plain, optimize=False)


def marked(marks: Marks) -> BitMap:
    """The marked rows as a set. One of most rows is faster made from the few that it leaves out."""
    is_most = 2 * np.count_nonzero(marks) > len(marks)
    few = bitmap(np.flatnonzero(~marks if is_most else marks).astype(np.uint32))
    return few.flip(0, len(marks)) if is_most else few


def numbers(rows: BitMap) -> Rows:
    """A set as ascending row numbers."""
    return np.frombuffer(rows.to_array(), dtype=np.uint32) if rows else np.empty(0, dtype=np.uint32)


def _different(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Each value once, sorted. numpy has this too, and loads its masked arrays for it: 2 MB."""
    values.sort()
    is_new = np.ones(len(values), dtype=bool)
    np.not_equal(values[1:], values[:-1], out=is_new[1:])
    return values[is_new]


def _coordinates(connection: sqlite3.Connection) -> Iterator[NDArray[np.uint64]]:
    """Latitude and longitude of every row as one number, some rows at once."""
    both = (pieces_of(connection, name) for name in (Column.LATITUDE, Column.LONGITUDE))
    for latitude, longitude in zip(*both, strict=True):
        there = np.frombuffer(latitude, dtype="<u4").astype(np.uint64) << np.uint64(32)
        yield there | np.frombuffer(longitude, dtype="<u4")


def _radians(stored: Rows) -> Shares:
    degrees = stored.view(np.int32)
    radians = degrees.astype(np.float32)
    radians *= np.float32(np.radians(DEGREE))
    radians[np.flatnonzero(degrees == NO_COORDINATE)] = np.nan
    return radians


def _on_the_map(latitude: Shares, longitude: Shares) -> tuple[Shares, Shares]:
    """The x and y of places on the map (see domain/mapping.py), no numbers for nowhere."""
    x = longitude * np.float32(1 / (2 * np.pi))
    x += np.float32(0.5)
    sines = np.sin(np.clip(latitude, -_NORTHERNMOST, _NORTHERNMOST))
    y = np.log((1 + sines) / (1 - sines))
    y *= np.float32(-1 / (4 * np.pi))
    y += np.float32(0.5)
    return x, np.clip(y, 0, 1, out=y)


def _haversines(latitude: Shares, longitude: Shares, spot: Spot) -> Shares:
    share = _half_angle_squared(longitude, spot.longitude)
    share *= np.cos(latitude)
    share *= np.float32(np.cos(np.radians(spot.latitude)))
    share += _half_angle_squared(latitude, spot.latitude)
    return share


def _nowhere_last(shares: Shares) -> Shares:
    """No number, which is nowhere, becomes one beyond all others."""
    shares[np.isnan(shares)] = _NOWHERE
    return shares


def _limit(miles: float) -> np.float32:
    """The haversine of so many miles."""
    return np.float32(np.sin(min(miles / EARTH_MILES, np.pi) / 2) ** 2)


def _half_angle_squared(angles: Shares, middle: float) -> Shares:
    """The squared sine of half the angle between each of these, in radians, and a middle in degrees."""
    half = angles - np.float32(np.radians(middle))
    half *= np.float32(0.5)
    np.sin(half, out=half)
    half *= half
    return half
