"""Markdown with a TOML front matter, and its text as the clean HTML that is published."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from markdown_it import MarkdownIt

from therapist_desktop.domain.errors import WorkBroken
from therapist_desktop.publishing import toml
from therapist_desktop.services.html import MAX_BYTES, MAX_DEPTH, MAX_WORD, cleaned

if TYPE_CHECKING:
    from pathlib import Path

TOO_MUCH = (
    f"the text is too large or too tangled to be shown safely: at most {MAX_BYTES // 1000} kB, {MAX_DEPTH} tags deep, "
    f"no table inside a table, no word of more than {MAX_WORD} letters"
)
_FENCE = "+++"
_HREF = re.compile(r'<a href="([^"]*)"')


class Page(NamedTuple):
    """A Markdown file taken apart. `above` is the number of lines before the text."""

    table: dict[str, Any]
    front: str
    text: str
    above: int


def read_page(file: Path) -> Page:
    """Front matter and text of a file. Raises WorkBroken with the line that is wrong."""
    first, *lines = toml.read_text(file).split("\n")
    if first.rstrip() != _FENCE:
        raise WorkBroken(file=file, line=1, what="a page begins with front matter between lines of +++")
    end = next((number for number, line in enumerate(lines) if line.rstrip() == _FENCE), None)
    if end is None:
        raise WorkBroken(file=file, line=1, what="the front matter has no closing line of +++")
    front = "\n".join(lines[:end])
    return Page(toml.parse(front, file, above=1), front, "\n".join(lines[end + 1 :]), above=end + 2)


def as_html(page: Page, file: Path) -> str:
    """The text as clean HTML. Raises WorkBroken where that refuses it or would silently take a link away."""
    html = rendered(page.text, file, page.above)
    safe = cleaned(html)
    if safe is None:
        raise WorkBroken(file=file, line=page.above + 1, what=TOO_MUCH)
    kept = _HREF.findall(safe)
    for address in _HREF.findall(html):
        if address not in kept:
            line = _line_of(address, page)
            raise WorkBroken(file=file, line=line, what=f"a link to {address} is not allowed in a page")
    return safe


def rendered(text: str, file: Path, above: int = 0) -> str:
    """Markdown as HTML that nobody has cleaned yet. Raises WorkBroken where it is too large."""
    if len(text) > MAX_BYTES:
        raise WorkBroken(file=file, line=above + 1, what=TOO_MUCH)
    html: str = _renderer().render(text)
    return html.strip()


def _line_of(address: str, page: Page) -> int:
    before, found, _ = page.text.partition(f"]({address}")
    return page.above + (before.count("\n") + 1 if found else 1)


@cache
def _renderer() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")
