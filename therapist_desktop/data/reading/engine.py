"""The search engine over one catalogue: every question is an AND of sets of row numbers."""

import time
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from pyroaring import BitMap

from therapist_desktop.data.layout import Column, Numbers
from therapist_desktop.data.reading.columns import Around, Columns, Rows, numbers, stored_bitmap
from therapist_desktop.data.reading.days import column
from therapist_desktop.data.reading.facets import FacetSets
from therapist_desktop.data.reading.near_miss import KIND, NEAR, WORDS, near_misses
from therapist_desktop.data.reading.words import WordMatch, WordSearch
from therapist_desktop.domain.filters import Filters, Sort
from therapist_desktop.domain.results import Card, NearMiss, Results, Spot

if TYPE_CHECKING:
    from therapist_desktop.data.reading.opening import OpenCatalogue

_FEW = 3


class Engine:
    """Sets, columns and vocabularies of one catalogue, held in memory. Safe to ask from several threads."""

    def __init__(self, catalogue: "OpenCatalogue") -> None:
        self._catalogue = catalogue
        with catalogue.connection() as connection:
            self._everyone = stored_bitmap(column(connection, Column.EVERYONE))
            self._columns = Columns(connection)
            self._facets = FacetSets(connection, catalogue.taxonomy(), self._columns)
            self._words = WordSearch(connection, self._facets, catalogue.rows)
        self._kinds = self._facets.kinds

    def search(self, filters: Filters, today: date) -> Results:
        """All matches in order, with the live counts of every facet value.

        Raises UnknownValue for a facet value or a place that the release does not have.
        """
        started = time.perf_counter()
        with self._catalogue.connection() as connection:
            self._facets.of_day(connection, today)
            spot = self._catalogue.spot(filters.near.place) if filters.near else None
            around = self._columns.around(spot, filters.near.miles) if spot and filters.near else None
            match = self._words.match(connection, filters)
            parts = self._parts(filters, around, match)
            found = self._all_but("", parts)
            rows = self._ordered(filters, found, around, match)
        return Results(
            filters=filters,
            release=self._catalogue.release().number,
            total=len(found),
            rows=rows,
            counts=self._facets.counts({facet: self._all_but(facet, parts) for facet in filters.by_facet()}, found),
            kinds=self._kind_counts(parts),
            listings=self._catalogue.listings,
            corrected=dict(match.corrected) if match else {},
            suggestions=match.suggestions if match else (),
            remarks=match.remarks if match else (),
            near_miss=self._near_misses(filters, parts, spot) if len(found) <= _FEW else (),
            spot=spot,
            took_ms=(time.perf_counter() - started) * 1000,
            state=self._catalogue.release().state,
        )

    def position(self, results: Results, row: int) -> int | None:
        """Where a row stands in a result, or None."""
        places = np.flatnonzero(np.asarray(results.rows, dtype=np.uint32) == row)
        return int(places[0]) if len(places) else None

    def explained(self, cards: Sequence[Card], filters: Filters, today: date) -> tuple[Card, ...]:
        """The same cards with the wishes each of them meets."""
        with self._catalogue.connection() as connection:
            self._facets.of_day(connection, today)
        rows = BitMap(array("I", (card.row for card in cards)))
        reasons = [*self._value_reasons(filters, rows), *self._word_reasons(filters.words, rows)]
        return tuple(replace(card, why=_why(card, reasons)) for card in cards)

    def _value_reasons(self, filters: Filters, rows: BitMap) -> Iterator[dict[int, str]]:
        for choice in sorted(filters.chosen):
            label = self._catalogue.taxonomy().label(choice.facet, choice.value)
            yield dict.fromkeys(rows & self._facets.having(choice.facet, choice.value), label)

    def _word_reasons(self, text: str, rows: BitMap) -> Iterator[dict[int, str]]:
        with self._catalogue.connection() as connection:
            yield from self._words.reasons(connection, text, rows)

    def _parts(self, filters: Filters, around: Around | None, match: WordMatch | None) -> dict[str, BitMap]:
        parts: dict[str, BitMap] = {}
        if match is not None:
            parts[WORDS] = match.rows
        if filters.kind is not None:
            parts[KIND] = self._kinds[filters.kind]
        if around is not None:
            parts[NEAR] = around.rows
        for facet, values in filters.by_facet().items():
            parts[facet] = self._facets.any_of(facet, values)
        return parts

    def _all_but(self, part: str, parts: dict[str, BitMap]) -> BitMap:
        return BitMap.intersection(self._everyone, *(rows for name, rows in parts.items() if name != part))

    def _kind_counts(self, parts: dict[str, BitMap]) -> dict[str, int]:
        base = self._all_but(KIND, parts)
        return {kind: base.intersection_cardinality(rows) for kind, rows in self._kinds.items()}

    def _near_misses(self, filters: Filters, parts: dict[str, BitMap], spot: Spot | None) -> tuple[NearMiss, ...]:
        def within(miles: float) -> BitMap:
            return self._columns.around(spot, miles).rows if spot else BitMap()

        return near_misses(filters, parts, self._everyone, self._catalogue.taxonomy(), within)

    def _ordered(self, filters: Filters, found: BitMap, around: Around | None, match: WordMatch | None) -> Numbers:
        rows = numbers(found)
        match filters.order:
            case Sort.DISTANCE if around is not None:
                rows = around.nearest_first(rows)
            case Sort.VERIFIED:
                rows = self._columns.newest_first(rows)
            case Sort.RELEVANCE if match is not None:
                rows = _best_first(found, match)
            case _:
                pass
        if filters.descending:
            rows = rows[::-1]
        return array("I", np.ascontiguousarray(rows, dtype=np.uint32).tobytes())


def _why(card: Card, reasons: Iterable[dict[int, str]]) -> tuple[str, ...]:
    why = [reason[card.row] for reason in reasons if card.row in reason]
    if card.miles is not None:
        why.append(f"{card.miles:.1f} mi")
    return tuple(dict.fromkeys(why))


def _best_first(found: BitMap, match: WordMatch) -> Rows:
    """The tiers in their order, by name within each."""
    rest, tiers = found, []
    for tier in match.tiers:
        tiers.append(numbers(rest & tier))
        rest = rest - tier
    return np.concatenate([*tiers, numbers(rest)])
