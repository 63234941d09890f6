"""The stored columns of numbers, as arrays: where each listing is, and when it was last verified."""

import sqlite3
from array import array
from datetime import date

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from therapist_desktop.data.layout import NO_COORDINATE, Column
from therapist_desktop.data.reading.cards import DEGREE, EARTH_MILES
from therapist_desktop.data.reading.days import band_edges, column, newest_rows
from therapist_desktop.domain.errors import CatalogueDamaged
from therapist_desktop.domain.results import Spot

Rows = NDArray[np.uint32]
_SLACK = 0.01
"""Miles that the coarse band is wider, for rounding."""


class Columns:
    """Where every row is (radians, good to a third of a metre) and the order by verification."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        latitude = np.frombuffer(column(connection, Column.LATITUDE), dtype="<i4")
        longitude = np.frombuffer(column(connection, Column.LONGITUDE), dtype="<i4")
        self._latitude = np.where(latitude == NO_COORDINATE, np.nan, np.radians(latitude * DEGREE)).astype(np.float32)
        self._longitude = np.radians(longitude * DEGREE).astype(np.float32)
        self._shrink = np.cos(self._latitude)
        self._newest = np.frombuffer(newest_rows(connection), dtype=np.uint32)

    def around(self, spot: Spot, miles: float) -> "Around":
        """The rows at most so many miles away."""
        angle = miles / EARTH_MILES
        middle = np.radians(spot.latitude)
        slack = _SLACK / EARTH_MILES
        rows = np.flatnonzero(np.abs(self._latitude - np.float32(middle)) <= angle + slack).astype(np.uint32)
        lift = np.sin((self._latitude[rows] - np.float32(middle)) / 2)
        swing = np.sin((self._longitude[rows] - np.float32(np.radians(spot.longitude))) / 2)
        share = lift * lift + np.float32(np.cos(middle)) * self._shrink[rows] * swing * swing
        there = share <= np.float32(np.sin(min(angle, np.pi) / 2) ** 2)
        return Around(bitmap(rows[there]), rows[there], share[there])

    def newest_first(self, rows: Rows) -> Rows:
        """Rows by day of verification, newest first, never last; equals keep their order."""
        wanted = np.zeros(len(self._newest), dtype=bool)
        wanted[rows] = True
        return self._newest[wanted[self._newest]]

    def bands(self, connection: sqlite3.Connection, today: date) -> dict[str, BitMap]:
        """The rows of each freshness band on this day."""
        return {band: bitmap(self._newest[part]) for band, part in band_edges(connection, today).items()}


class Around:
    """The rows around a spot, and how far each is, as the haversine of the angle, which grows with the distance."""

    def __init__(self, rows: BitMap, ordered: Rows, share: NDArray[np.float32]) -> None:
        self.rows = rows
        self._ordered = ordered
        self._share = share

    def nearest_first(self, rows: Rows) -> Rows:
        """Rows of this set by distance, equals by row number: one sort of plain integers, distance before row."""
        share = self._share[np.searchsorted(self._ordered, rows)]
        keys = share.view(np.uint32).astype(np.uint64) << np.uint64(32) | rows
        keys.sort()
        return (keys & np.uint64(0xFFFFFFFF)).astype(np.uint32)


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
