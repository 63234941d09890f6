"""How soon the window is there: from the start of the process to its first picture with results in it."""

import statistics
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.children import HOME, screen
from benchmarks.figures import Figure

TURNS = 15
BOUND = 1.6
STAGES = {"bare": "painted", "built": "built", "window": "painted", "furnished": "furnished"}


def measure_on(data_dir: Path) -> list[Figure]:
    """The same over the data folder of somebody. Each stage is spawned in turn, so that none is favoured."""
    taken: dict[str, list[float]] = {stage: [] for stage in STAGES}
    for turn in range(TURNS + 1):
        for stage, times in taken.items():
            milliseconds = _spawn_ms(stage, data_dir)
            if turn:  # the first one finds cold files
                times.append(milliseconds)
    half = {stage: statistics.median(times) for stage, times in taken.items()}
    return [
        Figure("spawn to built, not yet painted", half["built"], "ms", "bare QMainWindow", half["bare"]),
        Figure("spawn to first painted results", half["window"], "ms", "bare QMainWindow", half["bare"], BOUND),
        Figure("spawn to furnished", half["furnished"], "ms", "bare QMainWindow", half["bare"]),
    ]


def _spawn_ms(stage: str, data_dir: Path) -> float:
    command = [sys.executable, "-m", "benchmarks.first_paint", stage, str(data_dir)]
    started = time.perf_counter()
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=HOME, env=screen()
    ) as child:
        said = child.stdout.readline() if child.stdout else ""
        taken = (time.perf_counter() - started) * 1000
        child.communicate("\n", timeout=60)
    if said.strip() != STAGES[stage]:
        message = f"the window never came so far: {stage}"
        raise RuntimeError(message)
    return taken
