"""Build a catalogue file from a data file: rows and words side by side, then one file of both."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from therapist_desktop.data.datafile.checking import Quarantined, Survey, survey
from therapist_desktop.data.datafile.reading import DataFile
from therapist_desktop.data.layout import unpack
from therapist_desktop.data.writing.arranging import arrange
from therapist_desktop.data.writing.processes import Do, GivenUp, Job, one_after_the_other
from therapist_desktop.data.writing.rows import build_rows
from therapist_desktop.data.writing.storing import take_over
from therapist_desktop.data.writing.words import TABLES, build_words
from therapist_desktop.domain.errors import DataFileBroken, WrongState


@dataclass(frozen=True, slots=True)
class Built:
    """What went into a catalogue: records by kind, and those that were put aside."""

    counts: Mapping[str, int]
    quarantined: tuple[Quarantined, ...] = ()


def check_and_build(
    data_file: DataFile,
    target: Path,
    tell: Callable[[int], None] = lambda _thousandths: None,
    do: Do = one_after_the_other,
) -> Built:
    """Build `target`, a new file, and bring it safely to disk, reading the data file while it is checked.

    `tell` hears how many thousandths are done and may raise. The file is the same however `do` does it.
    Raises DataFileBroken or WrongState where the data file does not keep what its header promises, DiskFull or
    NotWritable; what a failure leaves behind is not whole and must be removed by the caller.
    """
    try:
        return _build(data_file, target, tell, do)
    except GivenUp:
        target.unlink()
        return build_catalogue(data_file, survey(data_file), target, tell, do)
    except (DataFileBroken, WrongState):
        survey(data_file)  # says what is wrong, and where, by the one set of rules
        raise


def build_catalogue(
    data_file: DataFile,
    surveyed: Survey,
    target: Path,
    tell: Callable[[int], None] = lambda _thousandths: None,
    do: Do = one_after_the_other,
) -> Built:
    """The same from a data file that was surveyed before; one whose listings are out of order is arranged first."""
    if surveyed.in_order:
        return _build(data_file, target, tell, do)
    arranged, numbers = target.with_suffix(".arranged"), target.with_suffix(".numbers")
    try:
        arrange(data_file, arranged, numbers)
        return _build(DataFile(arranged), target, tell, do, numbers)
    finally:
        for file in (arranged, numbers):
            file.unlink(missing_ok=True)


def rows_job(data_file: str, target: str, numbers: str, tell: Callable[[int], None]) -> dict[str, Any]:
    """`build_rows` in plain values."""
    known = unpack("I", Path(numbers).read_bytes()) if numbers else None
    rowed = build_rows(DataFile(Path(data_file)), Path(target), known, tell)
    return {
        "counts": dict(rowed.counts),
        "quarantined": [asdict(bad) for bad in rowed.quarantined],
        "holes": list(rowed.holes),
    }


def words_job(data_file: str, target: str, without: list[int], tell: Callable[[int], None]) -> None:
    """`build_words` in plain values."""
    Path(target).unlink(missing_ok=True)
    build_words(DataFile(Path(data_file)), Path(target), without, tell)


def joining_job(target: str, words: str, _tell: Callable[[int], None]) -> None:
    """Copy the words into the catalogue."""
    take_over(Path(target), Path(words), TABLES)


def _build(
    data_file: DataFile, target: Path, tell: Callable[[int], None], do: Do, numbers: Path | None = None
) -> Built:
    words = target.with_suffix(".words")
    lines = sum(data_file.header.counts.values())
    source = str(data_file.path)
    rows_of_it = Job(rows_job, (source, str(target), str(numbers or "")), lines)

    def words_of_it(holes: list[int]) -> Job:
        return Job(words_job, (source, str(words), holes), lines)

    def quietly(_done: int) -> None:
        tell(1000)

    try:
        rowed, _ = do([rows_of_it, words_of_it([])], tell)
        if rowed["holes"]:
            do([words_of_it(rowed["holes"])], quietly)
        do([Job(joining_job, (str(target), str(words)))], quietly)
    finally:
        with suppress(OSError):  # a process that was ended a moment ago may still hold it; the bench goes as a whole
            words.unlink(missing_ok=True)
    return Built(rowed["counts"], tuple(Quarantined(**bad) for bad in rowed["quarantined"]))
