"""The real window, used by a script instead of a person."""

import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from therapist_desktop.app import READERS
from therapist_desktop.building import Notes, build
from therapist_desktop.domain.filters import Filters
from therapist_desktop.domain.overriding import override
from therapist_desktop.services.memory import keep_together
from therapist_desktop.services.notebook import Notebook
from therapist_desktop.services.paths import AppPaths
from therapist_desktop.ui.controllers.places import PlacesController
from therapist_desktop.ui.models.pages import Answer
from therapist_desktop.ui.tidying import Tidying

Wait = float | Callable[[], bool]
"""What a script waits for: so many milliseconds, or until something is so."""
_LOOK_MS = 20
_REST_S = 0.4
_BUSY = 0.05
_PATIENCE_S = 300


class Session(QObject):
    """A window over a data folder with the hands at its keys. Made before the event loop runs."""

    def __init__(self, application: QApplication, data_dir: Path) -> None:
        super().__init__(application)
        keep_together()
        self._executors = (ThreadPoolExecutor(READERS), ThreadPoolExecutor(1), ThreadPoolExecutor(1))
        reads, deeds, notes = self._executors
        paths = AppPaths.under(data_dir)
        apart = Notes(
            Notebook(paths.notebook, apart=True), notes
        )  # what writes would take 36 MB of the window's memory
        self._built = build(application, paths, reads, deeds, notes=apart)
        self.window = self._built.window
        self._tidying = Tidying(self.window)  # as the program does
        self.window.furnished.connect(self._tidying.start)
        self.painted: list[tuple[Filters, float]] = []
        self._answers = 0
        self._awaited: Filters | None = Filters()  # answered before the window is shown
        self._built.search.answered.connect(self._note)
        for widget in (self.window.results.table.viewport(), self.window.results.notice):
            widget.installEventFilter(self)

    def play(self, script: Iterator[Wait]) -> None:
        """Show the window and play; the application ends with the script."""
        self.window.show()
        sys.excepthook = _fail
        self._go_on(script)

    def close(self) -> None:
        """Let everything end."""
        self._built.syncing.cancel()
        for executor in self._executors:
            executor.shutdown(wait=True, cancel_futures=True)

    @property
    def places(self) -> PlacesController:
        """Where the window is led."""
        return self._built.places

    def press(self, key: str) -> float:
        """Press a key in the search box; when that was."""
        now = time.perf_counter()
        code = Qt.Key.Key_Space if key == " " else Qt.Key(ord(key.upper()))
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, key)
            QCoreApplication.sendEvent(self.window.search_box, event)
        return now

    def next_answer(self) -> Callable[[], bool]:
        """Until one answer more than now has been painted."""
        before = len(self.painted)
        return lambda: len(self.painted) > before

    def another_answer(self) -> Callable[[], bool]:
        """Until one answer more than now is there, whatever page shows it."""
        before = self._answers
        return lambda: self._answers > before

    def answer_to(self, words: str) -> Callable[[], bool]:
        """Until the newest painted answer is the one to these words."""
        return lambda: bool(self.painted) and self.painted[-1][0].words == words

    @staticmethod
    def rest() -> Callable[[], bool]:
        """Until all threads have had next to nothing to do for a while."""
        began, busy = time.perf_counter(), time.process_time()

        def is_at_rest() -> bool:
            nonlocal began, busy
            now, spent = time.perf_counter(), time.process_time()
            if now - began < _REST_S:
                return False
            share = (spent - busy) / (now - began)
            began, busy = now, spent
            return share < _BUSY

        return is_at_rest

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._awaited is not None:
            filters, self._awaited = self._awaited, None
            QTimer.singleShot(0, self, lambda: self.painted.append((filters, time.perf_counter())))
        return False

    def _note(self, answer: Answer) -> None:
        self._answers += 1
        self._awaited = answer.results.filters

    def _go_on(self, script: Iterator[Wait]) -> None:
        wait = next(script, None)
        if wait is None:
            QApplication.exit(0)
        elif callable(wait):
            self._look_until(wait, script, time.perf_counter() + _PATIENCE_S)
        else:
            QTimer.singleShot(round(wait), self, lambda: self._go_on(script))

    def _look_until(self, is_so: Callable[[], bool], script: Iterator[Wait], deadline: float) -> None:
        if is_so():
            self._go_on(script)
        elif time.perf_counter() > deadline:
            raise TimeoutError(f"what the script waits for never came: {is_so}")
        else:
            QTimer.singleShot(_LOOK_MS, self, lambda: self._look_until(is_so, script, deadline))


def _fail(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What goes wrong in a slot ends the session."""
    sys.__excepthook__(kind, error, trace)
    QApplication.exit(1)
