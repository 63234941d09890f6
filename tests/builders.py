"""Hand-made values for tests of the window. Every name is made up."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from therapist_desktop.domain.filters import Filters, Kind
from therapist_desktop.domain.freshness import freshness_of
from therapist_desktop.domain.release import Release
from therapist_desktop.domain.results import Card, Change, NearMiss, Results, Spot
from therapist_desktop.domain.taxonomy import Facet, FacetList, Taxonomy, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

TODAY = date(2026, 11, 20)


def a_card(row: int = 0, *, days: int | None = 21, **changed: Any) -> Card:
    """One row of the table, verified so many days ago."""
    verified = None if days is None else TODAY - timedelta(days=days)
    facts: dict[str, Any] = {
        "row": row,
        "id": f"npi:{row:010d}",
        "kind": Kind.PROVIDER,
        "name": f"Person {row} Sample, LCSW",
        "about": "Sample Practice \u00b7 trauma, grief",
        "city": "New York",
        "state": "NY",
        "zip": "10001",
        "phone": "(555) 555-0142",
        "takes": "Medicaid, Medicare",
        "accepting": "yes",
        "verified_on": verified,
        "freshness": freshness_of(verified, TODAY),
        "why": (),
    }
    return Card(**{**facts, **changed})


def some_results(total: int = 3, filters: Filters | None = None, **changed: Any) -> Results:
    """An answer with so many rows."""
    facts: dict[str, Any] = {
        "filters": filters or Filters(),
        "release": 42,
        "total": total,
        "rows": range(total),
        "counts": {"payer": {"medicaid": 248, "medicare": 131}, "language": {"es": 12}},
        "kinds": {"provider": total, "center": 0},
        "listings": 20_519,
    }
    return Results(**{**facts, **changed})


def cards_of(results: Results, offset: int, limit: int) -> tuple[Card, ...]:
    """What a catalogue would hand over for these rows."""
    return tuple(a_card(row) for row in results.rows[offset : offset + limit])


def a_release(**changed: Any) -> Release:
    """Release 42 of the made-up publisher."""
    facts: dict[str, Any] = {
        "number": 42,
        "published": datetime(2026, 11, 20, 9, tzinfo=UTC),
        "title": "Sample County Behavioral Health",
        "state": "00",
        "publisher": "Sample County",
        "counts": {"provider": 12_000, "center": 8_519, "article": 1_240},
    }
    return Release(**{**facts, **changed})


def a_near_miss(subject: str = "Spanish", total: int = 6, filters: Filters | None = None) -> NearMiss:
    """One way out of an empty result."""
    return NearMiss(Change.DROP_VALUES, subject, total, filters or Filters())


def a_spot() -> Spot:
    """A place that was found."""
    return Spot("10001 New York, NY", 40.75, -73.99)


def a_taxonomy(sizes: Mapping[Facet, int] | None = None) -> Taxonomy:
    """A few facets with many values; specialties hang below two groups."""
    lists = []
    for facet, size in (sizes or {Facet.PAYER: 60, Facet.LANGUAGE: 4}).items():
        values = tuple(Value(facet, f"{facet}-{n}", f"{facet.title()} {n}") for n in range(size))
        lists.append(FacetList(facet, facet.title(), values))
    return Taxonomy((*lists, a_grouped_facet()))


def a_grouped_facet() -> FacetList:
    """Specialties: two groups with three children each, and one alone."""
    facet = Facet.SPECIALTY
    values = [Value(facet, "couples", "Couples")]
    for group in ("mood", "trauma"):
        values.append(Value(facet, group, group.title(), group=True))
        values += [Value(facet, f"{group}-{n}", f"{group.title()} {n}", parent=group) for n in range(3)]
    return FacetList(facet, "Problem", tuple(values))


class HandMadeCatalogue:
    """Answers like a catalogue, from values made here."""

    def __init__(self, total: int = 300) -> None:
        self.total = total
        self.asked: list[Filters] = []
        self.stills: list[Callable[[], None]] = []
        self.merged: dict[str, str] = {}

    def search(self, filters: Filters, *, still: Callable[[], None]) -> Results:
        """Everything, or nothing for the word "nothing"."""
        self.stills.append(still)
        self.asked.append(filters)
        total = 0 if filters.words == "nothing" else self.total
        return some_results(total, filters)

    def page(self, results: Results, offset: int, limit: int) -> tuple[Card, ...]:
        """Rows of a result."""
        return cards_of(results, offset, limit)

    def settle(self) -> None:
        """Nothing to hand back."""

    def now_called(self, ids: Iterable[str]) -> Mapping[str, str]:
        """What the test says was merged."""
        return {one: self.merged[one] for one in ids if one in self.merged}

    def position(self, results: Results, listing_id: str) -> int | None:
        """Rows are numbered as their ids are."""
        row = int(listing_id.removeprefix("npi:"))
        return row if row < results.total else None
