"""Dated copies of the notebook, in a folder beside it: seven days, four weeks, and the ones made before an update."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from therapist_desktop.data.notebook_file import explained, faults, revision_of
from therapist_desktop.domain.errors import NotebookTrouble
from therapist_desktop.services.safely import replace_safely

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

DAYS = 7
WEEKS = 4
UPDATES = 4
_NAME = re.compile(r"notebook-(\d{4}-\d\d-\d\d)(?:-before-(\w+))?\.sqlite")


class Copy(NamedTuple):
    """A copy of the notebook. `before` is the revision that it was made before, nothing for the copy of a day."""

    day: date
    before: str
    file: Path


class Copies:
    """The copies of one notebook."""

    def __init__(self, notebook: Path) -> None:
        self._notebook = notebook
        self.folder = notebook.parent / "backups"

    def all(self) -> tuple[Copy, ...]:
        """Every copy there is, the newest first; of one day, the one before an update is the older."""
        try:
            files = list(self.folder.iterdir())
        except OSError:
            return ()
        found = [copy for file in files if (copy := _read(file))]
        return tuple(sorted(found, key=lambda copy: (copy.day, not copy.before, copy.before), reverse=True))

    def last_day(self) -> date | None:
        """The day of the newest copy."""
        return next((copy.day for copy in self.all()), None)

    def newest_good(self) -> Path | None:
        """The newest copy that reads back whole."""
        for copy in self.all():
            with suppress(NotebookTrouble):
                if revision_of(copy.file) and not faults(copy.file):
                    return copy.file
        return None

    def make(self, day: date, before: str = "") -> Path:
        """The copy of this day, in the place of an earlier one, or the copy before an update.

        Raises one of the NotebookTrouble family.
        """
        from therapist_desktop.data.writing.notebook.copying import copy_notebook

        revision_of(self._notebook)  # what is none of ours is not copied
        name = f"notebook-{day.isoformat()}{f'-before-{before}' if before else ''}.sqlite"
        target, half = self.folder / name, self.folder / f".{name}.{os.getpid()}.new"
        with explained(target):
            self.folder.mkdir(parents=True, exist_ok=True)
            try:
                copy_notebook(self._notebook, half)
                replace_safely(half, target)
            finally:
                half.unlink(missing_ok=True)
        for old in superfluous(self.all()):
            with suppress(OSError):
                old.file.unlink()
        return target


def superfluous(copies: Iterable[Copy]) -> list[Copy]:
    """What need not be kept: all but the newest seven days, the newest of four weeks before, and of four updates."""
    newest_first = sorted(copies, reverse=True)
    daily = [copy for copy in newest_first if not copy.before]
    updates = [copy for copy in newest_first if copy.before]
    weekly: dict[tuple[int, int], Copy] = {}
    for copy in daily[DAYS:]:
        weekly.setdefault(copy.day.isocalendar()[:2], copy)
    kept = {*daily[:DAYS], *list(weekly.values())[:WEEKS], *updates[:UPDATES]}
    return [copy for copy in newest_first if copy not in kept]


def _read(file: Path) -> Copy | None:
    named = _NAME.fullmatch(file.name)
    if named is None:
        return None
    with suppress(ValueError):  # a day that is none
        return Copy(date.fromisoformat(named[1]), named[2] or "", file)
    return None
