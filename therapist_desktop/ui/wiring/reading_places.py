"""How far each page was read: kept while somebody reads, and offered when they come back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from therapist_desktop.domain.reading_notes import READ_TO_THE_END, ShownPiece
from therapist_desktop.ui.controllers.reading_notes import shown_piece
from therapist_desktop.ui.i18n import translate

if TYPE_CHECKING:
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
        self._latest: tuple[float, str] | None = None
        self._is_to_offer = self._is_short = self._is_new = False
        self._stands_at = 0
        self._recalled = {way.here.piece for way in built.places.tabs.ways} - {""}
        self._soon = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._soon.timeout.connect(self.keep)
        self._window.reader.arrived.connect(self._arrived)
        self._window.reader.page.scroller.moved.connect(self._moved)
        self._window.page_shown.connect(self.keep)
        self._window.closing.connect(self.keep)
        kept.notes_changed.connect(self._look_again)

    @property
    def piece(self) -> str:
        """The page that is followed, once it stands there."""
        return self._piece.id if self._piece else ""

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
        latest, self._latest = self._latest, None
        if self._piece is not None and latest is not None:
            self._kept.note_reading(self._piece, *latest)

    @Slot()
    def _arrived(self) -> None:
        """Another page stands there, or the same one again."""
        piece = self._window.reader.piece
        if piece is None:
            return
        shown = shown_piece(piece)
        if self._piece is None or self._piece.id != shown.id:
            self._open(shown)
        self._piece = shown
        bar = self._window.reader.page.scroller.verticalScrollBar()
        self._is_short = not bar.maximum()
        self._stands_at = bar.value()

    def _open(self, shown: ShownPiece) -> None:
        self.keep()
        if self._piece is not None and self._is_short:  # it was read by whoever leaves it
            self._kept.set_done(self._piece.id, done=True)
        self._piece = shown
        self._kept.rename(shown)
        self._is_to_offer = not self._places.reading_place
        self._line.hide()
        self._is_new = True
        self._look_again()

    def _look_again(self, _notes: object = None) -> None:
        """What was kept before may be known only after the page is there."""
        piece = self._piece
        if piece is None or not self._is_new or not self._kept.is_loaded:
            return
        self._is_new = False
        before = self._kept.notes.readings.get(piece.id)
        if before is not None and self._is_to_offer and _BEGUN < before.fraction < READ_TO_THE_END:
            self._offer(before)
        self._kept.note_reading(piece, *(before[1:3] if before else (0.0, "")), again=True)

    def _offer(self, before: Reading) -> None:
        if before.piece.id in self._recalled:
            self.go_to(before)
        else:
            words = translate("ReadingPlaces", "Continue reading")
            self._line.say("history", _stopped(before), words, partial(self.go_to, before))
        self._recalled.discard(before.piece.id)

    @Slot()
    def _moved(self) -> None:
        reader, piece = self._window.reader, self._piece
        if piece is None or self._is_new or reader.piece is None or reader.piece.id != piece.id or not reader.is_whole:
            return
        if reader.page.scroller.place == self._stands_at:
            return  # only its height is another
        self._stands_at = -1
        self._latest = self._fraction(), self._heading()
        self._soon.start()
        if reader.page.scroller.verticalScrollBar().maximum() and self._latest[0] >= READ_TO_THE_END:
            self._done(piece)

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
