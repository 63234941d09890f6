"""The directory that is measured: sample providers as a data file and as a catalogue, kept for next time.

A kept directory is named after everything it depends on, so an old one is never taken for a new one; and it gets its
name only once it is whole.
"""

import heapq
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import blake2b
from importlib.metadata import version
from itertools import chain, islice
from pathlib import Path

from benchmarks.telling import counted, say
from therapist_desktop.data.datafile.canonical import encode
from therapist_desktop.data.datafile.checking import decode
from therapist_desktop.data.datafile.reading import DataFile
from therapist_desktop.data.datafile.records import FORMAT, Header, Provider, Publisher
from therapist_desktop.data.datafile.writing import write_data_file
from therapist_desktop.data.layout import LAYOUT
from therapist_desktop.domain.syncing import Progress
from therapist_desktop.domain.text import fold
from therapist_desktop.publishing.placing import read_places
from therapist_desktop.publishing.samples.providers import sample_providers
from therapist_desktop.publishing.taxonomy import read_taxonomy
from therapist_desktop.services.catalogue import Catalogue
from therapist_desktop.services.loading import load
from therapist_desktop.services.paths import AppPaths
from therapist_desktop.services.shelf import Arrival, Shelf
from therapist_desktop.services.shipped import shipped

TODAY = date(2026, 11, 20)
SEED = 1
KEPT_IN = Path(__file__).parents[1] / "build" / "benchmarks"
_RUN = 50_000
_LEVEL = 3
_PACKAGE = Path(__file__).parents[1] / "therapist_desktop"
_DEPENDS_ON = (
    "data/datafile/*.py",
    "data/*.py",
    "data/writing/*.py",
    "domain/text.py",
    "publishing/placing.py",
    "publishing/samples/*.py",
    "publishing/taxonomy.py",
)


@dataclass(frozen=True, slots=True)
class Directory:
    """So many listings, in one folder: the data file, and a data folder as a person has it."""

    folder: Path
    rows: int

    @property
    def data_file(self) -> Path:
        """The release as a data file; its providers stand in the order of their rows."""
        return self.folder / "release.jsonl.zst"

    @property
    def data_dir(self) -> Path:
        """A data folder, as `--data-dir` takes it."""
        return self.folder / "data"

    @property
    def catalogue(self) -> Path:
        """The catalogue in use. Raises NoCatalogue."""
        return Shelf(AppPaths.under(self.data_dir).catalogues).in_use().file

    def providers(self) -> Iterator[Provider]:
        """Every provider in the order of the rows, one at a time."""
        records = (decode(line) for line in DataFile(self.data_file).lines())
        return (record for record in records if isinstance(record, Provider))


def directory_of(rows: int, kept_in: Path = KEPT_IN) -> Directory:
    """The directory with so many listings, made now if it was not kept. Needs some 3 GB of disk for a million."""
    kept = Directory(kept_in / f"{rows}-{fingerprint()}", rows)
    if not kept.folder.is_dir():
        for old in kept_in.glob(f"{rows}-*"):
            shutil.rmtree(old, ignore_errors=True)
        with made_whole(kept.folder) as folder:
            _make(Directory(folder, rows))
    return kept


@contextmanager
def made_whole(folder: Path) -> Iterator[Path]:
    """A folder to fill, which takes its name once that is done; what a failure leaves behind is removed."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="half-", dir=folder.parent) as name:
        half = Path(name) / "made"
        half.mkdir()
        yield half
        half.rename(folder)


def shelve(data_dir: Path, catalogue: Path) -> None:
    """Put a catalogue on the shelf of a data folder, as a sync would. The file moves there."""
    shelf = Shelf(AppPaths.under(data_dir).catalogues)
    release = Catalogue(catalogue).release()
    with shelf.locked():
        shelf.admit(Arrival(catalogue, release, "bundled", "benchmark", release.counts))


def fingerprint() -> str:
    """Everything that a directory depends on, in twelve characters."""
    files = [Path(__file__), *sorted(shipped("taxonomy").rglob("*.toml"))]
    files += [file for pattern in _DEPENDS_ON for file in sorted(_PACKAGE.glob(pattern))]
    sources = (file.read_bytes() for file in files)
    facts = repr((LAYOUT, FORMAT, SEED, TODAY, version("zipcodes"))).encode()
    return blake2b(b"\0".join((facts, *sources)), digest_size=6).hexdigest()


def _make(made: Directory) -> None:
    _write(made.data_file, made.rows)

    def tell(progress: Progress) -> None:
        if progress.done == 0:
            say(f"{progress.step} {made.rows:,} listings")

    with tempfile.TemporaryDirectory(dir=made.folder) as bench:
        loaded = load(DataFile(made.data_file), Path(bench), tell)
        shelve(made.data_dir, loaded.file)


def _write(path: Path, rows: int) -> None:
    header = Header(
        format=FORMAT,
        number=1,
        published=datetime(2026, 11, 20, 9, tzinfo=UTC),
        title="Benchmark",
        publisher=Publisher(name="Benchmark"),
        state="0" * 32,
        counts={},
        sample=True,
    )
    taxonomy, places = read_taxonomy(shipped("taxonomy")), read_places()
    providers = counted(sample_providers(taxonomy, places, rows, SEED, TODAY), rows, "making sample providers")
    with tempfile.TemporaryDirectory(dir=path.parent) as runs:
        ordered = _by_name(providers, Path(runs))
        write_data_file(path, header, chain(taxonomy, places, ordered), level=_LEVEL)


def _by_name(providers: Iterable[Provider], folder: Path) -> Iterator[bytes]:
    """The encoded providers by folded name, then by id, sorted on disk in runs that fit into memory.

    No key and no encoded record holds a NUL or a line end, so the key may stand before the record.
    """
    keyed = (b"\0".join((fold(one.name).encode(), one.id.encode(), encode(one))) + b"\n" for one in providers)
    runs: list[Path] = []
    while run := sorted(islice(keyed, _RUN)):
        runs.append(folder / f"run-{len(runs):03d}")
        with runs[-1].open("wb") as file:
            file.writelines(run)
    with ExitStack() as open_files:
        files = [open_files.enter_context(run.open("rb")) for run in runs]
        for line in heapq.merge(*files):
            yield line.rstrip(b"\n").split(b"\0", 2)[2]
