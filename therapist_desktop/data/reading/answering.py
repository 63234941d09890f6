"""A few words asked of everything in a release: people, centers and the library, the best of each."""

import sqlite3
from collections.abc import Callable, Iterator
from functools import reduce

from pyroaring import BitMap

from therapist_desktop.data.reading.cards import cards_of
from therapist_desktop.data.reading.facets import FacetSets
from therapist_desktop.data.reading.ordering import DayOrder
from therapist_desktop.data.reading.titles import Titles, Wanted
from therapist_desktop.data.reading.words import WordMatch, WordSearch
from therapist_desktop.domain.answers import Answer, Answers, Found, Group, Tier, best_of
from therapist_desktop.domain.filters import Filters, Kind
from therapist_desktop.domain.phone import national
from therapist_desktop.domain.query import Term, query_of
from therapist_desktop.domain.results import Card

_KINDS = {Group.PEOPLE: Kind.PROVIDER, Group.CENTERS: Kind.CENTER}
_DIGITS = "0123456789"

Still = Callable[[], None]


class Answering:
    """Grouped answers from one catalogue."""

    def __init__(self, words: WordSearch, facets: FacetSets) -> None:
        self._words = words
        self._facets = facets
        self._titles: Titles | None = None

    def answers(
        self,
        connection: sqlite3.Connection,
        order: DayOrder,
        text: str,
        groups: frozenset[Group],
        most: int,
        still: Still,
    ) -> Answers:
        """The best of these groups and how much there is of each. `still` may raise to give up."""
        match = self._words.match(connection, Filters(words=text), still)
        if match is None:
            return Answers(text)
        still()
        found = {}
        tiers = list(self._tiers(connection, text, match)) if groups & _KINDS.keys() else []
        for group in groups & _KINDS.keys():
            found[group] = self._listings(connection, order, group, match.rows, tiers, most)
            still()
        if groups - _KINDS.keys():
            found |= self._pieces(connection, text, match, most, still)
        there = {group: found[group] for group in Group if group in groups & found.keys() and found[group].total}
        return Answers(text, there, best_of(there))

    def _tiers(self, connection: sqlite3.Connection, text: str, match: WordMatch) -> Iterator[tuple[Tier, BitMap]]:
        """Sets of rows, those that answer best first; a row belongs to the first it is in."""
        called = self._words.called(connection, text, match.rows)
        yield Tier.EXACT, called.numbers
        yield Tier.EXACT, called.named
        yield Tier.PREFIX, called.begun
        if match.tiers:
            *_, in_name, near = match.tiers
            yield Tier.TITLE, in_name
            yield Tier.TEXT, near
        yield Tier.TEXT, match.rows

    def _listings(
        self,
        connection: sqlite3.Connection,
        order: DayOrder,
        group: Group,
        found: BitMap,
        tiers: list[tuple[Tier, BitMap]],
        most: int,
    ) -> Found:
        rest = found & self._facets.kinds[_KINDS[group]]
        total = len(rest)
        tier_of: dict[int, Tier] = {}
        for tier, rows in tiers:
            if len(tier_of) == most or not rest:
                break
            part = rest & rows
            if part:
                tier_of |= dict.fromkeys(order.first_of(part, most - len(tier_of)).tolist(), tier)
                rest -= part
        cards = cards_of(connection, list(tier_of), None, order.day)
        return Found(total, tuple(_of_card(group, card, tier_of[card.row]) for card in cards))

    def _pieces(
        self, connection: sqlite3.Connection, text: str, match: WordMatch, most: int, still: Still
    ) -> dict[Group, Found]:
        if self._titles is None:
            self._titles = Titles(connection)
        return self._titles.answers(connection, wanted_of(text), match.corrected, most, still)


def wanted_of(text: str) -> Wanted:
    """What a text asks of the library; nothing where it asks for names, cities or numbers of listings alone."""
    query = query_of(text)
    plain = not any(letter.isalpha() for letter in text)
    digits = national("".join(letter for letter in text if letter in _DIGITS)) if plain else ""
    if any(term.scope is not None or not term.words for term in query.wanted):
        return Wanted(number=digits)
    return reduce(_with, query.terms, Wanted(number=digits))


def _with(wanted: Wanted, term: Term) -> Wanted:
    said = " ".join(term.words)
    if term.excluded:
        return wanted._replace(unwanted=(*wanted.unwanted, said)) if said else wanted
    named = wanted._replace(name=f"{wanted.name} {said}".strip())
    if term.quoted:
        return named._replace(phrases=(*wanted.phrases, said))
    return named._replace(words=(*wanted.words, *term.words))


def _of_card(group: Group, card: Card, tier: Tier) -> Answer:
    place = ", ".join(part for part in (card.city, card.state) if part)
    about = " \u00b7 ".join(part for part in (card.about, place) if part)
    return Answer(group, card.id, card.name, about, card.phone, card.freshness, tier, card.sample)
