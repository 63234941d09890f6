"""Finds words again in a text that has changed: by themselves, by what stands around them, or not at all."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from therapist_desktop.domain.reading_notes import Anchor
from therapist_desktop.domain.text import fold

AROUND = 32
"""How many characters before and after are kept."""
_MOST_PLACES = 500
_LEAST_CONTEXT = 8
_ALIKE = 0.2
"""From this part of what stood around them on, words are the same and not others that read the same."""
_TELLING = 24
"""From this length on words are the same wherever they stand."""


class Span(NamedTuple):
    """A part of a text."""

    start: int
    stop: int


class _Folded(NamedTuple):
    """A text with its case, accents, punctuation and blanks folded away, and where each letter came from."""

    letters: str
    places: tuple[int, ...]


def anchored(text: str, start: int, stop: int, language: str = "en") -> Anchor | None:
    """The anchor of this part of a text without the blanks at its ends; None where only blanks are left."""
    start, stop = max(0, start), min(len(text), stop)
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    if start >= stop:
        return None
    before, after = text[max(0, start - AROUND) : start], text[stop : stop + AROUND]
    return Anchor(text[start:stop], before, after, start, stop, language)


def found_again(anchor: Anchor, text: str) -> Span | None:
    """Where the words of an anchor stand in this text; None where the text does not have them any more.

    The same words with the most alike around them, nearest to where they were; then the same words apart from case,
    accents, punctuation and blanks; then whatever stands between what stood around them, if that is about as long. Few
    words with nothing alike around them are others that only read the same.
    """
    if not anchor.quote.strip():
        return None
    if (
        text[anchor.start : anchor.stop] == anchor.quote
        and _agreement(anchor, text, Span(anchor.start, anchor.stop)) == 1
    ):
        return Span(anchor.start, anchor.stop)
    exact = _best(anchor, text, _exactly(anchor, text))
    if exact and _agreement(anchor, text, exact) >= _ALIKE:
        return exact
    folded = _best(anchor, text, _folded(anchor, text))
    if folded and _agreement(anchor, text, folded) >= _ALIKE:
        return folded
    return _between(anchor, text) or (exact or folded if len(anchor.quote) >= _TELLING else None)


def _best(anchor: Anchor, text: str, spans: list[Span]) -> Span | None:
    def suits(span: Span) -> tuple[float, int]:
        return _agreement(anchor, text, span), -abs(span.start - anchor.start)

    return max(spans, key=suits, default=None)


def _exactly(anchor: Anchor, text: str) -> list[Span]:
    return [Span(at, at + len(anchor.quote)) for at in _places(text, anchor.quote)]


def _folded(anchor: Anchor, text: str) -> list[Span]:
    wanted = _fold(anchor.quote).letters
    if not wanted:
        return []
    whole = _fold(text)
    return [Span(whole.places[at], whole.places[at + len(wanted) - 1] + 1) for at in _places(whole.letters, wanted)]


def _between(anchor: Anchor, text: str) -> Span | None:
    """Both sides must be there, in their order, with about as much between them as there was."""
    before, after = anchor.before.strip(), anchor.after.strip()
    if min(len(before), len(after)) < _LEAST_CONTEXT:
        return None
    most = 2 * len(anchor.quote) + AROUND
    found = []
    for left in _places(text, before):
        start = left + len(before)
        right = text.find(after, start, start + most + len(after))
        if right > start and (span := _without_blanks(text, start, right)) is not None:
            found.append(span)
    return min(found, key=lambda span: abs(span.start - anchor.start), default=None)


def _without_blanks(text: str, start: int, stop: int) -> Span | None:
    tight = anchored(text, start, stop)
    return Span(tight.start, tight.stop) if tight and fold(tight.quote) else None


def _places(text: str, words: str) -> list[int]:
    places: list[int] = []
    at = text.find(words)
    while at >= 0 and len(places) < _MOST_PLACES:
        places.append(at)
        at = text.find(words, at + 1)
    return places


def _agreement(anchor: Anchor, text: str, span: Span) -> float:
    """How much of what stood around the words stands around this place, from none to all of it."""
    known = len(anchor.before) + len(anchor.after)
    if not known:
        return 1.0
    alike = _common(anchor.before[::-1], text[max(0, span.start - AROUND) : span.start][::-1])
    alike += _common(anchor.after, text[span.stop : span.stop + AROUND])
    return alike / known


def _common(one: str, other: str) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


@lru_cache(maxsize=4)
def _fold(text: str) -> _Folded:
    """Asked again for each highlight of a page."""
    folded = {letter: fold(letter).replace(" ", "") for letter in set(text)}
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for one in folded[letter]:
            letters.append(one)
            places.append(place)
    return _Folded("".join(letters), tuple(places))
