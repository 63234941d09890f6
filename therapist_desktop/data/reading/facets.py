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
from therapist_desktop.domain.text import words_of

_KEPT = 64
"""How many unions of labels are kept; the one-letter ones are the union of hundreds of sets."""


class FacetSets:
    """Rows by facet value. The bands of `verified` depend on the day and are cut anew when it changes."""

    def __init__(self, connection: sqlite3.Connection, taxonomy: Taxonomy, columns: Columns) -> None:
        self._taxonomy = taxonomy
        self._columns = columns
        self._sets: dict[str, dict[str, BitMap]] = {}
        for facet, value, stored in connection.execute(
            "SELECT facet, value, bitmap FROM facet WHERE value <> '' ORDER BY id"
        ):
            self._sets.setdefault(facet, {})[value] = stored_bitmap(stored)
        stored_kinds = self._sets.pop(KIND, {})
        self.kinds = {kind: stored_kinds.get(kind, BitMap()) for kind in Kind}
        self._day: date | None = None
        self._words = _label_words(taxonomy)
        self._labelled: dict[str, BitMap] = {}

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

    def counts(self, base: Mapping[str, BitMap], common: BitMap) -> dict[str, dict[str, int]]:
        """For each value, how many rows of its facet's base have it; `common` is the base of all other facets."""
        return {
            facet: {value: rows.intersection_cardinality(base.get(facet, common)) for value, rows in sets.items()}
            for facet, sets in self._sets.items()
        }

    def labelled(self, prefix: str) -> BitMap:
        """The rows that have a value whose label or other name has a word with this beginning. Not to be changed."""
        rows = self._labelled.get(prefix)  # asked once: another reader may empty the store meanwhile
        if rows is None:
            rows = self._union_of(prefix)
            if len(self._labelled) >= _KEPT:
                self._labelled.clear()
            self._labelled[prefix] = rows
        return rows

    def _union_of(self, prefix: str) -> BitMap:
        found = [self._sets[facet][value] for facet, value in self._named(prefix) if value in self._sets.get(facet, {})]
        return BitMap.union(*found) if found else BitMap()

    def labels_for(self, prefix: str, rows: BitMap) -> dict[int, str]:
        """For those of these rows that have a value such a word stands for, the label of the first one."""
        labels: dict[int, str] = {}
        missing = rows.copy()
        for facet, value in self._named(prefix):
            if not missing:
                break
            found = missing & self._sets.get(facet, {}).get(value, BitMap())
            labels |= dict.fromkeys(found, self._taxonomy.label(facet, value) if found else "")
            missing -= found
        return labels

    def label_words(self) -> list[str]:
        """Every word that stands for some value."""
        return list(self._words)

    def _named(self, prefix: str) -> list[tuple[str, str]]:
        named = {key: None for word, keys in self._words.items() if word.startswith(prefix) for key in keys}
        return list(named)


def _label_words(taxonomy: Taxonomy) -> dict[str, list[tuple[str, str]]]:
    words: dict[str, list[tuple[str, str]]] = {}
    for facet in taxonomy:
        if facet.facet is Facet.VERIFIED:
            continue
        for value in facet.values:
            for word in dict.fromkeys(words_of(" ".join((value.label, *value.aliases)))):
                words.setdefault(word, []).append((facet.facet, value.id))
    return words
