"""Looks for the voices of this machine."""

import os
import shutil
import sys
from pathlib import Path

from therapist_desktop.domain import voices
from therapist_desktop.domain.voices import Voice


def voices_here() -> tuple[Voice, ...]:
    """Those whose programs are installed, the best first."""
    return voices.voices_for(sys.platform, _of_windows if sys.platform == "win32" else shutil.which)


def missing_program() -> str:
    """What to install where there are none; nothing where the system should have brought one."""
    return voices.what_to_install(sys.platform)


def _of_windows(name: str) -> str | None:
    """Only Windows' own: by its name alone, one in the folder in use would be taken."""
    folder = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "WindowsPowerShell", "v1.0")
    program = folder / f"{name}.exe"
    return str(program) if program.is_file() else None
