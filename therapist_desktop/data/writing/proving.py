"""Prove a catalogue file against what the publisher signed."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import zstandard

from therapist_desktop.data.datafile.canonical import StateHash, digest
from therapist_desktop.data.datafile.records import Header
from therapist_desktop.data.layout import Column
from therapist_desktop.data.trouble import explained
from therapist_desktop.domain.errors import CatalogueDamaged, WrongState

_COMPRESSED = ("detail", "piece")
_PLAIN = ("other", "quarantine")
_TELL_EVERY = 5_000


def prove(target: Path, header: Header, tell: Callable[[int], None] = lambda _records: None) -> None:
    """Read every stored record back and hash it anew; `tell` hears how many were read and may raise.

    Raises CatalogueDamaged where the file or a record does not read back, WrongState where the sum is not as signed.
    """
    address = f"{target.resolve().as_uri()}?mode=ro&immutable=1"
    with explained(target), closing(sqlite3.connect(address, uri=True)) as connection:
        problem = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if problem != "ok":
            raise CatalogueDamaged(what=str(problem))
        state = StateHash()
        for read, (stored, line) in enumerate(_stored(connection), 1):
            if digest(line) != stored:
                raise CatalogueDamaged(what="a record does not read back as it was written")
            state.add(stored)
            if read % _TELL_EVERY == 0:
                tell(read)
        if state.hex() != header.state:
            raise WrongState(expected=header.state, found=state.hex())
        _prove_rows(connection)


def _stored(connection: sqlite3.Connection) -> Iterator[tuple[bytes, bytes]]:
    dictionary = connection.execute("SELECT data FROM col WHERE name = ?", (Column.DICTIONARY,)).fetchone()[0]
    known = zstandard.ZstdCompressionDict(dictionary) if dictionary else None
    decompress = zstandard.ZstdDecompressor(dict_data=known).decompress
    try:
        for table in _COMPRESSED:
            for stored, record in connection.execute(f"SELECT digest, record FROM {table}"):  # noqa: S608 - own names
                yield stored, decompress(record)
    except zstandard.ZstdError as error:
        raise CatalogueDamaged(what="a record cannot be unpacked") from error
    for table in _PLAIN:
        yield from connection.execute(f"SELECT digest, record FROM {table}")  # noqa: S608 - own names


def _prove_rows(connection: sqlite3.Connection) -> None:
    cards = connection.execute("SELECT count(*) FROM card").fetchone()[0]
    details = connection.execute("SELECT count(*) FROM detail").fetchone()[0]
    listings = int(connection.execute("SELECT value FROM meta WHERE key = 'listings'").fetchone()[0])
    if not cards == details == listings:
        raise CatalogueDamaged(what=f"it holds {cards} cards and {details} records for {listings} listings")
