"""Put a release together from the delivered lists, the library and a work folder."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import msgspec

from therapist_desktop.data.datafile.canonical import encode
from therapist_desktop.data.datafile.checking import LISTED, Quarantined, decode, identity
from therapist_desktop.data.datafile.library import Article
from therapist_desktop.data.datafile.ordering import place_in_file
from therapist_desktop.data.datafile.reading import NumberedLine
from therapist_desktop.data.datafile.records import FORMAT, AnyRecord, Center, Header, Provider
from therapist_desktop.data.datafile.writing import LEVEL, write_data_file
from therapist_desktop.publishing import work
from therapist_desktop.publishing.library import read_library, refuse
from therapist_desktop.publishing.placing import read_places
from therapist_desktop.publishing.taxonomy import read_taxonomy
from therapist_desktop.publishing.work import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from therapist_desktop.data.datafile.fields import Source
    from therapist_desktop.publishing.imprint import Imprint
    from therapist_desktop.publishing.library import Broken

_EMPTY_STATE: Final = "0" * 32


def assemble(folder: Path, resources: Path) -> list[Entry]:
    """Every line of the release, in the order of the format. Raises WorkBroken and UsageTrouble.

    Taxonomy, places, hotlines, the rest of the library by kind and id, redirects, then all listings by folded name and
    id: that order is a promise, it makes loading fast. A record of the work folder replaces a delivered one of its id.
    """
    own = [*map(_canonical, work.entries(folder)), *_library(folder / "library")]
    return arranged(own, delivered(resources))


def arranged(own: Sequence[Entry], others: Iterable[Entry]) -> list[Entry]:
    """The lines in the order of the format; `own` ones take the place of others with the same id."""
    ids = {identity(entry.text).id for entry in own}
    kept = [entry for entry in others if identity(entry.text).id not in ids]
    every = ids | {identity(entry.text).id for entry in kept}
    lines = [*(_without_lost_author(entry, every) for entry in kept), *own]
    return sorted(lines, key=lambda entry: place_in_file(entry.text))


def delivered(resources: Path) -> Iterator[Entry]:
    """What comes with the program: taxonomy, places, library. Raises WorkBroken."""
    yield from _taxonomy(resources / "taxonomy")
    for place in read_places():
        yield Entry("the zipcodes package", 1, encode(place))
    yield from _library(resources / "library")


def own_library(resources: Path, broken: Broken) -> list[Entry]:
    """The delivered library with the taxonomy it names, in the order of the format; broken files are told and left out.

    Raises WorkBroken for the taxonomy.
    """
    return arranged((), [*_taxonomy(resources / "taxonomy"), *_library(resources / "library", broken)])


def build(
    lines: Sequence[Entry],
    file: Path,
    imprint: Imprint,
    number: int,
    published: datetime,
    level: int = LEVEL,
) -> Header:
    """Write the data file; the same lines and arguments give the same bytes. Raises OSError."""
    records = [decode(NumberedLine(entry.line, entry.text)) for entry in lines if _is_listing(entry)]
    header = Header(
        format=FORMAT,
        number=number,
        published=published.astimezone(UTC).replace(microsecond=0),
        title=imprint.title or "-",
        publisher=imprint.publisher(),
        state=_EMPTY_STATE,
        counts={},
        sample=any(isinstance(one, Provider | Center) and one.sample for one in records),
        sources=tuple(_sources(one for one in records if not isinstance(one, Quarantined))),
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    return write_data_file(file, imprint.on(header), (entry.text for entry in lines), level)


def _taxonomy(folder: Path) -> Iterator[Entry]:
    for value in read_taxonomy(folder):
        yield Entry(str(folder / f"{value.taxonomy}.toml"), 1, encode(value))


def _library(folder: Path, broken: Broken = refuse) -> Iterator[Entry]:
    for piece, file in read_library(folder, broken):
        yield Entry(str(file), 1, encode(piece))


def _canonical(entry: Entry) -> Entry:
    """The line in its one form. One that breaks the schema stays as it is: the check will say what is wrong."""
    record = decode(NumberedLine(entry.line, entry.text))
    return entry if isinstance(record, Quarantined) else entry._replace(text=encode(record))


def _without_lost_author(entry: Entry, ids: set[str]) -> Entry:
    """A delivered article whose sample author is not in this release keeps the name and loses the link."""
    if b'"author"' not in entry.text:
        return entry
    record = decode(NumberedLine(entry.line, entry.text))
    if not isinstance(record, Article) or record.author is None or record.author.listing in {None, *ids}:
        return entry
    author = msgspec.structs.replace(record.author, listing=None)
    return entry._replace(text=encode(msgspec.structs.replace(record, author=author)))


def _is_listing(entry: Entry) -> bool:
    return identity(entry.text).kind in LISTED


def _sources(records: Iterable[AnyRecord]) -> Iterator[Source]:
    """Each source of the listings once, in order."""
    found = {source for one in records if isinstance(one, Provider | Center) for source in one.sources}
    yield from sorted(found, key=lambda source: (source.name, source.date, source.url or ""))
