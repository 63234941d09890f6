"""One provider or center as the detail pane shows it."""

from dataclasses import dataclass
from datetime import date

from therapist_desktop.domain.filters import Kind
from therapist_desktop.domain.freshness import Freshness
from therapist_desktop.domain.phone import Phone
from therapist_desktop.domain.results import Card
from therapist_desktop.domain.taxonomy import Value


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a listing, or a part of it, comes from."""

    name: str
    date: str = ""
    url: str = ""
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Location:
    """A street address. Latitude and longitude are in degrees."""

    address_1: str = ""
    address_2: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""
    latitude: float | None = None
    longitude: float | None = None

    @property
    def lines(self) -> tuple[str, ...]:
        """The address as on an envelope."""
        town = " ".join(
            part for part in (f"{self.city}," if self.city and self.state else self.city, self.state) if part
        )
        last = " ".join(part for part in (town, self.zip) if part)
        return tuple(line for line in (self.address_1, self.address_2, last) if line)


@dataclass(frozen=True, slots=True)
class PayerFact:
    """One payer a listing takes, with what is known about it. `plan_type` is a label, its id a value of PLAN."""

    label: str
    id: str
    role: str = ""
    plan: str = ""
    verified_on: date | None = None
    source: str = ""
    plan_type: str = ""
    plan_type_id: str = ""


@dataclass(frozen=True, slots=True)
class FeeFact:
    """What a session costs, in cents; `low` is the low end of a sliding scale. None is unknown."""

    session: int | None = None
    low: int | None = None
    note: str = ""
    verified_on: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class License:
    """A licence as claimed by its holder or confirmed by a board."""

    type: str = ""
    number: str = ""
    state: str = ""
    verified_on: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class ClientState:
    """A state that a client may be in, as a value of CLIENT_STATE, and what says so.

    `by` is "license", "compact:PSYPACT" with the label of the compact, or "address" where no licence is listed. A
    compact is to be confirmed: its members change, and so does who holds its authorization.
    """

    state: str
    by: str
    label: str = ""

    @property
    def compact(self) -> str:
        """The label of the compact that says so, or nothing."""
        kind, _, label = self.by.partition(":")
        return label if kind == "compact" else ""


@dataclass(frozen=True, slots=True)
class Claim:
    """What another source says about a field of the listing, where the two differ. `date` is the source's own."""

    field: str
    value: str
    source: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class PieceLink:
    """A piece of the library that belongs to something else."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Listing:
    """Everything known about one listing. Empty means unknown, never "no".

    `values` are all it is found by, those that are worked out (PLAN, FEE, CLIENT_STATE) behind the others; payers,
    accepting, state and freshness have fields of their own. What a client state rests on is in `client_states`.
    """

    id: str
    kind: Kind
    name: str
    sample: bool = False
    part: str = ""
    credential: str = ""
    pronouns: str = ""
    organization: str = ""
    description: str = ""
    next_step: str = ""
    npi: str = ""
    url: str = ""
    email: str = ""
    fees: str = ""
    fee: FeeFact = FeeFact()
    hours: str = ""
    hours_verified_on: date | None = None
    hours_source: str = ""
    accepting: str = "unknown"
    accepting_note: str = ""
    accepting_verified_on: date | None = None
    verified_on: date | None = None
    freshness: Freshness = Freshness.NEVER
    location: Location = Location()
    other_locations: tuple[Location, ...] = ()
    phones: tuple[Phone, ...] = ()
    payers: tuple[PayerFact, ...] = ()
    licenses: tuple[License, ...] = ()
    compacts: tuple[str, ...] = ()
    client_states: tuple[ClientState, ...] = ()
    values: tuple[Value, ...] = ()
    sources: tuple[Provenance, ...] = ()
    claims: tuple[Claim, ...] = ()
    articles: tuple[PieceLink, ...] = ()
    intact: bool = True
    groups: tuple[Value, ...] = ()
    """The headings that `values` stand under."""
    topics: tuple[tuple[str, PieceLink], ...] = ()
    """The pieces of the library about its values, as (key of the value, piece), the most fitting of a value first."""
    letters: tuple[PieceLink, ...] = ()
    """The terms that explain the letters behind the name."""
    same_site: tuple[Card, ...] = ()
    """The other listings in the same house, of a center."""

    @property
    def fees_verified_on(self) -> date | None:
        """When somebody last checked what a session costs."""
        return self.fee.verified_on

    def having(self, facet: str) -> tuple[Value, ...]:
        """The values of one facet, headings left out, in taxonomy order."""
        return tuple(value for value in self.values if value.facet == facet and not value.group)

    def under(self, facet: str) -> tuple[tuple[str, tuple[Value, ...]], ...]:
        """The values of one facet by the heading they stand under, in taxonomy order; "" for those without one."""
        headings = {value.id: value.label for value in self.groups if value.facet == facet}
        found: dict[str, list[Value]] = {}
        for value in self.having(facet):
            found.setdefault(headings.get(value.parent, ""), []).append(value)
        return tuple((heading, tuple(values)) for heading, values in found.items())

    def topic(self, key: str) -> PieceLink | None:
        """The page of the library about one of its values, or None."""
        return next((link for one, link in self.topics if one == key), None)
