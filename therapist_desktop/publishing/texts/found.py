"""A text as a file of others holds it, before it is a piece; and one that cannot be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from therapist_desktop.domain.errors import NotTheDirectory
from therapist_desktop.domain.text import fold

if TYPE_CHECKING:
    from pathlib import Path

ENGLISH: Final = "en"
MOST_BYTES: Final = 64_000_000
_NO_WORD: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Text:
    """What was read. `line` is where it begins; `original` the id of the text that this one translates.

    `address` is where its owner shows it: links to it from other texts stay inside the library.
    """

    file: str
    line: int
    id: str
    title: str
    html: str
    summary: str = ""
    address: str = ""
    language: str = ENGLISH
    original: str = ""
    also_called: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """A text that cannot be a piece, and the rule that it breaks."""

    file: str
    line: int
    field: str
    rule: str
    value: str = ""


def slug(words: str) -> str:
    """Words as a part of an id."""
    return _NO_WORD.sub("-", fold(words)).strip("-")[:60].strip("-")


def read_bytes(file: Path, expected: str) -> bytes:
    """The whole of a file of sensible size. Raises NotTheDirectory."""
    try:
        if file.stat().st_size > MOST_BYTES:
            raise NotTheDirectory(file=file, expected=expected, what=f"it is larger than {MOST_BYTES // 1_000_000} MB")
        return file.read_bytes()
    except OSError as error:
        raise NotTheDirectory(file=file, expected=expected, what=error.strerror or "it cannot be read") from error
