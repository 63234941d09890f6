"""Answers as JSON for scripts and as plain text for people."""

from __future__ import annotations

import json
import shutil
import sys
import textwrap
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from therapist_desktop.domain.phone import Phone
from therapist_desktop.domain.text import one_line, shorten

NARROWEST = 80
_WIDEST = 140
_GAP = 2


def print_json(answer: object) -> None:
    """One JSON document on standard output."""
    print(json.dumps(plain(answer), indent=1))


def print_lines(lines: Iterable[str]) -> None:
    """Plain text on standard output. What a release says cannot steer the terminal."""
    print("\n".join(one_line(part) for line in lines for part in line.split("\n")))


def plain(value: object) -> Any:
    """Frozen values as JSON knows them, bytes as base64; a phone also says how it is shown."""
    if is_dataclass(value):
        named = {field.name: plain(getattr(value, field.name)) for field in fields(value)}
        return {"shown": value.shown} | named if isinstance(value, Phone) else named
    if isinstance(value, Mapping):
        return {str(name): plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple | frozenset):
        return [plain(one) for one in value]
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    return value.isoformat() if isinstance(value, date) else value


def say(line: str) -> None:
    """One line for the person, beside the answer."""
    print(line, file=sys.stderr, flush=True)


def width() -> int:
    """How many columns an answer may take."""
    return min(_WIDEST, max(NARROWEST, shutil.get_terminal_size((100, 24)).columns))


def wrapped(text: str, indent: str = "") -> str:
    """Text broken into lines that fit, paragraph by paragraph."""
    paragraphs = (
        textwrap.fill(line, width(), initial_indent=indent, subsequent_indent=indent) for line in text.splitlines()
    )
    return "\n".join(paragraphs)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], flexible: int = 0) -> list[str]:
    """Lines of a table. Every column is as wide as it needs; the flexible one gives way where that is too much."""
    cells = [tuple(heads), *(tuple(row) for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(heads))]
    spare = width() - sum(widths) - _GAP * (len(widths) - 1)
    widths[flexible] = max(len(heads[flexible]), min(widths[flexible], widths[flexible] + spare))
    lines = []
    for row in cells:
        shown = [shorten(cell, widths[flexible]) if column == flexible else cell for column, cell in enumerate(row)]
        padded = (cell.ljust(wide) for cell, wide in zip(shown, widths, strict=True))
        lines.append((" " * _GAP).join(padded).rstrip())
    return lines


def facts(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """Labelled facts under each other; empty ones are left out."""
    kept = [(label, text) for label, text in pairs if text]
    wide = max((len(label) for label, _ in kept), default=0) + _GAP
    hanging = " " * wide
    return [
        textwrap.fill(text, width(), initial_indent=label.ljust(wide), subsequent_indent=hanging)
        for label, text in kept
    ]
