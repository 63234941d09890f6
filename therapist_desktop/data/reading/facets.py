"""The sets behind the filters: which rows have which value."""

import sqlite3
from collections.abc import Mapping
from datetime import date

from pyroaring import BitMap

from therapist_desktop.data.layout import KIND
from therapist_desktop.data.reading.columns import Columns, stored_bitmap
from therapist_desktop.domain.errors import UnknownValue
from therapist_desktop.domain.filters import Kind
from therapist_desktop.domain.taxonomy import Facet, Taxonomy


class FacetSets:
    """Rows by facet value. The bands of `verified` depend on the day and are cut anew when it changes."""

    def __init__(self, connection: sqlite3.Connection, taxonomy: Taxonomy, columns: Columns) -> None:
        self.taxonomy = taxonomy
        self._columns = columns
        self._sets: dict[str, dict[str, BitMap]] = {}
        for facet, value, stored in connection.execute(
            "SELECT facet, value, bitmap FROM facet WHERE value <> '' ORDER BY id"
        ):
            self._sets.setdefault(facet, {})[value] = stored_bitmap(stored)
        stored_kinds = self._sets.pop(KIND, {})
        self.kinds = {kind: stored_kinds.get(kind, BitMap()) for kind in Kind}
        self._day: date | None = None

    def of_day(self, connection: sqlite3.Connection, today: date) -> None:
        """Cut the freshness bands for this day."""
        if self._day != today:
            self._sets[Facet.VERIFIED] = self._columns.bands(connection, today)
            self._day = today

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

    def rows(self, facet: str, value: str) -> BitMap:
        """The rows that have a value, none for one that the release does not have. Not to be changed."""
        return self._sets.get(facet, {}).get(value, BitMap())

    def counts(self, base: Mapping[str, BitMap], common: BitMap) -> dict[str, dict[str, int]]:
        """For each value, how many rows of its facet's base have it; `common` is the base of all other facets."""
        return {
            facet: {value: rows.intersection_cardinality(base.get(facet, common)) for value, rows in sets.items()}
            for facet, sets in self._sets.items()
        }
