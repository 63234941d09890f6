"""The rows of a catalogue, built from a data file while it is checked against its header."""

import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from operator import le
from pathlib import Path

import numpy as np
import zstandard
from numpy.typing import NDArray
from pyroaring import BitMap
from sqlalchemy.exc import IntegrityError

from therapist_desktop.data.datafile.canonical import encode
from therapist_desktop.data.datafile.checking import LISTED, Quarantined, Tally, decode_all, identity
from therapist_desktop.data.datafile.library import Piece
from therapist_desktop.data.datafile.quick import QuickDecoder
from therapist_desktop.data.datafile.reading import Batch, DataFile
from therapist_desktop.data.datafile.records import AnyRecord, Center, Listed, Place, Provider, Redirect, TaxonomyRecord
from therapist_desktop.data.layout import LAYOUT, NEVER, NO_COORDINATE, Column, Numbers
from therapist_desktop.data.writing import schema
from therapist_desktop.data.writing.compacts import compacts_by_state, states_to_ask_for
from therapist_desktop.data.writing.pieces import about, named, names_of, piece_row, piece_words
from therapist_desktop.data.writing.postings import FacetCollector, bitmap, newest_first
from therapist_desktop.data.writing.processes import GivenUp
from therapist_desktop.data.writing.projecting import CardRow, card, facet_values
from therapist_desktop.data.writing.storing import Store, new_store
from therapist_desktop.domain.digests import digest
from therapist_desktop.domain.errors import DataFileBroken
from therapist_desktop.domain.taxonomy import COMPACT, Facet
from therapist_desktop.domain.text import fold

_DICTIONARY_BYTES = 32_768
_DICTIONARY_SAMPLES = 2_000
_FEWEST_SAMPLES = 200
_LEVEL = 3


@dataclass(frozen=True, slots=True)
class Rowed:
    """What became of the lines of a file; `holes` are the rows of listings that were put aside."""

    counts: Mapping[str, int]
    quarantined: tuple[Quarantined, ...]
    holes: tuple[int, ...]


def build_rows(
    data_file: DataFile,
    target: Path,
    numbers: Numbers | None = None,
    tell: Callable[[int], None] = lambda _lines: None,
) -> Rowed:
    """Write everything but the words to `target`, a new catalogue file.

    `numbers` are the line numbers that the lines are known by, where the file was arranged anew. `tell` hears how many
    lines were read and may raise.
    Raises GivenUp where the listings do not follow the order of the rows; DataFileBroken or WrongState where the file
    does not hold; DiskFull or NotWritable.
    """
    with new_store(target, schema.TABLES.sorted_tables) as store:
        store.make(schema.PIECE_WORDS)
        store.make(schema.PIECE_VOCABULARY)
        building = _Building(store, data_file, numbers)
        try:
            for batch in data_file.batches():
                building.take(batch)
                tell(batch.first + len(batch.lines) - 1)
            building.finish()
        except IntegrityError as error:
            raise DataFileBroken(file=data_file.path.name, what="an id stands twice") from error
    return Rowed(building.counts, tuple(building.quarantined), tuple(building.holes))


