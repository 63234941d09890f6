"""Which rows have which word: sorted runs on disk while the file is read, merged word by word at the end.

Memory holds one run and the vocabulary, however many listings there are.
"""

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BufferedRandom
from itertools import groupby
from operator import itemgetter
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from therapist_desktop.data.layout import PREFIX_LENGTHS, PREFIX_TERMS, Field

Whole: TypeAlias = NDArray[np.unsignedinteger[Any] | np.signedinteger[Any]]
_BLOCK: Final = 2_000
"""How many words are looked at together, so that the places of all need not be in memory as Python numbers."""
_ROW_BYTES: Final = 4
_ROW_BITS: Final = np.uint64(32)
_ROW_MASK: Final = np.uint64(0xFFFFFFFF)


class WordRuns:
    """Takes (word, row) pairs run by run; gives back the rows of each word."""

    def __init__(self, spill: BufferedRandom) -> None:
        self._spill = spill
        self._size = 0
        self._runs: dict[Field, list[tuple[Whole, Whole, Whole]]] = {field: [] for field in Field}

    def add(self, field: Field, pairs: NDArray[np.uint64]) -> None:
        """One run: for each pair the number of the word above 32 bits of the row. Spoils `pairs`."""
        pairs.sort()
        pairs = pairs[_firsts(pairs)]
        words = (pairs >> _ROW_BITS).astype(np.uint32)
        firsts = np.flatnonzero(_firsts(words))
        counts = np.diff(firsts, append=len(words)).astype(np.uint32)
        self._runs[field].append((words[firsts], (self._size + firsts).astype(np.uint32), counts))
        self._spill.write((pairs & _ROW_MASK).astype(np.uint32).tobytes())
        self._size += len(pairs)

    def ranks(self, field: Field, ranks: Whole) -> list[int]:
        """The ranks of the words that a field has, in order; `ranks` has the rank of each number."""
        words = np.unique(np.concatenate([run[0] for run in self._runs[field]] or [np.empty(0, np.uint32)]))
        found: list[int] = np.sort(ranks[words]).tolist()
        return found

    def having(self, field: Field, ranks: Whole) -> Iterator[BitMap]:
        """The rows of each of these words; they can be had once."""
        runs = self._runs.pop(field)
        if not runs:
            return
        self._spill.flush()
        words, starts, counts = (np.concatenate(parts) for parts in zip(*runs, strict=True))
        runs.clear()
        ranked = ranks[words]
        order = np.lexsort((starts, ranked))
        edges = [*np.flatnonzero(_firsts(ranked[order])).tolist(), len(order)]
        for first in range(0, len(edges) - 1, _BLOCK):
            part = order[edges[first] : edges[min(first + _BLOCK, len(edges) - 1)]]
            slices = zip(ranked[part].tolist(), starts[part].tolist(), counts[part].tolist(), strict=True)
            for _, own in groupby(slices, itemgetter(0)):
                yield BitMap(
                    array("I", b"".join([self._rows(start, count) for _, start, count in own])), optimize=False
                )

    def _rows(self, start: int, count: int) -> bytes:
        self._spill.raw.seek(start * _ROW_BYTES)  # a buffer would fetch and forget thousands of bytes for a few
        return self._spill.raw.read(count * _ROW_BYTES) or b""


class PrefixUnions:
    """The rows of all words with the same beginning; words come in their order."""

    def __init__(self, words: Sequence[str]) -> None:
        shared = Counter(word[:length] for length in PREFIX_LENGTHS for word in words if len(word) >= length)
        self.prefixes = sorted(prefix for prefix, members in shared.items() if members >= PREFIX_TERMS)
        self._places = {prefix: place for place, prefix in enumerate(self.prefixes)}
        self._open: dict[str, BitMap] = {}

    def add(self, word: str, rows: BitMap) -> Iterator[tuple[int, BitMap]]:
        """The next word; gives back the unions that are whole now, by the place of the prefix."""
        for prefix in tuple(self._open):
            if not word.startswith(prefix):
                yield self._places[prefix], self._open.pop(prefix)
        for length in PREFIX_LENGTHS:
            prefix = word[:length]
            if prefix in self._open:
                self._open[prefix] |= rows
            elif prefix in self._places:
                self._open[prefix] = rows.copy()

    def rest(self) -> Iterator[tuple[int, BitMap]]:
        """The unions that are whole once there are no more words."""
        return ((self._places[prefix], rows) for prefix, rows in self._open.items())


def _firsts(ordered: Whole) -> NDArray[np.bool_]:
    """Where a value differs from the one before it."""
    firsts = np.ones(len(ordered), dtype=bool)
    np.not_equal(ordered[1:], ordered[:-1], out=firsts[1:])
    return firsts
