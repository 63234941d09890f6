"""Bring National Directory workbooks into a work folder."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from therapist_desktop.data.datafile.canonical import encode
from therapist_desktop.data.datafile.records import AnyRecord, Center, TaxonomyRecord
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.publishing import work
from therapist_desktop.publishing.files import write_lines
from therapist_desktop.publishing.imprint import SAMHSA_LICENSE
from therapist_desktop.publishing.placing import by_zip, read_places
from therapist_desktop.publishing.reports import Report
from therapist_desktop.publishing.samhsa.centers import Reader, Rejected
from therapist_desktop.publishing.samhsa.codes import Unknown, read_code_map
from therapist_desktop.publishing.samhsa.naming import PREFIX, named
from therapist_desktop.publishing.samhsa.workbook import Row, Workbook, read_workbook
from therapist_desktop.publishing.taxonomy import CODE_MAP, read_taxonomy

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

TITLE = "Directory of treatment centers and library"
REJECTS = Path("rejects", "samhsa.jsonl")
_NO_LIST = Unknown("the workbook has no code list; codes are read by ours", "")


@dataclass(slots=True)
class _Found:
    """What has been read so far."""

    centers: dict[bytes, Center] = field(default_factory=dict)
    rejected: list[dict[str, object]] = field(default_factory=list)
    warned: Counter[Unknown] = field(default_factory=Counter)
    read: int = 0
    merged: int = 0
    skipped: int = 0


def import_samhsa(
    files: Sequence[Path],
    folder: Path,
    resources: Path,
    year: str = "",
    tell: Callable[[str], None] = lambda _line: None,
) -> Report:
    """Read the workbooks and put their rows in the place of those of the same books.

    Everything is read before anything is written. Raises NotTheDirectory, WorkBroken, OSError.
    """
    taxonomy = read_taxonomy(resources / "taxonomy")
    places = by_zip(read_places())
    values = {record.id: number for number, record in enumerate(taxonomy)}
    reader = Reader(read_code_map(resources / "taxonomy" / CODE_MAP, values), places, _states(taxonomy))
    found = _Found()
    books: set[str] = set()
    for file in files:
        tell(f"reading {file.name}")
        workbook = read_workbook(file, year)
        books.add(workbook.book.name)
        _take(workbook, reader, found)
    tell("writing")
    listings = {center.id: center for center in found.centers.values()}  # a later edition stands for an earlier one
    _write(folder, listings, found.rejected, books)
    return Report(
        read=found.read,
        listings=len(listings),
        merged=found.merged + len(found.centers) - len(listings),
        rejected=len(found.rejected),
        skipped=found.skipped,
        reject_file=str(folder / REJECTS) if found.rejected else None,
        warnings=tuple(
            {"rule": rule, "value": value, "count": count}
            for (rule, value), count in sorted(found.warned.items(), key=lambda item: (-item[1], item[0]))
        ),
    )


def _take(workbook: Workbook, reader: Reader, found: _Found) -> None:
    found.read += len(workbook.rows) + workbook.blank
    found.skipped += workbook.blank
    if not workbook.reference:
        found.warned[_NO_LIST] += 1
    seen: set[tuple[str, ...]] = set()
    centers: list[Center] = []
    for row in workbook.rows:
        content = tuple(f"{name}={value}" for name, value in sorted(row.cells.items()) if value)
        if content in seen:
            found.merged += 1
            continue
        seen.add(content)
        center = _read(row, workbook, reader, found)
        if isinstance(center, Rejected):
            found.rejected.append({"file": workbook.book.file, **asdict(center)})
        else:
            centers.append(center)
    for center in named(centers, workbook.book.kind):
        _add(center, found)


def _read(row: Row, workbook: Workbook, reader: Reader, found: _Found) -> Center | Rejected:
    read = reader.codes.read(row["service_code_info"], workbook.reference or reader.codes.categories)
    found.warned.update(read.unknown)
    center = reader.center(row, workbook.book, read)
    if isinstance(center, Center):
        unread = sum(1 for phone in center.phones if phone.number is None)
        if unread:
            found.warned[Unknown("a phone cannot be read as a number; its text is kept", "")] += unread
        if not center.care:
            found.warned[Unknown("the row does not say its type of care", f"row {row.number}: {center.name}")] += 1
        if center.address.latitude is None:
            found.warned[Unknown("no coordinates are known for this ZIP code", row["zip"])] += 1
    return center


def _add(center: Center, found: _Found) -> None:
    """Keep a center; one that another book gives in the very same words gets both books as sources."""
    content = encode(msgspec.structs.replace(center, id="samhsa:any", sources=()))
    twin = found.centers.get(content)
    if twin is None or twin.sources == center.sources:
        found.centers[content if twin is None else encode(center)] = center
        return
    found.merged += 1
    found.centers[content] = msgspec.structs.replace(twin, sources=twin.sources + center.sources)


def _write(
    folder: Path, listings: Mapping[str, Center], rejected: Sequence[dict[str, object]], books: set[str]
) -> None:
    def replaced(record: AnyRecord) -> bool:
        of_books = isinstance(record, Center) and any(source.name in books for source in record.sources)
        return record.id.startswith(PREFIX) and of_books

    work.merge(folder, "center", listings.values(), replaced)
    work.begin(folder, TITLE, SAMHSA_LICENSE)
    if rejected:
        write_lines(folder / REJECTS, (encode(one) for one in rejected))
    else:
        (folder / REJECTS).unlink(missing_ok=True)


def _states(taxonomy: Sequence[TaxonomyRecord]) -> dict[str, str]:
    """Postal codes by every way to write a state."""
    found: dict[str, str] = {}
    for record in taxonomy:
        if record.taxonomy == Facet.STATE and record.code:
            for spelling in (record.code, record.name, *record.aliases):
                found.setdefault(spelling.lower(), record.code.upper())
    return found
