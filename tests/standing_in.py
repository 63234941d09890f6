"""A program that stands in for the voice of a system: notes what it is told, and speaks until the test lets it end."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

_PROGRAM = """#!{python}
import json, os, sys
ending = os.open({ends!r}, os.O_RDWR)
is_hush = "-S" in sys.argv
words = "" if is_hush else sys.stdin.buffer.read().decode()
told = {{"pid": os.getpid(), "program": os.path.basename(sys.argv[0]), "arguments": sys.argv[1:], "words": words}}
with open({notes!r}, "a", encoding="utf-8") as notes:
    notes.write(json.dumps(told) + "\\n")
end = b"." if is_hush else os.read(ending, 1)
if end == b"?":
    sys.stderr.write("error: no sound\\n")
sys.exit(1 if end == b"!" else 0)
"""


@dataclass(frozen=True, slots=True)
class StandIn:
    """The folder to be found through PATH, what was told, and the way to end what is being said."""

    folder: Path
    notes: Path
    ending: int

    def bring(self, program: str) -> None:
        """Install it under this name."""
        file = self.folder / program
        ends = str(self.folder / "ends")
        file.write_text(_PROGRAM.format(python=sys.executable, ends=ends, notes=str(self.notes)), encoding="utf-8")
        file.chmod(0o755)

    @property
    def told(self) -> list[dict[str, Any]]:
        """What each process was told, in order; silencers too."""
        if not self.notes.exists():
            return []
        return [json.loads(line) for line in self.notes.read_text(encoding="utf-8").splitlines() if line.endswith("}")]

    @property
    def said(self) -> list[str]:
        """The words of each, without those that only silence."""
        return [" ".join(one["words"].split()) for one in self.told if one["words"]]

    def finish(self) -> None:
        """What is being said is said."""
        os.write(self.ending, b".")

    def break_down(self) -> None:
        """What is being said fails."""
        os.write(self.ending, b"!")

    def end_unheard(self) -> None:
        """It ends as if it had been heard, with a complaint."""
        os.write(self.ending, b"?")

    @property
    def alive(self) -> list[int]:
        """The processes that are still there."""
        return [one["pid"] for one in self.told if _is_there(one["pid"])]


def stand_in(folder: Path) -> StandIn:
    """One without any programs yet."""
    (folder / "bin").mkdir()
    os.mkfifo(folder / "bin" / "ends")
    return StandIn(folder / "bin", folder / "told.jsonl", os.open(folder / "bin" / "ends", os.O_RDWR))


def _is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
