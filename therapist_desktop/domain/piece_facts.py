"""What the lists of the library say about a piece beside its title, one frozen value for each kind that says more."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from therapist_desktop.domain.phone import Phone


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """Who wrote an article."""

    author: str = ""


@dataclass(frozen=True, slots=True)
class MedicineFacts:
    """The names around a medication."""

    drug_class: str = ""
    generics: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()
    used_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HotlineFacts:
    """The numbers of a hotline, and when somebody answers."""

    phones: tuple[Phone, ...] = ()
    hours: str = ""


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """Whom a support group is for and how it meets: "in-person", "online", "phone"."""

    topic: str = ""
    meeting: str = ""
    formats: tuple[str, ...] = ()
    phones: tuple[Phone, ...] = ()
    url: str = ""
    checked_on: date | None = None


@dataclass(frozen=True, slots=True)
class BookFacts:
    """What a book is ordered and found by; the level is "general" or "professional"."""

    authors: tuple[str, ...] = ()
    year: int | None = None
    publisher: str = ""
    isbn: str = ""
    level: str = "general"


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """Where a web site is, whose it is, and when somebody last looked at it."""

    url: str = ""
    publisher: str = ""
    checked_on: date | None = None


Facts: TypeAlias = ArticleFacts | MedicineFacts | HotlineFacts | GroupFacts | BookFacts | SiteFacts
