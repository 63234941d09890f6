"""The library by its names and its text, for the one search box: what is called so, begins so, or holds the words."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

import msgspec

from therapist_desktop.data.reading.listings import unpacker
from therapist_desktop.data.reading.pieces import hotlines_of
from therapist_desktop.data.reading.vocabulary import nearest_of
from therapist_desktop.domain.answers import Answer, Found, Group, Tier
from therapist_desktop.domain.errors import CatalogueDamaged
from therapist_desktop.domain.library import PieceKind
from therapist_desktop.domain.phone import national
from therapist_desktop.domain.text import fold

_GROUPS = {
    PieceKind.TOPIC: Group.TOPICS,
    PieceKind.ARTICLE: Group.ARTICLES,
    PieceKind.TERM: Group.TERMS,
    PieceKind.HOTLINE: Group.HOTLINES,
}
_SHORTEST_NUMBER = 3
WEIGHTS = "10.0, 6.0, 1.0"
"""Of a title, of other names, of the text."""
_SHORTEST = 3
"""Shorter words are not mended, and shorter beginnings stand in so many texts that the text has no say in the order."""


class Wanted(NamedTuple):
    """What is asked of the library, folded: words that may be beginnings, phrases of whole ones, the same for what must
    not be there, and a number. `name` is all that is wanted in the order in which it was typed."""

    name: str = ""
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    number: str = ""
    is_mended: bool = False

    @property
    def question(self) -> str:
        """The words and phrases for the full-text table, where only the last word is open to what is still typed."""
        quoted = [f'"{words}"' for words in (*self.phrases, *self.words)]
        return " AND ".join(quoted) + ("*" if self.words else "")


class _Title(NamedTuple):
    """The names of a piece, folded, and the same in one text with a blank on both sides of each word."""

    number: int
    id: str
    group: Group
    names: tuple[str, ...]
    said: str
    priority: int


class _Named(msgspec.Struct):
    """The part of a stored record that says what else a piece is called."""

    also_called: tuple[str, ...] = ()


_DECODER = msgspec.json.Decoder(_Named)


class Titles:
    """The names of all pieces, and the numbers of all hotlines."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._titles = {one.number: one for one in _titles(connection)}
        self._phones = {line.id: line.phones for line in hotlines_of(connection)}
        self._words = sorted({word for one in self._titles.values() for word in one.said.split()})

    def answers(
        self,
        connection: sqlite3.Connection,
        wanted: Wanted,
        corrected: Mapping[str, str],
        most: int,
        still: Callable[[], None],
    ) -> dict[Group, Found]:
        """The best of each group that has any. `corrected` are mistyped words with known ones that they stand for.

        `still` is called between the steps and may raise.
        """
        tiers = self._tiers(connection, wanted)
        still()
        ranks = _ranks(connection, wanted)
        if (min(tiers.values(), default=Tier.TEXT) > Tier.TITLE) and (
            mended := self._mended(connection, wanted, corrected)
        ):
            tiers = self._tiers(connection, mended) | tiers
            ranks = _ranks(connection, mended) | ranks
        still()
        every = sorted(
            (self._titles[number] for number in tiers),
            key=lambda one: (tiers[one.number], one.priority, ranks.get(one.number, 0.0), one.names, one.id),
        )
        found: dict[Group, Found] = {}
        for group in {one.group for one in every}:
            some = [one for one in every if one.group is group]
            found[group] = Found(len(some), tuple(self._shown(connection, some[:most], tiers)))
        return found

    def _mended(self, connection: sqlite3.Connection, wanted: Wanted, corrected: Mapping[str, str]) -> Wanted | None:
        """The same with another word for each that nothing has, here or anywhere. None if there is nothing to mend."""
        words = tuple(self._meant(connection, word, corrected) for word in wanted.words)
        if words == wanted.words:
            return None
        return wanted._replace(words=words, name=" ".join((*wanted.phrases, *words)), is_mended=True)

    def _meant(self, connection: sqlite3.Connection, word: str, corrected: Mapping[str, str]) -> str:
        if len(word) < _SHORTEST or not word.isalpha() or not self._words:
            return word
        if word not in corrected and self._tiers(connection, Wanted(word, (word,))):
            return word
        near = nearest_of(word, [self._words])
        return near[0][0] if near else corrected.get(word, word)

    def _tiers(self, connection: sqlite3.Connection, wanted: Wanted) -> dict[int, Tier]:
        """How well each piece answers that does, by its number."""
        found: dict[int, Tier] = {}
        if wanted.name:
            found |= dict.fromkeys(_holding(connection, wanted.question), Tier.TEXT)
            found |= dict(self._named(wanted))
        if len(wanted.number) >= _SHORTEST_NUMBER:
            found |= dict(self._numbered(wanted.number))
        for unwanted in wanted.unwanted:
            for number in _holding(connection, f'"{unwanted}"'):
                found.pop(number, None)
        return {number: max(tier, Tier.TITLE) for number, tier in found.items()} if wanted.is_mended else found

    def _named(self, wanted: Wanted) -> Iterator[tuple[int, Tier]]:
        parts = [*(f" {word}" for word in wanted.words), *(f" {phrase} " for phrase in wanted.phrases)]
        for one in self._titles.values():
            if all(part in one.said for part in parts):
                begins = any(name.startswith(wanted.name) for name in one.names)
                yield one.number, Tier.EXACT if wanted.name in one.names else Tier.PREFIX if begins else Tier.TITLE

    def _numbered(self, digits: str) -> Iterator[tuple[int, Tier]]:
        for one in self._titles.values():
            numbers = [national(phone.number) for phone in self._phones.get(one.id, ())]
            if any(number.startswith(digits) for number in numbers):
                yield one.number, Tier.EXACT if digits in numbers else Tier.PREFIX

    def _shown(
        self, connection: sqlite3.Connection, titles: Iterable[_Title], tiers: Mapping[int, Tier]
    ) -> Iterator[Answer]:
        for one in titles:
            title, summary = connection.execute(
                "SELECT title, summary FROM piece WHERE number = ?", (one.number,)
            ).fetchone()
            phones = self._phones.get(one.id, ())
            yield Answer(one.group, one.id, title, summary, phones[0].shown if phones else "", tier=tiers[one.number])


