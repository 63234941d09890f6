"""The file a catalogue is written into: tables, batches of rows, one transaction."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, create_engine
from sqlalchemy.schema import CreateIndex, CreateTable

from therapist_desktop.data.trouble import explained
from therapist_desktop.data.writing import schema

_BATCH = 2_000
_PRAGMAS = (
    "journal_mode = OFF",
    "synchronous = OFF",
    "locking_mode = EXCLUSIVE",
    "cache_size = -65536",
    "temp_store = MEMORY",
)
_PIECE_WORDS_INSERT = "INSERT INTO piece_words (rowid, title, also, body) VALUES (?, ?, ?, ?)"


class Store:
    """Takes rows table by table and writes them in batches."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: defaultdict[str, list[tuple[Any, ...]]] = defaultdict(list)
        self._inserts = {table.name: schema.insert(table) for table in schema.TABLES.sorted_tables}
        self._inserts["piece_words"] = _PIECE_WORDS_INSERT
        for table in schema.TABLES.sorted_tables:
            connection.execute(CreateTable(table))
        connection.exec_driver_sql(schema.PIECE_WORDS)

    def put(self, table: Table, row: tuple[Any, ...]) -> None:
        """One row, all columns in their order."""
        self._put(table.name, row)

    def put_words(self, row: tuple[Any, ...]) -> None:
        """One row of the full-text index of the library."""
        self._put("piece_words", row)

    def put_all(self, table: Table, rows: Iterable[tuple[Any, ...]]) -> None:
        """Many rows."""
        for row in rows:
            self.put(table, row)

    def finish(self) -> None:
        """Write what waits, and make the indexes, which is cheaper once all rows are there."""
        for name in tuple(self._waiting):
            self._write(name)
        for table in schema.TABLES.sorted_tables:
            for index in table.indexes:
                self._connection.execute(CreateIndex(index))

    def _put(self, name: str, row: tuple[Any, ...]) -> None:
        waiting = self._waiting[name]
        waiting.append(row)
        if len(waiting) >= _BATCH:
            self._write(name)

    def _write(self, name: str) -> None:
        if rows := self._waiting.pop(name, None):
            self._connection.exec_driver_sql(self._inserts[name], rows)


@contextmanager
def new_store(target: Path) -> Iterator[Store]:
    """A store over a new file, committed and brought to disk at the end. Raises DiskFull or NotWritable."""
    engine = create_engine(f"sqlite:///{target}")
    try:
        with explained(target), engine.connect() as connection:
            for pragma in _PRAGMAS:
                connection.exec_driver_sql(f"PRAGMA {pragma}")
            store = Store(connection)
            yield store
            store.finish()
            connection.commit()
    finally:
        engine.dispose()
    with explained(target), target.open("r+b") as file:
        os.fsync(file.fileno())
