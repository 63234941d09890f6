"""The first questions after a catalogue was opened, with nothing kept from before."""

import os
import statistics
import time
from pathlib import Path

from benchmarks.directory import TODAY
from benchmarks.figures import FRAME_MS, Figure
from benchmarks.questions import PAGE
from benchmarks.telling import say
from therapist_desktop.domain.filters import Filters
from therapist_desktop.services.catalogue import Catalogue

_TIMES = 5
_AT_ONCE_MS = 100.0
_EVERYTHING = Filters()
_TYPED = Filters(words="anx")


def openings(file: Path) -> list[Figure]:
    """Opening the file and answering; each time it is opened anew."""
    say("opening anew")
    figures = [
        Figure("open, everything, first page", _median_ms(file, _EVERYTHING), "ms", "one 60 Hz frame", FRAME_MS),
        Figure("open, first typed question", _median_ms(file, _TYPED), "ms", "felt as at once", _AT_ONCE_MS, 1.0),
    ]
    if hasattr(os, "posix_fadvise"):
        cold = statistics.median(_cold_ms(file) for _ in range(_TIMES))
        name = "open, first typed question, file not in memory"
        figures.append(Figure(name, cold, "ms", "felt as at once", _AT_ONCE_MS))
    return figures


def _median_ms(file: Path, filters: Filters) -> float:
    return statistics.median(_ms(file, filters) for _ in range(_TIMES))


def _cold_ms(file: Path) -> float:
    """As after the machine was started: the system is asked to forget what it holds of the file."""
    with file.open("rb") as stream:
        os.fsync(stream.fileno())
        os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    return _ms(file, _TYPED)


def _ms(file: Path, filters: Filters) -> float:
    started = time.perf_counter()
    catalogue = Catalogue(file)
    results = catalogue.search(filters, TODAY)
    catalogue.page(results, 0, PAGE, TODAY)
    return (time.perf_counter() - started) * 1000
