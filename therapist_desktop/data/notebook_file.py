"""How a notebook file is known: what both rooms must agree on. Standard library only."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Final, TypeVar

from therapist_desktop.data.trouble import NO_ROOM, fault_of
from therapist_desktop.domain.errors import (
    NotANotebook,
    NotebookBusy,
    NotebookFull,
    NotebookLost,
    NotebookNotWritable,
    NotebookTooNew,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

APPLICATION_ID: Final = 0x54446E62
"""In the header of every notebook ("TDnb"), so that a foreign file is known for one."""

REVISIONS: Final = ("0001", "0002", "0003")
"""Every revision of the tables there has been, the oldest first; each has a step in writing/notebook/versions."""

HEAD: Final = REVISIONS[-1]
"""The revision that this program reads and writes."""

PATIENCE_MS: Final = 5_000
"""How long to wait for another program that is writing."""

_T = TypeVar("_T")
_UNREADABLE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT})
_UNWRITABLE = frozenset(
    {
        sqlite3.SQLITE_AUTH,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_READONLY,
    }
)
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_HEADER = b"SQLite format 3\x00"


@contextmanager
def explained(file: Path) -> Iterator[None]:
    """Raise one of the NotebookTrouble family for what a person can act on. A missing column is a bug and stays one."""
    try:
        yield
    except OSError as error:
        if error.errno in NO_ROOM:
            raise NotebookFull(file=file) from error
        raise NotebookNotWritable(file=file, what=error.strerror or "unknown error") from error
    except Exception as error:
        fault, code, is_garbled = fault_of(error)
        if is_garbled or code in _UNREADABLE:
            raise NotebookLost(file=file, what=str(fault)) from error
        if code == sqlite3.SQLITE_FULL:
            raise NotebookFull(file=file) from error
        if code in _BUSY:
            raise NotebookBusy(file=file) from error
        if code in _UNWRITABLE:
            raise NotebookNotWritable(file=file, what=str(fault)) from error
        raise


def ask(file: Path, question: Callable[[sqlite3.Connection, str], _T]) -> _T | None:
    """The answer of a notebook, in whatever revision it is, or None where none has been begun. Nothing is written.

    Raises NotANotebook, NotebookTooNew and what `explained` raises.
    """
    with explained(file):
        if not file.is_file() or not file.stat().st_size:
            return None
        if is_at_rest(file):
            answered, answer = _asked(file, "mode=ro&immutable=1", question)
            if is_at_rest(file):
                return answer if answered else None
        answered, answer = _asked(file, "mode=rw", question)  # a log is beside it, which only a writer may fold in
        return answer if answered else None


def is_at_rest(file: Path) -> bool:
    """No log lies beside it: everything is in the file, and nobody writes."""
    return not any(file.with_name(f"{file.name}{log}").exists() for log in ("-wal", "-journal"))


def revision_of(file: Path) -> str:
    """The revision of a notebook, nothing where none has been begun. Raises NotANotebook, NotebookTooNew."""
    return ask(file, lambda _connection, revision: revision) or ""


def recognised(connection: sqlite3.Connection, file: Path) -> str:
    """The revision of the notebook behind a connection, nothing where it is empty.

    Raises NotANotebook, NotebookTooNew.
    """
    # In this order: a notebook that is begun just now has its tables and its number from one moment to the next.
    has_tables = connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is not None
    (number,) = connection.execute("PRAGMA application_id").fetchone()
    if number != APPLICATION_ID:
        if number or has_tables:
            raise NotANotebook(file=file)
        return ""
    found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if found is None or found[0] not in REVISIONS:
        raise NotebookTooNew(file=file)
    return str(found[0])


def faults(file: Path) -> str:
    """What is wrong inside this file, in SQLite's own words, nothing where it is whole. Raises as `ask` does."""

    def look(connection: sqlite3.Connection, _revision: str) -> str:
        told = [row[0] for row in connection.execute("PRAGMA integrity_check(3)")]
        if told != ["ok"]:
            return "; ".join(told)
        loose = connection.execute("PRAGMA foreign_key_check").fetchone()
        return f"a row of {loose[0]} belongs to nothing" if loose else ""

    return ask(file, look) or ""


def _asked(file: Path, mode: str, question: Callable[[sqlite3.Connection, str], _T]) -> tuple[bool, _T | None]:
    address = f"{file.resolve().as_uri()}?{mode}"
    with closing(sqlite3.connect(address, uri=True, timeout=PATIENCE_MS / 1000)) as connection:
        for pragma in ("query_only = 1", "trusted_schema = 0", "mmap_size = 0"):
            connection.execute(f"PRAGMA {pragma}")
        try:
            revision = recognised(connection, file)
            return (True, question(connection, revision)) if revision else (False, None)
        except (sqlite3.DatabaseError, ValueError) as error:
            code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
            if code == sqlite3.SQLITE_NOTADB and not _begins_like_one(file):
                raise NotANotebook(file=file) from error
            if code == sqlite3.SQLITE_ERROR:  # a table is gone that its revision has, or a value makes no sense
                raise NotebookLost(file=file, what=str(error)) from error
            raise


def _begins_like_one(file: Path) -> bool:
    with file.open("rb") as stream:
        return stream.read(len(_HEADER)) == _HEADER
