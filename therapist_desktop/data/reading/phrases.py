"""Words side by side: which rows hold a phrase, and in which of their fields."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

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

_SOME_TEXT = len((_NAME, _PART, _CITY, _CODE))

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


class Wanted(NamedTuple):
    """A phrase, rows that may hold it, and those of them that may hold it in name, practice, city or ZIP.

    Other rows may be found too, but only in texts.
    """

    phrase: Sequence[str]
    among: BitMap
    telling: BitMap


class Phrases:
    """The stored wording of a catalogue. Holds one piece of it in memory at a time."""

    def __init__(self, connection: sqlite3.Connection, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._numbers = np.frombuffer(column(connection, Column.WORD_NUMBERS), dtype="<u4")

    def find(self, connection: sqlite3.Connection, wanted: Sequence[Wanted], still: Callable[[], None]) -> list[Spoken]:
        """Where the whole words of each phrase stand side by side. One pass over the wording answers for all."""
        phrases = [self._numbered(one.phrase) for one in wanted]
        pieces = [set(_pieces(one.among)) if phrase else set() for phrase, one in zip(phrases, wanted, strict=True)]
        telling = [set(_pieces(one.telling)) for one in wanted]
        found: list[list[Spoken]] = [[] for _ in wanted]
        for number in sorted(set().union(*pieces)):
            still()
            piece = _Piece(connection, number)
            for place, phrase in enumerate(phrases):
                if number in pieces[place]:
                    found[place].append(piece.find(phrase, with_fields=number in telling[place]))
        return [_together(one) for one in found]

    def _numbered(self, phrase: Sequence[str]) -> list[int]:
        """The numbers of these words, nothing if one of them is unknown."""
        places = [place for word in phrase if (place := self._vocabulary.place(word)) is not None]
        return [int(self._numbers[place]) for place in places] if len(places) == len(phrase) else []


class _Piece:
    """One piece of the wording. A 0 behind every field keeps a phrase from running on into the next."""

    def __init__(self, connection: sqlite3.Connection, number: int) -> None:
        stored = connection.execute("SELECT starts, words FROM wording WHERE piece = ?", (number,)).fetchone()
        if stored is None:
            raise CatalogueDamaged(what=f"the wording has no piece {number}")
        self._starts, self._words = map(_unpacked, stored)
        self._first_row = number * WORDING_ROWS

    def find(self, phrase: Sequence[int], *, with_fields: bool) -> Spoken:
        """Where the phrase stands."""
        hits = self._places(phrase)
        rows = np.searchsorted(self._starts, hits, side="right") - 1
        if not with_fields or not len(hits):
            return Spoken(rows + self._first_row, np.full(len(hits), _SOME_TEXT))
        fields = np.searchsorted(self._ends, hits) - np.searchsorted(self._ends, self._starts[rows])
        return Spoken(rows + self._first_row, fields)

    def _places(self, phrase: Sequence[int]) -> NDArray[np.intp]:
        """Where the phrase begins. Every further word is only looked at where all before it were right."""
        hits = np.flatnonzero(self._words == phrase[0])
        for step, number in enumerate(phrase[1:], 1):
            hits = hits[hits + step < len(self._words)]
            hits = hits[self._words[hits + step] == number]
        return hits

    @cached_property
    def _ends(self) -> NDArray[np.intp]:
        return np.flatnonzero(self._words == 0)


def _pieces(rows: BitMap) -> Iterator[int]:
    """The numbers of the pieces that hold any of these rows."""
    row = rows.min() if rows else None
    while row is not None:
        yield row // WORDING_ROWS
        row = _next_from(rows, (row // WORDING_ROWS + 1) * WORDING_ROWS)


def _next_from(rows: BitMap, row: int) -> int | None:
    place = rows.rank(row - 1) if row else 0
    return rows[place] if place < len(rows) else None


def _together(found: Sequence[Spoken]) -> Spoken:
    none = np.empty(0, np.intp)
    return Spoken(
        np.concatenate([none, *(one.rows for one in found)]), np.concatenate([none, *(one.fields for one in found)])
    )


def _unpacked(stored: bytes) -> Words:
    try:
        return np.frombuffer(zstandard.decompress(stored), dtype="<u4")
    except (zstandard.ZstdError, ValueError) as error:
        raise CatalogueDamaged(what="the wording does not read back as it was written") from error
