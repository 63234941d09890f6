"""The order of a result by one key or by several.

One key is one sort of 32 or 64 bits (see ordering.py). Several are put side by side into the bits of one number, the
first key on top; where they need more than 64, those in front are counted through first, which takes one sort more.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from therapist_desktop.data.reading.columns import Around, Rows, numbers
from therapist_desktop.data.reading.facets import FacetSets
from therapist_desktop.data.reading.ordering import DayOrder, best_first, groups_of
from therapist_desktop.data.reading.ranks import DayNumbers, NameNumbers, ValueNumbers, openings, states
from therapist_desktop.domain.filters import Filters, Order, Sort
from therapist_desktop.domain.freshness import Freshness

_BITS = 64
_FARTHEST = (1 << 31) - 1

Keys = NDArray[np.uint64]
Still = Callable[[], None]


class Ranks(Protocol):
    """A number for each row to sort by, from 0 to `last`, the lowest first."""

    last: int

    def __call__(self, rows: Rows) -> Rows: ...


class Fit(NamedTuple):
    """How well rows fit: the tiers of their words, and the sets of those that miss a wish with what that weighs."""

    tiers: Sequence[BitMap]
    unmet: Sequence[tuple[BitMap, int]]


class Found(NamedTuple):
    """What is to be put in order: on which day, around which place if any."""

    rows: BitMap
    order: DayOrder
    around: Around | None
    fit: Fit

    def groups(self) -> Iterator[BitMap]:
        """The rows in groups that fit equally well, the best first."""
        return groups_of(self.rows, self.fit.tiers, self.fit.unmet)


class _Key(NamedTuple):
    """The numbers of all rows for one key, and the highest there may be."""

    numbers: Rows
    last: int

    def turned(self, *, round_: bool) -> "_Key":
        """The same, or the highest first."""
        return _Key(np.uint32(self.last) - self.numbers, self.last) if round_ else self


class Orders:
    """All orders of one catalogue. What they need beyond the order of the day is made when it is first asked for."""

    def __init__(self, facets: FacetSets, size: int) -> None:
        self._facets = facets
        self._size = size
        self._ranks: dict[Sort, Ranks] = {}

    def ordered(self, connection: sqlite3.Connection, filters: Filters, found: Found, still: Still) -> Sequence[int]:
        """The rows as these filters want them. `still` may raise to give up."""
        keys = filters.orders
        rows = (
            self._by_one(connection, keys[0], found) if len(keys) == 1 else self._by_all(connection, keys, found, still)
        )
        return rows.data

    def _by_one(self, connection: sqlite3.Connection, key: Order, found: Found) -> Rows:
        """Turned round, the whole order is: equals stand the other way as well."""
        if key.sort is Sort.NAME:
            ordered = numbers(found.rows)
        else:
            ordered = np.empty(len(found.rows), dtype=np.uint32)
            distances = found.around.distances if found.around else None
            if key.sort is Sort.RELEVANCE:
                best_first(found.groups(), found.order, distances, ordered)
            else:
                by_distance = distances if key.sort is Sort.DISTANCE else None
                weights = by_distance or self._ranks_of(connection, key.sort)
                found.order.lightest_first(found.rows, weights, ordered)
        return ordered[::-1] if key.descending else ordered

    def _by_all(self, connection: sqlite3.Connection, keys: Sequence[Order], found: Found, still: Still) -> Rows:
        """Each key has a direction of its own. Equals stand by their turn, or by their id where the name is a key."""
        rows = numbers(found.rows)
        name = next((key for key in keys if key.sort is Sort.NAME), None)
        if name is None:
            tie = _Key(found.order.turns(rows), self._size)
            nearest = [Order(Sort.DISTANCE)] if keys[0].sort is Sort.RELEVANCE and found.around else []
            wanted = [*keys, *(key for key in nearest if Sort.DISTANCE not in {one.sort for one in keys})]
        else:  # rows follow the name, so what comes behind all others is there already
            is_last = keys[-1] is name
            tie = _Key(rows, self._size).turned(round_=is_last and name.descending)
            wanted = [key for key in keys if not (is_last and key is name)]
            if not is_last:
                self._know_names(connection, still)
        several = _side_by_side(self._numbered(connection, wanted, found, rows, still), tie)
        several.sort()
        last = (several & np.uint64((1 << tie.last.bit_length()) - 1)).astype(np.uint32)
        if name is None:
            return found.order.at(last)
        return _Key(last, tie.last).turned(round_=keys[-1] is name and name.descending).numbers

    def _numbered(
        self, connection: sqlite3.Connection, keys: Iterable[Order], found: Found, rows: Rows, still: Still
    ) -> Iterator[_Key]:
        for key in keys:
            still()
            yield self._key(connection, key.sort, found, rows).turned(round_=key.descending)

    def _key(self, connection: sqlite3.Connection, sort: Sort, found: Found, rows: Rows) -> _Key:
        if sort is Sort.RELEVANCE:
            groups = ValueNumbers(self._size, found.groups())
            bands = len(Freshness)
            return _Key(groups(rows) * np.uint32(bands) + found.order.bands_of(rows), groups.last * bands + bands - 1)
        if sort is Sort.DISTANCE and found.around is not None:
            return _Key(found.around.distances(rows), _FARTHEST)
        ranks = self._ranks_of(connection, sort)
        return _Key(ranks(rows), ranks.last)

    def _ranks_of(self, connection: sqlite3.Connection, sort: Sort) -> Ranks:
        ranks = self._ranks.get(sort)
        if ranks is None:
            if sort is Sort.OPENINGS:
                ranks = openings(self._facets, self._size)
            elif sort is Sort.STATE:
                ranks = states(self._facets, self._size)
            else:
                ranks = DayNumbers(connection)
            self._ranks[sort] = ranks
        return ranks

    def _know_names(self, connection: sqlite3.Connection, still: Still) -> None:
        if Sort.NAME not in self._ranks:
            self._ranks[Sort.NAME] = NameNumbers(connection, self._size, still)


def _side_by_side(keys: Iterable[_Key], tie: _Key) -> Keys:
    """All keys of each row in the bits of one number, with the tie below them."""
    sums = np.zeros(len(tie.numbers), dtype=np.uint64)
    taken = 0
    for key in (*keys, tie):
        bits = key.last.bit_length()
        if taken + bits > _BITS:
            different, places = np.unique(sums, return_inverse=True)
            sums = places.astype(np.uint64)
            taken = len(different).bit_length()
        sums <<= np.uint64(bits)
        sums |= key.numbers
        taken += bits
    return sums
