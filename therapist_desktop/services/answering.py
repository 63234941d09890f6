"""A few words asked of everything in a release: people, centers and the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapist_desktop.domain.answers import Answer, Answers, Found, Group
from therapist_desktop.domain.filters import Filters, Kind
from therapist_desktop.domain.library import PieceKind
from therapist_desktop.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from typing import Protocol

    from therapist_desktop.domain.library import Hotline, PieceCard, Section
    from therapist_desktop.domain.results import Card, Results

    class Asks(Protocol):
        """The questions that are asked of the release."""

        def search(
            self, filters: Filters, today: date | None = None, *, still: Callable[[], None] | None = None
        ) -> Results: ...
        def page(self, results: Results, offset: int, limit: int) -> tuple[Card, ...]: ...
        def pieces(
            self, section: Section | None = None, words: str = "", limit: int = 1000
        ) -> tuple[PieceCard, ...]: ...
        def hotlines(self) -> tuple[Hotline, ...]: ...


_KINDS = {Group.PEOPLE: Kind.PROVIDER, Group.CENTERS: Kind.CENTER}
_GROUPS = {
    PieceKind.TOPIC: Group.TOPICS,
    PieceKind.ARTICLE: Group.ARTICLES,
    PieceKind.TERM: Group.TERMS,
    PieceKind.HOTLINE: Group.HOTLINES,
}


def answers(
    catalogue: Asks, words: str, scope: Group | None, most: int, still: Callable[[], None] | None = None
) -> Answers:
    """The best of each group, with how much of it there is. `still` may raise Outdated to give up."""
    groups: dict[Group, Found] = {}
    for group, kind in _KINDS.items():
        if scope in {None, group}:
            results = catalogue.search(Filters(words=words, kind=kind), still=still)
            cards = catalogue.page(results, 0, min(most, results.total))
            groups[group] = Found(results.total, tuple(_of_card(group, card) for card in cards))
    if scope is None or not scope.is_listings:
        groups |= _library(catalogue, words, scope, most)
    found = {group: groups[group] for group in Group if group in groups and groups[group].total}
    return Answers(words, found, _best(words, found))


def _library(catalogue: Asks, words: str, scope: Group | None, most: int) -> dict[Group, Found]:
    by_group: dict[Group, list[PieceCard]] = {}
    for piece in catalogue.pieces(words=words):
        by_group.setdefault(_GROUPS.get(piece.kind, Group.OTHER), []).append(piece)
    phones = {}
    if Group.HOTLINES in by_group:
        phones = {line.id: line.phones[0].shown for line in catalogue.hotlines() if line.phones}
    begun = fold(words)
    return {
        group: Found(
            len(pieces),
            tuple(
                Answer(group, piece.id, piece.title, piece.summary, phones.get(piece.id, ""))
                for piece in sorted(pieces, key=lambda piece: not fold(piece.title).startswith(begun))[:most]
            ),
        )
        for group, pieces in by_group.items()
        if scope in {None, group}
    }


def _of_card(group: Group, card: Card) -> Answer:
    place = f"{card.city}, {card.state}".strip(", ")
    about = " \u00b7 ".join(part for part in (card.about, place) if part)
    return Answer(group, card.id, card.name, about, card.phone, card.freshness)


def _best(words: str, found: dict[Group, Found]) -> Answer | None:
    begun = fold(words)
    named = [answer for group in found.values() for answer in group.answers if fold(answer.title).startswith(begun)]
    exact = [answer for answer in named if fold(answer.title) == begun]
    return next(iter(exact or named), None) if begun else None
