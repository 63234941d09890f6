"""What was measured last, kept in the repository: the page and the chart are made from it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.figures import Figure

OF_ARTICLES = ("reader",)
"""Benchmarks whose rows are articles."""


def counted_in(benchmark: str) -> str:
    """What the rows of a benchmark are."""
    return "articles" if benchmark in OF_ARTICLES else "listings"


@dataclass(frozen=True, slots=True)
class Run:
    """One benchmark on so many listings, with the day and the machine."""

    benchmark: str
    rows: int
    day: str
    machine: dict[str, str]
    figures: tuple[Figure, ...]

    def as_json(self) -> dict[str, object]:
        """All of it, for scripts."""
        figures = [one.as_json() for one in self.figures]
        return {
            "benchmark": self.benchmark,
            "rows": self.rows,
            "day": self.day,
            "machine": self.machine,
            "figures": figures,
        }


class Record:
    """The latest run of every benchmark on every number of listings, in one JSON file."""

    def __init__(self, file: Path) -> None:
        self._file = file
        stored = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else []
        self._runs = {(run.benchmark, run.rows): run for run in map(_run, stored)}

    def __iter__(self) -> Iterator[Run]:
        """By name, small before large."""
        return iter([self._runs[key] for key in sorted(self._runs)])

    def of(self, benchmark: str) -> list[Run]:
        """The runs of one benchmark, small before large."""
        return [run for run in self if run.benchmark == benchmark]

    def keep(self, run: Run) -> None:
        """Put a run in the place of the one before it. Raises OSError."""
        self._runs[run.benchmark, run.rows] = run
        text = json.dumps([one.as_json() for one in self], indent=1, ensure_ascii=False)
        self._file.write_text(text + "\n", encoding="utf-8")


def _run(stored: dict[str, Any]) -> Run:
    figures = tuple(_figure(one) for one in stored["figures"])
    return Run(stored["benchmark"], stored["rows"], stored["day"], stored["machine"], figures)


def _figure(stored: dict[str, Any]) -> Figure:
    return Figure(**{name: value for name, value in stored.items() if name != "ratio"})
