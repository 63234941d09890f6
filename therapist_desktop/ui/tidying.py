"""When Python looks for what nobody needs any more: in the thread of the window, between two turns of its loop."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

EVERY_MS = 200


class Tidying(QObject):
    """Collects garbage now and then, about as much as Python itself would have by then.

    Left alone, Python collects in whatever thread happens to allocate. A widget that went there would stay in the
    lists of Qt's style, which hears of it too late, and the next change of colours or size would meet it dead.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = QTimer(self, interval=EVERY_MS)
        self._clock.timeout.connect(self.tidy)

    @Slot()
    def start(self) -> None:
        """From now on. What has been loaded stays as long as the window: it need never be looked through."""
        gc.freeze()
        gc.disable()
        self._clock.start()

    @Slot()
    def tidy(self) -> None:
        """Collect what is due now."""
        collect_due()


def collect_due() -> None:
    """Collect what Python would have collected by now."""
    counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [age for age, (count, most) in enumerate(counts) if count > most]
    if due:
        gc.collect(max(due))
