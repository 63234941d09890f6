"""Sets of rows as bitmaps: by facet and value, and in the order of verification."""

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from therapist_desktop.data.layout import Column, Numbers

_FLUSH_ROWS = 1 << 16


def bitmap(rows: Numbers) -> BitMap:
    """Rows as array and bitset containers; run containers would make counting several times slower."""
    return BitMap(rows, optimize=False)


class Numbering(dict[str, int]):
    """Gives each new word the next number."""

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self)
        return number


class FacetCollector:
    """Rows by facet and value."""

    def __init__(self) -> None:
        self._facets: dict[str, _Facet] = {}

    def add(self, facet: str, rows: Numbers, values: Sequence[Collection[str]]) -> None:
        """The values of one facet that each of these rows has."""
        self._facets.setdefault(facet, _Facet()).add(rows, values)

    def having(self, facet: str, value: str, children: Iterable[str] = ()) -> BitMap:
        """The rows with a value, or with any of its children for a heading."""
        known = self._facets.get(facet, _Facet())
        return BitMap.union(*(known.having(one) for one in (value, *children)))

    def values(self) -> Iterator[tuple[str, str]]:
        """Every facet and value that some listing has."""
        return ((facet, value) for facet, known in self._facets.items() for value in known.numbers)


class _Facet:
    """Rows by value, gathered as plain numbers and turned into sets now and then."""

    def __init__(self) -> None:
        self.numbers = Numbering()
        self._sets: list[BitMap] = []
        self._start()

    def add(self, rows: Numbers, values: Sequence[Collection[str]]) -> None:
        self._rows.extend(rows)
        self._lengths.extend(map(len, values))
        self._values.extend(map(self.numbers.__getitem__, chain.from_iterable(values)))
        if len(self._rows) >= _FLUSH_ROWS:
            self._flush()

    def having(self, value: str) -> BitMap:
        self._flush()
        return self._sets[self.numbers[value]] if value in self.numbers else BitMap()

    def _flush(self) -> None:
        if not self._rows:
            return
        rows = np.repeat(np.frombuffer(self._rows, np.uint32), np.frombuffer(self._lengths, np.uint32))
        values = np.frombuffer(self._values, np.uint32)
        narrow = values.astype(np.min_scalar_type(len(self.numbers)))  # 16 bits are sorted several times faster
        ordered = rows[np.argsort(narrow, kind="stable")]
        ends = np.cumsum(np.bincount(values, minlength=len(self.numbers))).tolist()
        self._sets += [BitMap() for _ in range(len(self.numbers) - len(self._sets))]
        for known, (start, end) in zip(self._sets, pairwise([0, *ends]), strict=True):
            known.update(array("I", ordered[start:end].tobytes()))
        self._start()

    def _start(self) -> None:
        self._rows, self._lengths, self._values = array("I"), array("I"), array("I")


def newest_first(days: NDArray[np.int32]) -> Iterator[tuple[str, bytes]]:
    """The rows by their day of verification, newest first and never last, and where each day ends among them."""
    order = np.argsort(-days, kind="stable")
    newest, rows_of_day = np.unique(-days, return_counts=True)
    yield Column.NEWEST_ROWS, order.astype("<u4").tobytes()
    yield Column.NEWEST_DAYS, (-newest).astype("<i4").tobytes()
    yield Column.NEWEST_ENDS, np.cumsum(rows_of_day).astype("<u4").tobytes()
