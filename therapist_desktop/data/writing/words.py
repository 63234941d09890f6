"""The part of a catalogue that words and numbers are looked up in, built from a data file into a file of its own."""

import tempfile
from array import array
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Final

import numpy as np
import zstandard
from numpy.typing import NDArray

from therapist_desktop.data.datafile.reading import DataFile
from therapist_desktop.data.layout import WORDING_ROWS, Column, Field, Numbers, pack, prefix_post, word_post
from therapist_desktop.data.writing import schema
from therapist_desktop.data.writing.postings import Numbering
from therapist_desktop.data.writing.runs import PrefixUnions, WordRuns
from therapist_desktop.data.writing.storing import Store, new_store
from therapist_desktop.data.writing.wording import CITY, FIELDS, NAME, NEAR, Worded, listings_among, numbers, texts
from therapist_desktop.domain.text import TEXT_END, words_of_all

TABLES: Final = (schema.POST, schema.WORDING, schema.COL, schema.NUMBER)
"""What a file of words holds, in the tables a catalogue has."""
_RUN_ROWS: Final = 2 * WORDING_ROWS
_LEVEL: Final = 1
_PARTS: Final = {Field.NAME: NAME, Field.NEAR: NEAR, Field.CITY: CITY}
_SORTED_NUMBERS: Final = "INSERT INTO number SELECT number, row, what FROM found ORDER BY number, row"


def build_words(
    data_file: DataFile, target: Path, without: Collection[int] = (), tell: Callable[[int], None] = lambda _lines: None
) -> None:
    """Write the words of all listings but those in the rows `without` to `target`, a new file.

    Rows are counted in file order. `tell` hears how many lines were read and may raise.
    Raises DataFileBroken, DiskFull or NotWritable.
    """
    with tempfile.TemporaryFile(dir=target.parent) as spill, new_store(target, TABLES) as store:
        building = _Building(store, WordRuns(spill), frozenset(without))
        for batch in data_file.batches():
            building.take(batch.lines)
            tell(batch.first + len(batch.lines) - 1)
        building.finish()


class _Building:
    """The words of one catalogue in the making."""

    def __init__(self, store: Store, runs: WordRuns, without: frozenset[int]) -> None:
        self._store = store
        self._runs = runs
        self._without = without
        self._numbering = Numbering({TEXT_END: 0})
        self._row = 0
        self._first = 0
        self._rows = array("I")
        self._words = array("I")
        self._compress = zstandard.ZstdCompressor(level=_LEVEL).compress
        store.make("CREATE TEMP TABLE found (number TEXT, row INTEGER, what TEXT)")

    def take(self, lines: Sequence[bytes]) -> None:
        """Some lines of the data file."""
        listings: list[Worded] = []
        rows = array("I")
        for listing in listings_among(lines):
            if listing is not None and self._row not in self._without:
                rows.append(self._row)
                listings.append(listing)
            self._row += 1
        self._add(rows, listings)

    def finish(self) -> None:
        """What can only be written once every listing was seen."""
        self._end_run(self._row)
        self._store.flush()
        self._store.make(_SORTED_NUMBERS)
        vocabulary = sorted(word for word in self._numbering if word != TEXT_END)
        ranks = np.zeros(len(self._numbering), dtype=np.uint32)
        ranks[[self._numbering[word] for word in vocabulary]] = np.arange(len(vocabulary), dtype=np.uint32)
        for field in Field:
            words = [vocabulary[rank] for rank in self._runs.ranks(field, ranks)]
            unions = PrefixUnions(words)
            self._store.put_all(schema.POST, self._posts(field, ranks, words, unions))
            self._store.put(schema.COL, (Column.words(field), "\n".join(words).encode()))
            self._store.put(schema.COL, (Column.prefixes(field), "\n".join(unions.prefixes).encode()))
        known = pack(array("I", (self._numbering[word] for word in vocabulary)))
        self._store.put(schema.COL, (Column.WORD_NUMBERS, known))

    def _add(self, rows: Numbers, listings: list[Worded]) -> None:
        """Some listings; a run ends where its rows end."""
        cut = bisect_left(rows, self._first + _RUN_ROWS)
        if cut < len(rows):
            self._extend(rows[:cut], listings[:cut])
            self._end_run(self._first + _RUN_ROWS)
            self._add(rows[cut:], listings[cut:])
        else:
            self._extend(rows, listings)

    def _extend(self, rows: Numbers, listings: list[Worded]) -> None:
        self._rows.extend(rows)
        words = words_of_all([*chain.from_iterable(map(texts, listings))])
        self._words.extend(map(self._numbering.__getitem__, words))
        found = chain.from_iterable(map(numbers, rows, listings))
        self._store.run("INSERT INTO found VALUES (?, ?, ?)", [*found])

    def _end_run(self, end: int) -> None:
        """Everything up to this row was taken: its wording and a run for each field."""
        words = np.array(self._words, dtype=np.uint32)
        rows = np.array(self._rows, dtype=np.uint32)
        ends = np.flatnonzero(words == 0).reshape(-1, FIELDS)
        self._store.put_all(schema.WORDING, self._wording(words, rows, ends[:, -1] + 1, end))
        lengths = np.diff(ends.ravel(), prepend=-1)
        fields = np.repeat(np.tile(np.arange(FIELDS, dtype=np.uint8), len(rows)), lengths)
        pairs = words.astype(np.uint64)
        pairs <<= np.uint64(32)
        pairs |= np.repeat(rows, lengths.reshape(-1, FIELDS).sum(axis=1))
        real = words != 0
        for field, part in _PARTS.items():
            self._runs.add(field, pairs[real & (fields >= part.start) & (fields < part.stop)])
        self._runs.add(Field.ALL, pairs[real])
        self._first, self._rows, self._words = end, array("I"), array("I")

    def _wording(
        self, words: NDArray[np.uint32], rows: NDArray[np.uint32], ends: NDArray[np.int64], end: int
    ) -> Iterator[tuple[int, bytes, bytes]]:
        """The words of the rows of this run, piece by piece."""
        lengths = np.zeros(end - self._first + 1, dtype=np.int64)
        lengths[rows - self._first + 1] = np.diff(ends, prepend=0)
        starts = np.cumsum(lengths)
        for first in range(0, end - self._first, WORDING_ROWS):
            own = starts[first : first + WORDING_ROWS + 1]
            piece = (self._first + first) // WORDING_ROWS
            held = words[own[0] : own[-1]].astype("<u4", copy=False).tobytes()
            yield piece, self._compress((own - own[0]).astype("<u4").tobytes()), self._compress(held)

    def _posts(
        self, field: Field, ranks: NDArray[np.uint32], words: list[str], unions: PrefixUnions
    ) -> Iterator[tuple[int, bytes]]:
        for place, (word, rows) in enumerate(zip(words, self._runs.having(field, ranks), strict=True)):
            yield word_post(field, place), rows.serialize()
            for prefix, union in unions.add(word, rows):
                yield prefix_post(field, prefix), union.serialize()
        for prefix, union in unions.rest():
            yield prefix_post(field, prefix), union.serialize()
