"""Everything a person can ask of the directory, in one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple, Self

from therapist_desktop.domain.taxonomy import Facet

DEFAULT_MILES = 25.0
MAX_MILES = 3000.0


class Kind(StrEnum):
    """The two kinds of listing."""

    PROVIDER = "provider"
    CENTER = "center"


class Sort(StrEnum):
    """The orders a person can choose."""

    RELEVANCE = "relevance"
    DISTANCE = "distance"
    NAME = "name"
    VERIFIED = "verified"
    OPENINGS = "openings"
    STATE = "state"


class Order(NamedTuple):
    """One key of an order of several."""

    sort: Sort
    descending: bool = False


class Choice(NamedTuple):
    """One chosen value of one facet."""

    facet: Facet
    value: str


@dataclass(frozen=True, slots=True)
class Near:
    """Within so many miles of a ZIP code or a "City, ST"."""

    place: str
    miles: float = DEFAULT_MILES


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for. The default asks for nothing in particular.

    Values of one facet widen each other (any of them); facets narrow each other (all of them). `chosen` values must be
    met; `preferred` ones narrow nothing, they only bring what meets more of them to the top. `then` orders what `sort`
    leaves equal; best match leaves equal what fits the words and wishes alike and is of one freshness band.
    """

    words: str = ""
    kind: Kind | None = None
    chosen: frozenset[Choice] = frozenset()
    near: Near | None = None
    preferred: frozenset[Choice] = frozenset()
    sort: Sort | None = None
    descending: bool = False
    then: tuple[Order, ...] = ()

    @property
    def is_open(self) -> bool:
        """Nothing narrows the result."""
        return not self.words.strip() and self.kind is None and not self.chosen and self.near is None

    @property
    def order(self) -> Sort:
        """The order asked for; best match first where none was, and where there is no place to be near to."""
        if self.sort is None or (self.sort is Sort.DISTANCE and self.near is None):
            return Sort.RELEVANCE
        return self.sort

    @property
    def orders(self) -> tuple[Order, ...]:
        """All keys that order something, the first one first. Best match is the first key or none, distance needs a
        place, and a sort that was named before leaves nothing equal for its second time."""
        keys = {self.order: Order(self.order, self.descending)}
        for order in self.then:
            if order.sort is not Sort.RELEVANCE and not (order.sort is Sort.DISTANCE and self.near is None):
                keys.setdefault(order.sort, order)
        return tuple(keys.values())

    def by_facet(self) -> Mapping[Facet, frozenset[str]]:
        """The chosen values of each facet that has any."""
        return _by_facet(self.chosen)

    def preferred_by_facet(self) -> Mapping[Facet, frozenset[str]]:
        """The preferred values of each facet that has any."""
        return _by_facet(self.preferred)

    def toggled(self, choice: Choice) -> Self:
        """The same with this value chosen if it was not, or dropped if it was."""
        return replace(self, chosen=self.chosen ^ {choice})

    def cleared(self) -> "Filters":
        """Nothing asked for, in the same order."""
        return Filters(sort=self.sort, descending=self.descending, then=self.then)


def _by_facet(choices: frozenset[Choice]) -> Mapping[Facet, frozenset[str]]:
    facets = {choice.facet for choice in choices}
    return {
        facet: frozenset(choice.value for choice in choices if choice.facet is facet)
        for facet in Facet
        if facet in facets
    }
