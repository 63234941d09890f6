"""docs/performance.md: every benchmark writes its own section and leaves all other text alone."""

import re
from pathlib import Path

from benchmarks.figures import HEAD, Figure, cells
from benchmarks.record import Record, Run, counted_in

_FIRST_LINES = """# Performance

Written by `python -m benchmarks NAME --rows N --write`. Every figure stands beside a peer that was measured in the same
run on the same data. The ratio of the two is what counts, and what a bound is set for: smaller is better. Figures
without a bound are there to be looked at.

![Every figure that has a bound, as a share of that bound](pictures/performance.svg)
"""
_NAMES = {
    "processor": "Processor",
    "memory": "Memory",
    "system": "System",
    "python": "Python",
    "sqlite": "SQLite",
    "qt": "Qt for Python",
}


def write_section(page: Path, benchmark: str, about: str, record: Record) -> None:
    """Write the section of one benchmark anew, or add it at the end. Raises OSError."""
    text = page.read_text(encoding="utf-8") if page.is_file() else _FIRST_LINES
    begins, ends = f"<!-- {benchmark} begins -->", f"<!-- {benchmark} ends -->"
    inside = "\n\n".join([f"## {benchmark.capitalize()}", about, *(_of(run) for run in record.of(benchmark))])
    section = f"{begins}\n{inside}\n{ends}"
    there = re.compile(f"{re.escape(begins)}.*?{re.escape(ends)}", re.DOTALL)
    text, found = there.subn(lambda _old: section, text)
    page.write_text(text if found else f"{text.rstrip()}\n\n{section}\n", encoding="utf-8")


def _of(run: Run) -> str:
    machine = ". ".join(f"{_NAMES.get(name, name)}: {value}" for name, value in run.machine.items())
    return f"### {run.rows:,} {counted_in(run.benchmark)}\n\n{run.day}. {machine}.\n\n{_table(run.figures)}"


def _table(figures: tuple[Figure, ...]) -> str:
    rows = [HEAD, tuple("-" * 3 for _ in HEAD), *(cells(one) for one in figures)]
    return "\n".join(f"| {' | '.join(_shown(cell) for cell in row)} |" for row in rows)


def _shown(cell: str) -> str:
    text = cell.replace("|", "\\|").replace("<", "&lt;")
    return f"**{text}**" if text == "missed" else text
