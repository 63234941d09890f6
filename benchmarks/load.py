"""From a data file to a proven catalogue, beside the same rows through `sqlite3` and nothing else."""

import sqlite3
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from benchmarks.directory import Directory, directory_of
from benchmarks.figures import Figure
from benchmarks.telling import say
from therapist_desktop.data.datafile.reading import DataFile
from therapist_desktop.data.writing.projecting import card
from therapist_desktop.domain.syncing import Progress, Step
from therapist_desktop.services.loading import load

_BATCH = 2_000


def measure(rows: int) -> list[Figure]:
    """All figures of loading so many listings."""
    return measure_on(directory_of(rows))


def measure_on(directory: Directory) -> list[Figure]:
    """The same with a directory that is there."""
    with tempfile.TemporaryDirectory(dir=directory.folder) as name:
        say("storing the rows raw")
        raw = _raw_seconds(Path(name), directory)
        say("loading them")
        began: dict[Step, float] = {}

        def tell(progress: Progress) -> None:
            began.setdefault(progress.step, time.perf_counter())

        load(DataFile(directory.data_file), Path(name), tell)
        ended = time.perf_counter()
    return [
        Figure("load: check, build, prove", ended - began[Step.CHECKING], "s", "raw executemany", raw, 10),
        Figure("load: build alone", began[Step.PROVING] - began[Step.LOADING], "s", "raw executemany", raw),
    ]


def _raw_seconds(folder: Path, directory: Directory) -> float:
    """The same rows, as the table stores them; only the storing is timed."""
    taken = 0.0
    batch: list[tuple[object, ...]] = []
    with closing(sqlite3.connect(folder / "raw.sqlite", isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        for row, one in enumerate(directory.providers()):
            batch.append((*card(row, one, {}), one.description))
            if len(batch) == _BATCH or row == directory.rows - 1:
                taken += _stored_seconds(connection, batch)
                batch = []
        started = time.perf_counter()
        connection.execute("COMMIT")
        return taken + time.perf_counter() - started


def _stored_seconds(connection: sqlite3.Connection, rows: Sequence[tuple[object, ...]]) -> float:
    names, marks = ",".join(f"c{place}" for place in range(len(rows[0]))), ",".join("?" * len(rows[0]))
    connection.execute(f"CREATE TABLE IF NOT EXISTS raw ({names})")
    started = time.perf_counter()
    connection.executemany(f"INSERT INTO raw VALUES ({marks})", rows)
    return time.perf_counter() - started
