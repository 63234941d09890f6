"""Does what is written in the notebook: here, or in another process, so that the window neither waits nor grows."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from therapist_desktop.domain.errors import LoadingStopped, NotebookTrouble

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from therapist_desktop.data.writing.processes import Do


class NotebookWriter:
    """Does one deed at a time. For use by one thread."""

    def __init__(self, file: Path, *, apart: bool) -> None:
        self._file = file
        self._apart = apart
        self._open = ExitStack()
        self._do: Do | None = None
        self._was_used = False

    def do(self, deed: Callable[..., Any], *arguments: object) -> Any:
        """Do one of the deeds of data/writing/notebook/deeds. Raises one of the NotebookTrouble family."""
        from therapist_desktop.data.writing.processes import Job, one_after_the_other, side_by_side

        self._was_used = True
        if self._do is None:
            self._do = self._open.enter_context(side_by_side(1)) if self._apart else one_after_the_other
        try:
            (answer,) = self._do([Job(deed, (str(self._file), *arguments))], lambda _done: None)
        except LoadingStopped as stopped:
            what = f"what writes in it was ended by the system ({stopped.facts['what']})"
            raise NotebookTrouble(file=self._file, what=what) from stopped
        return answer

    def rest(self) -> None:
        """End the other process if nothing was written since the last time this was asked; the next deed starts one."""
        if not self._was_used:
            self.end()
        self._was_used = False

    def end(self) -> None:
        """End the other process, if there is one."""
        self._open.close()
        self._do = None
