"""The library: one shape for everything a counselor reads."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from therapist_desktop.domain.listing import PieceLink
from therapist_desktop.domain.phone import Phone
from therapist_desktop.domain.piece_facts import Facts


class PieceKind(StrEnum):
    """The kinds of piece, named as in the data file."""

    ARTICLE = "article"
    TOPIC = "topic"
    TERM = "term"
    HOTLINE = "hotline"
    SUPPORT_GROUP = "support_group"
    BOOK = "book"
    WEBSITE = "website"
    NEWS = "news"
    FAQ = "faq"


class Section(StrEnum):
    """The sections of the library, in the order of the contents tree."""

    ABOUT_THERAPY = "about-therapy"
    DISORDER = "disorder"
    MEDICATION = "medication"
    APPROACH = "approach"
    ARTICLE = "article"
    TERM = "term"
    HOTLINE = "hotline"
    SUPPORT_GROUP = "support_group"
    BOOK = "book"
    WEBSITE = "website"
    FAQ = "faq"
    NEWS = "news"
    ABOUT = "about"


class Shelf(StrEnum):
    """What else can be listed in the library: views over all sections, and what the person keeps."""

    CONTENTS = "contents"
    WHATS_NEW = "whats-new"
    READING_LIST = "reading-list"
    BOOKMARKS = "bookmarks"
    HIGHLIGHTS = "highlights"
    RECENT = "recent"


@dataclass(frozen=True, slots=True)
class PieceCard:
    """One line of a library list. `snippet` is safe HTML with <b> around what matched, empty without a search.

    `facts` are what lists of its kind say beside the title.
    """

    id: str
    kind: PieceKind
    section: Section
    title: str
    summary: str = ""
    updated: date | None = None
    snippet: str = ""
    facts: Facts | None = None


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote an article; `listing` is the id of their listing where they have one."""

    name: str
    listing: str = ""
    about: str = ""
    portrait: bytes = b""


@dataclass(frozen=True, slots=True)
class Medicine:
    """The names around a medication; `brands` are those of the United States."""

    drug_class: str = ""
    generics: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()
    used_for: tuple[str, ...] = ()
    prescribers: str = ""


@dataclass(frozen=True, slots=True)
class Translation:
    """A page in another language (a value of the facet `language`). `body` is cleaned HTML."""

    language: str
    title: str
    body: str
    summary: str = ""
    reviewed: date | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A named source of a piece."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """One article, topic, term, hotline, book and so on, ready to be shown. `body` is cleaned HTML.

    `grade` is the school grade it reads at; `before` and `after` stand beside it in its section; `named_by` are the
    pages that name it as related.
    """

    id: str
    kind: PieceKind
    section: Section
    title: str
    summary: str = ""
    body: str = ""
    also_called: tuple[str, ...] = ()
    breadcrumb: tuple[str, ...] = ()
    author: Author | None = None
    updated: date | None = None
    reviewed: date | None = None
    verified_on: date | None = None
    correction: str = ""
    crisis: bool = False
    phones: tuple[Phone, ...] = ()
    url: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    references: tuple[Reference, ...] = ()
    related: tuple[PieceLink, ...] = ()
    listings: tuple[tuple[str, str], ...] = ()
    medicine: Medicine | None = None
    say: str = ""
    grade: int | None = None
    translations: tuple[Translation, ...] = ()
    before: PieceLink | None = None
    after: PieceLink | None = None
    named_by: tuple[PieceLink, ...] = ()
    intact: bool = True


@dataclass(frozen=True, slots=True)
class Hotline:
    """One line of the crisis page. `confirmed` says whether its owner's own page gave the number on `verified_on`."""

    id: str
    title: str
    what_for: str
    phones: tuple[Phone, ...]
    hours: str = ""
    chat: str = ""
    notes: str = ""
    languages: tuple[str, ...] = ()
    verified_on: date | None = None
    source: str = ""
    confirmed: bool = True
    title_es: str = ""
    what_for_es: str = ""
    notes_es: str = ""
