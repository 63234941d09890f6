"""The work folder of a publisher: `<kind>.jsonl`, one canonical record a line, sorted by id for small diffs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from therapist_desktop.data.datafile.canonical import encode
from therapist_desktop.data.datafile.checking import Quarantined, decode
from therapist_desktop.data.datafile.reading import NumberedLine
from therapist_desktop.data.datafile.records import KINDS, AnyRecord
from therapist_desktop.domain.errors import UsageTrouble, WorkBroken
from therapist_desktop.publishing.files import write_lines, write_whole
from therapist_desktop.publishing.imprint import WORK_FILE, work_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path


class Entry(NamedTuple):
    """One record as a line, and where it stands: a file and a line a person can open."""

    file: str
    line: int
    text: bytes


def is_work(folder: Path) -> bool:
    """Whether this folder was made by `import` or `sample`, or holds records of its own."""
    return folder.is_dir() and ((folder / WORK_FILE).is_file() or any(folder.glob("*.jsonl")))


def entries(folder: Path) -> Iterator[Entry]:
    """Every line of every kind. Raises UsageTrouble where the folder is none of ours, WorkBroken for a bad name."""
    if not is_work(folder):
        raise UsageTrouble(what=f"{folder} is not a work folder: it has no {WORK_FILE} and no records")
    for file in sorted(folder.glob("*.jsonl")):
        if file.stem not in KINDS:
            raise WorkBroken(file=file, line=1, what=f"{file.stem} is not a kind of record")
        for number, text in enumerate(_bytes(file).split(b"\n"), 1):
            if text.strip():
                yield Entry(str(file), number, text)


def read_kind(folder: Path, kind: str) -> dict[str, AnyRecord]:
    """The records of one kind by id. Raises WorkBroken at the first line that breaks the schema."""
    file = folder / f"{kind}.jsonl"
    found: dict[str, AnyRecord] = {}
    if not file.is_file():
        return found
    for number, text in enumerate(_bytes(file).split(b"\n"), 1):
        if not text.strip():
            continue
        record = decode(NumberedLine(number, text))
        if isinstance(record, Quarantined):
            raise WorkBroken(file=file, line=number, what=f"{record.field}: {record.rule}".removeprefix(": "))
        found[record.id] = record
    return found


def merge(
    folder: Path,
    kind: str,
    fresh: Iterable[AnyRecord],
    replaced: Callable[[AnyRecord], bool],
) -> None:
    """Put fresh records in the place of those that they replace; the others stay. Raises WorkBroken, OSError."""
    kept = {key: record for key, record in read_kind(folder, kind).items() if not replaced(record)}
    write_kind(folder, kind, kept | {record.id: record for record in fresh})


def write_kind(folder: Path, kind: str, records: Mapping[str, AnyRecord]) -> None:
    """Write all records of one kind. Raises OSError."""
    write_lines(folder / f"{kind}.jsonl", (encode(records[key]) for key in sorted(records)))


def begin(folder: Path, title: str, license_: str) -> None:
    """Write a first work.toml where there is none. Raises OSError."""
    if not (folder / WORK_FILE).exists():
        write_whole(folder / WORK_FILE, work_text(title, license_).encode())


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise WorkBroken(file=file, line=1, what=error.strerror or "it cannot be read") from error
