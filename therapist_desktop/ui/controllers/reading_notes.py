"""What somebody keeps of pages: shown at once, written behind it, and taken back where the disk refuses."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from therapist_desktop.domain.reading_notes import (
    Bookmark,
    Highlight,
    Reading,
    ReadingNotes,
    Report,
    ShownPiece,
    ToRead,
    with_one,
)
from therapist_desktop.ui.jobs import if_trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Protocol

    from therapist_desktop.domain.library import Piece
    from therapist_desktop.domain.reading_notes import Anchor, Colour
    from therapist_desktop.ui.jobs import OneAtATime

    class Keeps(Protocol):
        """The part of the notebook that is about pages."""

        def all(self) -> ReadingNotes: ...
        def keep_bookmark(self, one: Bookmark) -> None: ...
        def drop_bookmark(self, piece_id: str) -> None: ...
        def keep_to_read(self, one: ToRead) -> None: ...
        def drop_to_read(self, piece_id: str) -> None: ...
        def keep_highlight(self, one: Highlight) -> None: ...
        def drop_highlight(self, highlight_id: str) -> None: ...
        def keep_reading(self, one: Reading) -> None: ...
        def drop_reading(self, piece_id: str) -> None: ...
        def forget_readings(self) -> None: ...
        def keep_report(self, one: Report) -> None: ...
        def drop_report(self, report_id: str) -> None: ...
        def rename(self, pieces: Sequence[ShownPiece]) -> None: ...


def shown_piece(piece: Piece) -> ShownPiece:
    """What is kept of a page when something is kept about it."""
    return ShownPiece(piece.id, piece.kind.value, piece.section.value, piece.title)


def _utc_now() -> datetime:
    return datetime.now(UTC)


class ReadingNotesController(QObject):
    """Knows everything that is kept of pages."""

    notes_changed = Signal(object)  # ReadingNotes
    failed = Signal(object)  # Trouble

    def __init__(
        self,
        notebook: Keeps,
        deeds: OneAtATime,
        now: Callable[[], datetime] = _utc_now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._notebook, self._deeds, self._now = notebook, deeds, now
        self._notes = ReadingNotes()
        self._under_way = 0
        self._is_loaded = False

    @property
    def notes(self) -> ReadingNotes:
        """Everything that is kept."""
        return self._notes

    @property
    def is_loaded(self) -> bool:
        """What was kept before is known."""
        return self._is_loaded

    def load(self) -> None:
        """Read what is kept; another window may have kept more."""
        self._do(lambda: None)

    def toggle_bookmark(self, piece: ShownPiece) -> bool:
        """Put a bookmark in this page, or take it out; whether it has one now."""
        had = piece.id in self._notes.bookmarks
        if had:
            self.drop_bookmark(piece.id)
        else:
            self.keep_bookmark(Bookmark(piece, self._now()))
        return not had

    def keep_bookmark(self, one: Bookmark) -> None:
        """Put this bookmark in, or back."""
        self._show(bookmarks=with_one(self._notes.bookmarks, one.piece.id, one))
        self._do(partial(self._notebook.keep_bookmark, one))

    def drop_bookmark(self, piece_id: str) -> None:
        """Take the bookmark out of a page."""
        self._show(bookmarks=with_one(self._notes.bookmarks, piece_id, None))
        self._do(partial(self._notebook.drop_bookmark, piece_id))

    def toggle_to_read(self, piece: ShownPiece) -> bool:
        """Put this page on the reading list, or take it off; whether it is on it now. A page that was read is new."""
        one = self._notes.to_read.get(piece.id)
        if one is not None and one.done_at is None:
            self.drop_to_read(piece.id)
            return False
        self.keep_to_read(ToRead(piece, self._now()))
        return True

    def keep_to_read(self, one: ToRead) -> None:
        """Put this page on the reading list, or back on it."""
        self._show(to_read=with_one(self._notes.to_read, one.piece.id, one))
        self._do(partial(self._notebook.keep_to_read, one))

    def drop_to_read(self, piece_id: str) -> None:
        """Take a page off the reading list."""
        self._show(to_read=with_one(self._notes.to_read, piece_id, None))
        self._do(partial(self._notebook.drop_to_read, piece_id))

    def set_done(self, piece_id: str, *, done: bool) -> bool:
        """A page of the reading list is read, or is not; whether that was news."""
        one = self._notes.to_read.get(piece_id)
        if one is None or (one.done_at is not None) is done:
            return False
        self.keep_to_read(one._replace(done_at=self._now() if done else None))
        return True

    def highlight(self, piece: ShownPiece, anchor: Anchor, colour: Colour, note: str = "") -> Highlight:
        """Highlight these words."""
        now = self._now()
        one = Highlight(uuid4().hex, piece, anchor, colour, note, now, now)
        self.keep_highlight(one)
        return one

    def change_highlight(self, highlight_id: str, *, colour: Colour | None = None, note: str | None = None) -> None:
        """Give highlighted words another colour or note."""
        one = self._notes.highlights.get(highlight_id)
        if one is None:
            return
        colour, note = colour or one.colour, one.note if note is None else note
        if (colour, note) != (one.colour, one.note):
            self.keep_highlight(one._replace(colour=colour, note=note, changed_at=self._now()))

    def keep_highlight(self, one: Highlight) -> None:
        """Keep this highlight, or put it back."""
        self._show(highlights=with_one(self._notes.highlights, one.id, one))
        self._do(partial(self._notebook.keep_highlight, one))

    def drop_highlight(self, highlight_id: str) -> Highlight | None:
        """Take a highlight away with its note; this it was."""
        one = self._notes.highlights.get(highlight_id)
        if one is not None:
            self._show(highlights=with_one(self._notes.highlights, highlight_id, None))
            self._do(partial(self._notebook.drop_highlight, highlight_id))
        return one

    def note_reading(self, piece: ShownPiece, fraction: float, heading: str, *, again: bool = False) -> None:
        """So far a page was read; `again` where it was opened anew."""
        before = self._notes.readings.get(piece.id)
        times = (before.times if before else 0) + (1 if again or before is None else 0)
        if before and not again and (before.heading, before.piece) == (heading, piece):
            moved = abs(before.fraction - fraction)
            if moved < _LEAST_MOVE:
                return
        one = Reading(piece, min(1.0, max(0.0, fraction)), heading, self._now(), times)
        self.keep_reading(one)

    def keep_reading(self, one: Reading) -> None:
        """Keep how far a page was read, or put that back."""
        self._show(readings=with_one(self._notes.readings, one.piece.id, one))
        self._do(partial(self._notebook.keep_reading, one))

    def drop_reading(self, piece_id: str) -> None:
        """Forget that a page was read."""
        self._show(readings=with_one(self._notes.readings, piece_id, None))
        self._do(partial(self._notebook.drop_reading, piece_id))

    def forget_readings(self) -> None:
        """Forget what was read."""
        self._show(readings={})
        self._do(self._notebook.forget_readings)

    def keep_report(self, one: Report) -> None:
        """Keep a report of an error, or a draft of it."""
        self._show(reports=with_one(self._notes.reports, one.id, one))
        self._do(partial(self._notebook.keep_report, one))

    def drop_report(self, report_id: str) -> None:
        """Throw a report away."""
        self._show(reports=with_one(self._notes.reports, report_id, None))
        self._do(partial(self._notebook.drop_report, report_id))

    def rename(self, piece: ShownPiece) -> None:
        """A page is called so now."""
        notes = self._notes
        kept = [one.piece for one in notes.bookmarks.values()]
        kept += [one.piece for one in notes.to_read.values()]
        kept += [one.piece for one in notes.highlights.values()]
        if any(one.id == piece.id and one != piece for one in kept):
            self._do(partial(self._notebook.rename, [piece]))

    def _show(self, **changed: object) -> None:
        self._notes = self._notes._replace(**changed)  # type: ignore[arg-type] # one of its own maps
        self.notes_changed.emit(self._notes)

    def _do(self, deed: Callable[[], object]) -> None:
        notebook = self._notebook

        def write_and_read() -> ReadingNotes:
            deed()
            return notebook.all()

        self._under_way += 1
        self._deeds.do(write_and_read, self._settle, self._fail)

    def _settle(self, written: ReadingNotes) -> None:
        """The disk has the last word, as soon as it has heard everything."""
        self._under_way -= 1
        if not self._under_way and (written != self._notes or not self._is_loaded):
            self._is_loaded = True
            self._notes = written
            self.notes_changed.emit(written)

    def _fail(self, error: BaseException) -> None:
        self._under_way -= 1
        if_trouble(self.failed.emit)(error)
        if not self._under_way:
            self._deeds.do(self._notebook.all, self._agree, if_trouble(_nothing))

    def _agree(self, written: ReadingNotes) -> None:
        if not self._under_way:
            self._notes = written
            self.notes_changed.emit(written)


_LEAST_MOVE = 0.005


def _nothing(_trouble: object) -> None:
    """It was told already."""
