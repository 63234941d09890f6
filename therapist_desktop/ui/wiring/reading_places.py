"""How far each page was read: kept while somebody reads, and offered when they come back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from therapist_desktop.domain.places import Page
from therapist_desktop.domain.reading_notes import READ_TO_THE_END, ShownPiece
from therapist_desktop.ui.controllers.reading_notes import shown_piece
from therapist_desktop.ui.i18n import translate

if TYPE_CHECKING:
    from therapist_desktop.domain.library import Piece
    from therapist_desktop.domain.reading_notes import Reading
    from therapist_desktop.ui.built import Built
    from therapist_desktop.ui.controllers.reading_notes import ReadingNotesController
    from therapist_desktop.ui.widgets.kept_line import KeptLine

AFTER_MS = 1_500
_BEGUN = 0.03
_HUNDRED = 100


class ReadingPlaces(QObject):
    """Follows the page that is read. Tabs of another day open where they were left; else it is offered."""

    def __init__(self, built: Built, kept: ReadingNotesController, line: KeptLine) -> None:
        super().__init__(built.window)
        self._window, self._places = built.window, built.places
        self._kept, self._line = kept, line
        self._piece: ShownPiece | None = None
        self._returning: Reading | None = None
        self._is_to_offer = self._has_moved = False
        self._recalled = {way.here.piece for way in built.places.tabs.ways} - {""}
        self._soon = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._soon.timeout.connect(self.keep)
        built.reading.piece_opened.connect(self._opened)
        kept.notes_changed.connect(self._look_again)
        self._window.reader.page.scroller.moved.connect(self._moved)
        self._window.reader.arrived.connect(self._arrived)
        self._window.page_shown.connect(self._turned)
        self._window.closing.connect(self.keep)
        if self._window.reader.piece is not None:
            self._opened(self._window.reader.piece)

    def return_to(self, piece_id: str) -> None:
        """The next time this page is opened, show it where it was left."""
        self._recalled.add(piece_id)

    def go_to(self, reading: Reading) -> None:
        """Go on where this page was left: as far down as it was, if that is still under the same heading."""
        scroll = self._window.reader.page.scroller
        bar = scroll.verticalScrollBar()
        bar.setValue(round(reading.fraction * bar.maximum()))
        headings = scroll.headings
        if reading.heading in headings and self._heading() != reading.heading:
            scroll.go_to_heading(headings.index(reading.heading))

    @Slot()
    def keep(self) -> None:
        """Keep how far the page is read now."""
        self._soon.stop()
        reader = self._window.reader
        if self._piece is None or reader.piece is None or reader.piece.id != self._piece.id or not reader.is_whole:
            return
        if self._window.page is Page.LIBRARY and self._returning is None:
            self._kept.note_reading(self._piece, self._fraction(), self._heading())

    def _opened(self, piece: Piece) -> None:
        """Another page is read, or the same one again."""
        shown = shown_piece(piece)
        self._kept.rename(shown)
        if self._piece is not None and self._piece.id == shown.id:
            self._piece = shown
            return
        self._leave()
        self._piece = shown
        self._has_moved = False
        self._is_to_offer = not self._places.reading_place
        before = self._kept.notes.readings.get(shown.id)
        self._line.hide()
        self._look_again()
        kept = (before.fraction, before.heading) if before else (0.0, "")
        self._kept.note_reading(shown, *kept, again=True)

    def _look_again(self, _notes: object = None) -> None:
        """What is known of the page may come after the page."""
        piece = self._piece
        before = self._kept.notes.readings.get(piece.id) if piece else None
        if piece is None or before is None or not self._is_to_offer:
            return
        self._is_to_offer = False
        if not _BEGUN < before.fraction < READ_TO_THE_END:
            return
        if piece.id in self._recalled:
            self._recalled.discard(piece.id)
            self._returning = before
            if self._window.reader.is_whole:
                self._arrived()
        else:
            self._line.say(
                "history", _stopped(before), translate("ReadingPlaces", "Continue reading"), partial(self.go_to, before)
            )

    @Slot()
    def _arrived(self) -> None:
        reading, self._returning = self._returning, None
        if reading is not None and self._piece is not None and reading.piece.id == self._piece.id:
            self.go_to(reading)

    @Slot()
    def _moved(self) -> None:
        if self._window.reader.is_whole and self._piece is not None:
            self._has_moved = True
            self._soon.start()
            if self._window.reader.page.scroller.verticalScrollBar().maximum() and self._fraction() >= READ_TO_THE_END:
                self._done(self._piece)

    @Slot(object)
    def _turned(self, page: Page) -> None:
        if page is not Page.LIBRARY and self._soon.isActive():
            self._soon.stop()
            reader = self._window.reader
            if self._piece is not None and reader.piece is not None and reader.piece.id == self._piece.id:
                self._kept.note_reading(self._piece, self._fraction(), self._heading())

    def _leave(self) -> None:
        """A page that is not longer than the window is read when somebody leaves it."""
        if self._piece is not None and not self._window.reader.page.scroller.verticalScrollBar().maximum():
            self._kept.set_done(self._piece.id, done=True)
        self._soon.stop()

    def _done(self, piece: ShownPiece) -> None:
        if self._kept.set_done(piece.id, done=True):
            self._line.say(
                "list-checks",
                translate("ReadingPlaces", "Read to the end: done on your reading list."),
                translate("ReadingPlaces", "Undo"),
                lambda: self._kept.set_done(piece.id, done=False),
            )

    def _fraction(self) -> float:
        bar = self._window.reader.page.scroller.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() else 0.0

    def _heading(self) -> str:
        scroll = self._window.reader.page.scroller
        headings = scroll.headings
        return headings[scroll.heading] if headings else ""


def _stopped(reading: Reading) -> str:
    percent = round(reading.fraction * _HUNDRED)
    if reading.heading:
        return translate("ReadingPlaces", "You stopped at \u201c{heading}\u201d ({n} %).").format(
            heading=reading.heading, n=percent
        )
    return translate("ReadingPlaces", "You stopped at {n} % of this page.").format(n=percent)
