"""The clinic's own crisis steps on disk: a plain small file, so that nothing else that breaks can take them away."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from therapist_desktop.domain.errors import LocalStepsDamaged
from therapist_desktop.domain.local_steps import LocalNumber, LocalSteps, tidy
from therapist_desktop.services.safely import write_safely

if TYPE_CHECKING:
    from pathlib import Path


class LocalStepsFile:
    """Reads and writes `crisis.json`."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def load(self) -> LocalSteps:
        """What the clinic has written, or nothing. Raises LocalStepsDamaged where a file is there that says nothing."""
        try:
            kept = json.loads(self._file.read_bytes())
            return tidy(
                LocalSteps(
                    tuple(str(step) for step in kept["steps"]),
                    tuple(
                        LocalNumber(str(one["name"]), str(one["phone"]), str(one["note"])) for one in kept["numbers"]
                    ),
                    date.fromisoformat(kept["reviewed"]),
                )
            )
        except FileNotFoundError:
            return LocalSteps()
        except (OSError, ValueError, RecursionError, KeyError, TypeError) as error:
            raise LocalStepsDamaged(file=str(self._file)) from error

    def save(self, steps: LocalSteps, today: date) -> LocalSteps:
        """Write this in place of what was there, and give back what was written. Raises DiskFull or NotWritable."""
        written = tidy(steps)._replace(reviewed=today)
        kept = {
            "steps": written.steps,
            "numbers": [one._asdict() for one in written.numbers],
            "reviewed": today.isoformat(),
        }
        write_safely(self._file, json.dumps(kept, ensure_ascii=False, indent=1).encode() + b"\n")
        return written
