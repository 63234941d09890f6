"""From the catalogue of one release and the changes to it, the whole data file of the next release."""

import sqlite3
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Final

import msgspec

from therapist_desktop.data.datafile.canonical import StateHash
from therapist_desktop.data.datafile.checking import identity
from therapist_desktop.data.datafile.reading import DataFile, NumberedLine
from therapist_desktop.data.datafile.records import Tombstone
from therapist_desktop.data.datafile.writing import write_lines
from therapist_desktop.data.trouble import explained
from therapist_desktop.data.writing.arranging import in_order
from therapist_desktop.data.writing.stored import opened_for_good, unpacker
from therapist_desktop.domain.digests import digest
from therapist_desktop.domain.errors import DataFileBroken, WrongState

_TOMBSTONE: Final = msgspec.json.Decoder(Tombstone)
_STORED: Final = (
    "SELECT kind, id, record FROM other ORDER BY rowid",
    "SELECT kind, id, record FROM quarantine ORDER BY line",
)
_PACKED: Final = (
    "SELECT kind, id, record FROM piece ORDER BY number",
    """SELECT CASE kind WHEN 0 THEN 'provider' ELSE 'center' END, id, record
    FROM card JOIN detail USING (row) ORDER BY row""",
)
_CHANGES: Final = (
    "CREATE TEMP TABLE change (kind TEXT, id TEXT, line BLOB, number INTEGER, PRIMARY KEY (kind, id)) WITHOUT ROWID"
)


def next_release(base: Path, delta: DataFile, target: Path) -> DataFile:
    """Write the release that a delta leads to as a whole data file `target`; `base` is the catalogue it starts from.

    A record of the delta takes the place of the one with its kind and id, or is new; a tombstone takes one away. What
    comes out is in the order of the format and is what the publisher signed, or WrongState is raised.
    Raises DataFileBroken where the delta does not start from `base`, CatalogueDamaged, DiskFull or NotWritable.
    """
    state = StateHash()

    def hashed(lines: Iterator[NumberedLine]) -> Iterator[bytes]:
        for line in lines:
            state.add(digest(line.text))
            yield line.text

    header = msgspec.structs.replace(delta.header, base=None)
    with opened_for_good(base) as connection:
        _hold_base(connection, delta)
        _gather(connection, delta)
        with explained(target), in_order(_merged(connection), target.parent) as lines:
            write_lines(target, header, hashed(lines))
    if state.hex() != header.state:
        target.unlink()
        raise WrongState(expected=header.state, found=state.hex())
    return DataFile(target)


def _hold_base(connection: sqlite3.Connection, delta: DataFile) -> None:
    header = connection.execute("SELECT value FROM meta WHERE key = 'header'").fetchone()[0]
    here, needed = msgspec.json.decode(header)["number"], delta.header.base
    if here != needed:
        what = f"it changes release {needed} and the release here is {here}" if needed else "it is no delta"
        raise DataFileBroken(file=delta.path.name, what=what)


def _gather(connection: sqlite3.Connection, delta: DataFile) -> None:
    """The changes, beside the catalogue. A line without an id can replace nothing and is counted as a new one."""
    connection.execute(_CHANGES)
    for line in delta.lines():
        one = identity(line.text)
        gone = _is_tombstone(line, delta)
        try:
            connection.execute(
                "INSERT INTO change VALUES (?, ?, ?, ?)",
                (one.kind, one.id or f"\n{line.number}", None if gone else line.text, line.number),
            )
        except sqlite3.IntegrityError as error:
            what = f"line {line.number} repeats the {one.kind} {one.id}"
            raise DataFileBroken(file=delta.path.name, what=what) from error


def _is_tombstone(line: NumberedLine, delta: DataFile) -> bool:
    if b'"gone":' not in line.text:
        return False
    try:
        _TOMBSTONE.decode(line.text)
    except msgspec.ValidationError as error:
        if "gone" in msgspec.json.decode(line.text, type=dict[str, object]):
            raise DataFileBroken(file=delta.path.name, what=f"line {line.number}, a tombstone: {error}") from error
        return False
    return True


def _merged(connection: sqlite3.Connection) -> Iterator[NumberedLine]:
    """Every line of the new release. One that took the place of another has its number, new ones come after all."""
    number = count(2)
    for kind, known, line in _base(connection):
        place = next(number)
        changed = connection.execute("SELECT line FROM change WHERE kind = ? AND id = ?", (kind, known)).fetchone()
        if changed is None:
            yield NumberedLine(place, line)
        elif changed[0] is not None:
            yield NumberedLine(place, changed[0])
            connection.execute("UPDATE change SET line = NULL WHERE kind = ? AND id = ?", (kind, known))
    for (line,) in connection.execute("SELECT line FROM change WHERE line IS NOT NULL ORDER BY number"):
        yield NumberedLine(next(number), line)


def _base(connection: sqlite3.Connection) -> Iterator[tuple[str, str, bytes]]:
    """Kind, id and line of every record of the base."""
    unpack = unpacker(connection)
    for question in _STORED:
        yield from connection.execute(question)
    for question in _PACKED:
        for kind, known, record in connection.execute(question):
            yield kind, known, unpack(record)
