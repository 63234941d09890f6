"""The deeds of the room as jobs: plain values go in and come out, so that another process can do them.

Each loads SQLAlchemy only when it is done: whoever hands jobs out need not have it.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from therapist_desktop.domain.notebook import Mark, Outcome, Shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from therapist_desktop.data.writing.notebook.room import NotebookRoom

    Tell = Callable[[int], None]


def bring_up_to_date(file: str, _tell: Tell) -> None:
    """Begin the notebook, or bring an older one to the newest revision."""
    _room(file).bring_up_to_date()


def remember(file: str, name: str, text: str, _tell: Tell) -> None:
    """Keep a text under this name."""
    _room(file).remember(name, text)


def mark(file: str, shown: Sequence[str], marked_at: str, _tell: Tell) -> None:
    """Mark a listing, or renew what is known about a marked one."""
    _room(file).mark(Shown(*shown), datetime.fromisoformat(marked_at))


def unmark(file: str, listing_id: str, _tell: Tell) -> None:
    """Take the mark of a listing away, if it has one."""
    _room(file).unmark(listing_id)


def clear_marks(file: str, _tell: Tell) -> list[Any]:
    """Take all marks away; these there were."""
    return plain_marks(_room(file).clear_marks())


def put_back(file: str, marks: Sequence[Any], _tell: Tell) -> None:
    """Give these listings their marks again."""
    _room(file).put_back(marks_of(marks))


def note_call(file: str, shown: Sequence[str], outcome: str | None, day: str, _tell: Tell) -> None:
    """How a call to a listing ended. None: what was noted about calls to it counts no more."""
    _room(file).note_call(Shown(*shown), Outcome(outcome) if outcome else None, date.fromisoformat(day))


def follow(file: str, moved: Mapping[str, str], _tell: Tell) -> None:
    """Move what is noted about these listings to those that they were merged into."""
    _room(file).follow(moved)


def plain_marks(marks: Iterable[Mark]) -> list[Any]:
    """Marks as plain values."""
    return [[list(mark.listing), mark.marked_at.isoformat()] for mark in marks]


def marks_of(plain: Iterable[Any]) -> tuple[Mark, ...]:
    """Marks from plain values."""
    return tuple(Mark(Shown(*shown), datetime.fromisoformat(moment)) for shown, moment in plain)


def _room(file: str) -> NotebookRoom:
    from therapist_desktop.data.writing.notebook.room import NotebookRoom

    return NotebookRoom(Path(file))
