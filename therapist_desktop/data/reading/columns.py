"""The stored columns of numbers, as arrays: where each listing is."""

import sqlite3
from array import array
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from therapist_desktop.data.layout import NO_COORDINATE, Column
from therapist_desktop.data.reading.cards import DEGREE, EARTH_MILES
from therapist_desktop.data.reading.days import pieces_of
from therapist_desktop.domain.errors import CatalogueDamaged
from therapist_desktop.domain.mapping import NORTHERNMOST
from therapist_desktop.domain.results import Spot

Rows = NDArray[np.uint32]
Shares = NDArray[np.float32]
_NORTHERNMOST = np.float32(np.radians(NORTHERNMOST))
_SLACK = 0.01
"""Miles that the coarse band is wider, for rounding."""
_MANY = 8
"""Of more than one row in so many, the far ones are left out before any distance is worked out."""
BLOCK = 1 << 16
"""Rows that are worked on at once: few enough to stay in the processor's own memory."""


class Columns:
    """Where every row is, in radians, good to a third of a metre; nowhere is no number."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._latitude = _radians(connection, Column.LATITUDE)
        self._longitude = _radians(connection, Column.LONGITUDE)

    def around(self, spot: Spot, miles: float) -> "Around":
        """The rows at most so many miles away."""
        angle = miles / EARTH_MILES
        reach = np.float32(angle + _SLACK / EARTH_MILES)
        limit = _limit(miles)
        rows, shares, found = np.empty(self.size, dtype=np.uint32), np.empty(self.size, dtype=np.float32), 0
        for start in range(0, self.size, BLOCK):
            there, far = self._around_in_block(start, spot, reach, limit)
            rows[found : found + len(there)] = there
            shares[found : found + len(there)] = far
            found += len(there)
        return Around(self, spot, rows[:found], shares[:found])

    @property
    def size(self) -> int:
        """How many rows there are."""
        return len(self._latitude)

    def shares(self, spot: Spot, rows: Rows) -> Shares:
        """How far rows are from a spot, as the haversine of the angle, which grows with the distance."""
        return _haversines(np.take(self._latitude, rows), np.take(self._longitude, rows), spot)

    def on_the_map(self, rows: Rows) -> tuple[Shares, Shares]:
        """The x and y of rows on the map (see domain/mapping.py), no numbers for those that are nowhere."""
        x = np.take(self._longitude, rows)
        x *= np.float32(1 / (2 * np.pi))
        x += np.float32(0.5)
        sines = np.sin(np.clip(np.take(self._latitude, rows), -_NORTHERNMOST, _NORTHERNMOST))
        y = np.log((1 + sines) / (1 - sines))
        y *= np.float32(-1 / (4 * np.pi))
        y += np.float32(0.5)
        return x, np.clip(y, 0, 1, out=y)

    def _around_in_block(self, start: int, spot: Spot, reach: np.float32, limit: np.float32) -> tuple[Rows, Shares]:
        block = slice(start, start + BLOCK)
        latitude, longitude = self._latitude[block], self._longitude[block]
        near = np.flatnonzero(np.abs(latitude - np.float32(np.radians(spot.latitude))) <= reach)
        shares = _haversines(np.take(latitude, near), np.take(longitude, near), spot)
        inside = np.flatnonzero(shares <= limit)
        return (np.take(near, inside) + start).astype(np.uint32), np.take(shares, inside)


class Around:
    """The rows around a spot, and how far each is."""

    def __init__(self, columns: Columns, spot: Spot, rows: Rows, shares: Shares) -> None:
        self.rows = bitmap(rows) if 2 * len(rows) < columns.size else _all_but_the_rest(rows, columns.size)
        self._columns = columns
        self._spot = spot
        self._shares = shares

    def within_each(self, rows: BitMap, radii: Sequence[float]) -> list[int]:
        """How many of these rows are within each of so many miles."""
        if _MANY * len(rows) > self._columns.size:
            rows = rows & self._columns.around(self._spot, max(radii, default=0.0)).rows
        shares = self._columns.shares(self._spot, numbers(rows))
        return [int(np.count_nonzero(shares <= _limit(miles))) for miles in radii]

    def distances(self, rows: Rows) -> Rows:
        """A whole number below 2**31 for each of these rows, all of them around the spot, that grows with distance."""
        is_all = len(rows) == len(self._shares)
        return (self._shares if is_all else self._columns.shares(self._spot, rows)).view(np.uint32)


def stored_numbers(connection: sqlite3.Connection, name: str) -> Rows:
    """A stored column as 32-bit numbers of its own, which may be changed."""
    size = connection.execute("SELECT length(data) FROM col WHERE name = ?", (name,)).fetchone()[0]
    numbers_there = np.empty(size // 4, dtype="<u4")
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
    return BitMap(array("I", np.ascontiguousarray(rows, dtype=np.uint32).tobytes()), optimize=False)


def numbers(rows: BitMap) -> Rows:
    """A set as ascending row numbers."""
    return np.frombuffer(rows.to_array(), dtype=np.uint32) if rows else np.empty(0, dtype=np.uint32)


def _all_but_the_rest(rows: Rows, size: int) -> BitMap:
    """A set of most rows: faster made from the few that it leaves out."""
    rest = np.ones(size, dtype=bool)
    rest[rows] = False
    return bitmap(np.flatnonzero(rest).astype(np.uint32)).flip(0, size)


def _radians(connection: sqlite3.Connection, name: str) -> Shares:
    degrees = stored_numbers(connection, name).view("<i4")
    radians = degrees.astype(np.float32)
    radians *= np.float32(np.radians(DEGREE))
    radians[np.flatnonzero(degrees == NO_COORDINATE)] = np.nan
    return radians


def _haversines(latitude: Shares, longitude: Shares, spot: Spot) -> Shares:
    share = _half_angle_squared(longitude, spot.longitude)
    share *= np.cos(latitude)
    share *= np.float32(np.cos(np.radians(spot.latitude)))
    share += _half_angle_squared(latitude, spot.latitude)
    return share


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
