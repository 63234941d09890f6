"""Build a catalogue file from a data file that was surveyed before."""

import json
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import zstandard

from therapist_desktop.data.datafile.canonical import digest, encode
from therapist_desktop.data.datafile.checking import LISTED, TELL_EVERY, Quarantined, Survey, decode, identity
from therapist_desktop.data.datafile.reading import DataFile, NumberedLine
from therapist_desktop.data.datafile.records import (
    AnyRecord,
    Center,
    Listed,
    Piece,
    Place,
    Provider,
    Redirect,
    TaxonomyRecord,
)
from therapist_desktop.data.layout import LAYOUT, NEVER, NO_COORDINATE, Column, pack
from therapist_desktop.data.writing import schema
from therapist_desktop.data.writing.pieces import piece_row, piece_words
from therapist_desktop.data.writing.postings import FacetCollector, WordCollector, bitmap, newest_first
from therapist_desktop.data.writing.projecting import card, facet_values, numbers, wording
from therapist_desktop.data.writing.storing import Store, new_store
from therapist_desktop.domain.text import fold

_DICTIONARY_BYTES = 32_768
_DICTIONARY_SAMPLES = 2_000
_FEWEST_SAMPLES = 200
_LEVEL = 3


@dataclass(frozen=True, slots=True)
class Built:
    """What went into a catalogue: records by kind, and those that were put aside."""

    counts: Mapping[str, int]
    quarantined: tuple[Quarantined, ...] = ()


def build_catalogue(
    data_file: DataFile, surveyed: Survey, target: Path, tell: Callable[[int], None] = lambda _lines: None
) -> Built:
    """Build `target`, a new file, and bring it safely to disk. `tell` hears how many lines were read and may raise.

    Raises DiskFull or NotWritable; a file left behind by a failure is not whole and must be removed by the caller.
    """
    with new_store(target) as store:
        building = _Building(store, data_file, surveyed)
        for line in data_file.lines():
            building.take(line)
            if line.number % TELL_EVERY == 0:
                tell(line.number)
        building.finish()
    return Built(building.counts, tuple(building.quarantined))


class _Building:
    """One catalogue in the making."""

    def __init__(self, store: Store, data_file: DataFile, surveyed: Survey) -> None:
        self.counts: Counter[str] = Counter()
        self.quarantined: list[Quarantined] = []
        self._store = store
        self._header = data_file.header
        self._rows = iter(surveyed.order)
        self._taxonomy: list[TaxonomyRecord] = []
        self._labels: dict[str, str] = {}
        self._facets = FacetCollector()
        self._words = WordCollector()
        self._columns = _Columns(len(surveyed.order))
        self._dictionary = _trained(data_file)
        self._compress = _compressor(self._dictionary)

    def take(self, line: NumberedLine) -> None:
        """One line of the data file."""
        record = decode(line)
        row = next(self._rows) if _kind(line, record) in LISTED else 0
        if isinstance(record, Quarantined):
            self._put_aside(record, line)
            return
        self.counts[str(record.__struct_config__.tag)] += 1
        match record:
            case Provider() | Center():
                self._listing(row, record, line.text)
            case Place() | TaxonomyRecord() | Redirect():
                self._other(record, line.text)
            case _:
                self._piece(record, line.text)

    def finish(self) -> None:
        """What can only be written once every record was seen."""
        self._store.put_all(schema.FACET, self._facet_rows())
        self._store.put_all(schema.POST, self._words.posts())
        self._store.put_all(schema.WORDING, self._words.wording(len(self._columns.present)))
        self._store.put_all(schema.COL, self._words.columns())
        self._store.put_all(schema.COL, self._columns.stored())
        self._store.put(schema.COL, (Column.DICTIONARY, self._dictionary))
        self._store.put_all(schema.META, self._meta())

    def _listing(self, row: int, record: Listed, line: bytes) -> None:
        shown = card(row, record, self._labels)
        self._store.put(schema.CARD, shown)
        self._store.put(schema.DETAIL, (row, digest(line), self._compress(line)))
        self._columns.put(row, shown.verified, shown.latitude, shown.longitude)
        for facet, values in facet_values(record):
            self._facets.add(row, facet, values)
        self._words.add(row, wording(record))
        for number, what in dict(numbers(record)).items():
            self._store.put(schema.NUMBER, (number, row, what))

    def _piece(self, record: Piece, line: bytes) -> None:
        number = self.counts.total()
        self._store.put(schema.PIECE, (*piece_row(number, record), digest(line), self._compress(line)))
        self._store.put_words(piece_words(number, record))

    def _other(self, record: Place | TaxonomyRecord | Redirect, line: bytes) -> None:
        self._store.put(schema.OTHER, (record.id, str(record.__struct_config__.tag), digest(line), line))
        if isinstance(record, TaxonomyRecord):
            self._taxonomy.append(record)
            self._labels[record.id] = record.name
        elif isinstance(record, Place):
            town = (record.city, fold(record.city), record.state)
            self._store.put(schema.PLACE, (record.postal_code, *town, record.latitude, record.longitude))

    def _put_aside(self, bad: Quarantined, line: NumberedLine) -> None:
        self.quarantined.append(bad)
        row = (bad.line, bad.kind, bad.id, bad.field, bad.rule, bad.value, digest(line.text), line.text)
        self._store.put(schema.QUARANTINE, row)

    def _facet_rows(self) -> Iterator[tuple[object, ...]]:
        ordered = sorted(self._taxonomy, key=lambda record: (record.taxonomy, record.position, record.id))
        known = {(record.taxonomy, record.code) for record in ordered}
        ordered += [_unlisted(*key) for key in sorted(set(self._facets.values()) - known)]
        for number, record in enumerate(ordered):
            members = [child.code for child in ordered if _is_child(child, record)]
            rows = self._facets.having(record.taxonomy, record.code, members)
            yield (
                number,
                record.taxonomy,
                record.code,
                record.name,
                record.parent,
                int(record.group),
                json.dumps(record.aliases, ensure_ascii=False),
                len(rows),
                rows.serialize(),
            )

    def _meta(self) -> Iterator[tuple[str, str]]:
        yield "layout", str(LAYOUT)
        yield "header", encode(self._header).decode()
        yield "rows", str(len(self._columns.present))
        yield "listings", str(sum(self._columns.present))
        yield "quarantined", str(len(self.quarantined))


