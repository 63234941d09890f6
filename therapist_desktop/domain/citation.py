"""A reference to a page, for a letter, a chart or a paper."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from therapist_desktop.domain.library import Piece, PieceKind
from therapist_desktop.domain.text import tidied

if TYPE_CHECKING:
    from datetime import date

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October"),
    *("November", "December"),
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_DEGREES = re.compile(r"(?:,\s*(?:[A-Z][a-z]{0,3}\.?[A-Z][A-Za-z.]*(?:-[A-Z]+)?|[JS]r\.?))+$")
_BETWEEN_AUTHORS = re.compile(r"\s*(?:;|,?\s+and\s+|,?\s*&|,)\s*")
_DEGREE = re.compile(r"[A-Z][A-Za-z]{0,4}\.?(?:-[A-Z]+)?|(?:[A-Z]\.)+|Ph\.?\s?D\.?|Psy\.?\s?D\.?")
_PARTICLES = frozenset({"van", "von", "de", "der", "den", "del", "della", "di", "da", "la", "le", "du", "bin", "al"})


class Style(StrEnum):
    """How references are written."""

    APA = "apa"
    PLAIN = "plain"


class Cited(NamedTuple):
    """What a reference says besides the page itself: who published it, where it is found, when it was."""

    publisher: str
    link: str
    retrieved: date
    release: int = 0


def citation(piece: Piece, cited: Cited, style: Style) -> str:
    """One line that names the page; of a book, the book."""
    if piece.kind is PieceKind.BOOK:
        return _book(piece, style)
    return _apa(piece, cited) if style is Style.APA else _plain(piece, cited)


def author_of(name: str) -> str:
    """ "Jane Q. Sample, PhD" as APA writes it: "Sample, J. Q."; what is not two or more words stays as it is."""
    bare = _DEGREES.sub("", tidied(name)) or tidied(name)
    if "," in bare:  # the last name stands first already
        last, _, first = bare.partition(",")
        return f"{last.strip()}, {_initials(first.split())}".rstrip(", ")
    words = bare.split()
    if len(words) < 2:  # noqa: PLR2004 - one name
        return bare
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in _PARTICLES:
        at -= 1
    return f"{' '.join(words[at:])}, {_initials(words[:at])}"


def _apa(piece: Piece, cited: Cited) -> str:
    title = f"{_ended(piece.title)}"
    when = _apa_day(piece.updated or piece.reviewed)
    owner = _owner(piece)
    publisher = cited.publisher
    who = author_of(piece.author.name) if piece.author and piece.author.name else owner or publisher
    said = "" if who == publisher else _ended(publisher)
    retrieved = f"Retrieved {_us_day(cited.retrieved)}, from {_address(piece, cited)}"
    head = f"{_ended(who)} ({when}). {title}" if who else f"{title} ({when})."
    return " ".join(part for part in (head, _apa_kind(piece), said, retrieved) if part)


def _plain(piece: Piece, cited: Cited) -> str:
    day = piece.updated or piece.reviewed
    parts = [
        _ended(piece.author.name) if piece.author and piece.author.name else "",
        _ended(piece.title),
        f"Updated {_us_day(day)}." if piece.updated and day else f"Reviewed {_us_day(day)}." if day else "",
        _ended(cited.publisher + (f", release {cited.release}" if cited.release else "")) if cited.publisher else "",
        f"Retrieved {_us_day(cited.retrieved)}.",
        _address(piece, cited),
    ]
    return " ".join(part for part in parts if part)


def _book(piece: Piece, style: Style) -> str:
    facts = {name.casefold(): value for name, value in piece.facts}
    by = next((facts[name] for name in ("author", "authors", "by", "written by") if facts.get(name)), "")
    by = by or (piece.author.name if piece.author else "")
    year = next((found[0] for name in ("year", "published") if (found := _YEAR.search(facts.get(name, "")))), "n.d.")
    edition = facts.get("edition", "")
    house = facts.get("publisher", "")
    isbn = facts.get("isbn", "")
    title = tidied(piece.title) + (f" ({edition})" if edition else "")
    if style is Style.APA:
        authors = [author_of(one) for one in _BETWEEN_AUTHORS.split(by) if one and not _DEGREE.fullmatch(one)]
        who = f"{', '.join(authors[:-1])}, & {authors[-1]}" if len(authors) > 1 else "".join(authors)
        head = f"{_ended(who)} ({year}). {_ended(title)}" if who else f"{_ended(title)} ({year})."
        return " ".join(part for part in (head, _ended(house)) if part)
    parts = (_ended(by), _ended(title), _ended(f"{house}, {year}" if house else year), f"ISBN {isbn}." if isbn else "")
    return " ".join(part for part in parts if part)


def _owner(piece: Piece) -> str:
    """A web site or a line speaks for whoever runs it."""
    if piece.kind not in {PieceKind.WEBSITE, PieceKind.HOTLINE, PieceKind.SUPPORT_GROUP}:
        return ""
    facts = {name.casefold(): value for name, value in piece.facts}
    return next((facts[name] for name in ("owner", "run by", "publisher", "organization") if facts.get(name)), "")


def _apa_kind(piece: Piece) -> str:
    return {
        PieceKind.TERM: "[Dictionary entry].",
        PieceKind.WEBSITE: "[Web site].",
        PieceKind.HOTLINE: "[Hotline].",
        PieceKind.SUPPORT_GROUP: "[Support group].",
        PieceKind.FAQ: "[Question and answer].",
        PieceKind.NEWS: "[News].",
    }.get(piece.kind, "")


def _address(piece: Piece, cited: Cited) -> str:
    return piece.url if piece.kind is PieceKind.WEBSITE and piece.url else cited.link


def _initials(names: list[str]) -> str:
    parts = ["-".join(f"{part[0]}." for part in name.split("-") if part) for name in names if name[:1].isalpha()]
    return " ".join(parts)


def _ended(text: str) -> str:
    tidy = tidied(text)
    return tidy if not tidy or tidy[-1] in ".?!" else f"{tidy}."


def _apa_day(day: date | None) -> str:
    return f"{day.year}, {_MONTHS[day.month - 1]} {day.day}" if day else "n.d."


def _us_day(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"
