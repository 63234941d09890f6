"""Numbers a listing is looked up by: phones, NPIs, licences."""

import sqlite3
from array import array
from collections.abc import Iterable

from pyroaring import BitMap

from therapist_desktop.data.reading.vocabulary import LAST
from therapist_desktop.domain.query import Lookup


def rows_of_numbers(connection: sqlite3.Connection, lookups: Iterable[Lookup]) -> BitMap:
    """The rows that have any of these numbers."""
    return BitMap.union(BitMap(), *(_rows(connection, lookup) for lookup in lookups))


def _rows(connection: sqlite3.Connection, lookup: Lookup) -> BitMap:
    """One look at the beginning of a sorted table; the end of the range is behind every number that begins so."""
    last = lookup.number if lookup.whole else lookup.number + LAST
    question = "SELECT row FROM number WHERE number BETWEEN ? AND ? AND what = ?"
    found = connection.execute(question, (lookup.number, last, lookup.what))
    return BitMap(array("I", (row for (row,) in found)))
