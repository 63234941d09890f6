"""The tabs from one day to the next: what may be written down of them, and what can be understood of what was."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from therapist_desktop.domain.filters import Choice, Filters, Kind, Order, Sort
from therapist_desktop.domain.places import MOST_TABS, Page, Place, Tabs, View, Way
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.ui.window_state import understood

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

    from therapist_desktop.domain.taxonomy import Taxonomy

    _E = TypeVar("_E", bound=StrEnum)

_LONGEST = 300


class Recalled(NamedTuple):
    """Tabs, and what is open in them by name."""

    tabs: Tabs = Tabs()
    names: Mapping[str, str] = {}


def written(tabs: Tabs, names: Mapping[str, str]) -> str:
    """The places of the tabs without words, ZIPs and towns. Nothing at all where there is nothing to bring back."""
    places = [way.here.kept for way in tabs.ways]
    if places == [Place()]:
        return ""
    kept = {"current": tabs.current, "tabs": [_place_written(place, names) for place in places]}
    return json.dumps(kept, separators=(",", ":"))


def read(text: str, taxonomy: Taxonomy) -> Recalled:
    """The tabs that were written, with the values that this release still has. Damaged text is one new tab."""
    kept = understood(text)
    listed = kept.get("tabs")
    if not isinstance(listed, list):
        return Recalled()
    places = [_place_read(one, taxonomy) for one in listed[:MOST_TABS] if isinstance(one, dict)]
    if not places:
        return Recalled()
    names = {
        place_id: _text(one, f"{what}_name")
        for one in listed[:MOST_TABS]
        for what in ("listing", "piece")
        if (place_id := _text(one, what)) and _text(one, f"{what}_name")
    }
    current = kept.get("current")
    ways = tuple(Way((place,)) for place in places)
    return Recalled(Tabs(ways, current if type(current) is int and 0 <= current < len(ways) else 0), names)


def _place_written(place: Place, names: Mapping[str, str]) -> dict[str, object]:
    filters = place.filters
    every: dict[str, object] = {
        "page": place.page,
        "view": place.view,
        "kind": filters.kind,
        "chosen": sorted(filters.chosen),
        "preferred": sorted(filters.preferred),
        "sort": filters.sort,
        "descending": filters.descending,
        "then": filters.then,
        "listing": place.listing,
        "listing_name": names.get(place.listing, ""),
        "piece": place.piece,
        "piece_name": names.get(place.piece, ""),
        "section": place.section,
        "shelf": place.shelf,
    }
    return {name: value for name, value in every.items() if value}


def _place_read(kept: dict[str, object], taxonomy: Taxonomy) -> Place:
    sort = _one_of(Sort, kept.get("sort"))
    filters = Filters(
        kind=_one_of(Kind, kept.get("kind")),
        chosen=_choices(kept.get("chosen"), taxonomy),
        preferred=_choices(kept.get("preferred"), taxonomy),
        sort=sort,
        descending=sort is not None and kept.get("descending") is True,
        then=_orders(kept.get("then")),
    )
    section, shelf = None, None
    if isinstance(kept.get("section"), str) or isinstance(kept.get("shelf"), str):
        from therapist_desktop.domain.library import Section, Shelf

        section, shelf = _one_of(Section, kept.get("section")), _one_of(Shelf, kept.get("shelf"))
    return Place(
        page=_one_of(Page, kept.get("page")) or Page.FIND,
        filters=filters,
        view=_one_of(View, kept.get("view")) or View.TABLE,
        listing=_text(kept, "listing"),
        piece=_text(kept, "piece"),
        section=section,
        shelf=shelf,
    ).kept


def _choices(kept: object, taxonomy: Taxonomy) -> frozenset[Choice]:
    found = set()
    for one in kept if isinstance(kept, list) else ():
        match one:
            case [str(facet), str(value)] if facet in set(Facet) and taxonomy.find(facet, value):
                found.add(Choice(Facet(facet), value))
    return frozenset(found)


def _orders(kept: object) -> tuple[Order, ...]:
    found = []
    for one in kept[: len(Sort)] if isinstance(kept, list) else ():
        match one:
            case [str(sort), bool(descending)] if sort in set(Sort):
                found.append(Order(Sort(sort), descending))
    return tuple(found)


def _text(kept: object, name: str) -> str:
    value = kept.get(name) if isinstance(kept, dict) else None
    return value[:_LONGEST] if isinstance(value, str) else ""


def _one_of(kind: type[_E], value: object) -> _E | None:
    return kind(value) if isinstance(value, str) and value in set(kind) else None
