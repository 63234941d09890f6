"""python -m benchmarks NAME [--rows N] [--json] [--write]: figures with their peers from the same run, as ratios."""

import argparse
import json
import sys
from datetime import datetime
from pathlib import Path

from benchmarks import machine
from benchmarks.chart import svg
from benchmarks.figures import Figure, table
from benchmarks.page import write_section
from benchmarks.record import OF_ARTICLES, Record, Run, counted_in
from benchmarks.telling import say

NAMES = ("frames", "load", "memory", "reader", "search", "stall", "startup")
LISTINGS = 100_000
ARTICLES = 5_000
_DOCS = Path(__file__).parents[1] / "docs"


def main(argv: list[str] | None = None) -> int:
    """Measure, print, and write down if asked to."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("name", choices=[*NAMES, "all"])
    parser.add_argument("--rows", type=int, help="listings (default: 100,000), or articles for the reader (5,000)")
    parser.add_argument("--json", action="store_true", help="one JSON document a benchmark on stdout")
    parser.add_argument("--write", action="store_true", help="write the figures into docs/performance.md")
    asked = parser.parse_args(argv)
    for name in NAMES if asked.name == "all" else [asked.name]:
        rows, what = _many(name, asked.name == "all", asked.rows)
        say(f"{name}, {rows:,} {what}")
        figures, about = measured(name, rows)
        day = datetime.now().astimezone().date().isoformat()
        run = Run(name, rows, day, machine.facts(), tuple(figures))
        if asked.json:
            print(json.dumps(run.as_json()), flush=True)
        else:
            print(table(f"{name}, {rows:,} {what}", figures) + "\n", flush=True)
        if asked.write:
            write_down(run, about, _DOCS)
    return 0


def _many(name: str, is_one_of_all: bool, rows: int | None) -> tuple[int, str]:  # noqa: FBT001 - told once
    """How many of what. What all others are measured with says nothing about a library."""
    if name in OF_ARTICLES:
        return (None if is_one_of_all else rows) or ARTICLES, counted_in(name)
    return rows or LISTINGS, counted_in(name)


def measured(name: str, rows: int) -> tuple[list[Figure], str]:  # noqa: PLR0911 - one for each name
    """The figures of one benchmark, and what it says about itself. It is imported only now."""
    match name:
        case "frames":
            from benchmarks import frames

            return frames.measure(rows), frames.__doc__ or ""
        case "load":
            from benchmarks import load

            return load.measure(rows), load.__doc__ or ""
        case "memory":
            from benchmarks import memory

            return memory.measure(rows), memory.__doc__ or ""
        case "reader":
            from benchmarks import reader

            return reader.measure(rows), reader.__doc__ or ""
        case "search":
            from benchmarks import search

            return search.measure(rows), search.__doc__ or ""
        case "stall":
            from benchmarks import stall

            return stall.measure(rows), stall.__doc__ or ""
        case "startup":
            from benchmarks import directory, startup

            return startup.measure_on(directory.directory_of(rows).data_dir), startup.__doc__ or ""
        case _:
            raise ValueError(name)


def write_down(run: Run, about: str, docs: Path) -> None:
    """Put a run into the record, and make its section and the chart anew. Raises OSError."""
    record = Record(docs / "performance.json")
    record.keep(run)
    write_section(docs / "performance.md", run.benchmark, about, record)
    (docs / "pictures").mkdir(exist_ok=True)
    (docs / "pictures" / "performance.svg").write_text(svg(record), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
