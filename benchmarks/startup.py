"""How soon the window is there: from the start of the process to its first picture with results in it."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.spine import _data_file, _loaded, shelve

TURNS = 15
BOUND = 1.6
SCREEN = {
    "name": "desk",
    "x": 0,
    "y": 0,
    "width": 1920,
    "height": 1080,
    "logicalDpi": 96,
    "logicalBaseDpi": 96,
    "dpr": 1,
}
STAGES = {"bare": "painted", "built": "built", "window": "painted", "furnished": "furnished"}


def measure(rows: int) -> list[Figure]:
    """How soon the window is there over so many sample listings."""
    with tempfile.TemporaryDirectory(prefix="startup-") as name:
        folder = Path(name)
        _, file = _data_file(folder, rows)
        catalogue, *_ = _loaded(folder, file)
        shelve(folder / "data", catalogue)
        return measure_on(folder / "data")


def measure_on(data_dir: Path) -> list[Figure]:
    """The same over the data folder of somebody. Each stage is spawned in turn, so that none is favoured."""
    taken: dict[str, list[float]] = {stage: [] for stage in STAGES}
    with tempfile.TemporaryDirectory(prefix="screen-") as folder:
        environment = _environment(Path(folder))
        for turn in range(TURNS + 1):
            for stage, times in taken.items():
                milliseconds = _spawn_ms(stage, data_dir, environment)
                if turn:  # the first one finds cold files
                    times.append(milliseconds)
    half = {stage: statistics.median(times) for stage, times in taken.items()}
    return [
        Figure("spawn to built, not yet painted", half["built"], "ms", "bare QMainWindow", half["bare"]),
        Figure("spawn to first painted results", half["window"], "ms", "bare QMainWindow", half["bare"], BOUND),
        Figure("spawn to furnished", half["furnished"], "ms", "bare QMainWindow", half["bare"]),
    ]


def _spawn_ms(stage: str, data_dir: Path, environment: dict[str, str]) -> float:
    command = [sys.executable, "-m", "benchmarks.first_paint", stage, str(data_dir)]
    started = time.perf_counter()
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment) as child:
        said = child.stdout.readline() if child.stdout else ""
        taken = (time.perf_counter() - started) * 1000
        child.communicate("\n", timeout=60)
    if said.strip() != STAGES[stage]:
        message = f"the window never came so far: {stage}"
        raise RuntimeError(message)
    return taken


def _environment(folder: Path) -> dict[str, str]:
    """Compiled modules are kept, as where a program is installed. Without a display, windows are painted in memory."""
    there = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    if "DISPLAY" in there or "WAYLAND_DISPLAY" in there:
        return there
    screen = folder / "screen.json"  # what is made up otherwise is too narrow for the filters
    screen.write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
    return {**there, "QT_QPA_PLATFORM": f"offscreen:configfile={screen}"}
