"""Prove a catalogue file against what the publisher signed."""

import sqlite3
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from therapist_desktop.data.datafile.canonical import StateHash
from therapist_desktop.data.datafile.records import Header
from therapist_desktop.data.writing.processes import Do, Job, one_after_the_other
from therapist_desktop.data.writing.stored import opened_for_good, unpacker
from therapist_desktop.domain.digests import digest
from therapist_desktop.domain.errors import CatalogueDamaged, WrongState

_BATCH: Final = 500
_SHARE: Final = 0.3
"""How much of the listings whoever checks the pages also reads back, so that both halves of the work end together."""
_LISTINGS: Final = "SELECT digest, record FROM detail WHERE row >= ? AND row < ?"
_PACKED: Final = "SELECT digest, record FROM piece"
_PLAIN: Final = "SELECT digest, record FROM other UNION ALL SELECT digest, record FROM quarantine"
_COUNTED: Final = "SELECT (SELECT count(*) FROM card), (SELECT count(*) FROM detail), value FROM meta WHERE key = ?"


def prove(
    target: Path, header: Header, tell: Callable[[int], None] = lambda _thousandths: None, do: Do = one_after_the_other
) -> None:
    """Check every page, and read every stored record back and hash it anew; `tell` hears how many thousandths are
    done and may raise.

    Raises CatalogueDamaged where the file or a record does not read back, WrongState where the sum is not as signed.
    """
    with opened_for_good(target) as connection:
        rows = int(_meta(connection, "rows"))
    cut = int(rows * _SHARE)
    state = StateHash()
    for part in do(
        [Job(pages_job, (str(target), cut), cut), Job(records_job, (str(target), cut, rows), rows - cut)], tell
    ):
        state.add(bytes.fromhex(part))
    if state.hex() != header.state:
        raise WrongState(expected=header.state, found=state.hex())


def pages_job(target: str, before: int, tell: Callable[[int], None]) -> str:
    """Check the pages and the count of rows, and read the listings before a row back. Gives the state of those."""
    with opened_for_good(Path(target)) as connection:
        problem = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if problem != "ok":
            raise CatalogueDamaged(what=str(problem))
        cards, details, listings = connection.execute(_COUNTED, ("listings",)).fetchone()
        if not cards == details == int(listings):
            raise CatalogueDamaged(what=f"it holds {cards} cards and {details} records for {listings} listings")
        return _read_back(_unpacked(connection, _LISTINGS, (0, before)), tell)


def records_job(target: str, first: int, end: int, tell: Callable[[int], None]) -> str:
    """Read all other records back. Gives the state of those."""
    with opened_for_good(Path(target)) as connection:
        listings = StateHash(_read_back(_unpacked(connection, _LISTINGS, (first, end)), tell))
        for rest in (_unpacked(connection, _PACKED), connection.execute(_PLAIN)):
            listings.add(bytes.fromhex(_read_back(rest)))
        return listings.hex()


def _read_back(records: Iterator[tuple[bytes, bytes]], tell: Callable[[int], None] = lambda _records: None) -> str:
    state, read = StateHash(), 0
    while batch := [*islice(records, _BATCH)]:
        digests = [digest(line) for _, line in batch]
        if digests != [stored for stored, _ in batch]:
            raise CatalogueDamaged(what="a record does not read back as it was written")
        state.add_all(digests)
        read += len(batch)
        tell(read)
    return state.hex()


def _unpacked(
    connection: sqlite3.Connection, question: str, rows: tuple[int, ...] = ()
) -> Iterator[tuple[bytes, bytes]]:
    unpack = unpacker(connection)
    return ((stored, unpack(record)) for stored, record in connection.execute(question, rows))


def _meta(connection: sqlite3.Connection, key: str) -> str:
    value: str = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()[0]
    return value
