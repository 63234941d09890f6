"""When Python looks for what nobody needs any more: in the thread of the window, between two turns of its loop."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

EVERY_MS = 200
FULL_EVERY = 300
"""After so many turns, a minute, everything is looked through; that takes longer than a frame."""


class Tidying(QObject):
    """Collects garbage now and then, about as much as Python itself would have by then.

    Left alone, Python collects in whatever thread happens to allocate. A widget that went there would stay in the
    lists of Qt's style, which hears of it too late, and the next change of colours or size would meet it dead.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = QTimer(self, interval=EVERY_MS)
        self._clock.timeout.connect(self.tidy)
        self._turns = 0

    @Slot()
    def start(self) -> None:
        """From now on. What has been loaded stays as long as the window: it need never be looked through."""
        gc.freeze()
        gc.disable()
        self._clock.start()

    @Slot()
    def tidy(self) -> None:
        """Collect what is due now: what is young at any time, everything once a minute."""
        self._turns = (self._turns + 1) % FULL_EVERY
        collect_due(1 if self._turns else 2)


def collect_due(oldest: int = 2) -> None:
    """Collect what Python would have collected by now, up to this generation."""
    counts = list(zip(gc.get_count(), gc.get_threshold(), strict=True))[: oldest + 1]
    due = [age for age, (count, most) in enumerate(counts) if count > most]
    if due:
        gc.collect(max(due))
