"""When little or nothing matches: which single change would bring more."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pyroaring import BitMap

from therapist_desktop.data.reading.columns import Around
from therapist_desktop.data.reading.facets import FacetSets
from therapist_desktop.domain.filters import Choice, Filters
from therapist_desktop.domain.results import Change, NearMiss
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.domain.text import shorten

FewerWords = tuple[str, Filters, BitMap]
"""A part of the text, the filters without it, and the rows that the rest of the text finds."""
WORDS, KIND, NEAR = "words", "kind", "near"
VIDEO = Choice(Facet.FORMAT, "video")
_WIDER = (10.0, 25.0, 50.0, 100.0, 200.0)
_MOST = 6
_SHOWN = 60


class NearMisses:
    """The changes to one question; `parts` are the sets that were ANDed, by facet or by WORDS, KIND and NEAR."""

    def __init__(self, filters: Filters, parts: Mapping[str, BitMap], everyone: BitMap, facets: FacetSets) -> None:
        self._filters = filters
        self._parts = parts
        self._everyone = everyone
        self._facets = facets
        self._taxonomy = facets.taxonomy

    def best(self, around: Around | None, fewer_words: Iterable[FewerWords]) -> tuple[NearMiss, ...]:
        """The single changes that bring more than is there now, the most first; starting over where none does."""
        filters, now = self._filters, len(self._without())
        others = self._without(WORDS)
        changes = [
            NearMiss(Change.DROP_WORDS, shorten(word.strip('"'), _SHOWN), others.intersection_cardinality(rows), fewer)
            for word, fewer, rows in fewer_words
        ]
        changes += [*self._dropped(), *(self._elsewhere(around) if around is not None else ())]
        better = [change._replace(now=now) for change in changes if change.total > now]
        if better or filters.is_open or len(self._everyone) <= now:
            return tuple(sorted(better, key=lambda change: -change.total)[:_MOST])
        return (NearMiss(Change.START_OVER, "", len(self._everyone), filters.cleared(), now),)

    def _dropped(self) -> Iterator[NearMiss]:
        filters = self._filters
        for part in self._parts:
            total = len(self._without(part))
            if part == WORDS:
                words = shorten(filters.words, _SHOWN)
                yield NearMiss(Change.DROP_WORDS, words, total, replace(filters, words=""))
            elif part == KIND:
                yield NearMiss(Change.ANY_KIND, "", total, replace(filters, kind=None))
            elif part == NEAR and filters.near is not None:
                yield NearMiss(Change.ANYWHERE, filters.near.place, total, replace(filters, near=None))
            else:
                facet = Facet(part)
                labels = [self._taxonomy.label(facet, value) for value in sorted(filters.by_facet()[facet])]
                kept = frozenset(choice for choice in filters.chosen if choice.facet is not facet)
                yield NearMiss(Change.DROP_VALUES, " / ".join(labels), total, replace(filters, chosen=kept))

    def _elsewhere(self, around: Around) -> Iterator[NearMiss]:
        """A wider circle, and video instead of a way to travel."""
        filters = self._filters
        if filters.near is None or filters.near.is_anywhere:
            return
        others = self._without(NEAR)
        radii = [miles for miles in _WIDER if miles > filters.near.miles]
        for miles, total in zip(radii, around.within_each(others, radii), strict=True):
            wider = replace(filters, near=replace(filters.near, miles=miles))
            yield NearMiss(Change.WIDEN, f"{miles:g}", total, wider)
        if VIDEO not in filters.chosen and self._taxonomy.find(*VIDEO) is not None:
            total = self._without(NEAR, VIDEO.facet).intersection_cardinality(self._facets.having(*VIDEO))
            kept = frozenset(choice for choice in filters.chosen if choice.facet is not VIDEO.facet)
            yield NearMiss(
                Change.BY_VIDEO,
                self._taxonomy.label(*VIDEO),
                total,
                replace(filters, near=None, chosen=kept | {VIDEO}),
            )

    def _without(self, *parts: str) -> BitMap:
        return BitMap.intersection(self._everyone, *(rows for name, rows in self._parts.items() if name not in parts))
