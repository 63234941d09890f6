"""The stored coordinates of rows, as they are."""

import sqlite3
from array import array

import numpy as np

from therapist_desktop.data.layout import NO_COORDINATE, Column, Numbers
from therapist_desktop.data.reading.columns import Rows, stored_numbers
from therapist_desktop.data.reading.ordering import packed
from therapist_desktop.domain.points import Points


def points_of(connection: sqlite3.Connection, rows: Rows) -> Points:
    """The points of these rows. The columns are read anew: nobody holds them but who asked."""
    latitudes = np.take(stored_numbers(connection, Column.LATITUDE).view("<i4"), rows)
    longitudes = np.take(stored_numbers(connection, Column.LONGITUDE).view("<i4"), rows)
    there = (latitudes != NO_COORDINATE) & (longitudes != NO_COORDINATE)
    found = rows[there]
    return Points(packed(found), _plain(latitudes[there]), _plain(longitudes[there]), len(rows) - len(found))


def _plain(units: Rows) -> Numbers:
    plain = array("i")
    plain.frombytes(np.ascontiguousarray(units, dtype=np.int32).view(np.uint8).data)
    return plain
