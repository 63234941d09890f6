"""Child processes: windows of their own, whose start, memory and stalls belong to nobody else."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

HOME = Path(__file__).parents[1]
"""Where children are started, so that they find this package."""
_SCREEN = Path(__file__).with_name("screen.json")
"""A desk of usual size: what is made up otherwise is too narrow for the filters."""
_PATIENCE_S = 1_800


def screen() -> dict[str, str]:
    """The environment of a window. Without a display it is painted in memory.

    Compiled modules are kept, as where a program is installed.
    """
    there = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    has_display = "DISPLAY" in there or "WAYLAND_DISPLAY" in there
    return there if has_display else {"QT_QPA_PLATFORM": f"offscreen:configfile={_SCREEN}", **there}


def told_by(module: str, *arguments: str) -> Any:
    """The JSON that a child prints at its end. Raises CalledProcessError where it fails."""
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(
        command, cwd=HOME, env=screen(), stdout=subprocess.PIPE, text=True, check=True, timeout=_PATIENCE_S
    )
    return json.loads(done.stdout)