def _titles(connection: sqlite3.Connection) -> Iterator[_Title]:
    unpack = unpacker(connection)
    question = (
        "SELECT piece.number, piece.id, kind, folded, priority, CASE WHEN also = '' THEN NULL ELSE record END "
        "FROM piece JOIN piece_words ON piece_words.rowid = piece.number"
    )
    for number, one, kind, folded, priority, record in connection.execute(question):
        names = (folded, *(_other_names(unpack, record) if record else ()))
        group = _GROUPS.get(PieceKind(kind), Group.OTHER)
        yield _Title(number, one, group, names, f" {' '.join(names)} ", priority)


def _other_names(unpack: Callable[[bytes], bytes], record: bytes) -> tuple[str, ...]:
    """What else a piece is called; nothing where its record cannot be read: whoever opens it is told."""
    try:
        return tuple(fold(name) for name in _DECODER.decode(unpack(record)).also_called)
    except (CatalogueDamaged, msgspec.DecodeError):
        return ()


def _holding(connection: sqlite3.Connection, question: str) -> Iterator[int]:
    found = connection.execute("SELECT rowid FROM piece_words WHERE piece_words MATCH ?", (question,))
    return (number for (number,) in found)


def _ranks(connection: sqlite3.Connection, wanted: Wanted) -> dict[int, float]:
    """How much the words weigh in the pieces that hold them: the less, the better."""
    if len(wanted.name) < _SHORTEST:
        return {}
    question = f"SELECT rowid, bm25(piece_words, {WEIGHTS}) FROM piece_words WHERE piece_words MATCH ?"  # noqa: S608 - own words
    return dict(connection.execute(question, (wanted.question,)))
