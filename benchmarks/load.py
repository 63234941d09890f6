"""Load a release: from a data file to a proven catalogue, against the same rows put into SQLite and nothing else."""

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from benchmarks.directory import directory_of
from benchmarks.figures import Figure
from therapist_desktop.data.datafile.checking import decode_all
from therapist_desktop.data.datafile.reading import DataFile
from therapist_desktop.data.datafile.records import Center, Provider
from therapist_desktop.data.writing.building import check_and_build
from therapist_desktop.data.writing.projecting import CardRow, card
from therapist_desktop.data.writing.rows import build_rows
from therapist_desktop.domain.syncing import Progress
from therapist_desktop.services.loading import hands, load, opened

MEGABYTE = 1 << 20
BATCH = 10_000
ROUNDS = 3
TEXT_CPU = "time of the processor"
TEXT = "executemany of cards and record texts"
PLAIN = "executemany of cards and descriptions"


def measure(rows: int) -> list[Figure]:
    """All figures of a load of so many listings."""
    directory = directory_of(rows)
    with tempfile.TemporaryDirectory(dir=directory.folder) as work:
        return measure_on(directory.data_file, Path(work))


def measure_on(data_file: Path, work: Path) -> list[Figure]:
    """The same for a data file that is there; `work` is a folder for what is made on the way.

    Everything is done in turn, some rounds of it, and the fastest of each counts: others may use the machine.
    """
    found: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        turn = _raw_seconds(data_file, work)
        for what in ("browsable", "built", "complete"):
            turn |= {f"{what} {unit}": value for unit, value in _in_a_process(what, data_file, work).items()}
        for what, value in turn.items():
            found.setdefault(what, []).append(value)
    best = {what: min(values) for what, values in found.items()}
    size = data_file.stat().st_size / MEGABYTE
    return [
        Figure("browsable: rows and facets stored", best["browsable wall"], "s", TEXT, best[TEXT], 2.5),
        Figure("complete: check, build, prove", best["complete wall"], "s", TEXT, best[TEXT], 10),
        Figure("complete: check, build, prove", best["complete wall"], "s", PLAIN, best[PLAIN]),
        Figure("check and build alone", best["built wall"], "s", TEXT, best[TEXT]),
        Figure("complete: time of all processors", best["complete cpu"], "s", TEXT, best[TEXT_CPU]),
        Figure("peak memory of all processes", best["complete peak"], "MB", "the data file", size),
    ]


def _raw_seconds(data_file: Path, work: Path) -> dict[str, float]:
    """The same rows through sqlite3 and nothing else: with the text of each record, and with its description only."""
    text, plain = _Raw(work / "text.sqlite"), _Raw(work / "plain.sqlite")
    cards: list[tuple[object, ...]] = []
    lines: list[tuple[str, str]] = []
    for batch in DataFile(data_file).batches():
        for record, line in zip(decode_all(batch), batch.lines, strict=True):
            if isinstance(record, Provider | Center):
                cards.append(card(text.rows + len(cards), record, {}))
                lines.append((line.decode(), record.description))
        if len(cards) >= BATCH:
            _put(text, plain, cards, lines)
    _put(text, plain, cards, lines)
    text.finish()
    plain.finish()
    return {TEXT: text.wall, TEXT_CPU: text.cpu, PLAIN: plain.wall}


def _put(text: "_Raw", plain: "_Raw", cards: list[tuple[object, ...]], lines: list[tuple[str, str]]) -> None:
    text.put([(*shown, line) for shown, (line, _) in zip(cards, lines, strict=True)])
    plain.put([(*shown, description) for shown, (_, description) in zip(cards, lines, strict=True)])
    cards.clear()
    lines.clear()


class _Raw:
    """One table without an index, filled in one transaction; only `executemany` and the commit are timed."""

    def __init__(self, file: Path) -> None:
        file.unlink(missing_ok=True)
        self.rows = 0
        self._file = file
        self.wall = self.cpu = 0.0
        self._connection = sqlite3.connect(file, isolation_level=None)
        for pragma in ("journal_mode = OFF", "synchronous = OFF"):
            self._connection.execute(f"PRAGMA {pragma}")
        columns = (*CardRow._fields, "text")
        self._connection.execute(f"CREATE TABLE raw ({', '.join(columns)})")
        self._insert = f"INSERT INTO raw VALUES ({', '.join('?' * len(columns))})"
        self._connection.execute("BEGIN")

    def put(self, rows: list[tuple[object, ...]]) -> None:
        """Some rows more."""
        with self._timed():
            self._connection.executemany(self._insert, rows)
        self.rows += len(rows)

    def finish(self) -> None:
        """All rows are in."""
        with self._timed():
            self._connection.execute("COMMIT")
        self._connection.close()
        self._file.unlink()

    @contextmanager
    def _timed(self) -> Iterator[None]:
        wall, cpu = time.perf_counter(), time.process_time()
        yield
        self.wall += time.perf_counter() - wall
        self.cpu += time.process_time() - cpu


def _in_a_process(what: str, data_file: Path, work: Path) -> dict[str, float]:
    """Seconds, and the peak of memory in MB, of one step in a process of its own, as a program would do it."""
    command = [sys.executable, "-m", "benchmarks.load", what, str(data_file), str(work / "bench")]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    answer: dict[str, float] = json.loads(done.stdout)
    return answer


def _step(what: str, data_file: Path, bench: Path) -> dict[str, float]:
    bench.mkdir()
    peaks = _Peaks()
    try:
        file = opened(data_file)
        started = time.perf_counter()
        match what:
            case "browsable":
                build_rows(file, bench / "catalogue.sqlite")
            case "built":
                with hands(file.header) as do:
                    check_and_build(file, bench / "catalogue.sqlite", do=do)
            case _:
                load(file, bench, peaks.look)
        wall = time.perf_counter() - started
        peaks.look()
        spent = os.times()
        return {"wall": wall, "cpu": sum(spent[:4]), "peak": peaks.total()}
    finally:
        shutil.rmtree(bench)


class _Peaks:
    """The most memory that this process and each one it started has held so far, in MB, where the system says so."""

    def __init__(self) -> None:
        self._of: dict[int, int] = {}

    def look(self, _progress: Progress | None = None) -> None:
        for process in (os.getpid(), *self._children()):
            with suppress(OSError):
                found = re.search(r"VmHWM:\s*(\d+)", Path(f"/proc/{process}/status").read_text())
                self._of[process] = int(found[1]) if found else 0

    def total(self) -> float:
        return sum(self._of.values()) / 1024

    def _children(self) -> list[int]:
        with suppress(OSError):
            return [int(one) for one in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()]
        return []


if __name__ == "__main__":
    print(json.dumps(_step(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))))
