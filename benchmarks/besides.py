"""What is asked besides plain searches: everything in groups, what brings more than a few, several keys, dots."""

import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import combinations

from benchmarks.directory import TODAY
from benchmarks.figures import FRAME_MS, Figure, share
from benchmarks.telling import say
from therapist_desktop.domain.filters import Choice, Filters, Near, Order, Sort
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.services.catalogue import Catalogue

_ROUNDS = 3
_ENOUGH = 5
_MOST = 80
_TEXTS = ("a", "an", "anx", "anxiety", "mary", "mary sam", "988", "212 555", "grief sleep", "springfield", "depresion")
_PLACES = ("10001", "60601", "90012", "73301")
_FACETS = (Facet.SPECIALTY, Facet.LANGUAGE, Facet.PAYER, Facet.AGE)
_ZOOMS = range(3, 14)


def besides(catalogue: Catalogue, bound: float | None) -> list[Figure]:
    """Each question at its best of a few rounds."""
    say("asking everything else")
    narrow = [filters for filters in _narrow(catalogue) if catalogue.search(filters, TODAY).total < _ENOUGH]
    everything = catalogue.search(Filters(), TODAY)
    taken = {
        "grouped answers, p95": [_best_ms(partial(catalogue.answers, text, TODAY)) for text in _TEXTS],
        "few results and what brings more, p95": [_best_ms(partial(catalogue.search, one, TODAY)) for one in narrow],
        "several keys of order, p95": [_best_ms(partial(catalogue.search, one, TODAY)) for one in _ordered()],
        "dots of everything on the map, p95": [
            _best_ms(partial(catalogue.clusters, everything, zoom)) for zoom in _ZOOMS
        ],
    }
    return [Figure(name, share(times, 95), "ms", "one 60 Hz frame", FRAME_MS, bound) for name, times in taken.items()]


def _narrow(catalogue: Catalogue) -> Iterator[Filters]:
    """Questions that ask for much at one place."""
    values = [Choice(facet, one.id) for facet in _FACETS for one in catalogue.taxonomy().values(facet)[-5:]]
    asked = (
        Filters(words=words, chosen=frozenset(chosen), near=Near(place, 10.0))
        for chosen in combinations(values, 3)
        for place in _PLACES
        for words in ("", "mary")
    )
    return (one for number, one in zip(range(_MOST * 40), asked, strict=False) if number % 40 == 0)


def _ordered() -> Iterator[Filters]:
    """Everything near and far in orders of two and three keys."""
    keys = [Sort.OPENINGS, Sort.STATE, Sort.VERIFIED, Sort.DISTANCE]
    for number, some in enumerate([*combinations(keys, 2), *combinations(keys, 3)]):
        first, *then = some
        yield Filters(near=Near(_PLACES[number % 4], 3000.0), sort=first, then=tuple(Order(one) for one in then))


def _best_ms(ask: Callable[[], object]) -> float:
    return min(_ms(ask) for _ in range(_ROUNDS))


def _ms(ask: Callable[[], object]) -> float:
    started = time.perf_counter()
    ask()
    return (time.perf_counter() - started) * 1000