class _Columns:
    """The stored columns of numbers, one entry a row."""

    def __init__(self, size: int) -> None:
        self.present = bytearray(size)
        self._days = array("i", [NEVER]) * size
        self._latitude = array("i", [NO_COORDINATE]) * size
        self._longitude = array("i", [NO_COORDINATE]) * size

    def put(self, row: int, day: int, latitude: int, longitude: int) -> None:
        self.present[row] = 1
        self._days[row] = day
        self._latitude[row] = latitude
        self._longitude[row] = longitude

    def stored(self) -> Iterator[tuple[str, bytes]]:
        everyone = array("I", (row for row, there in enumerate(self.present) if there))
        yield Column.EVERYONE, bitmap(everyone).serialize()
        yield Column.LATITUDE, pack(self._latitude)
        yield Column.LONGITUDE, pack(self._longitude)
        yield from newest_first(self._days)


def _kind(line: NumberedLine, record: AnyRecord | Quarantined) -> str:
    """The kind a line says it is, broken or not."""
    if isinstance(record, Quarantined):
        return identity(line.text).kind
    return str(record.__struct_config__.tag)


def _is_child(child: TaxonomyRecord, parent: TaxonomyRecord) -> bool:
    return parent.group and child.taxonomy == parent.taxonomy and child.parent == parent.code and bool(parent.code)


def _unlisted(facet: str, code: str) -> TaxonomyRecord:
    """A value that a listing uses and the taxonomy does not know: shown by its id, so that nothing is hidden."""
    name = code.replace("-", " ")
    return TaxonomyRecord(id=f"{facet}/{code}", taxonomy=facet, code=code, name=name, position=1 << 30)


def _trained(data_file: DataFile) -> bytes:
    """A compression dictionary over the first listings, empty where there are too few to learn from."""
    listed = (line.text for line in data_file.lines() if identity(line.text).kind in LISTED)
    samples: list[bytes | bytearray | memoryview] = list(islice(listed, _DICTIONARY_SAMPLES))
    if len(samples) < _FEWEST_SAMPLES:
        return b""
    return zstandard.train_dictionary(_DICTIONARY_BYTES, samples).as_bytes()


def _compressor(dictionary: bytes) -> Callable[[bytes], bytes]:
    known = zstandard.ZstdCompressionDict(dictionary) if dictionary else None
    return zstandard.ZstdCompressor(level=_LEVEL, dict_data=known).compress
