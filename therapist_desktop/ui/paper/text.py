"""A page of the library as it is put on paper."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from therapist_desktop.domain.library import PieceKind
from therapist_desktop.services.html import clean
from therapist_desktop.ui.wording.joining import dotted
from therapist_desktop.ui.wording.paper import PaperWords, paper_day, paper_words
from therapist_desktop.ui.wording.phones import one_line_each

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from therapist_desktop.domain.handout import PaperLook
    from therapist_desktop.domain.library import Piece
    from therapist_desktop.domain.phone import Phone

_LINK = re.compile(r'<a href="(?P<target>[^"]*)">(?P<words>.*?)</a>', re.DOTALL)
_OUTSIDE = ("https:", "mailto:", "tel:")
NOTE_LINES = 8
_NAMES = frozenset({"generics", "brands"})


class PaperText(NamedTuple):
    """Title and body of one page, in the language of the hand-out where the page has it."""

    title: str
    html: str


def text_of(piece: Piece, look: PaperLook) -> PaperText:
    """What of a page goes on paper. Links inside the library become words; links outside show where they go."""
    words = paper_words(look.language)
    other = next((one for one in piece.translations if one.language == look.language), None)
    title, body = (other.title, other.body) if other else (piece.title, piece.body)
    reviewed = other.reviewed if other and other.reviewed else piece.reviewed
    parts = [f"<h1>{escape(title)}</h1>", *_head(piece, reviewed, words, is_other=other is not None)]
    if look.language != "en" and other is None and piece.kind is not PieceKind.HOTLINE:
        parts.append(f"<p class='meta'>{escape(words.only_english)}</p>")
    parts += _facts(piece, words, is_other=other is not None)
    parts += [_phone(phone, words) for phone in one_line_each(piece.phones)]
    parts.append(_on_paper(clean(body)))
    if piece.crisis:
        parts.append(f"<p class='crisis'><b>{escape(words.in_crisis)}</b></p>")
    if look.has_references and piece.references:
        sources = "".join(f"<li>{escape(one.text)}{_address(one.url)}</li>" for one in piece.references)
        parts.append(f"<h4>{escape(words.sources)}</h4><ol class='sources'>{sources}</ol>")
    return PaperText(title, "".join(parts))


def cover_of(title: str, texts: tuple[PaperText, ...], language: str) -> str:
    """What stands above the first page of a hand-out of several: its own title, if it has one, and what is in it."""
    words = paper_words(language)
    lines = "".join(f"<li>{escape(text.title)}</li>" for text in texts)
    head = f"<h1>{escape(title)}</h1>" if title else ""
    return f"{head}<h4>{escape(words.contents)}</h4><ul>{lines}</ul><hr>"


def room_for_notes(language: str, lines: int = NOTE_LINES, *, is_apart: bool = False) -> str:
    """Empty lines to write on; they begin a page of their own where they stand apart."""
    rows = "<tr><td class='line'>&nbsp;</td></tr>" * lines
    style = " style='page-break-before: always'" if is_apart else ""
    head = f"<h4{style}>{escape(paper_words(language).notes)}</h4>"
    return f"{head}<table width='100%' cellspacing='0'>{rows}</table>"


def paper_size(*, is_large: bool) -> float:
    """How large the text is, in points: large print is 18 points."""
    return 18.0 if is_large else 11.0


def paper_sheet(*, is_large: bool) -> str:
    """The style of paper: black on white. Letters are in points; distances in pixels, which Qt scales to the paper."""
    size = paper_size(is_large=is_large)
    gap = size * 96 / 72
    rules = {
        "body, p, li, td, th, dd, dt": f"font-size: {size}pt; line-height: 132%; color: black;",
        "p": f"margin-top: 0; margin-bottom: {gap * 0.6:.0f}px;",
        "li": f"margin-bottom: {gap * 0.2:.0f}px;",
        "h1": f"font-size: {size * (1.4 if is_large else 1.7):.0f}pt; margin-top: 0; margin-bottom: {gap * 0.3:.0f}px;",
        "h2": f"font-size: {size * 1.3:.0f}pt; margin-top: {gap * 1.1:.0f}px; margin-bottom: {gap * 0.35:.0f}px;",
        "h3, h4": f"font-size: {size * 1.1:.0f}pt; margin-top: {gap * 0.8:.0f}px; margin-bottom: {gap * 0.3:.0f}px;",
        ".meta": f"font-size: {max(9.0, size * 0.8):.1f}pt; color: #333333;",
        ".sources li": f"font-size: {max(8.5, size * 0.75):.1f}pt; line-height: 115%;",
        ".phone": f"font-size: {size * 1.5:.0f}pt; font-weight: bold; margin-bottom: {gap * 0.2:.0f}px;",
        ".phone small": f"font-size: {size}pt; font-weight: normal;",
        ".say": f"font-size: {size * 1.15:.0f}pt;",
        ".line": f"border-bottom: 1px solid #555555; font-size: {size * 1.5:.0f}pt;",
        "td, th": "padding: 3px;",
        ".gap": "font-size: 3pt; margin: 0;",
        "a": "color: black; text-decoration: none;",
    }
    return " ".join(f"{which} {{ {how} }}" for which, how in rules.items())


def _head(piece: Piece, reviewed: date | None, words: PaperWords, *, is_other: bool) -> Iterator[str]:
    facts = [words.reviewed.format(day=paper_day(reviewed, words))] if reviewed else []
    if piece.grade is not None and not is_other:
        facts.append(words.grade.format(n=max(1, piece.grade)))
    if piece.author:
        facts.insert(0, piece.author.name)
    if facts:
        yield f"<p class='meta'>{escape(dotted(*facts))}</p>"
    if piece.correction:
        yield f"<p><b>{escape(piece.correction)}</b></p>"
    if piece.say and not is_other:
        yield f"<p class='say'><b>{escape(words.say)}:</b> {escape(piece.say)}</p>"


def _facts(piece: Piece, words: PaperWords, *, is_other: bool) -> Iterator[str]:
    """The names around a medicine. What is said in words is not there in another language."""
    if piece.medicine is None:
        return
    rows = []
    for name, label in words.facts:
        if is_other and name not in _NAMES:
            continue
        value = getattr(piece.medicine, name)
        text = value if isinstance(value, str) else ", ".join(value)
        if text:
            rows.append(f"<tr><td><b>{escape(label)}</b></td><td>{escape(text)}</td></tr>")
    if rows:
        yield f"<table cellspacing='0'>{''.join(rows)}</table><p class='gap'>&nbsp;</p>"


def _phone(phone: Phone, words: PaperWords) -> str:
    how = dict(words.lines).get(phone.type, "")
    if phone.keyword:
        how = words.text_word.format(word=phone.keyword)
    return f"<p class='phone'>{escape(phone.shown)} <small>{escape(how)}</small></p>"


def _on_paper(html: str) -> str:
    def unlinked(link: re.Match[str]) -> str:
        outside = link["target"].startswith(_OUTSIDE)
        named = link["target"].partition(":")[2].removeprefix("//")
        shown = link["words"]
        return f"{shown} ({named})" if outside and named.rstrip("/") not in shown else shown

    return _LINK.sub(unlinked, html)


def _address(url: str) -> str:
    return f" {escape(url)}" if url else ""
