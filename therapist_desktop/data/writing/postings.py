"""Collect which rows have which word, and store the sets as bitmaps."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate, groupby
from operator import itemgetter

import zstandard
from pyroaring import BitMap

from therapist_desktop.data.layout import (
    PREFIX_LENGTHS,
    PREFIX_TERMS,
    WORDING_ROWS,
    Column,
    Field,
    Numbers,
    pack,
    prefix_post,
    word_post,
)
from therapist_desktop.data.writing.projecting import Wording

_LEVEL = 1


def bitmap(rows: Numbers) -> BitMap:
    """Rows as array and bitset containers; run containers would make counting several times slower."""
    return BitMap(rows)


class WordCollector:
    """Rows by word, for each field, and the wording of all listings."""

    def __init__(self) -> None:
        self._rows: dict[Field, defaultdict[str, Numbers]] = {field: defaultdict(_no_rows) for field in Field}
        self._numbers: dict[str, int] = {}
        self._wording: dict[int, list[int]] = {}

    def add(self, row: int, words: Wording) -> None:
        """The words of one listing."""
        near = {*words.part, *words.city, *words.code}
        for field, found in (
            (Field.NAME, set(words.name)),
            (Field.NEAR, near),
            (Field.ALL, near.union(words.name, *words.text)),
            (Field.CITY, set(words.city)),
        ):
            rows = self._rows[field]
            for word in found:
                rows[word].append(row)
        self._wording[row] = [
            number
            for words_of_field in words.fields
            for number in (*(self._numbers.setdefault(word, len(self._numbers) + 1) for word in words_of_field), 0)
        ]

    def wording(self, rows: int) -> Iterator[tuple[int, bytes, bytes]]:
        """The wording of all listings, piece by piece."""
        compress = zstandard.ZstdCompressor(level=_LEVEL).compress
        for piece, first in enumerate(range(0, rows, WORDING_ROWS)):
            starts, words = array("I", [0]), array("I")
            for row in range(first, min(first + WORDING_ROWS, rows)):
                words.extend(self._wording.get(row, ()))
                starts.append(len(words))
            yield piece, compress(pack(starts)), compress(pack(words))

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
        yield Column.WORD_NUMBERS, pack(array("I", (self._numbers[word] for word in self._words(Field.ALL))))

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
    """The rows by their day of verification, newest first and never last, and where each day ends among them."""
    order = sorted(range(len(days)), key=lambda row: -days[row])
    rows_of_day = Counter(days)
    newest = sorted(rows_of_day, reverse=True)
    yield Column.NEWEST_ROWS, pack(array("I", order))
    yield Column.NEWEST_DAYS, pack(array("i", newest))
    yield Column.NEWEST_ENDS, pack(array("I", accumulate(rows_of_day[day] for day in newest)))


def _shared_prefixes(words: list[str]) -> Iterator[tuple[str, list[str]]]:
    for length in PREFIX_LENGTHS:
        long_enough = (word for word in words if len(word) >= length)
        for prefix, members in groupby(long_enough, key=itemgetter(slice(length))):
            found = list(members)
            if len(found) >= PREFIX_TERMS:
                yield prefix, found


def _no_rows() -> Numbers:
    return array("I")
