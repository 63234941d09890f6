"""The stored columns of numbers, as arrays: where each listing is."""

import sqlite3
from array import array

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from therapist_desktop.data.layout import NO_COORDINATE, Column
from therapist_desktop.data.reading.cards import DEGREE, EARTH_MILES
from therapist_desktop.data.reading.days import column
from therapist_desktop.domain.errors import CatalogueDamaged
from therapist_desktop.domain.results import Spot

Rows = NDArray[np.uint32]
Shares = NDArray[np.float32]
_SLACK = 0.01
"""Miles that the coarse band is wider, for rounding."""
_WIDE = 2


class Columns:
    """Where every row is, in radians, good to a third of a metre."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        latitude = np.frombuffer(column(connection, Column.LATITUDE), dtype="<i4")
        longitude = np.frombuffer(column(connection, Column.LONGITUDE), dtype="<i4")
        self._latitude = np.where(latitude == NO_COORDINATE, np.nan, np.radians(latitude * DEGREE)).astype(np.float32)
        self._longitude = np.radians(longitude * DEGREE).astype(np.float32)

    def around(self, spot: Spot, miles: float) -> "Around":
        """The rows at most so many miles away."""
        angle = miles / EARTH_MILES
        band = np.abs(self._latitude - np.float32(np.radians(spot.latitude))) <= angle + _SLACK / EARTH_MILES
        near = None  # working along whole columns is faster than picking many rows
        if _WIDE * np.count_nonzero(band) < len(band):
            near = np.flatnonzero(band).astype(np.uint32)
        shares = self.shares(spot, near)
        inside = np.flatnonzero(shares <= np.float32(np.sin(min(angle, np.pi) / 2) ** 2)).astype(np.uint32)
        return Around(self, spot, inside if near is None else np.take(near, inside), np.take(shares, inside))

    def shares(self, spot: Spot, rows: Rows | None) -> Shares:
        """How far rows (None: all) are from a spot, as the haversine of the angle, which grows with the distance.

        Works in place where it can: fresh memory for a million numbers costs more than the arithmetic on them.
        """
        latitude = self._latitude if rows is None else np.take(self._latitude, rows)
        longitude = self._longitude if rows is None else np.take(self._longitude, rows)
        lift = _half_angle_squared(latitude, spot.latitude)
        swing = _half_angle_squared(longitude, spot.longitude)
        scale = np.cos(latitude)
        scale *= np.float32(np.cos(np.radians(spot.latitude)))
        swing *= scale
        lift += swing
        return lift


class Around:
    """The rows around a spot, and how far each is."""

    def __init__(self, columns: Columns, spot: Spot, rows: Rows, shares: Shares) -> None:
        self.rows = bitmap(rows)
        self._columns = columns
        self._spot = spot
        self._shares = shares

    def distances(self, rows: Rows) -> Rows:
        """A whole number below 2**31 for each of these rows, all of them around the spot, that grows with distance."""
        is_all = len(rows) == len(self._shares)
        return (self._shares if is_all else self._columns.shares(self._spot, rows)).view(np.uint32)


def stored_bitmap(data: bytes) -> BitMap:
    """The set in these stored bytes. Raises CatalogueDamaged."""
    try:
        return BitMap.deserialize(data)
    except ValueError as error:
        raise CatalogueDamaged(what="a set of rows does not read back as it was written") from error


def bitmap(rows: Rows) -> BitMap:
    """Rows as a set; going through an array is several times faster than iterating numpy."""
    return BitMap(array("I", np.ascontiguousarray(rows, dtype=np.uint32).tobytes()))


def numbers(rows: BitMap) -> Rows:
    """A set as ascending row numbers."""
    return np.frombuffer(rows.to_array(), dtype=np.uint32) if rows else np.empty(0, dtype=np.uint32)


def _half_angle_squared(angles: Shares, middle: float) -> Shares:
    """The squared sine of half the angle between each of these, in radians, and a middle in degrees."""
    half = angles - np.float32(np.radians(middle))
    half *= np.float32(0.5)
    np.sin(half, out=half)
    half *= half
    return half
