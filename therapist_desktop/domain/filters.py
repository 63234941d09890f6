"""Everything a person can ask of the directory, in one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple, Self

from therapist_desktop.domain.taxonomy import Facet

DEFAULT_MILES = 25.0
MAX_MILES = 3000.0
ANY_MILES = 12_500.0
"""More than half way around the earth: near a place, however far."""

PROVIDERS_ONLY = frozenset({Facet.FEE, Facet.CLIENT_STATE, Facet.GENDER, Facet.PROVIDER_TYPE})
CENTERS_ONLY = frozenset({Facet.PAYMENT, Facet.CARE, Facet.SETTING, Facet.SERVICE, Facet.PROGRAM, Facet.FACILITY})


class Kind(StrEnum):
    """The two kinds of listing."""

    PROVIDER = "provider"
    CENTER = "center"


class Wish(StrEnum):
    """How much a value is wished for: not at all, or it must be met, or it only lifts what meets it."""

    NONE = ""
    MUST = "must"
    PREFER = "prefer"


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

    @property
    def is_anywhere(self) -> bool:
        """However far, and wherever: the place only says where distances are measured from."""
        return self.miles >= ANY_MILES

    @property
    def within(self) -> float | None:
        """The miles that leave somebody out, or None."""
        return None if self.is_anywhere else self.miles


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for. The default asks for nothing in particular.

    Values of one facet widen each other (any of them); facets narrow each other (all of them). `chosen` values must be
    met; `preferred` ones narrow nothing, they only bring what meets more of them to the top. No value is both: what
    must be met need not be preferred. `then` orders what `sort` leaves equal; best match leaves equal what fits the
    words and wishes alike and is of one freshness band.
    """

    words: str = ""
    kind: Kind | None = None
    chosen: frozenset[Choice] = frozenset()
    near: Near | None = None
    preferred: frozenset[Choice] = frozenset()
    sort: Sort | None = None
    descending: bool = False
    then: tuple[Order, ...] = ()

    def __post_init__(self) -> None:
        if not self.preferred.isdisjoint(self.chosen):
            object.__setattr__(self, "preferred", self.preferred - self.chosen)

    @property
    def is_open(self) -> bool:
        """Nothing narrows the result."""
        return not self.words.strip() and self.kind is None and not self.chosen and self.near is None

    @property
    def asked_for(self) -> int:
        """How many things are asked for, preferred ones among them."""
        others = (bool(self.words.strip()), self.kind is not None, self.near is not None)
        return sum(others) + len(self.chosen) + len(self.preferred)

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

    def wish(self, choice: Choice) -> Wish:
        """How much this value is wished for."""
        if choice in self.chosen:
            return Wish.MUST
        return Wish.PREFER if choice in self.preferred else Wish.NONE

    def wishing(self, choice: Choice, wish: Wish) -> Self:
        """The same with this value wished for so much, and not at all in any other way."""
        chosen, preferred = self.chosen - {choice}, self.preferred - {choice}
        if wish is Wish.MUST:
            chosen |= {choice}
        elif wish is Wish.PREFER:
            preferred |= {choice}
        return replace(self, chosen=chosen, preferred=preferred)

    def toggled(self, choice: Choice, wish: Wish = Wish.MUST) -> Self:
        """The same with this value wished for so much if it was not, or not at all if it was."""
        return self.wishing(choice, Wish.NONE if self.wish(choice) is wish else wish)

    def without(self, facet: Facet) -> Self:
        """The same with nothing wished for of this facet."""
        chosen = frozenset(choice for choice in self.chosen if choice.facet is not facet)
        preferred = frozenset(choice for choice in self.preferred if choice.facet is not facet)
        return replace(self, chosen=chosen, preferred=preferred)

    def cleared(self) -> "Filters":
        """Nothing asked for, in the same order."""
        return Filters(sort=self.sort, descending=self.descending, then=self.then)


def can_apply(facet: Facet, kind: Kind | None) -> bool:
    """Whether listings of this kind, or of any, can have values of this facet."""
    if kind is None:
        return True
    return facet not in (CENTERS_ONLY if kind is Kind.PROVIDER else PROVIDERS_ONLY)


def _by_facet(choices: frozenset[Choice]) -> Mapping[Facet, frozenset[str]]:
    facets = {choice.facet for choice in choices}
    return {
        facet: frozenset(choice.value for choice in choices if choice.facet is facet)
        for facet in Facet
        if facet in facets
    }
