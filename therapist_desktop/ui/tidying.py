"""When Python looks for what nobody needs any more: never while Qt is in the middle of something."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

if TYPE_CHECKING:
    from collections.abc import Iterator

EVERY_MS = 200


class Tidying(QObject):
    """Collects garbage between two turns of the event loop, as much as Python itself would have by then.

    Left alone, Python collects in whatever thread happens to allocate; a widget that goes then goes in a thread that
    must not touch it, or while Qt walks over it.
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
        due = [
            age
            for age, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if count > most
        ]
        if due:
            gc.collect(max(due))


@contextmanager
def undisturbed() -> Iterator[None]:
    """Nothing is collected meanwhile."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
