"""Reads the passages of one page aloud: from one to the next, with pauses, back and forward, faster and slower."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from therapist_desktop.domain.voices import Pace
from therapist_desktop.ui.controllers.speaking import Speaker

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Protocol

    from therapist_desktop.domain.voices import Voice

    class Passage(Protocol):
        """What is said in one go."""

        @property
        def words(self) -> str: ...
        @property
        def is_heading(self) -> bool: ...


_BETWEEN_MS, _AROUND_HEADING_MS = 120, 450


class AloudController(QObject):
    """Knows what is being read and how far it is. A pause remembers the passage and says it anew."""

    changed = Signal()  # another passage, or the same one paused or going on
    stopped = Signal()
    unheard = Signal()  # no voice of this machine could be heard

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voices: tuple[Voice, ...] = ()
        self._passages: tuple[Passage, ...] = ()
        self._language = ""
        self._at = 0
        self._is_paused = False
        self._pace = Pace.USUAL
        self.speaker = Speaker(self)
        self.speaker.said.connect(self._go_on)
        self.speaker.failed.connect(self._try_another_voice)

    @property
    def has_voice(self) -> bool:
        """There is something that can speak."""
        return bool(self._voices)

    @property
    def is_reading(self) -> bool:
        """A page is being read, or is paused."""
        return bool(self._passages)

    @property
    def is_paused(self) -> bool:
        """It is silent, and knows where to go on."""
        return self._is_paused

    @property
    def at(self) -> int:
        """Which passage it is, counted from zero."""
        return self._at

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self._passages)

    @property
    def pace(self) -> Pace:
        """How fast is read."""
        return self._pace

    def use(self, voices: Sequence[Voice]) -> None:
        """Speak with the first of these that can be heard."""
        self._voices = tuple(voices)

    def start(self, passages: Sequence[Passage], language: str, at: int = 0) -> None:
        """Read these from this one on, instead of any others."""
        self.stop()
        if self._voices and passages:
            self._passages, self._language = tuple(passages), language
            self._at, self._is_paused = min(at, len(passages) - 1), False
            self._say()

    @Slot()
    def stop(self) -> None:
        """Read nothing any more."""
        self.speaker.hush()
        if self._passages:
            self._passages, self._at, self._is_paused = (), 0, False
            self.stopped.emit()

    @Slot()
    def toggle_pause(self) -> None:
        """Be silent for a while, or go on with the passage that was being said."""
        if not self.is_reading:
            return
        self._is_paused = not self._is_paused
        if self._is_paused:
            self.speaker.hush()
            self.changed.emit()
        else:
            self._say()

    def step(self, by: int) -> None:
        """Go to another passage; after the last one it stays there, before the first one too."""
        if not self.is_reading:
            return
        at = min(max(self._at + by, 0), self.total - 1)
        if at != self._at or by < 0:  # back from the first begins it anew
            self._at = at
            self._say()

    def read_at(self, pace: Pace) -> None:
        """Read this fast, the passage that is being said too."""
        if pace is self._pace:
            return
        self._pace = pace
        if self.is_reading:
            self._say()

    def end(self) -> None:
        """Stop, and see that no process is left."""
        self.stop()
        self.speaker.end()

    def _say(self, after_ms: int = 0) -> None:
        if not self._is_paused:
            words = self._passages[self._at].words
            self.speaker.say(words, self._voices[0], self._language, self._pace, after_ms)
        self.changed.emit()

    @Slot()
    def _go_on(self) -> None:
        before, self._at = self._passages[self._at], self._at + 1
        if self._at >= self.total:
            self.stop()
            return
        around_heading = before.is_heading or self._passages[self._at].is_heading
        self._say(_AROUND_HEADING_MS if around_heading else _BETWEEN_MS)

    @Slot()
    def _try_another_voice(self) -> None:
        """One that is installed need not work: then the next one says the same."""
        self._voices = self._voices[1:]
        if self._voices:
            self._say()
        else:
            self.stop()
            self.unheard.emit()
