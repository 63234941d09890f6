"""The file a catalogue is written into: tables, batches of rows, one transaction."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, create_engine
from sqlalchemy.schema import CreateIndex, CreateTable

from therapist_desktop.data.trouble import explained
from therapist_desktop.data.writing import schema

_BATCH = 1_000
_BIG_BATCH = 64
_PRAGMAS = (
    "page_size = 4096",
    "journal_mode = OFF",
    "synchronous = OFF",
    "locking_mode = EXCLUSIVE",
    "cache_size = -16384",
)


class Store:
    """Takes rows table by table and writes them in batches."""

    def __init__(self, connection: Connection, tables: Sequence[Table]) -> None:
        self._connection = connection
        self._tables = tables
        self._waiting: dict[str, list[tuple[Any, ...]]] = {table.name: [] for table in tables}
        self._inserts = {table.name: schema.insert(table) for table in tables}

    def put(self, table: Table, row: tuple[Any, ...]) -> None:
        """One row, all columns in their order. It is written with those that follow."""
        waiting = self._waiting[table.name]
        waiting.append(row)
        if len(waiting) >= _BATCH:
            self._write(table.name)

    def put_all(self, table: Table, rows: Iterable[tuple[Any, ...]]) -> None:
        """Many rows, perhaps big ones, written at once."""
        self._write(table.name)
        insert, rows = self._inserts[table.name], iter(rows)
        while batch := [*islice(rows, _BIG_BATCH)]:
            self._connection.exec_driver_sql(insert, batch)

    def make(self, statement: str) -> None:
        """Run a statement of ours that has no values."""
        self._connection.exec_driver_sql(statement)

    def run(self, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
        """Run a statement of ours once for each of these rows."""
        if rows:
            self._connection.exec_driver_sql(statement, [*rows])

    def flush(self) -> None:
        """Write what waits."""
        for name in self._waiting:
            self._write(name)

    def index(self) -> None:
        """Make the indexes, which is cheaper once all rows are there."""
        self.flush()
        for table in self._tables:
            for index in table.indexes:
                self._connection.execute(CreateIndex(index))

    def _write(self, name: str) -> None:
        if rows := self._waiting[name]:
            self._connection.exec_driver_sql(self._inserts[name], rows)
            self._waiting[name] = []


@contextmanager
def new_store(target: Path, tables: Sequence[Table]) -> Iterator[Store]:
    """A store over a new file with these tables, committed at the end. Raises DiskFull or NotWritable."""
    with _connected(target) as connection:
        for table in tables:
            connection.execute(CreateTable(table))
        store = Store(connection, tables)
        yield store
        store.flush()
        connection.commit()


@contextmanager
def _connected(target: Path) -> Iterator[Connection]:
    engine = create_engine(f"sqlite:///{target}")
    try:
        with explained(target), engine.connect() as connection:
            for pragma in _PRAGMAS:
                connection.exec_driver_sql(f"PRAGMA {pragma}")
            yield connection
    finally:
        engine.dispose()


def take_over(target: Path, part: Path, tables: Sequence[Table]) -> None:
    """Copy all rows of these tables from the file `part` and bring `target` safely to disk.

    Raises DiskFull or NotWritable.
    """
    with _connected(target) as connection:
        connection.exec_driver_sql("ATTACH ? AS part", (str(part),))
        for table in tables:
            connection.exec_driver_sql(f"INSERT INTO main.{table.name} SELECT * FROM part.{table.name}")  # noqa: S608 - own names
        connection.commit()
    with explained(target), target.open("r+b") as file:
        os.fsync(file.fileno())
