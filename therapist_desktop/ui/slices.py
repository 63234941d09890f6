"""Long work on the window in small steps, so that the window answers between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer, Signal, Slot
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Iterator

A_TURN_MS = 3  # of a frame of 16; layout and painting come on top


class Slices(QObject):
    """Takes a few steps in each turn of the event loop. Newer work drops what is left of the older."""

    finished = Signal()

    def __init__(self, parent: QObject, pause_ms: int = 0) -> None:
        """`pause_ms` stay free between two turns, where the same frames have other work too."""
        super().__init__(parent)
        self._steps: Iterator[None] | None = None
        self._timer = QTimer(self, interval=pause_ms)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_busy(self) -> bool:
        """Some steps are left."""
        return self._steps is not None

    def start(self, steps: Iterator[None]) -> None:
        """Take the first step now and the others in the turns to come. A step ends where a generator yields."""
        self._steps = steps
        self._timer.start()
        self._take(steps)

    def finish(self) -> None:
        """Take all steps that are left, now."""
        steps = self._steps
        while steps is not None and self._steps is steps:
            self._take(steps)

    def drop(self) -> None:
        """Leave the rest undone."""
        self._steps = None
        self._timer.stop()

    @Slot()
    def _go_on(self) -> None:
        deadline = QDeadlineTimer(A_TURN_MS)
        steps = self._steps
        while steps is not None and self._steps is steps:
            self._take(steps)
            if deadline.hasExpired():
                return

    def _take(self, steps: Iterator[None]) -> None:
        try:
            next(steps)
        except StopIteration:
            if isValid(self) and self._steps is steps:  # the steps may have been all that kept the window
                self.drop()
                self.finished.emit()
        except BaseException:
            self.drop()
            raise
