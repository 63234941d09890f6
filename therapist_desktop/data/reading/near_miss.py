"""When little or nothing matches: which single change would bring more."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from pyroaring import BitMap

from therapist_desktop.domain.filters import Filters
from therapist_desktop.domain.results import NearMiss
from therapist_desktop.domain.taxonomy import Facet, Taxonomy
from therapist_desktop.domain.text import shorten

WORDS, KIND, NEAR = "words", "kind", "near"
_WIDER = (10.0, 25.0, 50.0, 100.0)
_MOST = 6
_SHOWN = 60


def near_misses(
    filters: Filters,
    parts: Mapping[str, BitMap],
    everyone: BitMap,
    taxonomy: Taxonomy,
    within: Callable[[float], BitMap],
) -> tuple[NearMiss, ...]:
    """The single changes that bring more than is there now, the most first; starting over where none does.

    `parts` are the sets that were ANDed, by facet or by WORDS, KIND and NEAR; `within` gives the set of another radius.
    """
    now = len(_all(everyone, parts.values()))
    changes = [*_dropped(filters, parts, everyone, taxonomy), *_widened(filters, parts, everyone, within)]
    better = [change for change in changes if change.total > now]
    if better or filters.is_open or len(everyone) <= now:
        return tuple(sorted(better, key=lambda change: -change.total)[:_MOST])
    return (NearMiss("start over", len(everyone), filters.cleared()),)


def _dropped(filters: Filters, parts: Mapping[str, BitMap], everyone: BitMap, taxonomy: Taxonomy) -> Iterator[NearMiss]:
    for part in parts:
        total = len(_all(everyone, (rows for name, rows in parts.items() if name != part)))
        if part == WORDS:
            yield NearMiss(f'drop "{shorten(filters.words, _SHOWN)}"', total, replace(filters, words=""))
        elif part == KIND:
            yield NearMiss("people and centers", total, replace(filters, kind=None))
        elif part == NEAR and filters.near is not None:
            yield NearMiss(f"anywhere, not only near {filters.near.place}", total, replace(filters, near=None))
        else:
            facet = Facet(part)
            labels = [taxonomy.label(facet, value) for value in sorted(filters.by_facet()[facet])]
            kept = frozenset(choice for choice in filters.chosen if choice.facet is not facet)
            yield NearMiss(f"drop {' / '.join(labels)}", total, replace(filters, chosen=kept))


def _widened(
    filters: Filters, parts: Mapping[str, BitMap], everyone: BitMap, within: Callable[[float], BitMap]
) -> Iterator[NearMiss]:
    if filters.near is None:
        return
    others = _all(everyone, (rows for name, rows in parts.items() if name != NEAR))
    for miles in _WIDER:
        if miles > filters.near.miles:
            wider = replace(filters, near=replace(filters.near, miles=miles))
            yield NearMiss(f"widen to {miles:g} mi", others.intersection_cardinality(within(miles)), wider)


def _all(everyone: BitMap, parts: Iterable[BitMap]) -> BitMap:
    return BitMap.intersection(everyone, *parts)
