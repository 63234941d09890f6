"""Ranked search of the library: titles before other names before text, with the words meant where one is not known."""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from therapist_desktop.data.reading.answering import wanted_of
from therapist_desktop.data.reading.excerpts import excerpt, pattern_of
from therapist_desktop.data.reading.forms import forms_of, stem_of, without_stop_words
from therapist_desktop.data.reading.piece_cards import COLUMNS, cards
from therapist_desktop.data.reading.titles import WEIGHTS, Wanted
from therapist_desktop.data.reading.vocabulary import LAST, nearest_of
from therapist_desktop.domain.finding import Hits
from therapist_desktop.domain.library import PieceCard, Section
from therapist_desktop.domain.taxonomy import Facet, Taxonomy
from therapist_desktop.domain.text import fold, search_words

_SHORTEST, _ALIKE, _AT_ONCE = 3, 4, 500
_TEXT = 3
"""The tier of what only its text or another of its words speaks for."""
_TELLING = (Facet.SPECIALTY, Facet.APPROACH)
"""What the library is about: other names of their values are other words for the same."""


class _Asked(NamedTuple):
    """The full-text question, with what it looks for: words and phrases, and words that are only begun."""

    question: str
    whole: tuple[str, ...] = ()
    begun: tuple[str, ...] = ()


