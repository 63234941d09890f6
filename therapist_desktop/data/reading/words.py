"""From typed words to sets of rows, in tiers from the best match to any."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field

from pyroaring import BitMap

from therapist_desktop.data.layout import Field
from therapist_desktop.data.reading.facets import FacetSets
from therapist_desktop.data.reading.vocabulary import Vocabulary
from therapist_desktop.domain.text import search_words


@dataclass(frozen=True, slots=True)
class WordMatch:
    """The rows that mention all words: somewhere; in name, practice, city or a label; in the name."""

    words: tuple[str, ...]
    anywhere: BitMap
    near: BitMap
    name: BitMap
    corrected: Mapping[str, str] = field(default_factory=dict)


class WordSearch:
    """Words of all three fields, and the labels of facet values."""

    def __init__(self, connection: sqlite3.Connection, facets: FacetSets) -> None:
        self._fields = {one: Vocabulary(connection, one) for one in Field}
        self._facets = facets

    def match(self, connection: sqlite3.Connection, text: str) -> WordMatch | None:
        """The rows for all words of a text, or None if it holds no word. Every word may be the beginning of one."""
        words, corrected = self._corrected(connection, search_words(text))
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
        return WordMatch(words, every(*anywhere), every(*near), every(*name), corrected)

    def meant(self, connection: sqlite3.Connection, text: str) -> tuple[str, ...]:
        """The words of a text as they are searched for, slips of the finger mended."""
        return self._corrected(connection, search_words(text))[0]

    def names(self, connection: sqlite3.Connection, word: str) -> BitMap:
        """The rows with this beginning of a word in their name."""
        return self._starting(connection, Field.NAME, word)

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
