"""Twenty keys typed into the real window, 60 to 90 ms apart with a breath after every fourth, while a tick of 1 ms in
the GUI thread notes how long that thread was away; beside the same tick in a bare window, and once more for each of
other intervals at which Python lets its threads take turns. The latency counts from a key to the picture of the answer
to what stood there then, the pause that typing is given included."""

import statistics
from collections.abc import Iterable
from typing import Any

from benchmarks.children import told_by
from benchmarks.directory import Directory, directory_of
from benchmarks.figures import FRAME_MS, Figure, share
from benchmarks.telling import say

_ROUNDS = 3
_TIMES = 3
_SCRIPT_MS = 2_000
_INTERVALS_MS = (5.0, 1.0, 0.5)
_AT_ONCE_MS = 100.0


def measure(rows: int) -> list[Figure]:
    """All figures of stalls with so many listings."""
    return measure_on(directory_of(rows), _ROUNDS, _TIMES, _INTERVALS_MS)


def measure_on(directory: Directory, rounds: int, times: int, intervals: Iterable[float]) -> list[Figure]:
    """The same on a directory that is there: so many windows of each kind, the keys typed so many times in each.

    `intervals` are those at which threads take turns in more windows, in milliseconds.
    """
    bare: list[float] = []
    ours = _Typed()
    others = {interval: _Typed() for interval in intervals}
    window = ("window", str(directory.data_dir.resolve()), str(times))
    for turn in range(rounds):
        say(f"typing, round {turn + 1} of {rounds}")
        bare += told_by("benchmarks.typist", "bare", str(times * _SCRIPT_MS))["gaps"]
        ours.add(told_by("benchmarks.typist", *window))
        others.pop(ours.interval, None)
        for interval, typed in others.items():
            typed.add(told_by("benchmarks.typist", *window, str(interval)))
    idle = "tick of a bare window"
    figures = [
        Figure("away while typing, p99", ours.away(99), "ms", "one 60 Hz frame", FRAME_MS, 1.0),
        Figure("away while typing, p99 of the time", ours.away_for(99), "ms", "one 60 Hz frame", FRAME_MS),
        Figure("away while typing, longest", ours.longest, "ms", "one 60 Hz frame", FRAME_MS),
        Figure("away while typing, p99", ours.away(99), "ms", f"{idle}, p99", share(bare, 99)),
        Figure("away while typing, longest", ours.longest, "ms", f"{idle}, longest", max(bare)),
        Figure("key to painted answer, p50", ours.latency, "ms", "felt as at once", _AT_ONCE_MS),
    ]
    for interval, typed in ((ours.interval, ours), *others.items()):
        told = f"threads take turns every {interval:g} ms"
        figures += [
            Figure(f"{told}: away, p99", typed.away(99), "ms", "one 60 Hz frame", FRAME_MS),
            Figure(f"{told}: away, longest", typed.longest, "ms", "one 60 Hz frame", FRAME_MS),
            Figure(f"{told}: key to painted answer, p50", typed.latency, "ms", "felt as at once", _AT_ONCE_MS),
        ]
    return figures


class _Typed:
    """What several windows noted."""

    def __init__(self) -> None:
        self.interval = 0.0
        self._gaps: list[float] = []
        self._latencies: list[float] = []

    def add(self, told: Any) -> None:
        """What one window noted."""
        self.interval = told["interval"]
        self._gaps += told["gaps"]
        self._latencies += told["latencies"]

    def away(self, percent: int) -> float:
        """So many percent of the gaps between two ticks were no longer than this."""
        return share(self._gaps, percent)

    def away_for(self, percent: int) -> float:
        """At so many percent of all moments the thread was away no longer than this: long gaps count for long."""
        left = sum(self._gaps) * (100 - percent) / 100
        for gap in sorted(self._gaps, reverse=True):
            left -= gap
            if left < 0:
                return gap
        return 0.0

    @property
    def longest(self) -> float:
        """The longest gap."""
        return max(self._gaps)

    @property
    def latency(self) -> float:
        """Half of the answers were painted this soon after their key."""
        return statistics.median(self._latencies)
