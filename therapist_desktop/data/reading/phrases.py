"""Words side by side: which rows hold a phrase, and in which of their fields."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import zstandard
from numpy.typing import NDArray
from pyroaring import BitMap

from therapist_desktop.data.layout import WORDING_ROWS, Column, Field
from therapist_desktop.data.reading.columns import bitmap
from therapist_desktop.data.reading.days import column
from therapist_desktop.data.reading.vocabulary import Vocabulary
from therapist_desktop.domain.errors import CatalogueDamaged

_NAME, _PART, _CITY, _CODE = range(4)
"""The fields of the wording in their order; behind them come descriptions, street and credential."""

_FIELDS = {Field.NAME: (_NAME,), Field.NEAR: (_PART, _CITY, _CODE), Field.CITY: (_CITY,)}

Words = NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Spoken:
    """Where a phrase stands: rows and, side by side with them, the number of the field."""

    rows: NDArray[np.intp]
    fields: NDArray[np.intp]

    def within(self, field: Field) -> BitMap:
        """The rows that have it in one of the fields of this set."""
        if field is Field.ALL:
            return bitmap(np.unique(self.rows).astype(np.uint32))
        inside = np.isin(self.fields, _FIELDS[field])
        return bitmap(np.unique(self.rows[inside]).astype(np.uint32))


class Phrases:
    """The stored wording of a catalogue. Holds one piece of it in memory at a time."""

    def __init__(self, connection: sqlite3.Connection, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._numbers = np.frombuffer(column(connection, Column.WORD_NUMBERS), dtype="<u4")

    def find(
        self, connection: sqlite3.Connection, phrase: Sequence[str], among: BitMap, still: Callable[[], None]
    ) -> Spoken:
        """Where these whole words stand side by side. `among` are rows that may hold them; others may be found too."""
        places = [self._vocabulary.place(word) for word in phrase]
        numbers = [int(self._numbers[place]) for place in places if place is not None]
        found: list[Spoken] = []
        if len(numbers) == len(phrase):
            for piece in _pieces(among):
                still()
                found.append(_found(connection, piece, numbers))
        return Spoken(
            np.concatenate([np.empty(0, np.intp), *(one.rows for one in found)]),
            np.concatenate([np.empty(0, np.intp), *(one.fields for one in found)]),
        )


def _pieces(rows: BitMap) -> Iterator[int]:
    """The numbers of the pieces that hold any of these rows."""
    row = rows.min() if rows else None
    while row is not None:
        yield row // WORDING_ROWS
        row = _next_from(rows, (row // WORDING_ROWS + 1) * WORDING_ROWS)


def _next_from(rows: BitMap, row: int) -> int | None:
    place = rows.rank(row - 1) if row else 0
    return rows[place] if place < len(rows) else None


def _found(connection: sqlite3.Connection, piece: int, phrase: Sequence[int]) -> Spoken:
    """Where the phrase stands in one piece. A 0 behind every field keeps it from running on into the next."""
    stored = connection.execute("SELECT starts, words FROM wording WHERE piece = ?", (piece,)).fetchone()
    if stored is None:
        raise CatalogueDamaged(what=f"the wording has no piece {piece}")
    starts, words = map(_unpacked, stored)
    hits = _places(words, phrase)
    if not len(hits):
        return Spoken(hits, hits)
    rows = np.searchsorted(starts, hits, side="right") - 1
    ends = np.flatnonzero(words == 0)
    fields = np.searchsorted(ends, hits) - np.searchsorted(ends, starts[rows])
    return Spoken(rows + piece * WORDING_ROWS, fields)


def _places(words: Words, phrase: Sequence[int]) -> NDArray[np.intp]:
    """Where the phrase begins. Every further word is only looked at where all before it were right."""
    hits = np.flatnonzero(words == phrase[0])
    for step, number in enumerate(phrase[1:], 1):
        hits = hits[hits + step < len(words)]
        hits = hits[words[hits + step] == number]
    return hits


def _unpacked(stored: bytes) -> Words:
    try:
        return np.frombuffer(zstandard.decompress(stored), dtype="<u4")
    except (zstandard.ZstdError, ValueError) as error:
        raise CatalogueDamaged(what="the wording does not read back as it was written") from error
