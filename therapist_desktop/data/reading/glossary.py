"""The terms of the dictionary with their definitions."""

import sqlite3

import msgspec

from therapist_desktop.data.datafile.library import Piece as PieceRecord
from therapist_desktop.data.datafile.library import Term
from therapist_desktop.data.reading.listings import unpacked
from therapist_desktop.domain.digests import digest
from therapist_desktop.domain.glossary import Definition

_DECODER: msgspec.json.Decoder[PieceRecord] = msgspec.json.Decoder(PieceRecord)


def glossary_of(connection: sqlite3.Connection) -> tuple[Definition, ...]:
    """All terms by title. One whose bytes were altered is left out: no explanation is better than a wrong one."""
    terms = []
    question = "SELECT digest, record FROM piece WHERE kind = 'term' ORDER BY folded, id"
    for stored, packed in connection.execute(question):
        line = unpacked(connection, packed)
        if digest(line) != stored:
            continue
        record = _DECODER.decode(line)
        if isinstance(record, Term):
            terms.append(Definition(record.id, record.title, record.definition, record.also_called))
    return tuple(terms)
