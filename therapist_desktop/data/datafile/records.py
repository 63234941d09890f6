"""The record types of the data file, format 1.

Field names follow HSDS where it has one, then FHIR Plan-Net, then schema.org. A field that is absent is unknown.
Coordinates are whole 1e-5 degrees and money is whole cents, so that every record has exactly one canonical encoding.
"""

from datetime import date, datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

FORMAT = 1

Id = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*:[A-Za-z0-9][A-Za-z0-9._:-]{0,119}$", max_length=140)]
ValueId = Annotated[str, Meta(min_length=1, max_length=80)]  # a pattern here doubles the time to load; see `code` below
ValueKey = Annotated[str, Meta(pattern=r"^[a-z_]+/[a-z0-9]+(-[a-z0-9]+)*$", max_length=120)]
FacetId = Annotated[str, Meta(pattern=r"^[a-z_]+$", max_length=40)]
Name = Annotated[str, Meta(min_length=1, max_length=300)]
Line = Annotated[str, Meta(max_length=500)]
Text = Annotated[str, Meta(max_length=20_000)]
Html = Annotated[str, Meta(max_length=400_000)]
Digits = Annotated[str, Meta(pattern=r"^[0-9]{3,15}$")]
Zip = Annotated[str, Meta(pattern=r"^[0-9]{5}$")]
StateCode = Annotated[str, Meta(pattern=r"^[A-Z]{2}$")]
Latitude = Annotated[int, Meta(ge=-9_000_000, le=9_000_000, description="1e-5 degrees")]
Longitude = Annotated[int, Meta(ge=-18_000_000, le=18_000_000, description="1e-5 degrees")]
Cents = Annotated[int, Meta(ge=0, le=100_000_000)]
Web = Annotated[str, Meta(pattern=r"^https?://[^\s<>\"]+$", max_length=500)]
Hex = Annotated[str, Meta(pattern=r"^[0-9a-f]{32}$")]


class Part(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Something inside a record."""


class Record(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True, tag_field="kind"):
    """One line of a data file. `kind` says which."""


class Source(Part, frozen=True, kw_only=True):
    """Where facts come from: a name, the date or year the source itself states, the fields it gave if not all."""

    name: Name
    date: Line = ""
    url: Web | None = None
    fields: tuple[Line, ...] = ()


class PhoneNumber(Part, frozen=True, kw_only=True):
    """HSDS phone. `number` is digits; `raw` is the source's text where no number could be read from it."""

    number: Digits | None = None
    extension: Annotated[str, Meta(pattern=r"^[0-9]{0,8}$")] = ""
    type: Literal["voice", "text", "fax", "tty"] = "voice"
    description: Line = ""
    vanity: Line = ""
    keyword: Line = ""
    raw: Line = ""
    verified_on: date | None = None
    source: Line = ""


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


class By(Part, frozen=True, kw_only=True):
    """The author of an article."""

    name: Name
    listing: Id | None = None
    about: Line = ""


class Citation(Part, frozen=True, kw_only=True):
    """A named source of a piece."""

    text: Line
    url: Web | None = None


_SHARED_FACETS = (
    *("specialty", "approach", "language", "age", "participants", "format"),
    *("when", "identity", "faith", "access"),
)
FACETS: dict[type[ListingRecord], tuple[str, ...]] = {
    Provider: (*_SHARED_FACETS, "provider_type", "gender"),
    Center: (*_SHARED_FACETS, "care", "setting", "service", "payment", "program", "facility"),
}
"""The fields of a listing that hold values of the facet they are named after. `payer` holds more than values."""


class PieceRecord(Record, frozen=True, kw_only=True):
    """What all pieces of the library share. `values` are facet values the piece is about."""

    id: Id
    title: Name
    summary: Line = ""
    also_called: tuple[Line, ...] = ()
    values: tuple[ValueKey, ...] = ()
    related: tuple[Id, ...] = ()
    references: tuple[Citation, ...] = ()
    updated: date | None = None
    reviewed: date | None = None


class PageRecord(PieceRecord, frozen=True, kw_only=True):
    """A piece with a page of text. `body` is HTML cleaned by the publisher and cleaned again before it is shown."""

    body: Html
    breadcrumb: tuple[Line, ...] = ()
    correction: Line = ""
    crisis: bool = False


class Article(PageRecord, frozen=True, kw_only=True, tag="article"):
    """A signed article."""

    author: By | None = None


class Topic(PageRecord, frozen=True, kw_only=True, tag="topic"):
    """A page about a disorder, a medication, an approach or about therapy as such."""

    section: Literal["about-therapy", "disorder", "medication", "approach"]


class Faq(PageRecord, frozen=True, kw_only=True, tag="faq"):
    """A question callers ask, with an answer to read out."""


class News(PageRecord, frozen=True, kw_only=True, tag="news"):
    """A dated notice."""

    dated: date


class Term(PieceRecord, frozen=True, kw_only=True, tag="term"):
    """A dictionary entry."""

    definition: Text


class HotlineRecord(PieceRecord, frozen=True, kw_only=True, tag="hotline"):
    """A crisis line or helpline. A lower `priority` stands higher on the crisis page."""

    what_for: Line
    phones: tuple[PhoneNumber, ...]
    verified_on: date
    title_es: Line = ""
    what_for_es: Line = ""
    chat: Web | None = None
    hours: Line = ""
    area: Line = "US"
    languages: tuple[ValueId, ...] = ()
    notes: Line = ""
    priority: Annotated[int, Meta(ge=1, le=9999)] = 999
    confidence: Literal["high", "medium", "low"] = "medium"


class SupportGroup(PieceRecord, frozen=True, kw_only=True, tag="support_group"):
    """A group or network of groups that meet."""

    topic: Line = ""
    meeting: Line = ""
    phones: tuple[PhoneNumber, ...] = ()
    url: Web | None = None
    checked_on: date | None = None


class Book(PieceRecord, frozen=True, kw_only=True, tag="book"):
    """A book worth naming."""

    authors: tuple[Name, ...]
    year: Annotated[int, Meta(ge=1500, le=2200)] | None = None
    publisher: Line = ""
    isbn: Annotated[str, Meta(pattern=r"^[0-9]{9}[0-9X]([0-9]{3})?$")] | None = None
    level: Literal["general", "professional"] = "general"


class Website(PieceRecord, frozen=True, kw_only=True, tag="website"):
    """A web site worth naming, with the day somebody last looked at it."""

    url: Web
    publisher: Line = ""
    checked_on: date | None = None


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
Piece = Article | Topic | Faq | News | Term | HotlineRecord | SupportGroup | Book | Website
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
