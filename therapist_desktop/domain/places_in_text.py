"""Finding words in a text as people type them: without accents, with straight quotes and plain dashes."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LIKE = {
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u02bc": "'", "\u2032": "'", "`": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"', "\u2033": '"',
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-",
    "\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u202f": " ", "\t": " ",
    "\u00ad": "", "\u200b": "",
}  # fmt: skip


class SoughtText:
    """One text, ready to be looked through many times."""

    def __init__(self, text: str) -> None:
        if text.isascii():
            self._plain = text.lower()
            self._starts: list[int] | None = None
            return
        letters: list[str] = []
        starts: list[int] = []
        for place, letter in enumerate(text):
            plain = _plain(letter)
            letters.append(plain)
            starts += [place] * len(plain)
        self._plain = "".join(letters)
        self._starts = [*starts, len(text)]

    def places(self, words: str) -> list[tuple[int, int]]:
        """Where these words stand, each with its start and its end; they do not overlap."""
        wanted = plain(words)
        found: list[tuple[int, int]] = []
        at = self._plain.find(wanted) if wanted.strip() else -1
        while at >= 0:
            end = at + len(wanted)
            found.append((at, end) if self._starts is None else self._in_text(at, end))
            at = self._plain.find(wanted, end)
        return found

    def _in_text(self, at: int, end: int) -> tuple[int, int]:
        starts = self._starts or []
        last = starts[end - 1] + 1
        following = starts[end] if end < len(starts) else last
        return starts[at], max(last, following)


def plain(text: str) -> str:
    """Without accents and case, with straight quotes and plain dashes."""
    return text.lower() if text.isascii() else "".join(map(_plain, text))


@lru_cache(maxsize=2_000)
def _plain(letter: str) -> str:
    if letter in _LIKE:
        return _LIKE[letter]
    apart = unicodedata.normalize("NFKD", letter.casefold())
    return "".join(one for one in apart if not unicodedata.combining(one))
