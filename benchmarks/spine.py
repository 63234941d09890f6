"""The whole path once: load 100,000 sample providers, search them with all counts, paint the first window."""

import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

from benchmarks.figures import Figure
from therapist_desktop.data.datafile.checking import survey
from therapist_desktop.data.datafile.reading import DataFile
from therapist_desktop.data.datafile.records import Header, Provider, Publisher
from therapist_desktop.data.datafile.writing import write_data_file
from therapist_desktop.data.writing.building import build_catalogue
from therapist_desktop.data.writing.projecting import card
from therapist_desktop.data.writing.proving import prove
from therapist_desktop.domain.filters import Choice, Filters, Near, Sort
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.domain.text import fold
from therapist_desktop.publishing.placing import read_places
from therapist_desktop.publishing.samples.providers import sample_providers
from therapist_desktop.publishing.taxonomy import read_taxonomy
from therapist_desktop.services.catalogue import Catalogue
from therapist_desktop.services.paths import AppPaths
from therapist_desktop.services.shelf import Arrival, Shelf
from therapist_desktop.services.shipped import shipped

TODAY = date(2026, 11, 20)
FRAME_MS = 1000 / 60
SEED = 1
ROUNDS = 25
SPAWNS = 9
PAGE = 64


def measure(rows: int) -> list[Figure]:
    """All figures of the spine for so many listings."""
    with tempfile.TemporaryDirectory(prefix="spine-") as name:
        folder = Path(name)
        _say(f"making {rows:,} sample providers")
        providers, file = _data_file(folder, rows)
        _say("loading them, and the same rows raw")
        raw = _raw_seconds(folder, providers)
        catalogue, surveyed, built, proved = _loaded(folder, file)
        _say("searching")
        latencies = _search_ms(Catalogue(catalogue))
        _say("opening windows")
        shelve(folder / "data", catalogue)
        bare, window = _paint_ms(folder / "data")
    return [
        Figure("load: check, build, prove", surveyed + built + proved, "s", "raw executemany", raw, 10),
        Figure("load: build alone", built, "s", "raw executemany", raw),
        Figure("search p50, all counts, page", statistics.median(latencies), "ms", "one 60 Hz frame", FRAME_MS, 0.5),
        Figure(
            "search p95, all counts, page",
            statistics.quantiles(latencies, n=20)[-1],
            "ms",
            "one 60 Hz frame",
            FRAME_MS,
            0.5,
        ),
        Figure("spawn to first painted results", window, "ms", "bare QMainWindow", bare, 1.6),
    ]


def shelve(data_dir: Path, catalogue: Path) -> None:
    """Put a catalogue on the shelf of a data folder, as a sync would."""
    shelf = Shelf(AppPaths.under(data_dir).catalogues)
    release = Catalogue(catalogue).release()
    with shelf.locked():
        shelf.admit(Arrival(catalogue, release, "bundled", "benchmark", release.counts))


def _data_file(folder: Path, rows: int) -> tuple[list[Provider], DataFile]:
    taxonomy, places = read_taxonomy(shipped("taxonomy")), read_places()
    providers = sorted(sample_providers(taxonomy, places, rows, SEED, TODAY), key=lambda one: (fold(one.name), one.id))
    header = Header(
        format=1,
        number=1,
        published=datetime(2026, 11, 20, 9, tzinfo=UTC),
        title="Benchmark",
        publisher=Publisher(name="Benchmark"),
        state="0" * 32,
        counts={},
        sample=True,
    )
    path = folder / "release.jsonl.zst"
    write_data_file(path, header, [*taxonomy, *places, *providers], level=3)
    return providers, DataFile(path)


def _raw_seconds(folder: Path, providers: list[Provider]) -> float:
    """The same rows, as the table stores them, through sqlite3 and nothing else."""
    rows = [(*card(row, one, {}), one.description) for row, one in enumerate(providers)]
    marks = ",".join("?" * len(rows[0]))
    with closing(sqlite3.connect(folder / "raw.sqlite", isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(f"CREATE TABLE raw ({','.join(f'c{place}' for place in range(len(rows[0])))})")
        started = time.perf_counter()
        connection.execute("BEGIN")
        connection.executemany(f"INSERT INTO raw VALUES ({marks})", rows)
        connection.execute("COMMIT")
        return time.perf_counter() - started


def _loaded(folder: Path, file: DataFile) -> tuple[Path, float, float, float]:
    target = folder / "catalogue.sqlite"
    started = time.perf_counter()
    surveyed = survey(file)
    checked = time.perf_counter()
    build_catalogue(file, surveyed, target)
    built = time.perf_counter()
    prove(target, file.header)
    return target, checked - started, built - checked, time.perf_counter() - built


def _search_ms(catalogue: Catalogue) -> list[float]:
    """What a person asks for, each with all counts and one page, in turn so that none is favoured."""
    taken = []
    for turn in range(ROUNDS + 1):
        for filters in QUESTIONS:
            started = time.perf_counter()
            results = catalogue.search(filters, TODAY)
            catalogue.page(results, results.total // 2, PAGE, TODAY)
            if turn:
                taken.append((time.perf_counter() - started) * 1000)
    return taken


def _paint_ms(data_dir: Path) -> tuple[float, float]:
    """Medians of bare window and ours, spawned in turn."""
    bare: list[float] = []
    window: list[float] = []
    for turn in range(SPAWNS + 1):
        for kept, arguments in ((bare, ["bare"]), (window, ["window", str(data_dir)])):
            taken = _spawn_ms(arguments)
            if turn:
                kept.append(taken)
    return statistics.median(bare), statistics.median(window)


def _spawn_ms(arguments: list[str]) -> float:
    command = [sys.executable, "-m", "benchmarks.first_paint", *arguments]
    started = time.perf_counter()
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=_screen()) as child:
        line = child.stdout.readline() if child.stdout else ""
        taken = (time.perf_counter() - started) * 1000
        child.communicate("\n", timeout=60)
    if line.strip() != "painted":
        message = f"the window was never painted ({' '.join(arguments)})"
        raise RuntimeError(message)
    return taken


def _screen() -> dict[str, str]:
    """Compiled modules are kept, as where a program is installed; without a display windows are painted in memory."""
    there = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    has_display = "DISPLAY" in there or "WAYLAND_DISPLAY" in there
    return there if has_display else {"QT_QPA_PLATFORM": "offscreen", **there}


def _say(text: str) -> None:
    print(f"{text} ...", file=sys.stderr, flush=True)


def _wish(*chosen: tuple[Facet, str], **more: object) -> Filters:
    return Filters(chosen=frozenset(Choice(*one) for one in chosen), **more)  # type: ignore[arg-type]


QUESTIONS = (
    Filters(),
    *(Filters(words="anxiety"[:length]) for length in range(1, 8)),
    Filters(words="mary sam"),
    _wish((Facet.STATE, "ca"), (Facet.PAYER, "medicaid")),
    _wish((Facet.PAYER, "aetna"), (Facet.FORMAT, "video"), near=Near("10001", 25)),
    _wish((Facet.SPECIALTY, "ptsd"), words="trauma", near=Near("10001", 25)),
    Filters(words="therapy"),
    _wish((Facet.ACCEPTING, "yes"), sort=Sort.NAME),
    _wish((Facet.LANGUAGE, "es"), (Facet.AGE, "teens"), (Facet.AGE, "adults"), sort=Sort.VERIFIED),
    Filters(near=Near("90012", 3000)),
    _wish((Facet.PAYER, "medicaid"), words="grief sleep"),
)
