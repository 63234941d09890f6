"""The records of the library."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta

from therapist_desktop.data.datafile.fields import (
    Html,
    Id,
    Line,
    Name,
    Part,
    PhoneNumber,
    Record,
    Text,
    ValueId,
    ValueKey,
    Web,
)
from therapist_desktop.domain.nesting import is_deeper

MOST_PORTRAIT = 60_000  # bytes
DEEPEST_PAGE = 1_000


def _refuse_tangle(body: str) -> None:
    if is_deeper(body, DEEPEST_PAGE):
        raise ValueError(f"Expected a text whose tags are nested at most {DEEPEST_PAGE} deep")


class By(Part, frozen=True, kw_only=True):
    """The author of an article. `portrait` is a small PNG or JPEG picture, base64 in the file."""

    name: Name
    listing: Id | None = None
    about: Line = ""
    portrait: Annotated[bytes, Meta(max_length=MOST_PORTRAIT)] = b""


class Citation(Part, frozen=True, kw_only=True):
    """A named source of a piece."""

    text: Line
    url: Web | None = None


class Medicine(Part, frozen=True, kw_only=True):
    """What a medication page is about, in names; `brands` are those of the United States."""

    drug_class: Line = ""
    generics: tuple[Line, ...] = ()
    brands: tuple[Line, ...] = ()
    used_for: tuple[Line, ...] = ()
    prescribers: Line = ""


class Translation(Part, frozen=True, kw_only=True):
    """A page in another language, a value of the facet `language`."""

    language: ValueId
    title: Name
    body: Html
    summary: Line = ""
    reviewed: date | None = None

    def __post_init__(self) -> None:
        _refuse_tangle(self.body)


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
    """A piece with a page of text. `body` is HTML cleaned by the publisher and cleaned again before it is shown.

    `grade` is the school grade it reads at (Flesch-Kincaid), which the publisher works out.
    """

    body: Html
    breadcrumb: tuple[Line, ...] = ()
    correction: Line = ""
    crisis: bool = False
    grade: Annotated[int, Meta(ge=0, le=30)] | None = None
    translations: tuple[Translation, ...] = ()

    def __post_init__(self) -> None:
        _refuse_tangle(self.body)


class Article(PageRecord, frozen=True, kw_only=True, tag="article"):
    """A signed article."""

    author: By | None = None


class Topic(PageRecord, frozen=True, kw_only=True, tag="topic"):
    """A page about a disorder, a medication, an approach, about therapy as such, or about the library itself."""

    section: Literal["about-therapy", "disorder", "medication", "approach", "about"]
    medicine: Medicine | None = None


class Faq(PageRecord, frozen=True, kw_only=True, tag="faq"):
    """A question callers ask. `say` is what to say aloud; a lower `position` stands higher in the section."""

    say: Text = ""
    position: Annotated[int, Meta(ge=1, le=9999)] = 999


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
    notes_es: Line = ""
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
    formats: tuple[Literal["in-person", "online", "phone"], ...] = ()
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


Piece = Article | Topic | Faq | News | Term | HotlineRecord | SupportGroup | Book | Website
