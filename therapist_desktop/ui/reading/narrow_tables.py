"""Tables where there is no room for columns: a paragraph for each row, each cell behind the name of its column."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import NamedTuple

from therapist_desktop.services.html import plain_text

_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<t([hd])>(.*?)</t[hd]>", re.DOTALL)
_PARAGRAPH = re.compile(r"</?(?:p|div)>")
_SPANS = re.compile(r"<t[hd] ")
_BESIDE_WORDS, _SLACK = 2, 1.3


class _Row(NamedTuple):
    cells: tuple[str, ...]
    is_head: bool


def letters_needed(html: str) -> tuple[int, ...]:
    """For each table of a cleaned text how many letters a line must hold, so that no word in its cells is broken."""
    return tuple(_needed(table[0]) for table in _TABLE.finditer(html))


def stacked(html: str, letters: int) -> str:
    """The same text with paragraphs instead of those tables that need longer lines than this."""
    return _TABLE.sub(lambda table: _as_paragraphs(table[0]) if _needed(table[0]) > letters else table[0], html)


def _needed(table: str) -> int:
    if _SPANS.search(table):
        return 0  # its cells cannot be told apart by columns
    rows = [[_longest(cell) for cell in row.cells] for row in _rows(table)]
    widest = [max(column) for column in zip_longest(*rows, fillvalue=0)]
    return round(sum(one + _BESIDE_WORDS for one in widest) * _SLACK) if len(widest) > 1 else 0


def _longest(cell: str) -> int:
    return max(map(len, plain_text(cell).split()), default=0)


def _rows(table: str) -> list[_Row]:
    found = []
    for row in _ROW.finditer(table):
        cells = _CELL.findall(row[1])
        found.append(_Row(tuple(_PARAGRAPH.sub("", text) for _, text in cells), all(kind == "h" for kind, _ in cells)))
    return [row for row in found if row.cells]


def _as_paragraphs(table: str) -> str:
    rows = _rows(table)
    names = rows[0].cells if rows and rows[0].is_head else ()
    return "".join(_as_paragraph(row.cells, names) for row in (rows[1:] if names else rows))


def _as_paragraph(cells: tuple[str, ...], names: tuple[str, ...]) -> str:
    first, *others = cells
    lines = [f"<b>{first}</b>"]
    for place, cell in enumerate(others, start=1):
        name = names[place] if place < len(names) else ""
        lines.append(f"<i>{name}:</i> {cell}" if plain_text(name) else cell)
    return f"<p>{'<br>'.join(lines)}</p>"
