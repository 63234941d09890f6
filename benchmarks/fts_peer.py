"""The same questions asked of SQLite alone: FTS5 for the words, a table of memberships, GROUP BY for the counts."""

import math
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from benchmarks.directory import Directory, made_whole
from benchmarks.indexed import Indexed, indexed
from benchmarks.questions import PAGE, Question
from benchmarks.telling import counted
from therapist_desktop.data.reading.opening import OpenCatalogue
from therapist_desktop.domain.filters import Near
from therapist_desktop.domain.text import search_words

_TABLES = """
    CREATE TABLE listing (row INTEGER PRIMARY KEY, latitude INTEGER, longitude INTEGER);
    CREATE TABLE member (facet TEXT, value TEXT, row INTEGER);
    CREATE VIRTUAL TABLE words USING fts5 (word, content = '', detail = none, columnsize = 0, prefix = '2 3');
"""
_INDEXES = "CREATE INDEX by_value ON member (facet, value, row); CREATE INDEX by_row ON member (row, facet, value)"
_PRAGMAS = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY"
_UNITS = 100_000
_MILES_A_DEGREE = 69.0
_VERSION = 1
"""Raised when what is stored changes, so that a file kept beside its directory is made anew."""

Counts = dict[str, dict[str, int]]


class FtsPeer:
    """A database over a directory, made on first use and kept beside it."""

    def __init__(self, directory: Directory) -> None:
        folder = directory.folder / f"fts-{_VERSION}"
        if not folder.is_dir():
            with made_whole(folder) as half:
                _fill(half / "peer.sqlite", counted(indexed(directory), directory.rows, "indexing for SQLite"))
        self._connection = sqlite3.connect(folder / "peer.sqlite", isolation_level=None)
        self._connection.executescript(_PRAGMAS)
        self._catalogue = OpenCatalogue(directory.catalogue)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def search_with_counts(self, question: Question) -> tuple[int, Counts]:
        """The whole question: total, a page, and how many results each value of each facet has or would have."""
        chosen = question.filters.by_facet()
        counts: Counts = {}
        for facet in chosen:
            self._find(question, without=facet)
            counts |= self._counts("WHERE facet = ?", (facet.value,))
        total = self._find(question)
        counts = self._counts("", ()) | counts
        self._connection.execute("SELECT * FROM listing JOIN found USING (row) LIMIT ?", (PAGE,)).fetchall()
        return total, counts

    def _find(self, question: Question, without: str = "") -> int:
        """Put the rows of the question into the table `found`."""
        conditions: list[str] = ["1"]
        values: list[str | float] = []
        if words := search_words(question.filters.words):
            conditions.append("row IN (SELECT rowid FROM words WHERE words MATCH ?)")
            values.append(" ".join(f'"{word}"*' for word in words))
        for facet, wanted in question.filters.by_facet().items():
            if facet != without:
                marks = ",".join("?" * len(wanted))
                conditions.append(f"row IN (SELECT row FROM member WHERE facet = ? AND value IN ({marks}))")
                values += [facet.value, *sorted(wanted)]
        if question.filters.near:
            conditions.append("latitude BETWEEN ? AND ? AND longitude BETWEEN ? AND ?")
            values += self._box(question.filters.near)
        self._connection.execute("DROP TABLE IF EXISTS temp.found")
        self._connection.execute("CREATE TEMP TABLE found (row INTEGER PRIMARY KEY)")
        rows = f"INSERT INTO found SELECT row FROM listing WHERE {' AND '.join(conditions)}"
        return self._connection.execute(rows, values).rowcount

    def _counts(self, only: str, values: tuple[str, ...]) -> Counts:
        counts: Counts = {}
        counted_rows = f"SELECT facet, value, count(*) FROM found JOIN member USING (row) {only} GROUP BY facet, value"
        for facet, value, count in self._connection.execute(counted_rows, values):
            counts.setdefault(facet, {})[value] = count
        return counts

    def _box(self, near: Near) -> list[float]:
        spot = self._catalogue.spot(near.place)
        high = near.miles / _MILES_A_DEGREE
        wide = high / math.cos(math.radians(spot.latitude))
        edges = (spot.latitude - high, spot.latitude + high, spot.longitude - wide, spot.longitude + wide)
        return [round(edge * _UNITS) for edge in edges]


def _fill(file: Path, listings: Iterator[Indexed]) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.executescript(_PRAGMAS + ";" + _TABLES)
        connection.execute("BEGIN")
        for one in listings:
            place = (one.row, one.latitude, one.longitude)
            connection.execute("INSERT INTO listing VALUES (?, ?, ?)", place)
            connection.execute("INSERT INTO words (rowid, word) VALUES (?, ?)", (one.row, " ".join(one.words)))
            having = ((facet, value, one.row) for facet, values in one.values.items() for value in values)
            connection.executemany("INSERT INTO member VALUES (?, ?, ?)", having)
        connection.execute("COMMIT")
        connection.executescript(_INDEXES)
