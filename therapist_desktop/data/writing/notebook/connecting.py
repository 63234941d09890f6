"""Connections that write in a notebook: safe settings, and a transaction that holds its tables as well as its rows."""

import sqlite3
from functools import partial
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from therapist_desktop.data.drives import is_remote
from therapist_desktop.data.notebook_file import PATIENCE_MS

_PRAGMAS = (
    f"busy_timeout = {PATIENCE_MS}",
    "foreign_keys = 1",
    "synchronous = FULL",
    "trusted_schema = 0",
    "secure_delete = 1",
    "mmap_size = 0",
)


def engine_over(file: Path) -> Engine:
    """Nothing stays open between two deeds: the file is whole in itself, to be copied, moved or read.

    A write-ahead log is used where that is safe: on this machine's own drives.
    """
    engine = create_engine(URL.create("sqlite", database=str(file)), poolclass=NullPool)
    event.listen(engine, "connect", partial(_connect, "DELETE" if is_remote(file) else "WAL"))
    event.listen(engine, "begin", _begin)
    return engine


def _connect(journal: str, connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # Python would begin no transaction for a change of the tables; we do
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    try:
        cursor.execute(f"PRAGMA journal_mode = {journal}")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:  # who is writing now has seen to it
            raise
    cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
