"""From the start of the process to the first painted window with results in it, beside a bare window."""

import statistics
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.children import screen
from benchmarks.figures import Figure
from benchmarks.telling import say

_SPAWNS = 9


def measure_on(data_dir: Path) -> list[Figure]:
    """Medians of bare window and ours, spawned in turn after one of each for warming up."""
    say("opening windows")
    bare: list[float] = []
    window: list[float] = []
    for turn in range(_SPAWNS + 1):
        for kept, arguments in ((bare, ["bare"]), (window, ["window", str(data_dir)])):
            taken = _spawn_ms(arguments)
            if turn:
                kept.append(taken)
    ours, peer = statistics.median(window), statistics.median(bare)
    return [Figure("spawn to first painted results", ours, "ms", "bare QMainWindow", peer, 1.6)]


def _spawn_ms(arguments: list[str]) -> float:
    command = [sys.executable, "-m", "benchmarks.first_paint", *arguments]
    started = time.perf_counter()
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=screen()) as child:
        line = child.stdout.readline() if child.stdout else ""
        taken = (time.perf_counter() - started) * 1000
        child.communicate("\n", timeout=60)
    if line.strip() != "painted":
        raise RuntimeError(f"the window was never painted ({' '.join(arguments)})")
    return taken
