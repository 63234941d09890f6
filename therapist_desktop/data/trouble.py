"""Storage trouble leaves the data floor in our own words; anything else stays a bug."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from therapist_desktop.domain.errors import CatalogueDamaged, DiskFull, NotWritable

_UNREADABLE = frozenset(
    {
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_FORMAT,
    }
)


NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
"""A full disk, and one where this person has used up their share."""


@contextmanager
def explained(file: Path, what: str = "the new release") -> Iterator[None]:
    """Raise CatalogueDamaged, DiskFull or NotWritable for what a person can act on while `what` is written.

    A missing column is a bug and stays one.
    """
    try:
        yield
    except OSError as error:
        if error.errno in NO_ROOM:
            raise DiskFull(what=what) from error
        raise NotWritable(file=file, what=error.strerror or "unknown error") from error
    except Exception as error:
        _, code, is_garbled = fault_of(error)
        if is_garbled or code in _UNREADABLE:
            raise CatalogueDamaged(what=f"{file.name} cannot be read") from error
        if code == sqlite3.SQLITE_FULL:
            raise DiskFull(what=what) from error
        raise


def fault_of(error: Exception) -> tuple[Exception, int, bool]:
    """What SQLite itself raised, its number without the details, and whether it met a text that is not UTF-8."""
    fault = getattr(error, "orig", error)
    code = getattr(fault, "sqlite_errorcode", 0) & 0xFF
    is_garbled = isinstance(fault, UnicodeDecodeError) or (isinstance(fault, sqlite3.OperationalError) and not code)
    return fault, code, is_garbled
