"""The roof of the window: starts it, lends it threads, and takes everything down in order."""

from __future__ import annotations

import logging
import sys
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QApplication

from therapist_desktop import __version__
from therapist_desktop.building import Notes, build
from therapist_desktop.services.journal import journal
from therapist_desktop.services.notebook import Notebook
from therapist_desktop.services.paths import AppPaths
from therapist_desktop.ui.tidying import Tidying

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future, ThreadPoolExecutor
    from pathlib import Path
    from types import TracebackType

    from therapist_desktop.ui.main_window import MainWindow

READERS = 2
_LAST_NOTES_S = 5.0
_T = TypeVar("_T")
_LOG = logging.getLogger(__name__)


class _Threads:
    """Threads that are made when there is work for them: the first picture needs none."""

    def __init__(self, most: int, name: str) -> None:
        self._most, self._name = most, name
        self._executor: ThreadPoolExecutor | None = None

    def submit(self, work: Callable[[], _T], /) -> Future[_T]:
        """Do this as soon as a thread is free."""
        if self._executor is None:
            from concurrent.futures import ThreadPoolExecutor

            from therapist_desktop.services.memory import keep_together

            keep_together()
            self._executor = ThreadPoolExecutor(self._most, thread_name_prefix=self._name)
        return self._executor.submit(work)

    def finish(self, seconds: float) -> None:
        """Wait for everything that was asked for, but no longer than this."""
        if self._executor is not None:
            from concurrent.futures import wait

            wait([self._executor.submit(int)], seconds)

    def shut_down(self) -> None:
        """Wait for what is under way; what has not begun is dropped."""
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)


def run(data_dir: Path | None = None, source: str = "", link: str = "") -> int:
    """Show the window until it is closed; with a link, at the page that it leads to."""
    paths = AppPaths.under(data_dir) if data_dir else AppPaths.of_this_user()
    with journal(paths.log):
        return _run(paths, source, link)


def _run(paths: AppPaths, source: str, link: str) -> int:
    app = QApplication.instance() or QApplication(sys.argv[:1])  # noqa: TID251 - a test may have made it
    if not isinstance(app, QApplication):
        return 1
    app.setApplicationName("Therapist Desktop")
    app.setApplicationVersion(__version__)
    reads, deeds, notes = _Threads(READERS, "reads"), _Threads(1, "deeds"), _Threads(1, "notes")
    built = build(app, paths, reads, deeds, source, Notes(Notebook(paths.notebook, apart=True), notes))
    sys.excepthook = partial(_tell_bug, built.window)
    tidying = Tidying(built.window)
    built.window.furnished.connect(partial(_settle, tidying))
    if link:
        built.window.link_requested.emit(link)
    built.window.show()
    try:
        return app.exec()
    finally:
        built.syncing.cancel()
        notes.finish(_LAST_NOTES_S)
        for threads in (reads, deeds, notes):
            threads.shut_down()
        sys.excepthook = sys.__excepthook__
        _LOG.info("closed")


def _settle(tidying: Tidying) -> None:
    """Behind the first picture."""
    tidying.start()
    _LOG.info("opened, version %s", __version__)


def _tell_bug(window: MainWindow, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What is not in the tree of troubles is a bug: log it, say so once, go on."""
    _LOG.error("unexpected", exc_info=(kind, error, trace))
    from therapist_desktop.ui.dialogs.unexpected import show_unexpected

    show_unexpected(window, f"{kind.__name__}: {error}")
