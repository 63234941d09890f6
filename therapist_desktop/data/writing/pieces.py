"""From a piece of the library to its row and its searchable words."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from therapist_desktop.data.datafile.library import (
    Article,
    Book,
    Faq,
    HotlineRecord,
    News,
    PageRecord,
    Piece,
    SupportGroup,
    Term,
    Topic,
    Website,
)
from therapist_desktop.data.piece_facts import packed_facts
from therapist_desktop.domain.text import fold, shorten

_TAG = re.compile(r"<[^>]*>")
_LINK = re.compile(r'<a href="(?P<id>[a-z_]+:[A-Za-z0-9._:-]+)"')
_SUMMARY = 220
_TOLD = ("topic", "article", "faq", "term", "hotline", "support_group", "book")
"""The kinds of piece that a value leads to, and what is opened first where several are about one value."""


class PieceRow(NamedTuple):
    """The columns of the piece table up to the stored bytes."""

    number: int
    id: str
    kind: str
    section: str
    title: str
    folded: str
    summary: str
    updated: str
    priority: int
    author: str
    facts: str


class PieceWords(NamedTuple):
    """What the full-text index holds of a piece."""

    number: int
    title: str
    also: str
    body: str


def piece_row(number: int, piece: Piece) -> PieceRow:
    """One row of the piece table."""
    kind = str(piece.__struct_config__.tag)
    day = piece.dated if isinstance(piece, News) else piece.updated or piece.reviewed
    return PieceRow(
        number=number,
        id=piece.id,
        kind=kind,
        section=piece.section if isinstance(piece, Topic) else kind,
        title=piece.title,
        folded=fold(piece.title),
        summary=shorten(_summary(piece), _SUMMARY),
        updated=day.isoformat() if day else "",
        priority=_place_in_section(piece),
        author=piece.author.listing or "" if isinstance(piece, Article) and piece.author else "",
        facts=packed_facts(piece),
    )


def piece_words(number: int, piece: Piece) -> PieceWords:
    """The words a piece is found by."""
    return PieceWords(number, piece.title, " ".join(_other_names(piece)), _text(piece))


def about(piece: Piece) -> Iterator[tuple[str, int, int]]:
    """The values a piece is about, with what puts one piece before another: its kind, then where it names them."""
    kind = str(piece.__struct_config__.tag)
    if kind in _TOLD:
        for place, value in enumerate(dict.fromkeys(piece.values)):
            yield value, _TOLD.index(kind), place


def names_of(piece: Piece) -> dict[str, bool]:
    """Everything a piece is called, folded, and whether that is its title."""
    names = {fold(name): False for name in _other_names(piece)} | {fold(piece.title): True}
    names.pop("", None)
    return names


def named(piece: Piece) -> tuple[str, ...]:
    """The ids of the pieces that this one names, as related or in its text, each once."""
    text = piece.body if isinstance(piece, PageRecord) else ""
    linked = (link["id"] for link in _LINK.finditer(text))
    return tuple(dict.fromkeys(one for one in (*piece.related, *linked) if one != piece.id))


def _place_in_section(piece: Piece) -> int:
    match piece:
        case HotlineRecord():
            return piece.priority
        case Faq():
            return piece.position
        case _:
            return 0


def _summary(piece: Piece) -> str:
    if isinstance(piece, Book):
        return piece.summary or ", ".join(piece.authors)
    return piece.summary or _own_words(piece)[0]


def _other_names(piece: Piece) -> tuple[str, ...]:
    medicine = piece.medicine if isinstance(piece, Topic) else None
    return (*piece.also_called, *medicine.generics, *medicine.brands) if medicine else piece.also_called


def _text(piece: Piece) -> str:
    return " ".join(part for part in (piece.summary, *_own_words(piece)) if part)


def _own_words(piece: Piece) -> tuple[str, ...]:
    words: tuple[str, ...]
    match piece:
        case Term():
            words = (piece.definition,)
        case HotlineRecord():
            words = (piece.what_for, piece.notes, piece.title_es, piece.what_for_es)
        case Book():
            words = (*piece.authors, piece.publisher)
        case Website():
            words = (piece.publisher, piece.url)
        case SupportGroup():
            words = (piece.topic, piece.meeting)
        case _:
            words = _of_page(piece)
    return words


def _of_page(page: PageRecord) -> tuple[str, ...]:
    words = [_plain(page.body)]
    if isinstance(page, Faq):
        words.append(page.say)
    if isinstance(page, Topic) and (medicine := page.medicine):
        words += (medicine.drug_class, *medicine.used_for)
    for other in page.translations:
        words += (other.title, other.summary, _plain(other.body))
    return tuple(words)


def _plain(html: str) -> str:
    return unescape(_TAG.sub(" ", html))
