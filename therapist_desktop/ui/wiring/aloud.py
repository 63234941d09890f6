"""Between the page that is read, the voice that reads it aloud, and the keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from therapist_desktop.domain.overriding import override
from therapist_desktop.domain.places import Page
from therapist_desktop.ui.focus_travel import has_focus
from therapist_desktop.ui.i18n import translate
from therapist_desktop.ui.jobs import if_trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from therapist_desktop.domain.library import Piece
    from therapist_desktop.domain.voices import Voice
    from therapist_desktop.ui.built import Built
    from therapist_desktop.ui.controllers.aloud import AloudController
    from therapist_desktop.ui.jobs import NewestOnly
    from therapist_desktop.ui.reading.aloud_bar import AloudBar
    from therapist_desktop.ui.reading.aloud_mark import SpokenMark
    from therapist_desktop.ui.reading.aloud_passages import Passage


class ReadingAloud(QObject):
    """Made behind the first picture; it goes with the window."""

    reading: AloudController
    bar: AloudBar
    mark: SpokenMark

    def __init__(self, built: Built, reads: Callable[[], NewestOnly], today: Callable[[], date]) -> None:
        super().__init__(built.window)
        self._built, self._today = built, today
        self._action = built.window.actions_["read_aloud"]
        self._action.setEnabled(False)
        self._tip = self._action.toolTip()
        self._questions = reads()
        self._passages: tuple[Passage, ...] = ()
        self._leads = self._waits = False
        built.window.furnish_with(self._furnish)
        built.window.furnished.connect(self._connect)

    def toggle(self) -> None:
        """Read the page that is shown, or stop."""
        if self.reading.is_reading:
            self.reading.stop()
        else:
            self._start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape that nothing nearer wanted: a term that is explained and the bar of Ctrl+F close first."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        is_ours = event.key() == Qt.Key.Key_Escape and self.reading.is_reading
        if is_ours:
            self.reading.stop()
        return is_ours

    def _furnish(self) -> Iterator[None]:
        from therapist_desktop.ui.controllers.aloud import AloudController

        yield
        from therapist_desktop.ui.reading import aloud_passages  # noqa: F401 - a step of its own
        from therapist_desktop.ui.reading.aloud_bar import AloudBar

        yield
        from therapist_desktop.ui.reading.aloud_mark import SpokenMark
        from therapist_desktop.ui.reading.page_appearance import PageAppearance

        yield
        window, appearance = self._built.window, self._built.appearance
        self.reading = AloudController(self)
        self.bar = AloudBar(appearance)
        self._look = PageAppearance(appearance, self)
        self.mark = SpokenMark(window.reader.page, self._look, self)
        yield

    def _connect(self) -> None:
        window, reader, reading, bar = self._built.window, self._built.window.reader, self.reading, self.bar
        reader.hold_line(bar)
        reader.installEventFilter(self)
        reader.look_changed.connect(self._look.use)
        self._look.use(reader.look)
        bar.pause_requested.connect(reading.toggle_pause)
        bar.previous_requested.connect(partial(self._step, -1))
        bar.next_requested.connect(partial(self._step, 1))
        bar.pace_requested.connect(reading.read_at)
        bar.stop_requested.connect(reading.stop)
        bar.left.connect(reading.stop)
        reading.changed.connect(self._show)
        reading.stopped.connect(self._put_away)
        reading.unheard.connect(self._say_that_nothing_is_heard)
        reader.browser.text_shown.connect(self._hold_on)
        reader.arrived.connect(self._arrive)
        self._action.triggered.connect(self.toggle)
        asking = self._built.reading
        asking.piece_opened.connect(self._leave)
        for changed in (window.page_shown, asking.piece_opened, asking.piece_gone, asking.pieces_listed):
            changed.connect(self._see_what_is_possible)
        window.closing.connect(reading.end)
        self._look_for_voices()

    def _look_for_voices(self) -> None:
        from therapist_desktop.services.voices import voices_here

        self._questions.ask(voices_here, self._use, if_trouble(self._built.window.banner.show_problem))

    def _use(self, voices: tuple[Voice, ...]) -> None:
        self.reading.use(voices)
        self._see_what_is_possible()

    def _see_what_is_possible(self, *_changed: object) -> None:
        window, piece = self._built.window, self._built.window.reader.piece
        is_read = window.page is Page.LIBRARY and piece is not None and piece.intact
        self._action.setEnabled(is_read and self.reading.has_voice)
        self._action.setToolTip(self._tip if self.reading.has_voice else _what_is_missing())
        if piece is None:
            self.reading.stop()

    def _start(self) -> None:
        from therapist_desktop.ui.reading.aloud_passages import language_of, passages_of

        reader = self._built.window.reader
        piece, shown = reader.piece, reader.shown
        self._waits = piece is not None and not reader.is_whole
        if piece is None or shown is None or self._waits:
            return
        self._passages = passages_of(shown, reader.browser.document(), self._today())
        self._leads = True
        self.bar.show()
        self.reading.start(self._passages, language_of(piece, shown), self._first())

    def _first(self) -> int:
        """The selected words, or those with the cursor if they are in sight; else what is in sight first."""
        cursor = self._built.window.reader.browser.textCursor()
        at = cursor.selectionStart()
        number = next((n for n, one in enumerate(self._passages) if one.is_in_text and at <= one.stop), None)
        if number is not None and (
            cursor.hasSelection() or (at and self.mark.would_be_in_sight(self._passages[number]))
        ):
            return number
        return self.mark.first_in_sight(self._passages)

    def _step(self, by: int) -> None:
        self._leads = True
        self.reading.step(by)

    def _show(self) -> None:
        """Where it is. Somebody who went elsewhere on the page, or looks something up, is not led away from there."""
        reading = self.reading
        follow = self._leads or (self.mark.is_in_sight and not self._is_busy)
        self._leads = False
        self.mark.show(self._passages[reading.at], follow=follow)
        self.bar.say(reading.at, reading.total, reading.pace, is_paused=reading.is_paused)

    @property
    def _is_busy(self) -> bool:
        """A term is being explained, or words are looked for."""
        reader = self._built.window.reader
        return reader.page.explaining.is_open or has_focus(reader.find_bar)

    def _put_away(self) -> None:
        reader = self._built.window.reader
        had_focus = has_focus(self.bar)
        self._passages = ()
        self.mark.show(None)
        self.bar.hide()
        if had_focus:
            (reader.browser if reader.browser.isVisible() else reader).setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self, piece: Piece) -> None:
        """Another page comes; the same one may say the same."""
        now = self._built.window.reader.piece
        if self.reading.is_reading and (now is None or now.id != piece.id):
            self.reading.stop()

    def _hold_on(self) -> None:
        """The text was laid out anew. If it says what it said, reading goes on."""
        from therapist_desktop.ui.reading.aloud_passages import passages_of

        reader = self._built.window.reader
        if not self.reading.is_reading:
            return
        shown = reader.shown
        if shown is None or passages_of(shown, reader.browser.document(), self._today()) != self._passages:
            self.reading.stop()
        else:
            QTimer.singleShot(0, self, self._mark_again)

    def _mark_again(self, *, follow: bool = False) -> None:
        if self.reading.is_reading:
            self.mark.show(self._passages[self.reading.at], follow=follow)

    def _arrive(self) -> None:
        self._see_what_is_possible()
        self._mark_again(follow=not self._is_busy)
        if self._waits:
            self._start()

    def _say_that_nothing_is_heard(self) -> None:
        from therapist_desktop.domain.errors import VoiceUnheard

        self._built.window.banner.show_problem(VoiceUnheard())
        self._see_what_is_possible()
        self._look_for_voices()  # sound may be there the next time


def _what_is_missing() -> str:
    from therapist_desktop.services.voices import missing_program

    program = missing_program()
    if program:
        words = translate("ReadAloud", "Reading aloud needs a voice: install {program}, then start again")
        return words.format(program=program)
    return translate("ReadAloud", "This machine has no voice to read aloud with")
