"""Keeps how the window is, now and then while it is open and once more when it closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from therapist_desktop.services.clock import local_day
from therapist_desktop.ui.jobs import if_trouble
from therapist_desktop.ui.window_state import NAME

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from typing import Protocol

    from therapist_desktop.domain.errors import Trouble
    from therapist_desktop.ui.jobs import OneAtATime

    class Remembers(Protocol):
        """The part of the notebook that is about the window."""

        def remember(self, name: str, text: str) -> None: ...
        def rest(self) -> None: ...
        def finish(self, today: date) -> None: ...


EVERY_MS = 60_000


class KeepingController(QObject):
    """Quiet: a disk that says no costs the memory of the window, never a word."""

    def __init__(
        self,
        notebook: Remembers,
        deeds: OneAtATime,
        remembered: Callable[[], str],
        known: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._notebook = notebook
        self._deeds = deeds
        self._remembered = remembered
        self._known = known
        self._clock = QTimer(self, interval=EVERY_MS)
        self._clock.timeout.connect(self.tick)

    @Slot()
    def start(self) -> None:
        """Keep it every minute from now on, if it has changed; so a crash costs a minute of it."""
        self._clock.start()

    @Slot()
    def tick(self) -> None:
        """A minute has gone: keep what changed, and let what writes rest."""
        self.keep()
        self._deeds.do(self._notebook.rest, _nothing, if_trouble(_nothing))

    @Slot()
    def keep(self) -> None:
        """Keep it now, if it has changed."""
        text, notebook = self._remembered(), self._notebook
        if text != self._known:
            self._known = text
            self._deeds.do(lambda: notebook.remember(NAME, text), _nothing, if_trouble(self._forget))

    @Slot()
    def finish(self) -> None:
        """Keep it for the last time, and let the notebook end its day."""
        self._clock.stop()
        self.keep()
        notebook = self._notebook
        self._deeds.do(lambda: notebook.finish(local_day()), _nothing, if_trouble(_nothing))

    def _forget(self, _trouble: Trouble) -> None:
        self._known = ""  # try again


def _nothing(_end: object) -> None:
    """It is kept, or cannot be: in both cases nobody has to hear of it."""