class LibrarySearch:
    """The full-text search over the pieces of one catalogue."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy
        self._known: tuple[str, ...] = ()
        self._sections: dict[int, str] = {}

    def hits(
        self, connection: sqlite3.Connection, words: str, section: Section | None, limit: int, offset: int
    ) -> Hits:
        """The pieces that hold all of these words, from `offset` on, at most `limit`."""
        wanted = _wanted(words)
        asked = self._asked(connection, wanted)
        if asked is None:
            return Hits(meant=self._meant(connection, wanted, words))
        self._sections = self._sections or dict(connection.execute("SELECT number, section FROM piece_section"))
        ranked = _ranked(connection, asked.question, wanted)
        counts = Counter(map(self._sections.__getitem__, ranked))
        here = [number for number in ranked if section is None or self._sections[number] == section]
        page = here[offset : offset + limit]
        return Hits(
            cards=tuple(_cards(connection, page, pattern_of(asked.whole, asked.begun))),
            total=len(here),
            sections={one: counts[one] for one in Section if counts[one]},
            meant="" if ranked else self._meant(connection, wanted, words),
        )

    def _asked(self, connection: sqlite3.Connection, wanted: Wanted) -> _Asked | None:
        """What is asked of the full-text table, or nothing where a word stands nowhere."""
        asked = [_Asked(f'"{phrase}"', (phrase,)) for phrase in wanted.phrases]
        words = without_stop_words(wanted.words)
        for word in words:
            part = self._part(connection, word, is_open=word == wanted.words[-1])
            if part is None:
                return None
            asked.append(part)
        if not asked:
            return None
        question = " AND ".join(one.question for one in asked)
        others = self._others.get(wanted.name, ()) if " " in wanted.name else ()
        if others:
            question = " OR ".join([f"({question})", *(f'"{other}"' for other in others)])
        unwanted = "".join(f' NOT "{one}"' for one in wanted.unwanted)
        whole = (*(word for one in asked for word in one.whole), *others)
        return _Asked(f"({question}){unwanted}", whole, tuple(word for one in asked for word in one.begun))

    def _part(self, connection: sqlite3.Connection, word: str, *, is_open: bool) -> _Asked | None:
        """The word, one and many of it, and other words for it; its relatives where none of them stands anywhere."""
        forms = tuple(dict.fromkeys((*forms_of(word), *self._others.get(word, ()))))
        either = [f'"{form}"' for form in forms]
        if is_open:
            either[0] += "*"
        question = f"({' OR '.join(either)})"
        if _stands(connection, question):
            return _Asked(question, forms[1:], forms[:1]) if is_open else _Asked(question, forms)
        stem = stem_of(word)
        begun = f'"{stem}"*'
        return _Asked(begun, (), (stem,)) if stem and _stands(connection, begun) else None

    def _meant(self, connection: sqlite3.Connection, wanted: Wanted, words: str) -> str:
        """The text with the nearest known word for each that stands nowhere."""
        nearest: dict[str, str] = {}
        for word in wanted.words:
            if len(word) >= _SHORTEST and self._part(connection, word, is_open=True) is None:
                self._known = self._known or _vocabulary(connection)
                near = nearest_of(word, [self._known])
                if near:
                    nearest[word] = near[0][0]
        return " ".join(nearest.get(word, word) for word in search_words(words)) if nearest else ""

    @cached_property
    def _others(self) -> Mapping[str, tuple[str, ...]]:
        """Other words for what callers say: "anxious" stands for "generalized anxiety" and for "anxiety"."""
        found: dict[str, dict[str, None]] = {}
        values = (value for facet in _TELLING for value in self._taxonomy.values(facet))
        for value in values:
            label, aliases = fold(value.label), [fold(alias) for alias in value.aliases]
            for alias in aliases:
                alike = [one for one in (*aliases, *label.split()) if one[:_ALIKE] == alias[:_ALIKE] and one != alias]
                found.setdefault(alias, {}).update(dict.fromkeys(one for one in (label, *alike) if one))
        return {alias: tuple(others) for alias, others in found.items()}


def _wanted(words: str) -> Wanted:
    """The same reading of a text as in the search box; numbers are words here."""
    wanted = wanted_of(words)
    if wanted.words or wanted.phrases:
        return wanted
    plain = search_words(words)
    return Wanted(" ".join(plain), plain, unwanted=wanted.unwanted)


def _ranked(connection: sqlite3.Connection, question: str, wanted: Wanted) -> list[int]:
    """The numbers of the pieces that answer, the best first."""
    found = connection.execute(
        f"SELECT rowid FROM piece_words WHERE piece_words MATCH ? ORDER BY bm25(piece_words, {WEIGHTS}), rowid",  # noqa: S608 - own words
        (question,),
    )
    ranked = [number for (number,) in found]
    tiers = _tiers(connection, wanted)
    return sorted(ranked, key=lambda number: tiers.get(number, _TEXT)) if tiers else ranked


def _tiers(connection: sqlite3.Connection, wanted: Wanted) -> dict[int, int]:
    """Called exactly so by title, by another name, or with a title that begins so."""
    begins = connection.execute(
        "SELECT piece, folded = ?, is_title FROM called WHERE folded >= ? AND folded < ?",
        (wanted.name, wanted.name, wanted.name + LAST),
    )
    tiers: dict[int, int] = {}
    for piece, is_whole, is_title in begins:
        tier = (0 if is_title else 1) if is_whole else 2 if is_title else _TEXT
        tiers[piece] = min(tier, tiers.get(piece, tier))
    return tiers


def _cards(connection: sqlite3.Connection, numbers: list[int], pattern: re.Pattern[str] | None) -> Iterator[PieceCard]:
    """The lines of these pieces in this order, with the part of the text that was found."""
    for start in range(0, len(numbers), _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        marks = ",".join(map(str, some))
        rows = connection.execute(f"SELECT number, {COLUMNS} FROM piece WHERE number IN ({marks})")  # noqa: S608 - numbers
        of_number = {number: row for number, *row in rows}
        texts = dict(connection.execute(f"SELECT rowid, body FROM piece_words WHERE rowid IN ({marks})"))  # noqa: S608 - numbers
        yield from cards(connection, [(*of_number[one], excerpt(texts[one], pattern)) for one in some])


def _stands(connection: sqlite3.Connection, question: str) -> bool:
    found = connection.execute("SELECT 1 FROM piece_words WHERE piece_words MATCH ? LIMIT 1", (question,))
    return found.fetchone() is not None


def _vocabulary(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Every word that stands in the library and is long enough to be meant."""
    found = connection.execute("SELECT term FROM piece_vocabulary WHERE length(term) >= ?", (_SHORTEST,))
    return tuple(term for (term,) in found if term.isalpha())
