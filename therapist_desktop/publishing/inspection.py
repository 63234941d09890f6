"""Check a data file or a work folder: schema, header, references, numbers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from therapist_desktop.data.datafile.canonical import StateHash, encode
from therapist_desktop.data.datafile.checking import LISTED, Identity, Quarantined, decode, identity
from therapist_desktop.data.datafile.library import HotlineRecord, Term
from therapist_desktop.data.datafile.reading import DataFile, NumberedLine
from therapist_desktop.data.datafile.records import AnyRecord, Header, Place
from therapist_desktop.domain.digests import digest
from therapist_desktop.domain.errors import DataFileBroken, WorkBroken
from therapist_desktop.domain.text import fold
from therapist_desktop.publishing.building import assemble, own_library
from therapist_desktop.publishing.faults import Known
from therapist_desktop.publishing.findings import Finding, Findings
from therapist_desktop.publishing.rules import NEEDED_LINES, faults
from therapist_desktop.publishing.standing import spot_of
from therapist_desktop.publishing.work import Entry, is_work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date
    from pathlib import Path

_RELEASE: Final = "release"
_NOT_CANONICAL: Final = "the line is not in its canonical form"


def check_file(file: Path, today: date) -> Findings:
    """Everything wrong or doubtful in a data file. Raises FormatTooNew."""
    found = Findings()
    try:
        data = DataFile(file)
        if data.header.base is not None:
            found.errors.append(_of_header("base", "only whole releases can be checked", str(data.header.base)))
            return found
        examine(lambda: (Entry("", *line) for line in data.lines()), today, found, strict=True)
        _header(data, found)
    except DataFileBroken as error:
        found.errors.append(_of_header("", str(error.facts.get("what", error))))
    return found


def check_work(folder: Path, resources: Path, today: date) -> Findings:
    """Everything wrong or doubtful in what `build` would publish. Raises UsageTrouble."""
    found = Findings()
    try:
        lines = assemble(folder, resources)
    except WorkBroken as error:
        found.errors.append(_of_file(error))
        return found
    examine(lambda: lines, today, found, strict=False)
    return found


def is_library(folder: Path) -> bool:
    """Whether this is a folder of resources: a library with the taxonomy it names, and no work folder."""
    return all((folder / name).is_dir() for name in ("library", "taxonomy")) and not is_work(folder)


def check_library(resources: Path, today: date) -> Findings:
    """Everything wrong or doubtful in the delivered library, by its own, stricter rules. Broken files are all named."""
    found = Findings()
    lines = own_library(resources, lambda broken: found.errors.append(_of_file(broken)))
    examine(lambda: lines, today, found, strict=False, house=True)
    return found


def examine(
    lines: Callable[[], Iterable[Entry]], today: date, found: Findings, *, strict: bool, house: bool = False
) -> None:
    """Read all lines twice: once to know what there is, once to judge. `strict` asks for canonical lines in order."""
    known = _known(lines(), Known(today, house))
    seen: set[str] = set()
    before = ("", "")
    for entry in lines():
        one = identity(entry.text)
        if one.id and one.id in seen:
            found.errors.append(_at(entry, one, "id", "stands twice", one.id))
        seen.add(one.id)
        record = decode(NumberedLine(entry.line, entry.text))
        if isinstance(record, Quarantined):
            found.errors.append(_at(entry, one, record.field, record.rule, record.value))
            continue
        _judge(record, entry, one, known, found)
        if strict:
            before = _strictly(record, entry, one, before, found)
    for number in NEEDED_LINES:
        if number not in known.lines:
            found.errors.append(
                Finding(1, "hotline", f"hotline:{number}", "phones", f"no hotline of its own has the number {number}")
            )


def _known(lines: Iterable[Entry], known: Known) -> Known:
    for entry in lines:
        one = identity(entry.text)
        known.ids.add(one.id)
        if one.kind == "taxonomy":
            known.values.add(one.id)
        elif one.kind in {"place", "hotline", "term"}:
            record = decode(NumberedLine(entry.line, entry.text))
            if isinstance(record, Place):
                known.zips.add(record.postal_code)
            elif isinstance(record, HotlineRecord):
                known.lines.update(_lines_of(record))
            elif isinstance(record, Term):
                for name in (record.title, *record.also_called):
                    known.terms.setdefault(fold(name), set()).add(record.id)
    return known


def _lines_of(hotline: HotlineRecord) -> Iterator[str]:
    """The numbers this entry is about. Another line may also be reached through 988; that does not make it 988."""
    for phone in hotline.phones:
        if phone.number and (phone.number in hotline.title or phone.number in hotline.id):
            yield phone.number


def _judge(record: AnyRecord, entry: Entry, one: Identity, known: Known, found: Findings) -> None:
    for fault in faults(record, known):
        finding = _at(entry, one, fault.field, fault.rule, fault.value)
        (found.errors if fault.is_error else found.warnings).append(finding)


def _strictly(
    record: AnyRecord, entry: Entry, one: Identity, before: tuple[str, str], found: Findings
) -> tuple[str, str]:
    if encode(record) != entry.text:
        found.errors.append(_at(entry, one, "", _NOT_CANONICAL, ""))
    if one.kind not in LISTED:
        return before
    place = (fold(one.name), one.id)
    if place < before:
        rule = "stands out of order (by name, then id); the file loads more slowly"
        found.warnings.append(_at(entry, one, "name", rule, one.name))
    return place


def _header(data: DataFile, found: Findings) -> None:
    counts, state, samples = Counter[str](), StateHash(), 0
    for line in data.lines():
        counts[identity(line.text).kind] += 1
        state.add(digest(line.text))
        samples += b'"sample":true' in line.text
    found.errors.extend(_counts(data.header, counts))
    if state.hex() != data.header.state:
        found.errors.append(_of_header("state", f"the records add up to {state.hex()}", data.header.state))
    if samples and not data.header.sample:
        found.warnings.append(_of_header("sample", f"{samples} records are samples and the header does not say so"))


def _counts(header: Header, counts: Counter[str]) -> Iterator[Finding]:
    for kind in sorted(header.counts.keys() | counts.keys()):
        promised = header.counts.get(kind, 0)
        if promised != counts[kind]:
            yield _of_header("counts", f"the file holds {counts[kind]} {kind} records", str(promised))


def _at(entry: Entry, one: Identity, field: str, rule: str, value: str) -> Finding:
    spot = spot_of(entry, field, value)
    return Finding(spot.line, one.kind, one.id, field, rule, value, spot.file)


def _of_file(error: WorkBroken) -> Finding:
    what = {name: str(error.facts.get(name, "")) for name in ("file", "what")}
    return Finding(int(str(error.facts.get("line", 1))), "", "", "", what["what"], file=what["file"])


def _of_header(field: str, rule: str, value: str = "") -> Finding:
    return Finding(1, _RELEASE, "", field, rule, value)
