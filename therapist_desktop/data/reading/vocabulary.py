"""Words to sets of rows: exact words, prefixes, and the nearest known word for a mistyped one."""

import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from operator import itemgetter

from pyroaring import BitMap

from therapist_desktop.data.layout import Column, Field, prefix_post, word_post
from therapist_desktop.data.reading.columns import stored_bitmap
from therapist_desktop.data.reading.days import column
from therapist_desktop.data.reading.lines import Lines

_SHORT = 4
_CANDIDATES = 12
LAST = "\U0010ffff"
"""Sorts behind every letter that a word can go on with."""


class Vocabulary:
    """The words of one field of a catalogue."""

    def __init__(self, connection: sqlite3.Connection, field: Field) -> None:
        self._field = field
        self.words = Lines(column(connection, Column.words(field)))
        prefixes = Lines(column(connection, Column.prefixes(field)))
        self._prefixes = {prefix: place for place, prefix in enumerate(prefixes)}

    @cached_property
    def _by_length(self) -> dict[int, str]:
        """The words of each length as one text: as many strings would take 4 MB more at a million listings."""
        lengths: dict[int, list[str]] = {}
        for word in self.words:
            lengths.setdefault(len(word), []).append(word)
        return {length: " ".join(words) for length, words in lengths.items()}

    def starting(self, connection: sqlite3.Connection, prefix: str) -> BitMap:
        """The rows that have a word with this beginning."""
        place = self._prefixes.get(prefix)
        if place is not None:
            return _post(connection, prefix_post(self._field, place))
        first, last = bisect_left(self.words, prefix), bisect_left(self.words, prefix + LAST)
        if last - first == 1:
            return _post(connection, word_post(self._field, first))
        question = "SELECT bitmap FROM post WHERE id >= ? AND id < ?"
        stored = connection.execute(question, (word_post(self._field, first), word_post(self._field, last)))
        return BitMap.union(BitMap(), *(stored_bitmap(one) for (one,) in stored))

    def whole(self, connection: sqlite3.Connection, word: str) -> BitMap:
        """The rows that have exactly this word."""
        place = self.place(word)
        return BitMap() if place is None else _post(connection, word_post(self._field, place))

    def place(self, word: str) -> int | None:
        """Where a word stands among the words of this field, or None."""
        place = bisect_left(self.words, word)
        return place if place < len(self.words) and self.words[place] == word else None

    def nearest(self, word: str, more: Iterable[str] = ()) -> list[tuple[str, tuple[int, bool]]]:
        """Known words at most two slips away (one for short words) with their rank: slips, then another first letter.

        A slip is a letter more, less, changed or swapped with its neighbour; `more` are known words from elsewhere.
        """
        slips = _slips_in(word)
        lengths = range(len(word) - slips, len(word) + slips + 1)
        near = [self._by_length.get(length, "").split() for length in lengths]
        return nearest_of(word, [*near, [one for one in more if len(one) in lengths]])


def nearest_of(word: str, known: Iterable[Sequence[str]]) -> list[tuple[str, tuple[int, bool]]]:
    """The words of these lists that are at most two slips away (one for short words), ranked as by `nearest`."""
    from rapidfuzz import process  # 3 MB of memory, for mistyped words only
    from rapidfuzz.distance import OSA

    ranks: dict[str, tuple[int, bool]] = {}
    for some in known:
        found = process.extract(word, some, scorer=OSA.distance, score_cutoff=_slips_in(word), limit=_CANDIDATES)
        ranks |= {one: (int(slipped), one[:1] != word[:1]) for one, slipped, _ in found}
    return sorted(ranks.items(), key=itemgetter(1))


def _slips_in(word: str) -> int:
    return 1 if len(word) <= _SHORT else 2


def _post(connection: sqlite3.Connection, number: int) -> BitMap:
    found = connection.execute("SELECT bitmap FROM post WHERE id = ?", (number,)).fetchone()
    return stored_bitmap(found[0])
