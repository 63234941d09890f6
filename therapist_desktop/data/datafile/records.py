"""The record types of the data file, format 1.

Field names follow HSDS where it has one, then FHIR Plan-Net, then schema.org. A field that is absent is unknown.
Coordinates are whole 1e-5 degrees and money is whole cents, so that every record has exactly one canonical encoding.
"""

from datetime import date, datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

from therapist_desktop.data.datafile.fields import (
    Cents,
    FacetId,
    Hex,
    Id,
    Latitude,
    Line,
    Longitude,
    Name,
    Part,
    PhoneNumber,
    Record,
    Source,
    StateCode,
    Text,
    ValueId,
    Web,
    Zip,
)
from therapist_desktop.data.datafile.library import (
    Article,
    Book,
    Faq,
    HotlineRecord,
    News,
    SupportGroup,
    Term,
    Topic,
    Website,
)

FORMAT = 1


class Address(Part, frozen=True, kw_only=True):
    """HSDS address and location in one."""

    address_1: Line = ""
    address_2: Line = ""
    city: Line = ""
    state_province: StateCode | None = None
    postal_code: Zip | None = None
    latitude: Latitude | None = None
    longitude: Longitude | None = None


class Payer(Part, frozen=True, kw_only=True):
    """One payer that is taken, and how. `plan` is the plan's own name, `plan_type` a value such as `hmo`."""

    id: ValueId
    plan: Line = ""
    plan_type: ValueId | None = None
    role: Literal["in-network", "out-of-network", "single-case", "unknown"] = "unknown"
    verified_on: date | None = None
    source: Line = ""


class Accepting(Part, frozen=True, kw_only=True):
    """Whether new clients are taken. Unknown is a value of its own."""

    status: Literal["yes", "waitlist", "no", "unknown"] = "unknown"
    note: Line = ""
    verified_on: date | None = None
    source: Line = ""


class Licence(Part, frozen=True, kw_only=True):
    """A professional licence."""

    type: Line = ""
    number: Line = ""
    state_province: StateCode | None = None
    verified_on: date | None = None
    source: Line = ""


class Fees(Part, frozen=True, kw_only=True):
    """What a session costs, in whole cents; `low` is the low end of a sliding scale."""

    session: Cents | None = None
    low: Cents | None = None
    note: Line = ""
    verified_on: date | None = None
    source: Line = ""


class Claim(Part, frozen=True, kw_only=True):
    """What another source says about a field, where that differs from the listing. `date` is the source's own."""

    field: Name
    value: Line
    source: Line = ""
    date: Line = ""


class ListingRecord(Record, frozen=True, kw_only=True):
    """What providers and centers share."""

    id: Id
    name: Name
    sample: bool = False
    description: Text = ""
    next_step: Line = ""
    url: Web | None = None
    email: Line = ""
    hours: Line = ""
    hours_verified_on: date | None = None
    hours_source: Line = ""
    address: Address = Address()
    other_addresses: tuple[Address, ...] = ()
    phones: tuple[PhoneNumber, ...] = ()
    payer: tuple[Payer, ...] = ()
    approach: tuple[ValueId, ...] = ()
    specialty: tuple[ValueId, ...] = ()
    language: tuple[ValueId, ...] = ()
    age: tuple[ValueId, ...] = ()
    participants: tuple[ValueId, ...] = ()
    format: tuple[ValueId, ...] = ()
    when: tuple[ValueId, ...] = ()
    identity: tuple[ValueId, ...] = ()
    faith: tuple[ValueId, ...] = ()
    access: tuple[ValueId, ...] = ()
    accepting: Accepting = Accepting()
    verified_on: date | None = None
    sources: tuple[Source, ...] = ()
    claims: tuple[Claim, ...] = ()


