"""The part of a text where the words that were searched for stand closest together, with marks around them."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

START, END = "\x02", "\x03"
"""Around what matched, until the text between them is escaped."""
_BEFORE, _AROUND = 45, 150
_MOST_PLACES = 16
_ELLIPSIS: Final = "\u2026"
_PLAIN: Final = {
    code: plain
    for code in range(0xC0, 0x250)
    if (plain := unicodedata.normalize("NFD", chr(code))[0]).isascii() and plain.isalpha()
}
"""Letters with an accent to the letter alone: one for one, so that places stay what they are."""


def pattern_of(words: Iterable[str], begun: Iterable[str]) -> re.Pattern[str] | None:
    """Finds these folded words and phrases, and words that begin so."""
    whole = [_spaced(word) for word in words]
    parts = [*whole, *(rf"{_spaced(word)}[^\W_]*" for word in begun)]
    if not parts:
        return None
    longest_first = "|".join(sorted(parts, key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?:{longest_first})(?![^\W_])")


def excerpt(text: str, wanted: re.Pattern[str] | None) -> str:
    """Some 150 characters with START and END around what was found; the beginning where nothing is."""
    plain = text.translate(_PLAIN).lower()
    found = []
    if wanted is not None and len(plain) == len(text):
        for match in wanted.finditer(plain):
            found.append(match)
            if len(found) == _MOST_PLACES:
                break
    if not found:
        return text if len(text) <= _AROUND else _to_word_end(text, 0, _AROUND) + _ELLIPSIS
    first = max(found, key=lambda one: (_different(found, one), -one.start()))
    start = max(0, first.start() - _BEFORE)
    start = start and text.rfind(" ", 0, start + 1) + 1
    end = min(len(text), max(start + _AROUND, first.end()))
    shown = _to_word_end(text, start, end)
    marked, done = [_ELLIPSIS if start else ""], start
    for match in found:
        if match.start() >= done and match.end() <= start + len(shown):
            marked += [text[done : match.start()], START, text[match.start() : match.end()], END]
            done = match.end()
    return "".join([*marked, text[done : start + len(shown)], _ELLIPSIS if start + len(shown) < len(text) else ""])


def _different(found: list[re.Match[str]], first: re.Match[str]) -> int:
    """How many different words stand in the excerpt that begins with this one."""
    end = first.start() + _AROUND - _BEFORE
    return len({one[0] for one in found if first.start() <= one.start() and one.end() <= end})


def _to_word_end(text: str, start: int, end: int) -> str:
    """The text between, without a cut word at its end."""
    if end >= len(text) or text[end].isspace():
        return text[start:end]
    cut = text.rfind(" ", start, end)
    return text[start : cut if cut > start else end]


def _spaced(words: str) -> str:
    return r"[\W_]+".join(re.escape(word) for word in words.split())
