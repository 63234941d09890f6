"""The library: one shape for everything a counselor reads."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from therapist_desktop.domain.listing import PieceLink
from therapist_desktop.domain.phone import Phone


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
    """The shelves of the library, in the order of the contents tree."""

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


@dataclass(frozen=True, slots=True)
class PieceCard:
    """One line of a library list. `snippet` is safe HTML with <b> around what matched, empty without a search."""

    id: str
    kind: PieceKind
    section: Section
    title: str
    summary: str = ""
    updated: date | None = None
    snippet: str = ""


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote an article; `listing` is the id of their listing where they have one."""

    name: str
    listing: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A named source of a piece."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """One article, topic, term, hotline, book and so on, ready to be shown. `body` is cleaned HTML."""

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
