"""The person's own notebook: marks on listings, how calls to them ended, and what the window remembers.

It is about listings and about the window, never about a patient: there is no field for a person who calls or is cared
for, and no field for free text about one. No sync ever opens it.
"""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from therapist_desktop.data.notebook_file import HEAD, faults, revision_of
from therapist_desktop.data.reading import notebook as reading
from therapist_desktop.domain.errors import NotebookDamaged, NotebookLost, NotebookTrouble
from therapist_desktop.domain.notebook import Kept
from therapist_desktop.services.notebook_copies import Copies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from therapist_desktop.data.writing.notebook.room import NotebookRoom
    from therapist_desktop.domain.notebook import Mark, Outcome, Shown, Standing

_T = TypeVar("_T")


class Notebook:
    """Everything that can be read from the notebook and written in it.

    Reading is quick and loads nothing; the first writing loads SQLAlchemy, so write on a thread. A method that fails
    raises one of the NotebookTrouble family and has changed nothing. The file is begun with the first thing written.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self.copies = Copies(file)
        self._made: NotebookRoom | None = None
        self._has_news = False

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
                self._room()
            return reading.standings(self.file)

    def remember(self, name: str, text: str) -> None:
        """Keep this for the window."""
        self._write(lambda room: room.remember(name, text))

    def mark(self, shown: Shown) -> None:
        """Mark a listing, or renew what is known about a marked one."""
        self._note(lambda room: room.mark(shown, datetime.now(UTC)))

    def unmark(self, listing_id: str) -> None:
        """Take the mark of a listing away, if it has one."""
        self._note(lambda room: room.unmark(listing_id))

    def clear_marks(self) -> tuple[Mark, ...]:
        """Take all marks away; these there were."""
        return self._note(lambda room: room.clear_marks())

    def put_back(self, marks: Sequence[Mark]) -> None:
        """Undo `clear_marks`."""
        self._note(lambda room: room.put_back(marks))

    def note_outcome(self, shown: Shown, outcome: Outcome | None, today: date) -> None:
        """How a call to a listing ended. None: what was noted about calls to it counts no more."""
        self._note(lambda room: room.note_call(shown, outcome, today))

    def look_after(self, today: date) -> None:
        """Look whether it is whole and make the copy of the day; once when the program starts, on a thread."""
        with self._told():
            if not revision_of(self.file):
                return
            self._look_through()
            room = self._room()
            if self.copies.last_day() != today:
                room.suit_the_drive()
                self.copies.make(today)

    def finish(self, today: date) -> None:
        """Bring the copy of the day up to date, if something was noted; when the program ends."""
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
            return Kept(self.file, marks, outcomes, revision_of(self.file), self.copies.last_day())

    def _look_through(self) -> None:
        if wrong := faults(self.file):
            raise NotebookLost(file=self.file, what=wrong)

    def _note(self, deed: Callable[[NotebookRoom], _T]) -> _T:
        done = self._write(deed)
        self._has_news = True
        return done

    def _write(self, deed: Callable[[NotebookRoom], _T]) -> _T:
        with self._told():
            return deed(self._room())

    def _room(self) -> NotebookRoom:
        """The writing room over a notebook that is up to date. An older one is copied before it is changed."""
        from therapist_desktop.data.writing.notebook.room import NotebookRoom

        if self._made is None:
            self._made = NotebookRoom(self.file)
        revision = revision_of(self.file)
        if revision != HEAD:
            if revision:
                self.copies.make(datetime.now().astimezone().date(), before=HEAD)
            self._made.bring_up_to_date()
        return self._made

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
