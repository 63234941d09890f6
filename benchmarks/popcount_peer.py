"""The floor under all counts: one pass over the packed matrix of values and rows that counts its bits."""

import time
from array import array

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from benchmarks.directory import TODAY
from therapist_desktop.data.reading.columns import Columns
from therapist_desktop.data.reading.facets import FacetSets
from therapist_desktop.data.reading.opening import OpenCatalogue
from therapist_desktop.domain.results import Results

_WORD = 64


class Counting:
    """The counts of one catalogue alone, without the search around them, beside a pass over the same sets as bits."""

    def __init__(self, catalogue: OpenCatalogue) -> None:
        with catalogue.connection() as connection:
            self._facets = FacetSets(connection, catalogue.taxonomy(), Columns(connection))
            self._facets.of_day(connection, TODAY)
        self._matrix = _packed(catalogue, self._facets)
        self._bits = np.empty(self._matrix.shape, dtype=np.uint8)

    @property
    def values(self) -> int:
        """How many values are counted."""
        return len(self._matrix)

    def ours_ms(self, results: Results) -> float:
        """Counting all values of all facets over the rows of a result."""
        rows = BitMap(array("I", results.rows))
        started = time.perf_counter()
        self._facets.counts({}, rows)
        return (time.perf_counter() - started) * 1000

    def pass_ms(self) -> float:
        """Counting every bit of the matrix once, and adding them up for each value."""
        started = time.perf_counter()
        np.bitwise_count(self._matrix, out=self._bits).sum(axis=1, dtype=np.uint32)
        return (time.perf_counter() - started) * 1000


def _packed(catalogue: OpenCatalogue, facets: FacetSets) -> NDArray[np.uint64]:
    """One line of bits for each value that some listing has."""
    width = -(-catalogue.rows // _WORD) * _WORD
    known = facets.counts({}, BitMap())
    lines = [_line(facets.having(facet, value), width) for facet, values in known.items() for value in values]
    return np.vstack(lines)


def _line(rows: BitMap, width: int) -> NDArray[np.uint64]:
    there = np.zeros(width, dtype=bool)
    there[np.frombuffer(rows.to_array(), dtype=np.uint32)] = True
    return np.packbits(there).view(np.uint64)
