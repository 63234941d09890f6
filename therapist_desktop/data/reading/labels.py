"""The words that stand for values: their labels and other names, and the listings that have such a value."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from pyroaring import BitMap

from therapist_desktop.data.reading.facets import FacetSets
from therapist_desktop.data.reading.vocabulary import LAST
from therapist_desktop.domain.filters import Choice
from therapist_desktop.domain.reasons import Reason, Why
from therapist_desktop.domain.taxonomy import Facet, Value
from therapist_desktop.domain.text import words_of

UNSPOKEN = frozenset({Facet.VERIFIED, Facet.FEE, Facet.CLIENT_STATE})
"""A state in a text is where somebody works, and a number is a street, a ZIP code or a telephone."""
_KEPT = 32
"""How many unions of labels are kept."""
_MANY = 64
"""Unions of fewer sets are made anew in half a millisecond; the one-letter ones are the union of hundreds."""


class Labels:
    """Labels and other names of all values of a release, but for facets whose names mean something else in a text."""

    def __init__(self, facets: FacetSets) -> None:
        self._facets = facets
        self.values = [value for one in facets.taxonomy if one.facet not in UNSPOKEN for value in one.values]
        self._by_word: dict[str, list[Value]] = {}
        for value in self.values:
            for word in dict.fromkeys(words_of(" ".join((value.label, *value.aliases)))):
                self._by_word.setdefault(word, []).append(value)
        self.words = sorted(self._by_word)
        """Every word that is part of some name."""
        self._starting: dict[str, BitMap] = {}

    def having(self, choice: Choice) -> BitMap:
        """The rows that have this value, none if the release knows none. Not to be changed."""
        return self._facets.rows(choice.facet, choice.value)

    def starting(self, prefix: str) -> BitMap:
        """The rows that have a value with a name in which a word begins like this. Not to be changed."""
        rows = self._starting.get(prefix)  # asked once: another reader may empty the store meanwhile
        if rows is None:
            named = self._named(prefix)
            rows = self._union(named)
            if len(self._starting) >= _KEPT:
                self._starting.clear()
            if len(named) >= _MANY:
                self._starting[prefix] = rows
        return rows

    def mentioning(self, phrase: Sequence[str]) -> BitMap:
        """The rows that have a value with a name that holds these whole words side by side."""
        return self._union(self._holding(phrase))

    def labels_of(self, phrase: Sequence[str], rows: BitMap, *, whole: bool = False) -> dict[int, Reason]:
        """For those of these rows that have a value which such words stand for, the first one.

        The words are whole ones side by side, or else one word that may be a beginning.
        """
        return self.first_labels(self._holding(phrase) if whole else self._named(phrase[0]), rows)

    def first_labels(self, values: Iterable[Value], rows: BitMap) -> dict[int, Reason]:
        """For those of these rows that have any of these values, the first one."""
        labels: dict[int, Reason] = {}
        missing = rows.copy()
        for value in values:
            if not missing:
                break
            found = missing & self._rows(value)
            labels |= dict.fromkeys(found, Reason(Why.VALUE, value.label))
            missing -= found
        return labels

    def _named(self, prefix: str) -> list[Value]:
        words = self.words[bisect_left(self.words, prefix) : bisect_left(self.words, prefix + LAST)]
        named = {value.key for word in words for value in self._by_word[word]}
        return [value for value in self.values if value.key in named]

    def _holding(self, phrase: Sequence[str]) -> Iterator[Value]:
        wanted = f" {' '.join(phrase)} "
        for value in self._by_word.get(phrase[0], ()):
            if any(wanted in name for name in self._spelled[value.key]):
                yield value

    @cached_property
    def _spelled(self) -> dict[str, tuple[str, ...]]:
        """The folded names of each value with a space at both ends, by its key."""
        return {
            value.key: tuple(f" {' '.join(words_of(name))} " for name in (value.label, *value.aliases))
            for value in self.values
        }

    def _rows(self, value: Value) -> BitMap:
        return self._facets.rows(value.facet, value.id)

    def _union(self, values: Iterable[Value]) -> BitMap:
        return BitMap.union(BitMap(), *map(self._rows, values))
