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


@contextmanager
def explained(file: Path) -> Iterator[None]:
    """Raise CatalogueDamaged or DiskFull for what a person can act on. A missing column is a bug and stays one."""
    try:
        yield
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFull(what="the new release") from error
        raise NotWritable(file=file, what=error.strerror or "unknown error") from error
    except Exception as error:
        fault = getattr(error, "orig", error)
        code = getattr(fault, "sqlite_errorcode", 0) & 0xFF
        garbled = isinstance(fault, sqlite3.OperationalError) and not code  # a text that is not UTF-8
        if garbled or code in _UNREADABLE:
            raise CatalogueDamaged(what=f"{file.name} cannot be read") from error
        if code == sqlite3.SQLITE_FULL:
            raise DiskFull(what="the new release") from error
        raise
