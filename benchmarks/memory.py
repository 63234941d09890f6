"""A scripted session in the real window, beside a bare window: the first paint, twenty keys, facets, a radius, a
scroll to the end, cards and the map, listings side by side, a call, and the steps in a crisis."""

import statistics

from benchmarks.children import told_by
from benchmarks.directory import Directory, directory_of
from benchmarks.figures import Figure
from benchmarks.telling import say, warn
from benchmarks.usage import can_be_told

Marks = dict[str, dict[str, float]]
"""Megabytes of each kind, by the part of the day that had just ended."""
_LIMIT_MB = 200.0
_LARGE = 1_000_000
_ROUNDS = 3


def measure(rows: int) -> list[Figure]:
    """All figures of memory with so many listings, none where the system does not tell."""
    return measure_on(directory_of(rows), _ROUNDS)


def measure_on(directory: Directory, rounds: int) -> list[Figure]:
    """The same on a directory that is there, with so many windows of each kind."""
    if not can_be_told():
        warn("only Linux tells how much memory a process took")
        return []
    bare: list[Marks] = []
    days: list[Marks] = []
    for turn in range(rounds):
        say(f"spending a day at the desk, {turn + 1} of {rounds}")
        bare.append(told_by("benchmarks.desk_day", "bare"))
        days.append(told_by("benchmarks.desk_day", "window", str(directory.data_dir.resolve())))
    return _windows(bare, days, directory.rows)


def _windows(bare: list[Marks], days: list[Marks], rows: int) -> list[Figure]:
    """Medians over the windows: the peak, and what there was after each part of the day."""
    empty = {what: statistics.median(one["end"][what] for one in bare) for what in ("resident", "own", "peak")}
    peak = statistics.median(day["end"]["peak"] for day in days)
    own = statistics.median(max(mark["own"] for mark in day.values()) for day in days)
    figures = [
        Figure("window, peak of the session", peak, "MB", "bare QMainWindow", empty["peak"]),
        Figure("window, most of its own memory", own, "MB", "bare QMainWindow", empty["own"]),
    ]
    if rows >= _LARGE:
        figures.insert(0, Figure("window, peak of the session", peak, "MB", "the limit", _LIMIT_MB, 1.0))
    for mark in (one for one in days[0] if one != "end"):
        resident = statistics.median(day[mark]["resident"] for day in days)
        figures.append(Figure(f"window, {mark}", resident, "MB", "bare QMainWindow", empty["resident"]))
    return figures
