"""The closed lists behind the filters: facets and their values."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple


class Facet(StrEnum):
    """The questions a listing can be filtered by. The order is the order in the filter panel."""

    PAYER = "payer"
    PLAN = "plan"
    PAYMENT = "payment"
    FEE = "fee"
    SPECIALTY = "specialty"
    APPROACH = "approach"
    CARE = "care"
    SETTING = "setting"
    SERVICE = "service"
    PROGRAM = "program"
    FORMAT = "format"
    CLIENT_STATE = "client_state"
    WHEN = "when"
    LANGUAGE = "language"
    AGE = "age"
    PARTICIPANTS = "participants"
    ACCEPTING = "accepting"
    GENDER = "gender"
    IDENTITY = "identity"
    FAITH = "faith"
    ACCESS = "access"
    PROVIDER_TYPE = "provider_type"
    FACILITY = "facility"
    STATE = "state"
    VERIFIED = "verified"


COMPACT: Final = "compact"
"""The list behind CLIENT_STATE that is no question of its own: agreements among states, each with its members."""


class Value(NamedTuple):
    """One value of a facet. A group is a heading; a listing has it when it has any of its children."""

    facet: Facet
    id: str
    label: str
    parent: str = ""
    group: bool = False
    aliases: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The id across all facets, for example "specialty/depression"."""
        return f"{self.facet}/{self.id}"


class FacetList(NamedTuple):
    """One facet with its heading and its values in the order they are shown."""

    facet: Facet
    label: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """All facets of a release."""

    lists: tuple[FacetList, ...] = ()

    def __iter__(self) -> Iterator[FacetList]:
        return iter(self.lists)

    def find(self, facet: str, value: str) -> Value | None:
        """The value with this id, or None."""
        return next((one for one in self.values(facet) if one.id == value), None)

    def values(self, facet: str) -> tuple[Value, ...]:
        """The values of one facet, or nothing for a facet this release does not have."""
        return next((one.values for one in self.lists if one.facet == facet), ())

    def label(self, facet: str, value: str) -> str:
        """The label of a value; the id itself where the release does not know it."""
        found = self.find(facet, value)
        return found.label if found else value
