"""Which values of a facet are shown, and in what order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from therapist_desktop.ui.models.value_search import called

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from therapist_desktop.domain.taxonomy import FacetList, Value

SHORT = 8
TOP = 6
SEARCHED_FROM = 14
"""So many values, and a list has a field to look for one."""


class FacetRow(NamedTuple):
    """One line of a facet: a value, how deep it hangs, and whether it can be opened.

    `alias` is the other name by which it was found.
    """

    value: Value
    depth: int = 0
    opens: bool = False
    is_open: bool = False
    alias: str = ""


class FacetView(NamedTuple):
    """How a person looks at one facet."""

    chosen: frozenset[str] = frozenset()
    preferred: frozenset[str] = frozenset()
    opened: frozenset[str] = frozenset()
    all_shown: bool = False
    looked_for: str = ""

    @property
    def wished(self) -> frozenset[str]:
        """What must be met and what is preferred."""
        return self.chosen | self.preferred


def rows_to_show(facets: FacetList, rank: Mapping[str, int], view: FacetView) -> tuple[FacetRow, ...]:
    """The lines of a facet, wished-for values on top of a long one, the rest by how often they occur."""
    below = _below(facets)
    if view.looked_for.strip():
        return tuple(_found(facets, below, view))
    tops = below.get("", [])
    is_long = len(tops) > SHORT
    ordered = _by_rank(tops, rank) if is_long else tops
    parents = {value.id: value.parent for value in facets.values}
    wished = view.wished
    first = [
        value
        for value in facets.values
        if value.id in wished and (is_long or not _is_in_sight(value.id, parents, view.opened))
    ]
    rest = [value for value in ordered if value not in first]
    if is_long and not view.all_shown:
        rest = rest[: max(TOP - len(first), 2)]
    lines: list[FacetRow] = []

    def hang(value: Value, depth: int) -> None:
        children = below.get(value.id, [])
        is_open = value.id in view.opened
        lines.append(FacetRow(value, depth, bool(children), is_open and bool(children)))
        for child in _by_rank(children, rank) if is_open else ():
            if child not in first:
                hang(child, depth + 1)

    for value in [*first, *rest]:
        hang(value, 0)
    return tuple(lines)


def more_count(facets: FacetList) -> int:
    """How many values of the first level a long facet keeps behind "more"."""
    tops = len(_below(facets).get("", []))
    return tops - TOP if tops > SHORT else 0


def partly_chosen(facets: FacetList, chosen: frozenset[str]) -> frozenset[str]:
    """The values that are not chosen themselves and have something chosen below them."""
    parents = {value.id: value.parent for value in facets.values}
    partly: set[str] = set()
    for one in chosen:
        above = parents.get(one, "")
        while above in parents and above not in partly:
            partly.add(above)
            above = parents[above]
    return frozenset(partly) - chosen


def _below(facets: FacetList) -> Mapping[str, list[Value]]:
    known = {value.id for value in facets.values}
    below: dict[str, list[Value]] = {}
    for value in facets.values:
        below.setdefault(value.parent if value.parent in known else "", []).append(value)
    return below


def _by_rank(values: list[Value], rank: Mapping[str, int]) -> list[Value]:
    return sorted(values, key=lambda value: -rank.get(value.id, 0))  # as in the taxonomy where it is a tie


def _is_in_sight(value: str, parents: Mapping[str, str], opened: frozenset[str]) -> bool:
    parent = parents.get(value, "")
    while parent in parents:
        if parent not in opened:
            return False
        parent = parents[parent]
    return True


def _found(facets: FacetList, below: Mapping[str, list[Value]], view: FacetView) -> Iterator[FacetRow]:
    """What is called so, at any depth, each once; what hangs below an open one comes with it."""
    shown: set[str] = set()
    for value, alias in called(facets.values, view.looked_for):
        if value.id in shown:
            continue
        children = below.get(value.id, [])
        is_open = bool(children) and value.id in view.opened
        shown.add(value.id)
        yield FacetRow(value, 0, bool(children), is_open, alias)
        for child in children if is_open else ():
            if child.id not in shown:
                shown.add(child.id)
                yield FacetRow(child, 1)
