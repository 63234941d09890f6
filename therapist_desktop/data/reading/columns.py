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
from therapist_desktop.domain.freshness import Freshness
from therapist_desktop.domain.results import Spot

Rows = NDArray[np.uint32]
_MILES_A_DEGREE = EARTH_MILES * np.pi / 180


class Columns:
    """Latitude, longitude and the order by verification of every row."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._latitude = np.frombuffer(column(connection, Column.LATITUDE), dtype="<i4")
        self._longitude = np.frombuffer(column(connection, Column.LONGITUDE), dtype="<i4")
        self._newest = np.frombuffer(newest_rows(connection), dtype=np.uint32)

    def within(self, spot: Spot, miles: float) -> BitMap:
        """The rows at most so many miles away."""
        reach = miles / _MILES_A_DEGREE / DEGREE
        middle = spot.latitude / DEGREE
        band = (self._latitude >= middle - reach) & (self._latitude <= middle + reach)
        band &= self._latitude != NO_COORDINATE
        rows = np.flatnonzero(band).astype(np.uint32)
        return bitmap(rows[self.miles(spot, rows) <= miles])

    def miles(self, spot: Spot, rows: Rows) -> NDArray[np.float64]:
        """The great-circle distance of each row, infinite where its place is not known."""
        latitude = np.radians(self._latitude[rows] * DEGREE)
        longitude = np.radians(self._longitude[rows] * DEGREE)
        phi, theta = np.radians(spot.latitude), np.radians(spot.longitude)
        lift = np.sin((latitude - phi) / 2) ** 2
        swing = np.sin((longitude - theta) / 2) ** 2
        miles = 2 * EARTH_MILES * np.arcsin(np.sqrt(np.clip(lift + np.cos(phi) * np.cos(latitude) * swing, 0, 1)))
        unknown = self._latitude[rows] == NO_COORDINATE
        return np.where(unknown, np.inf, miles)

    def nearest_first(self, spot: Spot, rows: Rows) -> Rows:
        """Rows by distance; equals keep their order."""
        return rows[np.argsort(self.miles(spot, rows), kind="stable")]

    def newest_first(self, rows: Rows) -> Rows:
        """Rows by day of verification, newest first, never last; equals keep their order."""
        wanted = np.zeros(len(self._newest), dtype=bool)
        wanted[rows] = True
        return self._newest[wanted[self._newest]]

    def bands(self, connection: sqlite3.Connection, today: date) -> dict[str, BitMap]:
        """The rows of each freshness band on this day."""
        if not len(self._newest):
            return {band: BitMap() for band in Freshness}
        return {band: bitmap(self._newest[part]) for band, part in band_edges(connection, today).items()}


def bitmap(rows: Rows) -> BitMap:
    """Rows as a set; going through an array is several times faster than iterating numpy."""
    return BitMap(array("I", np.ascontiguousarray(rows, dtype=np.uint32).tobytes()))


def numbers(rows: BitMap) -> Rows:
    """A set as ascending row numbers."""
    return np.frombuffer(rows.to_array(), dtype=np.uint32) if rows else np.empty(0, dtype=np.uint32)
