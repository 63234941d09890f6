"""The real window in motion, a step every 16 ms: the table turned with the wheel, with page keys and by its bar from
end to end, the map dragged over the country at three zooms and zoomed with the wheel, and twenty keys typed three
times. Work is the processor time that the GUI thread spent from one step to the next, answers that came in meanwhile
included; it is noted where something was painted. The way to the picture is the time on the clock from a step to the
end of its painting, which other programs on the machine can make longer."""

from collections.abc import Mapping, Sequence

from benchmarks.children import told_by
from benchmarks.directory import Directory, directory_of
from benchmarks.figures import FRAME_MS, Figure, share
from benchmarks.telling import say

_ROUNDS = 2
_STEPS = 240
_PEER = "one 60 Hz frame"
SERIES = (
    "table, wheel",
    "table, page keys",
    "table, bar",
    "typing",
    "map, dragged at zoom 4",
    "map, dragged at zoom 6",
    "map, dragged at zoom 8",
    "map, zoomed",
)


def measure(rows: int) -> list[Figure]:
    """All figures of frames with so many listings."""
    return measure_on(directory_of(rows), _ROUNDS, _STEPS)


def measure_on(directory: Directory, rounds: int, steps: int) -> list[Figure]:
    """The same on a directory that is there: so many windows, so many steps of each kind in each."""
    work: dict[str, list[float]] = {name: [] for name in SERIES}
    ways: dict[str, list[float]] = {name: [] for name in SERIES}
    for turn in range(rounds):
        say(f"moving, round {turn + 1} of {rounds}")
        told = told_by("benchmarks.mover", str(directory.data_dir.resolve()), str(steps))
        for name in SERIES:
            work[name] += told[name]["work"]
            ways[name] += told[name]["way"]
    return [figure for name in SERIES for figure in _figures(name, work, ways)]


def _figures(name: str, work: Mapping[str, Sequence[float]], ways: Mapping[str, Sequence[float]]) -> list[Figure]:
    spent, way = work[name], ways[name]
    return [
        Figure(f"{name}: work a frame, p50", share(spent, 50), "ms", _PEER, FRAME_MS),
        Figure(f"{name}: work a frame, p99", share(spent, 99), "ms", _PEER, FRAME_MS, 1.0),
        Figure(f"{name}: work a frame, most", max(spent), "ms", _PEER, FRAME_MS),
        Figure(f"{name}: way to the picture, p99", share(way, 99), "ms", _PEER, FRAME_MS),
    ]
