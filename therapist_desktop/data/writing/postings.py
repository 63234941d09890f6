"""Collect which rows have which word, and store the sets as bitmaps."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from pyroaring import BitMap

from therapist_desktop.data.layout import (
    PREFIX_LENGTHS,
    PREFIX_TERMS,
    Column,
    Field,
    Numbers,
    pack,
    prefix_post,
    word_post,
)
from therapist_desktop.data.writing.projecting import WordSets


def bitmap(rows: Numbers) -> BitMap:
    """Rows as array and bitset containers; run containers would make counting several times slower."""
    return BitMap(rows)


class WordCollector:
    """Rows by word, for each of the three fields."""

    def __init__(self) -> None:
        self._rows: dict[Field, defaultdict[str, Numbers]] = {field: defaultdict(_no_rows) for field in Field}

    def add(self, row: int, words: WordSets) -> None:
        """The words of one listing."""
        for field, found in zip(Field, words, strict=True):
            rows = self._rows[field]
            for word in found:
                rows[word].append(row)

    def posts(self) -> Iterator[tuple[int, bytes]]:
        """Every posting as (id, bitmap bytes): words first, then the precomputed prefixes."""
        for field in Field:
            words = self._words(field)
            for index, word in enumerate(words):
                yield word_post(field, index), bitmap(self._rows[field][word]).serialize()
            for index, (_prefix, union) in enumerate(self._prefixes(field, words)):
                yield prefix_post(field, index), union.serialize()

    def columns(self) -> Iterator[tuple[str, bytes]]:
        """The vocabularies, in the order of the posting ids."""
        for field in Field:
            words = self._words(field)
            prefixes = [prefix for prefix, _members in _shared_prefixes(words)]
            yield Column.words(field), "\n".join(words).encode()
            yield Column.prefixes(field), "\n".join(prefixes).encode()

    def _words(self, field: Field) -> list[str]:
        return sorted(self._rows[field])

    def _prefixes(self, field: Field, words: list[str]) -> Iterator[tuple[str, BitMap]]:
        rows = self._rows[field]
        for prefix, members in _shared_prefixes(words):
            union = array("I")
            for word in members:
                union.extend(rows[word])
            yield prefix, bitmap(union)


class FacetCollector:
    """Rows by facet and value."""

    def __init__(self) -> None:
        self._rows: defaultdict[str, defaultdict[str, Numbers]] = defaultdict(lambda: defaultdict(_no_rows))

    def add(self, row: int, facet: str, values: Iterable[str]) -> None:
        """The values of one facet that a listing has."""
        rows = self._rows[facet]
        for value in values:
            rows[value].append(row)

    def having(self, facet: str, value: str, children: Iterable[str] = ()) -> BitMap:
        """The rows with a value, or with any of its children for a heading."""
        rows = bitmap(self._rows[facet].get(value, _no_rows()))
        for child in children:
            rows |= self.having(facet, child)
        return rows

    def values(self) -> Iterator[tuple[str, str]]:
        """Every facet and value that some listing has."""
        return ((facet, value) for facet, rows in self._rows.items() for value in rows)


def newest_first(days: Numbers) -> Iterator[tuple[str, bytes]]:
    """The order of the rows by their day of verification, newest first and never last, with the days in that order."""
    order = sorted(range(len(days)), key=lambda row: -days[row])
    yield Column.NEWEST_ROWS, pack(array("I", order))
    yield Column.NEWEST_DAYS, pack(array("i", (days[row] for row in order)))


def _shared_prefixes(words: list[str]) -> Iterator[tuple[str, list[str]]]:
    for length in PREFIX_LENGTHS:
        long_enough = (word for word in words if len(word) >= length)
        for prefix, members in groupby(long_enough, key=itemgetter(slice(length))):
            found = list(members)
            if len(found) >= PREFIX_TERMS:
                yield prefix, found


def _no_rows() -> Numbers:
    return array("I")
