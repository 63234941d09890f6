"""The dictionary: the entry for some words that stand anywhere in a text."""

import sqlite3
from collections.abc import Iterator

import msgspec

from therapist_desktop.data.reading.forms import STOP_WORDS, forms_of
from therapist_desktop.data.reading.listings import unpacked
from therapist_desktop.data.reading.piece_cards import cards_of_ids
from therapist_desktop.data.reading.vocabulary import nearest_of
from therapist_desktop.domain.errors import CatalogueDamaged
from therapist_desktop.domain.finding import LookedUp
from therapist_desktop.domain.library import PieceCard
from therapist_desktop.domain.text import tidied, words_of

_MOST_WORDS, _MOST_LETTERS = 8, 200
_MOST_NEAR = 5
_SHORTEST = 4


class _Defining(msgspec.Struct, frozen=True):
    """All that is read of an entry here."""

    definition: str = ""


_DECODER = msgspec.json.Decoder(_Defining)
_KIND = "CASE piece.kind WHEN 'term' THEN 0 WHEN 'topic' THEN 1 ELSE 2 END"


def define(connection: sqlite3.Connection, words: str) -> LookedUp:
    """The entry that is called so, whole or in part, as one or as many; what is written nearly so where there is none.

    A single entry that is one slip away is taken for the one that was meant.
    """
    text = tidied(words[:_MOST_LETTERS])
    folded = tuple(words_of(text)[:_MOST_WORDS])
    if not folded:
        return LookedUp(text)
    for part in _parts(folded):
        if found := _called(connection, part):
            return _found(connection, text, cards_of_ids(connection, [found])[0])
    near = _near(connection, " ".join(folded))
    alone = len(near) == 1 and near[0][1] == 1
    cards = cards_of_ids(connection, [one for one, _ in near])
    return _found(connection, text, cards[0]) if alone and cards else LookedUp(text, near=cards)


def _found(connection: sqlite3.Connection, words: str, entry: PieceCard) -> LookedUp:
    (record,) = connection.execute("SELECT record FROM piece WHERE id = ?", (entry.id,)).fetchone()
    try:
        text = _DECODER.decode(unpacked(connection, record)).definition
    except msgspec.DecodeError as error:
        raise CatalogueDamaged(what=f"the record {entry.id} cannot be read") from error
    return LookedUp(words, entry, text or entry.summary)


def _parts(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The words together, then fewer of them side by side, the longest part first."""
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            part = words[start : start + length]
            if length == len(words) or not STOP_WORDS.issuperset(part):
                yield part


def _called(connection: sqlite3.Connection, part: tuple[str, ...]) -> str:
    """The id of what is called so, terms before topics before everything else."""
    names = [" ".join((*part[:-1], form)) for form in forms_of(part[-1])]
    marks = ",".join("?" * len(names))
    question = (
        f"SELECT piece.id FROM called JOIN piece ON piece.number = called.piece WHERE called.folded IN ({marks}) "  # noqa: S608 - only question marks
        f"AND piece.kind IN ('term', 'topic', 'article') "
        f"ORDER BY {_KIND}, called.folded <> ?, NOT called.is_title, piece.folded LIMIT 1"
    )
    found = connection.execute(question, (*names, names[0])).fetchone()
    return str(found[0]) if found else ""


def _near(connection: sqlite3.Connection, name: str) -> list[tuple[str, int]]:
    """The ids of the terms and topics that are written nearly so, with how many slips they are away."""
    if len(name) < _SHORTEST:
        return []
    question = (
        "SELECT called.folded, piece.id FROM called JOIN piece ON piece.number = called.piece "
        "WHERE piece.kind IN ('term', 'topic') ORDER BY piece.kind = 'topic', piece.folded"
    )
    ids: dict[str, str] = {}
    for folded, one in connection.execute(question):
        ids.setdefault(folded, one)
    near: dict[str, int] = {}
    for known, (slips, _) in nearest_of(name, [list(ids)]):
        near.setdefault(ids[known], slips)
    return list(near.items())[:_MOST_NEAR]
