"""The lines of a list of pieces, whatever stands in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from therapist_desktop.domain.library import PieceCard

_TAG = re.compile(r"</?[a-z]+>")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list of pieces, or a heading above some. It opens its piece or its `target`, if it has one.

    `below` is safe HTML with <b> around what matched, at most `most` lines of it are shown; `aside` stands at the right
    of the title, `large` is a number that must be read from afar, `leads` says behind a name that is not the title of a
    page which page it leads to.
    """

    title: str
    card: PieceCard | None = None
    below: str = ""
    aside: str = ""
    large: str = ""
    most: int = 2
    target: str = ""
    is_heading: bool = False
    leads: str = ""

    @property
    def opens(self) -> str:
        """The id of what stands there; empty where nothing does."""
        return self.card.id if self.card is not None else self.target

    @property
    def said(self) -> str:
        """All of it as one sentence."""
        parts = (
            f"{self.title} {self.leads}".strip(),
            self.large,
            self.aside,
            plain(self.below).replace(" \u00b7 ", ", "),
        )
        return ", ".join(part for part in parts if part)


def escaped(text: str) -> str:
    """Plain text in the form of a snippet."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


def plain(snippet: str) -> str:
    """A snippet without its marks."""
    return marked(snippet)[0]


def marked(snippet: str) -> tuple[str, list[tuple[int, int]]]:
    """The words of a snippet, and where in them the found ones stand."""
    text, marks, start = "", [], 0
    position = 0
    for tag in _TAG.finditer(snippet):
        text += unescape(snippet[position : tag.start()])
        position = tag.end()
        if tag[0] == "<b>":
            start = len(text)
        elif tag[0] == "</b>":
            marks.append((start, len(text) - start))
    return text + unescape(snippet[position:]), marks
