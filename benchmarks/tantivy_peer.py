"""The same questions asked of tantivy, the search library in Rust, through its own Python package.

What is easier for it than for us, on purpose: it gives its first 50 hits in the order of its index (the words are asked
for as beginnings of words, which all score alike), fetches no row, mends no slips of the finger, explains nothing, and
sees a radius as a box. Each beginning of a word is asked in the fastest form that finds all of it: as the last word of
a phrase where the 50 words which that form looks at are enough, else as a regular expression.
"""

import importlib
import importlib.util
import math
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.directory import Directory, made_whole
from benchmarks.indexed import Indexed, facets_of, indexed
from benchmarks.questions import Question
from benchmarks.telling import counted
from therapist_desktop.data.reading.opening import OpenCatalogue
from therapist_desktop.domain.filters import Near
from therapist_desktop.domain.text import search_words

TOP = 50
_ALL_VALUES = 2_000
_HEAP = 500_000_000
_UNITS = 100_000
_MILES_A_DEGREE = 69.0
_VERSION = 1
"""Raised when what is indexed changes, so that an index kept beside its directory is made anew."""

Counts = dict[str, dict[str, int]]


def is_installed() -> bool:
    """Whether there is a tantivy to compare with."""
    return importlib.util.find_spec("tantivy") is not None


class TantivyPeer:
    """An index over a directory, made on first use and kept beside it."""

    def __init__(self, directory: Directory) -> None:
        self._tantivy = importlib.import_module("tantivy")
        self._catalogue = OpenCatalogue(directory.catalogue)
        self._facets = facets_of(self._catalogue.taxonomy())
        self._schema = self._made_schema()
        folder = directory.folder / f"tantivy-{_VERSION}"
        if not folder.is_dir():
            with made_whole(folder) as half:
                self._fill(half, counted(indexed(directory), directory.rows, "indexing for tantivy"))
        self._searcher = self._tantivy.Index(self._schema, path=str(folder)).searcher()
        self._starting, self._boxed = cache(self._fastest_whole), cache(self._box)
        self._one = self._tantivy.Query.term_set_query

    def search(self, question: Question) -> int:
        """Only the words: the total and the first hits, without filters and without counts."""
        return self._total(self._all_of(self._words(question)))

    def search_with_counts(self, question: Question) -> tuple[int, Counts]:
        """The whole question: total, first hits, and how many results each value of each facet has or would have."""
        words = self._words(question)
        filters = {facet.value: self._chosen(facet, values) for facet, values in question.filters.by_facet().items()}
        around = [self._boxed(question.filters.near)] if question.filters.near else []
        asked = self._all_of([*words, *around, *filters.values()])
        total = self._total(asked)
        counts = self._counts(asked, self._facets)
        for facet in filters:
            others = [one for name, one in filters.items() if name != facet]
            counts |= self._counts(self._all_of([*words, *around, *others]), (facet,))
        return total, counts

    def _made_schema(self) -> Any:
        builder = self._tantivy.SchemaBuilder()
        builder.add_text_field("words", tokenizer_name="whitespace", index_option="basic")
        for facet in self._facets:
            builder.add_text_field(facet, tokenizer_name="raw", fast=True, index_option="basic")
        for name in ("latitude", "longitude"):
            builder.add_integer_field(name, fast=True)
        return builder.build()

    def _fill(self, folder: Path, listings: Iterator[Indexed]) -> None:
        index = self._tantivy.Index(self._schema, path=str(folder))
        writer = index.writer(heap_size=_HEAP, num_threads=1)
        for one in listings:
            document = self._tantivy.Document()
            document.add_text("words", " ".join(one.words))
            for facet, values in one.values.items():
                for value in values:
                    document.add_text(facet, value)
            if one.latitude is not None and one.longitude is not None:
                document.add_integer("latitude", one.latitude)
                document.add_integer("longitude", one.longitude)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()

    def _words(self, question: Question) -> list[Any]:
        return [self._starting(word) for word in search_words(question.filters.words)]

    def _fastest_whole(self, word: str) -> Any:
        """The beginning of a word as a query."""
        quick = self._tantivy.Query.phrase_prefix_query(self._schema, "words", [word])
        whole = self._tantivy.Query.regex_query(self._schema, "words", f"{word}.*")
        return quick if self._total(quick) == self._total(whole) else whole

    def _chosen(self, facet: str, values: frozenset[str]) -> Any:
        return self._one(self._schema, facet, sorted(values))

    def _box(self, near: Near) -> Any:
        spot = self._catalogue.spot(near.place)
        high = near.miles / _MILES_A_DEGREE
        wide = high / math.cos(math.radians(spot.latitude))
        sides = (("latitude", spot.latitude, high), ("longitude", spot.longitude, wide))
        return self._all_of([self._between(name, middle - half, middle + half) for name, middle, half in sides])

    def _between(self, name: str, low: float, high: float) -> Any:
        kind = self._tantivy.FieldType.Integer
        return self._tantivy.Query.range_query(self._schema, name, kind, round(low * _UNITS), round(high * _UNITS))

    def _all_of(self, queries: list[Any]) -> Any:
        if not queries:
            return self._tantivy.Query.all_query()
        return self._tantivy.Query.boolean_query([(self._tantivy.Occur.Must, one) for one in queries])

    def _total(self, query: Any) -> int:
        return int(self._searcher.search(query, limit=TOP).count)

    def _counts(self, query: Any, facets: tuple[str, ...]) -> Counts:
        wanted = {
            facet: {"terms": {"field": facet, "size": _ALL_VALUES, "segment_size": _ALL_VALUES}} for facet in facets
        }
        found = self._searcher.aggregate(query, wanted)
        return {facet: {one["key"]: one["doc_count"] for one in found[facet]["buckets"]} for facet in facets}
