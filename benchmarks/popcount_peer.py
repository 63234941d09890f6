"""The floor under all counts: one pass over the packed matrix of values and rows that counts its bits."""

import time
from array import array

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from benchmarks.directory import TODAY
from therapist_desktop.data.layout import Column
from therapist_desktop.data.reading.columns import stored_bitmap
from therapist_desktop.data.reading.days import column
from therapist_desktop.data.reading.engine import always
from therapist_desktop.data.reading.facets import FacetSets
from therapist_desktop.data.reading.opening import OpenCatalogue
from therapist_desktop.data.reading.ordering import DayOrder
from therapist_desktop.domain.results import Results

_WORD = 64


class Counting:
    """The counts of one catalogue alone, without the search around them, beside a pass over the same sets as bits."""

    def __init__(self, catalogue: OpenCatalogue) -> None:
        with catalogue.connection() as connection:
            self._everyone = stored_bitmap(column(connection, Column.EVERYONE))
            self._facets = FacetSets(connection, catalogue.taxonomy())
            self._facets.use_bands(DayOrder(connection, TODAY).bands)
        self._matrix = self._packed(catalogue)
        self._bits = np.empty(self._matrix.shape, dtype=np.uint8)

    def _packed(self, catalogue: OpenCatalogue) -> NDArray[np.uint64]:
        """One line of bits for each value that some listing has."""
        width = -(-catalogue.rows // _WORD) * _WORD
        known = self._facets.counts({}, BitMap(), self._everyone, always)
        sets = (self._facets.having(facet, value) for facet, values in known.items() for value in values)
        return np.vstack([_line(rows, width) for rows in sets])

    @property
    def values(self) -> int:
        """How many values are counted."""
        return len(self._matrix)

    def ours_ms(self, results: Results) -> float:
        """Counting all values of all facets over the rows of a result, which was not the last one counted."""
        rows = BitMap(array("I", results.rows))
        self._facets.counts({}, BitMap(), self._everyone, always)
        started = time.perf_counter()
        self._facets.counts({}, rows, self._everyone, always)
        return (time.perf_counter() - started) * 1000

    def pass_ms(self) -> float:
        """Counting every bit of the matrix once, and adding them up for each value."""
        started = time.perf_counter()
        np.bitwise_count(self._matrix, out=self._bits).sum(axis=1, dtype=np.uint32)
        return (time.perf_counter() - started) * 1000


def _line(rows: BitMap, width: int) -> NDArray[np.uint64]:
    there = np.zeros(width, dtype=bool)
    there[np.frombuffer(rows.to_array(), dtype=np.uint32)] = True
    return np.packbits(there).view(np.uint64)
