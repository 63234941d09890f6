"""Which pieces of the library are about a value of a facet, and which terms explain letters behind a name."""

import re
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Final

from therapist_desktop.domain.listing import PieceLink
from therapist_desktop.domain.text import fold

_MOST: Final = 500
_LETTERS: Final = re.compile(r"[A-Za-z][A-Za-z.]*(?:-[A-Za-z]+)*")


def topics_of(connection: sqlite3.Connection, keys: Iterable[str]) -> Iterator[tuple[str, PieceLink]]:
    """For each value ("specialty/ptsd") the pieces about it: those that name it first, of these pages before terms."""
    wanted = [*dict.fromkeys(keys)][:_MOST]
    marks = ",".join("?" * len(wanted))
    question = (
        "SELECT about.value, piece.id, piece.title FROM about JOIN piece ON piece.number = about.piece "  # noqa: S608 - only question marks
        f"WHERE about.value IN ({marks}) ORDER BY about.place, about.rank, piece.folded, piece.id"
    )
    found: dict[str, list[PieceLink]] = {}
    for key, one, title in connection.execute(question, wanted):
        found.setdefault(key, []).append(PieceLink(one, title))
    for key in wanted:
        for link in found.get(key, ()):
            yield key, link


def letters_of(connection: sqlite3.Connection, credential: str) -> tuple[PieceLink, ...]:
    """The terms that explain the letters behind a name ("PhD, LCSW"), in their order."""
    letters = [*dict.fromkeys(fold(one.replace(".", "")) for one in _LETTERS.findall(credential))][:_MOST]
    marks = ",".join("?" * len(letters))
    question = f"SELECT folded, id, title FROM piece WHERE section = 'term' AND folded IN ({marks})"  # noqa: S608 - only question marks
    found = {folded: PieceLink(one, title) for folded, one, title in connection.execute(question, letters)}
    return tuple(found[one] for one in letters if one in found)
