"""What stands in a cell, as a person would read it."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any, Final

from therapist_desktop.domain.text import tidied

if TYPE_CHECKING:
    from therapist_desktop.publishing.placing import Zips

_NOTHING: Final = frozenset({'""', "''", "<UNAVAIL>", "N/A", "NULL"})
_DASHES: Final = re.compile(r"[-\u2013\u2014_. ]+")  # an address that is withheld reads "- - -"
_SMALL: Final = frozenset({"a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"})
_LONG_WORD: Final = re.compile(r"[A-Z]{5,}")
_SHOUTED_WORDS: Final = 2
_FIVE: Final = re.compile(r"([0-9]{5})(?:-?[0-9]{4})?")
_CUT_SHORT: Final = re.compile(r"[0-9]{3,4}")


def cell_text(value: Any) -> str:
    """A cell without stray spaces, entities and broken characters; numbers as they look in the sheet."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = html.unescape("" if value is None else str(value)).replace("\ufffd", "")
    tidy = tidied(text)
    return "" if tidy in _NOTHING or _DASHES.fullmatch(tidy) else tidy


def tidy_name(text: str) -> str:
    """A name in its own case. One that is SHOUTED IN SEVERAL LONG WORDS is set like a name; acronyms stay."""
    if not text.isupper() or len(_LONG_WORD.findall(text)) < _SHOUTED_WORDS:
        return text
    words = text.split()
    return " ".join(_set(word, first=number == 0) for number, word in enumerate(words))


def zip_code(text: str, state: str | None, zips: Zips) -> str | None:
    """Five digits; a leading zero that a spreadsheet ate comes back where the state agrees."""
    if match := _FIVE.fullmatch(text):
        return match[1]
    padded = text.zfill(5)
    if _CUT_SHORT.fullmatch(text) and state and padded in zips and zips[padded].state == state:
        return padded
    return None


def _set(word: str, *, first: bool) -> str:
    lower = word.lower()
    if lower in _SMALL and not first:
        return lower
    parts = re.split(r"([-/(])", lower)
    set_ = "".join(part[:1].upper() + part[1:] for part in parts)
    return re.sub(r"\b(Mc|O')([a-z])", lambda match: match[1] + match[2].upper(), set_)
