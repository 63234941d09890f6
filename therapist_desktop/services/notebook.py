"""The person's own notebook: marks on listings, how calls to them ended, what is kept of pages and of the window.

It is about listings, pages and the window, never about a patient: there is no field for a person who calls or is cared
for, and no field for free text about one. No sync ever opens it.
"""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from therapist_desktop.data.notebook_file import HEAD, faults, revision_of
from therapist_desktop.data.reading import notebook as reading
from therapist_desktop.domain.errors import NotebookDamaged, NotebookLost, NotebookTrouble
from therapist_desktop.domain.notebook import Kept
from therapist_desktop.services.clock import local_day
from therapist_desktop.services.notebook_copies import Copies
from therapist_desktop.services.notebook_writer import NotebookWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from therapist_desktop.domain.notebook import Mark, Outcome, Shown, Standing
    from therapist_desktop.services.notebook_pieces import NotebookPieces


class Notebook:
    """Everything that can be read from the notebook and written in it.

    Reading is quick and loads nothing. Writing takes its time, so do it on a thread, always the same one; `apart` does
    it in another process, which spares this one SQLAlchemy. A method that fails raises one of the NotebookTrouble
    family and has changed nothing. The file is begun with the first thing written.
    """

    def __init__(self, file: Path, *, apart: bool = False) -> None:
        self.file = file
        self.copies = Copies(file)
        self._writer = NotebookWriter(file, apart=apart)
        self._has_news = False

    @cached_property
    def pieces(self) -> NotebookPieces:
        """The part of it about pages of the library."""
        from therapist_desktop.services.notebook_pieces import NotebookPieces

        return NotebookPieces(self.file, self._note_as, self._told)

    def memory(self) -> Mapping[str, str]:
        """What the window remembers, by name; nothing where that cannot be read. It never fails and takes a moment."""
        try:
            return reading.memory(self.file)
        except NotebookTrouble:
            return {}

    def standings(self) -> Mapping[str, Standing]:
        """What is noted about listings, by their id: the marked ones first, in the order of marking.

        A notebook of an earlier version is brought up to date for that.
        """
        with self._told():
            if revision_of(self.file) not in {"", HEAD}:
                self._bring_up_to_date()
            return reading.standings(self.file)

    def remember(self, name: str, text: str) -> None:
        """Keep this for the window."""
        from therapist_desktop.data.writing.notebook.deeds import remember

        self._write(remember, name, text)

    def mark(self, shown: Shown) -> None:
        """Mark a listing, or renew what is known about a marked one."""
        self._note("mark", list(shown), datetime.now(UTC).isoformat())

    def unmark(self, listing_id: str) -> None:
        """Take the mark of a listing away, if it has one."""
        self._note("unmark", listing_id)

    def clear_marks(self) -> tuple[Mark, ...]:
        """Take all marks away; these there were."""
        from therapist_desktop.data.writing.notebook.deeds import marks_of

        return marks_of(self._note("clear_marks"))

    def put_back(self, marks: Sequence[Mark]) -> None:
        """Undo `clear_marks`."""
        from therapist_desktop.data.writing.notebook.deeds import plain_marks

        self._note("put_back", plain_marks(marks))

    def note_outcome(self, shown: Shown, outcome: Outcome | None, today: date) -> None:
        """How a call to a listing ended. None: what was noted about calls to it counts no more."""
        self._note("note_call", list(shown), outcome.value if outcome else None, today.isoformat())

    def noted_ids(self) -> tuple[str, ...]:
        """The listings and pages of which something is noted."""
        return (*self.standings(), *self.pieces.ids())

    def follow(self, moved: Mapping[str, str]) -> None:
        """Move what is noted about listings and pages that were merged, old id to new, to what they are now."""
        self.pieces.follow(moved)
        known = self.standings()
        noted = {old: new for old, new in moved.items() if old in known}
        if noted:
            self._note("follow", noted)

    def look_after(self, today: date) -> None:
        """Look whether it is whole and make the copy of the day; once when the program starts, on a thread."""
        with self._told():
            if not revision_of(self.file):
                return
            self._look_through()
            if self.copies.last_day() != today:
                self.copies.make(today)

    def rest(self) -> None:
        """Nothing needs be written at the moment: a process that has waited for a while may end."""
        self._writer.rest()

    def finish(self, today: date) -> None:
        """Bring the copy of the day up to date, if something was noted, and end; when the program does."""
        self._writer.end()
        if self._has_news:
            with self._told():
                self.copies.make(today)
            self._has_news = False

    def check(self) -> None:
        """Raise what is wrong with it, if anything. Nothing is written."""
        with self._told():
            if revision_of(self.file):
                self._look_through()

    def summary(self) -> Kept:
        """How much it holds, in whatever revision it is. Nothing is written."""
        with self._told():
            marks, outcomes = reading.counts(self.file)
            last, of_pages = self.copies.last_day(), self.pieces.counts()
            return Kept(self.file, marks, outcomes, revision_of(self.file), last, of_pages)

    def _look_through(self) -> None:
        if wrong := faults(self.file):
            raise NotebookLost(file=self.file, what=wrong)

    def _note(self, deed: str, *arguments: object) -> Any:
        from therapist_desktop.data.writing.notebook import deeds

        return self._note_as(getattr(deeds, deed), *arguments)

    def _note_as(self, deed: Callable[..., Any], *arguments: object) -> Any:
        answer = self._write(deed, *arguments)
        self._has_news = True
        return answer

    def _write(self, deed: Callable[..., Any], *arguments: object) -> Any:
        with self._told():
            if revision_of(self.file) != HEAD:
                self._bring_up_to_date()
            return self._writer.do(deed, *arguments)

    def _bring_up_to_date(self) -> None:
        """Begin the notebook, or bring an older one up to date; that one is copied before."""
        from therapist_desktop.data.writing.notebook.deeds import bring_up_to_date

        if revision_of(self.file):
            self.copies.make(local_day(), before=HEAD)
        self._writer.do(bring_up_to_date)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Damage is told with the copy to go back to."""
        try:
            yield
        except NotebookDamaged as damage:
            copy = self.copies.newest_good()
            if copy is None:
                raise
            raise NotebookDamaged(**{**damage.facts, "copy": copy}) from damage
