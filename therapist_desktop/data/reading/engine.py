"""The search engine over one catalogue: every question is an AND of sets of row numbers."""

import time
from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from pyroaring import BitMap

from therapist_desktop.data.layout import Column
from therapist_desktop.data.reading.answering import Answering
from therapist_desktop.data.reading.clients import by_compact
from therapist_desktop.data.reading.clustering import clusters_of
from therapist_desktop.data.reading.columns import Around, Columns, Marks, numbers, stored_bitmap
from therapist_desktop.data.reading.days import column
from therapist_desktop.data.reading.facets import FacetSets
from therapist_desktop.data.reading.listings import records_of
from therapist_desktop.data.reading.near_miss import KIND, NEAR, WORDS, NearMisses
from therapist_desktop.data.reading.ordering import DayOrder
from therapist_desktop.data.reading.orders import Fit, Found, Orders
from therapist_desktop.data.reading.wishes import Wishes
from therapist_desktop.data.reading.words import WordMatch, WordSearch
from therapist_desktop.domain.answers import Answers, Group
from therapist_desktop.domain.filters import Filters
from therapist_desktop.domain.freshness import Freshness
from therapist_desktop.domain.mapping import Box, Clusters
from therapist_desktop.domain.reasons import Reason, Why, most_telling, roughly
from therapist_desktop.domain.results import Card, NearMiss, Results
from therapist_desktop.domain.taxonomy import Facet

if TYPE_CHECKING:
    from therapist_desktop.data.reading.opening import OpenCatalogue

Still = Callable[[], None]
_ENOUGH = 5
"""With so many results nobody is told what would bring more."""
_BROAD = "a"


def always() -> None:
    """Nobody ever loses interest in the answer."""


