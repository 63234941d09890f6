"""Rows of the piece table as the lines of a list."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from html import escape

import msgspec

from therapist_desktop.data.datafile.library import Piece
from therapist_desktop.data.piece_facts import SAID_BY_RECORD, facts_of, unpacked_facts
from therapist_desktop.data.reading.excerpts import END, START
from therapist_desktop.data.reading.listings import unpacker
from therapist_desktop.domain.digests import digest
from therapist_desktop.domain.errors import CatalogueDamaged
from therapist_desktop.domain.library import PieceCard, PieceKind, Section
from therapist_desktop.domain.piece_facts import Facts

_MOST = 900
_KINDS = ", ".join(f"'{kind}'" for kind in SAID_BY_RECORD)
COLUMNS = (
    "piece.id, piece.kind, piece.section, piece.title, piece.summary, piece.updated, piece.facts, "
    f"CASE WHEN piece.kind IN ({_KINDS}) THEN piece.digest END, "
    f"CASE WHEN piece.kind IN ({_KINDS}) THEN piece.record END"
)
"""What `cards` reads; one more column is a snippet."""
_DECODER: msgspec.json.Decoder[Piece] = msgspec.json.Decoder(Piece)


def cards(connection: sqlite3.Connection, rows: Iterable[tuple[object, ...]]) -> Iterator[PieceCard]:
    """The lines for rows of COLUMNS and a snippet. Numbers of a record that was altered are left out."""
    unpack = None
    for one, kind, section, title, summary, updated, column, known, record, snippet in rows:
        facts = unpacked_facts(str(kind), str(column))
        if isinstance(record, bytes):
            unpack = unpack or unpacker(connection)
            with suppress(CatalogueDamaged, msgspec.DecodeError):
                facts = _proved(unpack(record), known)
        yield PieceCard(
            id=str(one),
            kind=PieceKind(str(kind)),
            section=Section(str(section)),
            title=str(title),
            summary=str(summary),
            updated=date.fromisoformat(str(updated)) if updated else None,
            snippet=escape(str(snippet)).replace(START, "<b>").replace(END, "</b>"),
            facts=facts,
        )


def cards_of_ids(connection: sqlite3.Connection, ids: Iterable[str]) -> tuple[PieceCard, ...]:
    """The lines of the pieces with these ids, in this order; those that are not there are left out."""
    wanted = list(dict.fromkeys(ids))
    found: dict[str, PieceCard] = {}
    for start in range(0, len(wanted), _MOST):
        some = wanted[start : start + _MOST]
        marks = ",".join("?" * len(some))
        rows = connection.execute(f"SELECT {COLUMNS}, '' FROM piece WHERE id IN ({marks})", some)  # noqa: S608 - only question marks
        found |= {card.id: card for card in cards(connection, rows)}
    return tuple(found[one] for one in wanted if one in found)


def _proved(line: bytes, known: object) -> Facts | None:
    return facts_of(_DECODER.decode(line)) if digest(line) == known else None
