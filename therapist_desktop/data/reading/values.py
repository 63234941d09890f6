"""The taxonomy of a release and its stored counts."""

import json
import sqlite3
from typing import Any

from therapist_desktop.domain.errors import CatalogueDamaged
from therapist_desktop.domain.freshness import Freshness
from therapist_desktop.domain.taxonomy import Facet, FacetList, Taxonomy, Value

_BANDS = {
    Freshness.FRESH: "Verified within 90 days",
    Freshness.AGEING: "Verified 90 days to a year ago",
    Freshness.STALE: "Verified more than a year ago",
    Freshness.NEVER: "Never verified",
}
_UNREAD = "the names of a value do not read back as they were written"
VERIFIED = FacetList(
    Facet.VERIFIED,
    "Verified",
    tuple(Value(Facet.VERIFIED, band, label) for band, label in _BANDS.items()),
)


def read_taxonomy(connection: sqlite3.Connection) -> Taxonomy:
    """All facets with their values. Facets that this version does not know are left out."""
    labels: dict[str, str] = {}
    known = {facet.value: facet for facet in Facet}
    values: dict[Facet, list[Value]] = {facet: [] for facet in Facet}
    stored = connection.execute(
        "SELECT facet, value, label, parent, grouped, aliases FROM facet ORDER BY id"
    ).fetchall()
    for (name, value, label, parent, grouped, _), aliases in zip(stored, _names(stored), strict=True):
        facet = known.get(name)
        if facet is None:
            continue
        if value:
            values[facet].append(Value(facet, value, label, parent, bool(grouped), tuple(aliases)))
        else:
            labels[facet] = label
    lists = [
        FacetList(facet, labels.get(facet, facet.replace("_", " ").capitalize()), tuple(found))
        for facet, found in values.items()
        if found
    ]
    return Taxonomy((*lists, VERIFIED))


def _names(stored: list[tuple[Any, ...]]) -> list[list[str]]:
    """The other names of each value, read in one go."""
    try:
        names: list[list[str]] = json.loads(f"[{','.join(row[-1] for row in stored)}]")
    except (TypeError, ValueError) as error:
        raise CatalogueDamaged(what=_UNREAD) from error
    if len(names) != len(stored):
        raise CatalogueDamaged(what=_UNREAD)
    return names


def read_counts(connection: sqlite3.Connection) -> dict[str, dict[str, int]]:
    """How many listings have each value, with nothing asked for."""
    counts: dict[str, dict[str, int]] = {}
    for facet, value, count in connection.execute(
        "SELECT facet, value, count FROM facet WHERE value <> '' ORDER BY id"
    ):
        counts.setdefault(facet, {})[value] = count
    return counts
