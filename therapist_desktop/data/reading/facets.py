"""The sets behind the filters: which rows have which value."""

import sqlite3
from collections.abc import Callable, Mapping
from typing import NamedTuple

from pyroaring import BitMap

from therapist_desktop.data.layout import KIND
from therapist_desktop.data.reading.columns import stored_bitmap
from therapist_desktop.domain.errors import UnknownValue
from therapist_desktop.domain.filters import Kind
from therapist_desktop.domain.taxonomy import Facet, Taxonomy

NOTHING_SAID = frozenset({"unknown", "not-stated", "never"})
"""The values of a facet that say that nothing is known."""


class FacetSets:
    """Rows by facet value. The bands of `verified` depend on the day and are laid in anew when it changes."""

    def __init__(self, connection: sqlite3.Connection, taxonomy: Taxonomy) -> None:
        self.taxonomy = taxonomy
        self._sets: dict[str, dict[str, BitMap]] = {}
        self._counted: _Counted | None = None
        for facet, value, stored in connection.execute(
            "SELECT facet, value, bitmap FROM facet JOIN members ON facet_id = id WHERE value <> '' ORDER BY id"
        ):
            self._sets.setdefault(facet, {})[value] = stored_bitmap(stored)
        stored_kinds = self._sets.pop(KIND, {})
        self.kinds = {kind: stored_kinds.get(kind, BitMap()) for kind in Kind}

    def use_bands(self, bands: Mapping[str, BitMap]) -> None:
        """Lay in the freshness bands of a day."""
        self._sets[Facet.VERIFIED] = {**bands}

    def any_of(self, facet: Facet, values: frozenset[str]) -> BitMap:
        """The rows that have any of these values. Raises UnknownValue."""
        return BitMap.union(*(self.having(facet, value) for value in values))

    def having(self, facet: str, value: str) -> BitMap:
        """The rows that have a value. Raises UnknownValue."""
        found = self._sets.get(facet, {}).get(value)
        if found is None:
            known = ", ".join(list(self._sets.get(facet, {}))[:8])
            hint = f"Known values begin with: {known}." if known else "See --counts for the facets of this release."
            raise UnknownValue(what=f'The value "{value}" of {facet}', hint=hint)
        return found

    def unknown(self, facet: str, everyone: BitMap) -> BitMap:
        """The rows that say nothing about a facet."""
        sets = self._sets.get(facet, {})
        return everyone - BitMap.union(BitMap(), *(rows for value, rows in sets.items() if value not in NOTHING_SAID))

    def counts(
        self, bases: Mapping[str, BitMap], common: BitMap, everyone: BitMap, still: Callable[[], None]
    ) -> dict[str, dict[str, int]]:
        """For each value, how many rows of its facet's base have it; `common` is the base of all other facets.

        Nothing is counted anew where the bases are those of the last question: a letter more that narrows nothing, or
        another order. `still` is called between facets and may raise.
        """
        before, bands = self._counted, self._sets.get(Facet.VERIFIED)  # read once: another question may come in between
        if before is not None and before.bands is bands and before.common == common and before.bases == bases:
            return before.counts
        others = _Counter(common, everyone)
        counts = {}
        for facet, sets in self._sets.items():
            still()
            counter = _Counter(bases[facet], everyone) if facet in bases else others
            counts[facet] = {value: counter.count(rows) for value, rows in sets.items()}
        self._counted = _Counted(common, bases, bands, counts)
        return counts

    def rows(self, facet: str, value: str) -> BitMap:
        """The rows that have a value, none for one that the release does not have. Not to be changed."""
        return self._sets.get(facet, {}).get(value, BitMap())


class _Counted(NamedTuple):
    """The last counts, the sets they were counted in, and the freshness bands of their day."""

    common: BitMap
    bases: Mapping[str, BitMap]
    bands: Mapping[str, BitMap] | None
    counts: dict[str, dict[str, int]]


class _Counter:
    """Counts what a set shares with a base; for a base of more than half of everyone, what it shares with the rest."""

    def __init__(self, base: BitMap, everyone: BitMap) -> None:
        self._is_most = 2 * len(base) > len(everyone)
        self._rows = everyone - base if self._is_most else base

    def count(self, rows: BitMap) -> int:
        """How many of these rows the base has."""
        shared = rows.intersection_cardinality(self._rows)
        return len(rows) - shared if self._is_most else shared