class _Building:
    """The rows of one catalogue in the making."""

    def __init__(self, store: Store, data_file: DataFile, numbers: Numbers | None) -> None:
        self.counts: Counter[str] = Counter()
        self.quarantined: list[Quarantined] = []
        self.holes: list[int] = []
        self._store = store
        self._file = data_file
        self._numbers = numbers
        self._tally = Tally()
        self._row = 0
        self._pieces = 0
        self._last = ("", "")
        self._taxonomy: list[TaxonomyRecord] = []
        self._labels: defaultdict[str, dict[str, str]] = defaultdict(dict)
        self._facets = FacetCollector()
        self._columns = _Columns()
        self._dictionary = _trained(data_file)
        self._decode: Callable[[Batch], list[AnyRecord | Quarantined]] = decode_all
        self._compress = _compressor(self._dictionary)

    def take(self, batch: Batch) -> None:
        """Some lines of the data file."""
        digests = [*map(digest, batch.lines)]
        self._tally.state.add_all(digests)
        listed: list[tuple[int, bytes, bytes, Listed]] = []
        for record, line_digest, line in zip(self._decode(batch), digests, batch.lines, strict=True):
            match record:
                case Provider() | Center():
                    listed.append((self._row, line_digest, line, record))
                    self._row += 1
                case Quarantined():
                    self._put_aside(record, line_digest, line)
                case Place() | TaxonomyRecord() | Redirect():
                    self._other(record, line_digest, line)
                case _:
                    self._piece(record, line_digest, line)
        if listed:
            self._listings(listed)
            if self._decode is decode_all:  # the taxonomy comes before the listings, so it is known now
                self._decode = self._quick().decode_all

    def _quick(self) -> QuickDecoder:
        values: defaultdict[str, list[str]] = defaultdict(list)
        for record in self._taxonomy:
            values[record.taxonomy].append(record.code)
        return QuickDecoder(values)

    def finish(self) -> None:
        """What can only be written once every record was seen; the file must have kept its promises."""
        self._store.flush()
        self._tally.counts = self.counts + Counter(bad.kind for bad in self.quarantined)
        self._tally.hold(self._file)
        self._store.put_all(schema.FACET, self._facet_rows())
        self._store.put_all(schema.COL, self._columns.stored(self._row))
        self._store.put(schema.COL, (Column.DICTIONARY, self._dictionary))
        self._store.put_all(schema.META, self._meta())
        self._store.index()
        for statement in schema.HOLD_IDS:
            self._store.make(statement)

    def _listings(self, listed: Sequence[tuple[int, bytes, bytes, Listed]]) -> None:
        cards = [card(row, record, self._labels) for row, _, _, record in listed]
        self._follow([(one.folded, one.id) for one in cards])
        self._store.run(schema.insert(schema.CARD), cards)
        details = [(row, line_digest, self._compress(line)) for row, line_digest, line, _ in listed]
        self._store.run(schema.insert(schema.DETAIL), details)
        self._columns.put(cards)
        for kind in (Provider, Center):
            rows = array("I", [row for row, _, _, record in listed if isinstance(record, kind)])
            records = [record for _, _, _, record in listed if isinstance(record, kind)]
            if records:
                self.counts[_tag(records[0])] += len(records)
                for facet, values in facet_values(kind, records):
                    self._facets.add(facet, rows, values)

    def _follow(self, places: list[tuple[str, str]]) -> None:
        """Rows must come in the default order (folded name, then id)."""
        if not all(map(le, [self._last, *places], places)):
            raise GivenUp("the listings are out of order")
        self._last = places[-1]

    def _piece(self, record: Piece, line_digest: bytes, line: bytes) -> None:
        self.counts[_tag(record)] += 1
        self._pieces += 1
        row = piece_row(self._pieces, record)
        self._store.put(schema.PIECE, (*row, line_digest, self._compress(line)))
        self._store.run(schema.PIECE_WORDS_INSERT, [piece_words(self._pieces, record)])
        self._store.put(schema.PIECE_SECTION, (row.number, row.section))
        for name, is_title in names_of(record).items():
            self._store.put(schema.CALLED, (name, row.number, is_title))
        for target in named(record):
            self._store.put(schema.NAMES, (target, self._pieces))
        for value, rank, place in about(record):
            self._store.put(schema.ABOUT, (value, rank, place, self._pieces))

    def _other(self, record: Place | TaxonomyRecord | Redirect, line_digest: bytes, line: bytes) -> None:
        kind = _tag(record)
        self.counts[kind] += 1
        self._store.put(schema.OTHER, (record.id, kind, line_digest, line))
        if isinstance(record, TaxonomyRecord):
            self._taxonomy.append(record)
            self._labels[record.taxonomy][record.code] = record.name
        elif isinstance(record, Place):
            town = (record.city, fold(record.city), record.state)
            self._store.put(schema.PLACE, (record.postal_code, *town, record.latitude, record.longitude))

    def _put_aside(self, bad: Quarantined, line_digest: bytes, line: bytes) -> None:
        if self._numbers is not None:
            bad = replace(bad, line=self._numbers[bad.line - 2])
        self.quarantined.append(bad)
        row = (bad.line, bad.kind, bad.id, bad.field, bad.rule, bad.value, line_digest, line)
        self._store.put(schema.QUARANTINE, row)
        if bad.kind in LISTED:
            self.holes.append(self._row)
            self._row += 1

    def _facet_rows(self) -> Iterator[tuple[object, ...]]:
        compacts = compacts_by_state(self._taxonomy)
        asked = [record for record in self._taxonomy if record.taxonomy != COMPACT]
        asked += states_to_ask_for(self._taxonomy)
        ordered = sorted(asked, key=lambda record: (record.taxonomy, record.position, record.id))
        known = {(record.taxonomy, record.code) for record in ordered}
        ordered += [_unlisted(*key) for key in sorted(set(self._facets.values()) - known) if key[0] != COMPACT]
        for number, record in enumerate(ordered):
            members = [child.code for child in ordered if _is_child(child, record)]
            rows = self._facets.having(record.taxonomy, record.code, members)
            if record.taxonomy == Facet.CLIENT_STATE:
                rows = BitMap.union(rows, *(self._facets.having(COMPACT, one) for one in compacts.get(record.code, ())))
            self._store.run(schema.insert(schema.MEMBERS), [(number, rows.serialize())])
            yield (
                number,
                record.taxonomy,
                record.code,
                record.name,
                record.parent,
                int(record.group),
                json.dumps(record.aliases, ensure_ascii=False),
                len(rows),
            )

    def _meta(self) -> Iterator[tuple[str, str]]:
        yield "layout", str(LAYOUT)
        yield "header", encode(self._file.header).decode()
        yield "rows", str(self._row)
        yield "listings", str(self._row - len(self.holes))
        yield "quarantined", str(len(self.quarantined))


class _Columns:
    """The stored columns of numbers, one entry a row."""

    def __init__(self) -> None:
        self._rows, self._days, self._latitude, self._longitude = (array(code) for code in "Iiii")

    def put(self, cards: Sequence[CardRow]) -> None:
        """The next rows."""
        self._rows.extend([one.row for one in cards])
        self._days.extend([one.verified for one in cards])
        self._latitude.extend([one.latitude for one in cards])
        self._longitude.extend([one.longitude for one in cards])

    def stored(self, size: int) -> Iterator[tuple[str, bytes]]:
        """The columns of a catalogue with so many row numbers."""
        yield Column.EVERYONE, bitmap(self._rows).serialize()
        yield Column.LATITUDE, self._spread(self._latitude, size, NO_COORDINATE).astype("<i4").tobytes()
        yield Column.LONGITUDE, self._spread(self._longitude, size, NO_COORDINATE).astype("<i4").tobytes()
        yield from newest_first(self._spread(self._days, size, NEVER))

    def _spread(self, values: Numbers, size: int, nothing: int) -> NDArray[np.int32]:
        """The values where they belong, and `nothing` in the rows that stay empty."""
        spread = np.full(size, nothing, dtype=np.int32)
        spread[np.array(self._rows, dtype=np.uint32)] = np.array(values, dtype=np.int32)
        return spread


def _tag(record: AnyRecord) -> str:
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