class Engine:
    """Sets, columns and vocabularies of one catalogue, held in memory. Safe to ask from several threads."""

    def __init__(self, catalogue: "OpenCatalogue") -> None:
        self._catalogue = catalogue
        with catalogue.connection() as connection:
            self._everyone = stored_bitmap(column(connection, Column.EVERYONE))
            self._facets = FacetSets(connection, catalogue.taxonomy())
            self._words = WordSearch(connection, self._facets, catalogue.rows)
        self._orders = Orders(self._facets, catalogue.rows)
        self._answering = Answering(self._words, self._facets)
        self._wishes = Wishes(catalogue.taxonomy(), self._facets, self._everyone)
        self._order: DayOrder | None = None
        self._columns: Columns | None = None

    def prepare(self, today: date) -> None:
        """Make what the first questions of a day will need, by asking two that touch most of it."""
        self._where()
        self.search(Filters(words=_BROAD), today)
        self.answers(_BROAD, today, frozenset(Group), 1)

    def search(self, filters: Filters, today: date, still: Still = always) -> Results:
        """All matches in order, with the live counts of every facet value.

        `still` is called every few milliseconds and may raise Outdated to give up. Raises UnknownValue for a facet
        value or a place that the release does not have.
        """
        started = time.perf_counter()
        order = self._order_of(today)
        spot = self._catalogue.spot(filters.near.place) if filters.near else None
        around = self._where().around(spot, filters.near.within) if spot and filters.near else None
        still()
        with self._catalogue.connection() as connection:
            match = self._words.match(connection, filters, still)
            still()
            parts = self._parts(filters, around, match)
            found = self._all_but("", parts)
            fit = Fit(match.tiers if match else (), self._wishes.unmet(filters))
            rows = self._orders.ordered(connection, filters, Found(found, order, around, fit), still)
        still()
        bases: dict[str, BitMap] = {facet: self._all_but(facet, parts) for facet in filters.by_facet()}
        return Results(
            filters=filters,
            release=self._catalogue.release().number,
            total=len(found),
            rows=rows,
            counts=self._facets.counts(bases, found, self._everyone, still),
            kinds=self._kind_counts(parts),
            listings=self._catalogue.listings,
            corrected=dict(match.corrected) if match else {},
            suggestions=match.suggestions if match else (),
            remarks=match.remarks if match else (),
            near_miss=self._near_misses(filters, parts, around, still) if len(found) < _ENOUGH else (),
            spot=spot,
            took_ms=(time.perf_counter() - started) * 1000,
            state=self._catalogue.release().state,
        )

    def everyone(self, today: date) -> Sequence[int] | None:
        """All rows in the order of a day, where that is known already."""
        order = self._order
        return order.everyone() if order is not None and order.day == today else None

    def position(self, results: Results, row: int) -> int | None:
        """Where a row stands in a result of this engine, or None."""
        places = np.flatnonzero(np.asarray(results.rows, dtype=np.uint32) == row)
        return int(places[0]) if len(places) else None

    def answers(self, words: str, today: date, groups: frozenset[Group], most: int, still: Still = always) -> Answers:
        """What answers to these words in each of these groups. `still` may raise Outdated to give up."""
        order = self._order_of(today)
        with self._catalogue.connection() as connection:
            return self._answering.answers(connection, order, words, groups, most, still)

    def clusters(self, results: Results, zoom: int, within: Box | None) -> Clusters:
        """A result of this engine, or of everything, as dots on the map."""
        return clusters_of(self._where(), self._marked(results), zoom, within)

    def inside(self, results: Results, box: Box) -> Sequence[int]:
        """The rows of a result that are in a box of the map, in the order of their names."""
        found: list[int] = self._where().inside(self._marked(results), box).tolist()
        return found

    def explained(self, cards: Sequence[Card], filters: Filters, today: date) -> tuple[Card, ...]:
        """The same cards with why each of them is there, and the wishes that it says nothing about."""
        self._order_of(today)
        rows = BitMap(array("I", (card.row for card in cards)))
        reasons = list(self._wishes.met(filters, rows))
        compacts: Mapping[tuple[int, str], str] = {}
        with self._catalogue.connection() as connection:
            if filters.words.strip():
                reasons += self._words.reasons(connection, filters.words, rows)
            if Facet.CLIENT_STATE in {choice.facet for choice in filters.chosen | filters.preferred}:
                compacts = by_compact(connection, records_of(connection, rows), self._catalogue.taxonomy())
        unknown = list(self._wishes.unknown(filters, rows))
        return tuple(replace(card, why=_said(card, reasons, compacts), unknown=_open(card, unknown)) for card in cards)

    def _order_of(self, today: date) -> DayOrder:
        order = self._order
        if order is None or order.day != today:
            with self._catalogue.connection() as connection:
                order = DayOrder(connection, today)
            self._facets.use_bands(order.bands)
            self._order = order
        return order

    def _where(self) -> Columns:
        """Where the rows are, made when it is first asked for: not every question asks for places."""
        columns = self._columns
        if columns is None:
            with self._catalogue.connection() as connection:
                columns = self._columns = Columns(connection)
        return columns

    def _marked(self, results: Results) -> Marks:
        """Which rows are in a result."""
        size = self._catalogue.rows
        is_everyone = results.total == len(self._everyone)
        marks = np.full(size, is_everyone)
        rows = numbers(self._everyone.flip(0, size)) if is_everyone else np.asarray(results.rows, dtype=np.uint32)
        marks[rows] = not is_everyone
        return marks

    def _parts(self, filters: Filters, around: Around | None, match: WordMatch | None) -> dict[str, BitMap]:
        parts: dict[str, BitMap] = {}
        if match is not None:
            parts[WORDS] = match.rows
        if filters.kind is not None:
            parts[KIND] = self._facets.kinds[filters.kind]
        if around is not None and filters.near is not None and not filters.near.is_anywhere:
            parts[NEAR] = around.rows
        for facet, values in filters.by_facet().items():
            parts[facet] = self._facets.any_of(facet, values)
        return parts

    def _all_but(self, part: str, parts: dict[str, BitMap]) -> BitMap:
        return BitMap.intersection(self._everyone, *(rows for name, rows in parts.items() if name != part))

    def _kind_counts(self, parts: dict[str, BitMap]) -> dict[str, int]:
        base = self._all_but(KIND, parts)
        return {kind: base.intersection_cardinality(rows) for kind, rows in self._facets.kinds.items()}

    def _near_misses(
        self, filters: Filters, parts: dict[str, BitMap], around: Around | None, still: Still
    ) -> tuple[NearMiss, ...]:
        near_misses = NearMisses(filters, parts, self._everyone, self._facets)
        with self._catalogue.connection() as connection:
            return near_misses.best(around, self._words.without_each(connection, filters, still))


def _said(
    card: Card, reasons: Sequence[Mapping[int, Reason]], compacts: Mapping[tuple[int, str], str]
) -> tuple[Reason, ...]:
    said = [by_row[card.row] for by_row in reasons if card.row in by_row]
    for place, reason in enumerate(said):
        if reason.kind is Why.CLIENTS and (by := compacts.get((card.row, reason.subject))):
            said[place] = Reason(Why.COMPACT, reason.subject, by)
    if card.miles is not None:
        said.append(Reason(Why.NEAR, roughly(card.miles)))
    if card.freshness is Freshness.FRESH:
        said.append(Reason(Why.VERIFIED))
    return most_telling(said)


def _open(card: Card, wishes: Sequence[Mapping[int, str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(by_row[card.row] for by_row in wishes if card.row in by_row))
