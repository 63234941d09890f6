"""From a work folder to a data file, or to a signed release in a repository."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from therapist_desktop.data.datafile.writing import file_name
from therapist_desktop.domain.errors import UsageTrouble, WorkBroken
from therapist_desktop.domain.release import HIGHEST
from therapist_desktop.domain.syncing import shrunk
from therapist_desktop.publishing.building import assemble, build
from therapist_desktop.publishing.findings import Findings
from therapist_desktop.publishing.imprint import PUBLISHER_FILE, WORK_FILE, Imprint, read_imprint
from therapist_desktop.publishing.inspection import examine
from therapist_desktop.publishing.keys import read_keys
from therapist_desktop.publishing.repository import Current, publish, read_repository, renew

if TYPE_CHECKING:
    from datetime import date, datetime

    from therapist_desktop.data.datafile.records import Header
    from therapist_desktop.publishing.work import Entry

_HALF = ".building-"

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Order:
    """What a release shall be: its number (None: the next one), its day; and the time of signing and checking."""

    number: int | None
    published: datetime
    now: datetime


@dataclass(frozen=True, slots=True)
class Released:
    """A release that was made."""

    header: Header
    file: str
    bytes: int
    previous: int
    warnings: int
    expires: datetime | None = None
    shrunk: Mapping[str, int] = field(default_factory=dict)


def build_release(work: Path, folder: Path, resources: Path, order: Order, tell: Tell) -> Released:
    """Check and write the data file of a work folder. Raises WorkBroken, UsageTrouble, OSError."""
    lines, warnings = _checked(work, resources, order.now.date(), tell)
    imprint = read_imprint(work / WORK_FILE)
    number = _possible(order.number or imprint.number)
    file = folder / file_name(number)
    tell(f"writing {file.name}")
    header = build(lines, file, imprint, number, order.published)
    return Released(header, str(file), file.stat().st_size, 0, warnings)


def release(work: Path, repository: Path, keys_folder: Path, resources: Path, order: Order, tell: Tell) -> Released:
    """Check, write and sign the next release. Raises KeysUnusable, NotASource, WorkBroken, UsageTrouble, OSError."""
    keys = read_keys(keys_folder, order.now)
    current = read_repository(repository, keys)
    previous, before = current.newest, current.counts
    imprint = read_imprint(work / WORK_FILE).over(read_imprint(keys_folder / PUBLISHER_FILE))
    number = _number(order, current, imprint)
    lines, warnings = _checked(work, resources, order.now.date(), tell)
    repository.mkdir(parents=True, exist_ok=True)
    for stopped in repository.glob(f"{_HALF}*"):
        shutil.rmtree(stopped, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=repository, prefix=_HALF) as half:
        file = Path(half, file_name(number))
        tell(f"writing {file.name}")
        header = build(lines, file, imprint, number, order.published)
        tell("signing")
        target = publish(repository, current, file, header, keys, order.now)
    stored = repository / "targets" / f"{target.hashes['sha256']}.{target.path}"
    fewer = shrunk(before, header.counts)
    return Released(header, str(stored), target.length, previous, warnings, current.timestamp.expires, fewer)


def refresh(repository: Path, keys_folder: Path, now: datetime) -> tuple[int, datetime]:
    """Sign the newest release anew; returns its number and the new last day. Raises as `release` does."""
    keys = read_keys(keys_folder, now)
    current = read_repository(repository, keys)
    if not current.newest:
        raise UsageTrouble(what=f"{repository} holds no release yet")
    return current.newest, renew(repository, current, keys, now)


def _number(order: Order, current: Current, imprint: Imprint) -> int:
    number = _possible(order.number or max(current.newest + 1, imprint.number))
    if number <= current.newest:
        raise UsageTrouble(what=f"release {current.newest} is published; the next one needs a higher number")
    return number


def _possible(number: int) -> int:
    if number > HIGHEST:
        raise UsageTrouble(what=f"A release has a number of at most {HIGHEST}, not {number}")
    return number


def _checked(work: Path, resources: Path, today: date, tell: Tell) -> tuple[Sequence[Entry], int]:
    """Every line of the release. Raises WorkBroken at the first error that the check finds."""
    tell("putting together")
    lines = assemble(work, resources)
    tell(f"checking {len(lines)} records")
    found = Findings()
    examine(lambda: lines, today, found, strict=False)
    if found.errors:
        first, more = found.errors[0], len(found.errors) - 1
        what = " ".join(part for part in (first.id, first.field, first.rule, first.value) if part)
        others = f" (and {more} more; therapist-publish check {work} lists them)" if more else ""
        raise WorkBroken(file=first.file or work, line=first.line, what=what + others)
    return lines, len(found.warnings)