class Provider(ListingRecord, frozen=True, kw_only=True, tag="provider"):
    """A therapist or prescriber: a person. `compact` are the agreements among states whose authorization they hold."""

    credential: Line = ""
    pronouns: Line = ""
    organization: Line = ""
    npi: Annotated[str, Meta(pattern=r"^[0-9]{10}$")] | None = None
    provider_type: tuple[ValueId, ...] = ()
    gender: tuple[ValueId, ...] = ()
    licenses: tuple[Licence, ...] = ()
    compact: tuple[ValueId, ...] = ()
    fees: Fees = Fees()


class Center(ListingRecord, frozen=True, kw_only=True, tag="center"):
    """A treatment center: a facility, or one program at a site. `alternate_name` is the program's own name."""

    alternate_name: Line = ""
    care: tuple[ValueId, ...] = ()
    setting: tuple[ValueId, ...] = ()
    service: tuple[ValueId, ...] = ()
    payment: tuple[ValueId, ...] = ()
    program: tuple[ValueId, ...] = ()
    facility: tuple[ValueId, ...] = ()
    codes: Text = ""


_SHARED_FACETS = (
    *("specialty", "approach", "language", "age", "participants", "format"),
    *("when", "identity", "faith", "access"),
)
FACETS: dict[type[ListingRecord], tuple[str, ...]] = {
    Provider: (*_SHARED_FACETS, "provider_type", "gender"),
    Center: (*_SHARED_FACETS, "care", "setting", "service", "payment", "program", "facility"),
}
"""The fields of a listing that hold values of the facet they are named after. `payer` holds more than values."""


class TaxonomyRecord(Record, frozen=True, kw_only=True, tag="taxonomy"):
    """One value of a facet, or with an empty `code` the facet's own heading. `position` is the order on screen."""

    id: Annotated[str, Meta(pattern=r"^[a-z_]+(/[a-z0-9]+(-[a-z0-9]+)*)?$", max_length=120)]
    taxonomy: FacetId
    name: Name
    position: Annotated[int, Meta(ge=0)]
    code: Annotated[str, Meta(pattern=r"^([a-z0-9]+(-[a-z0-9]+)*)?$", max_length=80)] = ""
    parent: Annotated[str, Meta(max_length=80)] = ""
    group: bool = False
    aliases: tuple[Line, ...] = ()
    codes: tuple[Line, ...] = ()


class Place(Record, frozen=True, kw_only=True, tag="place"):
    """The middle of a ZIP code area."""

    id: Id
    postal_code: Zip
    city: Line
    state: StateCode
    latitude: Latitude
    longitude: Longitude


class Redirect(Record, frozen=True, kw_only=True, tag="redirect"):
    """An id that was merged into another one, so that notes and lists can follow."""

    id: Id
    to: Id


class Tombstone(Part, frozen=True, kw_only=True):
    """A record that is no longer published (deltas only)."""

    kind: Line
    id: Annotated[str, Meta(max_length=140)]
    gone: date
    why: Line = ""


class Publisher(Part, frozen=True, kw_only=True):
    """Who makes the releases."""

    name: Name
    url: Web | None = None
    email: Line = ""


class Header(Struct, frozen=True, kw_only=True, omit_defaults=True, tag="release", tag_field="kind"):
    """The first line of a data file. Unknown fields are allowed here so that a newer header can still say its format.

    `state` is the hash over all records of the release (see canonical.py); `counts` are lines by kind.
    """

    format: Annotated[int, Meta(ge=1)]
    number: Annotated[int, Meta(ge=1)]
    published: datetime
    title: Name
    publisher: Publisher
    state: Hex
    counts: dict[str, Annotated[int, Meta(ge=0)]]
    base: int | None = None
    license: Line = ""
    sample: bool = False
    sources: tuple[Source, ...] = ()


Listed = Provider | Center
AnyRecord = (
    Provider
    | Center
    | Article
    | Topic
    | Faq
    | News
    | Term
    | HotlineRecord
    | SupportGroup
    | Book
    | Website
    | TaxonomyRecord
    | Place
    | Redirect
)
KINDS: tuple[str, ...] = tuple(str(kind.__struct_config__.tag) for kind in AnyRecord.__args__)
