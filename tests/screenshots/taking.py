"""Takes a picture of the real window over a real shelf."""

from __future__ import annotations

import gc
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, QTimer
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QDialog

from therapist_desktop.building import build
from therapist_desktop.domain.places import Page
from therapist_desktop.ui.built import Built

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

    from therapist_desktop.services.paths import AppPaths

PATIENCE_S = 20.0
LOOK_MS = 200
BUSY_S = 0.01
"""A window that has used less of the processor between two looks has come to rest."""
DESK, WALL = (1280, 720), (1920, 1080)


@dataclass(frozen=True, slots=True)
class Picture:
    """What is done before a picture is taken. `sizes` of the window are in pixels."""

    name: str
    prepare: Callable[[Shown], None] = lambda _: None
    sizes: tuple[tuple[int, int], ...] = (DESK, WALL)
    zoom: float = 1.0
    is_empty: bool = False  # over a shelf without a release


@dataclass(frozen=True, slots=True)
class Shown:
    """A window that somebody prepares for its picture."""

    app: QApplication
    built: Built

    def settle(self) -> None:
        """Let everything come to rest."""
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            busy = time.process_time()
            loop = QEventLoop()
            QTimer.singleShot(LOOK_MS, loop.quit)
            loop.exec()
            if self.built.window.is_furnished and time.process_time() - busy < BUSY_S:
                return

    def go(self, page: Page) -> None:
        """Show this page."""
        self.built.window.show_page(page)
        self.settle()


def take(app: QApplication, paths: AppPaths, picture: Picture, scheme: str, size: tuple[int, int]) -> QPixmap:
    """One picture, of a window of its own that remembers nothing of the one before."""
    with opened(app, paths, picture, scheme, size) as shown:
        return _grabbed(shown.built.window)


@contextmanager
def opened(app: QApplication, paths: AppPaths, picture: Picture, scheme: str, size: tuple[int, int]) -> Iterator[Shown]:
    """A window of its own, prepared for this picture."""
    paths.notebook.unlink(missing_ok=True)
    reads, deeds = ThreadPoolExecutor(2), ThreadPoolExecutor(1)
    is_over = Event()
    if picture.is_empty:
        deeds.submit(is_over.wait)  # the picture is of the moment before the starter is loaded
    built = build(app, paths, reads, deeds)
    shown = Shown(app, built)
    try:
        built.appearance.pin(scheme)
        built.appearance.set_zoom(picture.zoom)
        built.window.resize(*size)
        built.window.show()
        shown.settle()
        picture.prepare(shown)
        shown.settle()
        yield shown
    finally:
        is_over.set()
        for over in (*app.topLevelWidgets(), built.window):
            over.close()
        built.appearance.set_zoom(1.0)  # the style is that of the whole program: whoever comes next begins as usual
        for executor in (reads, deeds):
            executor.shutdown(wait=True, cancel_futures=True)
        built.window.deleteLater()
        built.appearance.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()  # now, not while the next style sheet goes through all widgets


def _grabbed(window: QWidget) -> QPixmap:
    """The window, with the dialogs and menus that are open lying over it."""
    picture = window.grab()
    painter = QPainter(picture)
    lying = [widget for widget in QApplication.topLevelWidgets() if widget is not window and widget.isVisible()]
    for over in lying:
        if isinstance(over, QDialog):
            painter.fillRect(picture.rect(), QColor(0, 0, 0, 90))
            spot = picture.rect().center() - over.rect().center()
            painter.setPen(QColor("gray"))
            painter.drawRect(over.rect().translated(spot).adjusted(-1, -1, 0, 0))
        else:
            spot = over.pos() - window.mapToGlobal(QPoint(0, 0))
        painter.drawPixmap(spot, over.grab())
    painter.end()
    return picture
