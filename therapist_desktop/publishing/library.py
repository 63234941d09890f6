"""The library files (`resources/library/<kind>/*.md` and `*.toml`) as records."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec

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
    Translation,
    Website,
)
from therapist_desktop.domain.errors import WorkBroken
from therapist_desktop.domain.grade import grade
from therapist_desktop.publishing import toml
from therapist_desktop.publishing.markdown import as_html, read_page
from therapist_desktop.publishing.phoning import read_line, spelling
from therapist_desktop.services.html import plain_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Table = dict[str, Any]
Broken = Callable[[WorkBroken], None]

_PAGES: Final[Mapping[str, type[Piece]]] = {"article": Article, "topic": Topic, "faq": Faq, "news": News}
_CARDS: Final[Mapping[str, type[Piece]]] = {
    "term": Term,
    "hotline": HotlineRecord,
    "support_group": SupportGroup,
    "book": Book,
    "website": Website,
}
_FILE_NAME: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TRANSLATED: Final = re.compile(r"(?P<page>[a-z0-9]+(?:-[a-z0-9]+)*)\.(?P<language>[a-z]{2,3})")
_PIECE_ID: Final = re.compile(r"[a-z_]+:[a-z0-9-]+")


class Loaded(NamedTuple):
    """A piece and the file it came from."""

    piece: Piece
    file: Path


def refuse(broken: WorkBroken) -> None:
    """What `read_library` does with a broken file where nothing else is asked for. Raises it."""
    raise broken


def read_library(folder: Path, broken: Broken = refuse) -> tuple[Loaded, ...]:
    """Every piece below the folder, by kind and id. Broken files are told with file and line, and left out."""
    pages: dict[Path, Piece] = {}
    files = sorted(file for file in folder.glob("*/*") if file.suffix in {".md", ".toml"})
    for file in sorted(files, key=lambda file: _TRANSLATED.fullmatch(file.stem) is not None):
        try:
            _read(file, pages)
        except WorkBroken as error:
            broken(error)
    loaded = [Loaded(piece, file) for file, piece in pages.items()]
    titles = {one.piece.id: one.piece.title for one in loaded}
    named = (one._replace(piece=_with_topic_named(one.piece, titles)) for one in loaded)
    return tuple(sorted(named, key=lambda one: (one.file.parent.name, one.piece.id)))


def _read(file: Path, pages: dict[Path, Piece]) -> None:
    """Put the piece of a file among the others, or its words into the page that they translate."""
    kind = file.parent.name
    if kind not in _PAGES and kind not in _CARDS:
        raise WorkBroken(file=file, line=1, what=f"{kind} is not a kind of library piece")
    if _FILE_NAME.fullmatch(file.stem):
        pages[file] = _piece(file)
    elif _TRANSLATED.fullmatch(file.stem):
        page = file.with_name(f"{file.stem.partition('.')[0]}.md")
        pages[page] = _with_translation(pages.get(page), file)
    else:
        raise WorkBroken(file=file, line=1, what="a file name is small letters, digits, hyphens")


def _piece(file: Path) -> Piece:
    return _page(file) if file.suffix == ".md" else _card(file)


def _page(file: Path) -> Piece:
    kind = file.parent.name
    if kind not in _PAGES:
        raise WorkBroken(file=file, line=1, what=f"a {kind} is a .toml file")
    page = read_page(file)
    body = as_html(page, file)
    table = {**page.table, "id": f"{kind}:{file.stem}", "body": body, "grade": grade(plain_text(body))}
    if kind != "topic" and table.pop("section", kind) != kind:
        line = 1 + toml.line_of("section", page.front)
        raise WorkBroken(file=file, line=line, what=f"section is not {kind}")
    if kind == "news":
        table["dated"] = table.pop("date", table.get("dated"))
    return _converted(table, _PAGES[kind], page.front, file, above=1)


def _with_translation(piece: Piece | None, file: Path) -> Piece:
    if not isinstance(piece, PageRecord):
        raise WorkBroken(file=file, line=1, what="there is no page of that name to translate")
    page = read_page(file)
    table = {**page.table, "language": file.stem.partition(".")[2], "body": as_html(page, file)}
    try:
        translation = msgspec.convert(table, Translation)
    except msgspec.ValidationError as error:
        raise toml.trouble(error, page.front, file, above=1) from error
    return msgspec.structs.replace(piece, translations=(*piece.translations, translation))


def _card(file: Path) -> Piece:
    kind = file.parent.name
    if kind not in _CARDS:
        raise WorkBroken(file=file, line=1, what=f"a {kind} is a .md file")
    text = toml.read_text(file)
    table = toml.parse(text, file)
    table["id"] = f"{kind}:{file.stem}"
    try:
        _RENAMES.get(kind, _unchanged)(table)
    except (AttributeError, KeyError, TypeError) as error:
        line = toml.line_of("phones", text)
        raise WorkBroken(file=file, line=line, what="a phone needs a number that can be read") from error
    return _converted(table, _CARDS[kind], text, file)


def _converted(table: Table, kind: type[Piece], text: str, file: Path, above: int = 0) -> Piece:
    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as error:
        raise toml.trouble(error, text, file, above) from error


def _unchanged(_table: Table) -> None:
    """Written as it is published."""


def _phones(table: Table) -> None:
    """`format` and `phone` are older spellings of a group's `meeting` and `phones`."""
    if "format" in table:
        table["meeting"] = table.pop("format")
    if number := table.pop("phone", ""):
        table["phones"] = [{"number": number}]
    table["phones"] = [_phone(phone) for phone in table.get("phones", ())]


def _book(table: Table) -> None:
    if "checked_on" in table:
        table["reviewed"] = table.pop("checked_on")
    if "isbn" in table:
        table["isbn"] = str(table["isbn"]).replace("-", "").replace(" ", "")


def _phone(phone: Table) -> Table:
    read = read_line(phone["number"], phone.get("label", ""), phone.get("type", "voice"))
    if read.number is None:
        raise KeyError(phone["number"])
    table: Table = msgspec.to_builtins(read)
    table["vanity"] = spelling(phone.get("display", ""), read.number) or read.vanity
    table["keyword"] = phone.get("keyword", "")
    return table


_RENAMES: Final[Mapping[str, Callable[[Table], None]]] = {
    "hotline": _phones,
    "support_group": _phones,
    "book": _book,
}


def _with_topic_named(piece: Piece, titles: Mapping[str, str]) -> Piece:
    """A group may name its topic by the id of a page: the page becomes related, its title is shown."""
    if not isinstance(piece, SupportGroup) or not _PIECE_ID.fullmatch(piece.topic):
        return piece
    related = tuple(dict.fromkeys((piece.topic, *piece.related)))
    return msgspec.structs.replace(piece, topic=titles.get(piece.topic, ""), related=related)
