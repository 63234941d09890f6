"""What a person wishes for: which rows meet it, which do not, and which say nothing about it."""

from collections.abc import Iterator

from pyroaring import BitMap

from therapist_desktop.data.reading.facets import FacetSets
from therapist_desktop.domain.filters import Filters
from therapist_desktop.domain.reasons import Reason, Why
from therapist_desktop.domain.taxonomy import Facet, Taxonomy

_UNKNOWN = 1
_NOT_MET = 1


class Wishes:
    """The chosen and preferred values of a question. Values of one facet are one wish: any of them meets it."""

    def __init__(self, taxonomy: Taxonomy, facets: FacetSets, everyone: BitMap) -> None:
        self._taxonomy = taxonomy
        self._facets = facets
        self._everyone = everyone
        self._silent: dict[str, BitMap] = {}

    def unmet(self, filters: Filters) -> tuple[tuple[BitMap, int], ...]:
        """Sets of rows that do not meet what is preferred, with what that weighs: a plain no twice an unknown.

        Raises UnknownValue.
        """
        weighed = []
        for facet, values in filters.preferred_by_facet().items():
            open_ = self._everyone - self._facets.any_of(facet, values)
            weighed += [(open_, _UNKNOWN), (open_ - self._silent_about(facet), _NOT_MET)]
        return tuple(weighed)

    def met(self, filters: Filters, rows: BitMap) -> Iterator[dict[int, Reason]]:
        """For each wished-for value, it by row."""
        for choice in sorted(filters.chosen | filters.preferred):
            kind = Why.CLIENTS if choice.facet is Facet.CLIENT_STATE else Why.VALUE
            reason = Reason(kind, self._taxonomy.label(choice.facet, choice.value))
            yield dict.fromkeys(rows & self._facets.having(choice.facet, choice.value), reason)

    def unknown(self, filters: Filters, rows: BitMap) -> Iterator[dict[int, str]]:
        """For each wish, what it asked for by row, where the row says nothing about it."""
        for facet, values in filters.preferred_by_facet().items():
            labels = " / ".join(self._taxonomy.label(facet, value) for value in sorted(values))
            open_ = rows - self._facets.any_of(facet, values)
            yield dict.fromkeys(open_ & self._silent_about(facet), labels)

    def _silent_about(self, facet: Facet) -> BitMap:
        if facet is Facet.VERIFIED:
            return self._facets.unknown(facet, self._everyone)
        if facet not in self._silent:
            self._silent[facet] = self._facets.unknown(facet, self._everyone)
        return self._silent[facet]
