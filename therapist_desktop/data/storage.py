"""What the SQLite of this Python can do."""

from __future__ import annotations

import sqlite3
from contextlib import closing


def sqlite_version() -> str:
    """For example "3.40.1"."""
    return sqlite3.sqlite_version


def has_full_text_search() -> bool:
    """FTS5 is built in."""
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE trial USING fts5(text)")
        except sqlite3.OperationalError:
            return False
    return True
