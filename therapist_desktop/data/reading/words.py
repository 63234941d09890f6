"""From typed words to sets of rows, in tiers from the best match to any."""

import sqlite3
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pyroaring import BitMap

from therapist_desktop.data.layout import Field
from therapist_desktop.data.reading.cards import folded_at
from therapist_desktop.data.reading.facets import FacetSets
from therapist_desktop.data.reading.vocabulary import Vocabulary
from therapist_desktop.domain.filters import Filters
from therapist_desktop.domain.results import Suggestion
from therapist_desktop.domain.text import search_words


@dataclass(frozen=True, slots=True)
class WordMatch:
    """The rows a text finds, and the same in tiers, the most telling first: a row belongs to the first it is in."""

    rows: BitMap
    tiers: tuple[BitMap, ...] = ()
    corrected: Mapping[str, str] = field(default_factory=dict)
    suggestions: tuple[Suggestion, ...] = ()


class WordSearch:
    """Words of all three fields, and the labels of facet values."""

    def __init__(self, connection: sqlite3.Connection, facets: FacetSets, rows: int) -> None:
        self._fields = {one: Vocabulary(connection, one) for one in Field}
        self._facets = facets
        self._rows = rows

    def match(self, connection: sqlite3.Connection, filters: Filters) -> WordMatch | None:
        """What the words of these filters find, or None if there are none. Every word may be the beginning of one."""
        words, corrected = self._corrected(connection, search_words(filters.words))
        if not words:
            return None
        labelled = {word: self._facets.labelled(word) for word in words}
        name = [self._starting(connection, Field.NAME, word) for word in words]
        near = [
            named | self._starting(connection, Field.NEAR, word) | labelled[word]
            for named, word in zip(name, words, strict=True)
        ]
        anywhere = [self._starting(connection, Field.ALL, word) | labelled[word] for word in words]
        every = BitMap.intersection
        exactly = self._named_exactly(connection, " ".join(words))
        return WordMatch(every(*anywhere), (exactly, every(*name), every(*near)), corrected)

    def reasons(self, connection: sqlite3.Connection, text: str, rows: BitMap) -> Iterator[dict[int, str]]:
        """Why each of these rows was found: a word in the name speaks for itself; else the value it stands for, or
        that it is mentioned."""
        for word in self._corrected(connection, search_words(text))[0]:
            other = rows - self._starting(connection, Field.NAME, word)
            yield dict.fromkeys(other, f'mentions "{word}"') | self._facets.labels_for(word, other)

    def _starting(self, connection: sqlite3.Connection, one: Field, word: str) -> BitMap:
        return self._fields[one].starting(connection, word)

    def _corrected(
        self, connection: sqlite3.Connection, typed: tuple[str, ...]
    ) -> tuple[tuple[str, ...], dict[str, str]]:
        words, corrected = [], {}
        for word in typed:
            meant = word
            if not self._known(connection, word):
                meant = self._meant(connection, word) or word
            if meant != word:
                corrected[word] = meant
            words.append(meant)
        return tuple(dict.fromkeys(words)), corrected

    def _known(self, connection: sqlite3.Connection, word: str) -> bool:
        return bool(self._starting(connection, Field.ALL, word)) or bool(self._facets.labelled(word))

    def _meant(self, connection: sqlite3.Connection, word: str) -> str:
        """The known word nearest to a mistyped one; among equally near ones the one with most listings."""
        near = self._fields[Field.ALL].nearest(word, self._facets.label_words())
        if not near:
            return ""
        best = near[0][1]
        rivals = [candidate for candidate, rank in near if rank == best]
        return max(
            rivals,
            key=lambda one: len(self._starting(connection, Field.ALL, one) | self._facets.labelled(one)),
        )

    def _named_exactly(self, connection: sqlite3.Connection, name: str) -> BitMap:
        """Rows follow the folded name, so one name is one run of rows."""
        first = self._first_row_from(connection, name)
        last = self._first_row_from(connection, name + "\x00")
        return BitMap(array("I", range(first, last)))

    def _first_row_from(self, connection: sqlite3.Connection, name: str) -> int:
        low, high = 0, self._rows
        while low < high:
            middle = (low + high) // 2
            there = folded_at(connection, middle)
            step = middle
            while there is None and step > low:
                step -= 1
                there = folded_at(connection, step)
            if there is not None and there >= name:
                high = step
            else:
                low = middle + 1
        return low
