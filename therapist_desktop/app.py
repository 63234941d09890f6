"""The roof of the window: builds every part, hands each what it needs, and takes them down in order."""

from __future__ import annotations

import gc
import logging
import sys
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication

from therapist_desktop import __version__
from therapist_desktop.domain.errors import CatalogueDamaged, Trouble
from therapist_desktop.services.catalogue import Catalogue, local_day
from therapist_desktop.services.journal import journal
from therapist_desktop.services.notebook import Notebook
from therapist_desktop.services.paths import AppPaths
from therapist_desktop.services.shelf import Shelf
from therapist_desktop.services.starter import BUNDLED
from therapist_desktop.ui import fonts, i18n, window_state
from therapist_desktop.ui.controllers.comparing import ComparingController
from therapist_desktop.ui.controllers.keeping import KeepingController
from therapist_desktop.ui.controllers.marking import MarkingController
from therapist_desktop.ui.controllers.reading import ReadingController
from therapist_desktop.ui.controllers.search import SearchController
from therapist_desktop.ui.controllers.sync import SyncController
from therapist_desktop.ui.jobs import NewestOnly, OneAtATime
from therapist_desktop.ui.main_window import MainWindow
from therapist_desktop.ui.models.listings import ListingModel
from therapist_desktop.ui.models.pages import Pages
from therapist_desktop.ui.theme import BODY, Appearance, Theme, palette, stylesheet
from therapist_desktop.ui.wiring.actions import connect_actions
from therapist_desktop.ui.wiring.calling import connect_calling
from therapist_desktop.ui.wiring.comparing import connect_comparing
from therapist_desktop.ui.wiring.mapping import connect_map
from therapist_desktop.ui.wiring.marking import connect_marking
from therapist_desktop.ui.wiring.marks import connect_marks
from therapist_desktop.ui.wiring.rows import open_listing
from therapist_desktop.ui.wiring.window import connect

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future, ThreadPoolExecutor
    from pathlib import Path
    from types import TracebackType

    from therapist_desktop.domain.syncing import SyncOutcome, Tell
    from therapist_desktop.services.pointer import Shelved
    from therapist_desktop.ui.controllers.sync import Asked, Bring
    from therapist_desktop.ui.jobs import Threads
    from therapist_desktop.ui.window_state import WindowState

READERS = 2
_LAST_NOTES_S = 5.0
_T = TypeVar("_T")
_LOG = logging.getLogger(__name__)


class Built(NamedTuple):
    """The window with the parts that its owner still needs."""

    window: MainWindow
    appearance: Appearance
    search: SearchController
    reading: ReadingController
    syncing: SyncController
    catalogue: Catalogue
    marking: MarkingController
    keeping: KeepingController
    comparing: ComparingController


class Notes(NamedTuple):
    """The notebook, and what writes in it."""

    notebook: Notebook
    threads: Threads


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


def run(data_dir: Path | None = None, source: str = "") -> int:
    """Show the window until it is closed."""
    paths = AppPaths.under(data_dir) if data_dir else AppPaths.of_this_user()
    with journal(paths.log):
        return _run(paths, source)


def _run(paths: AppPaths, source: str) -> int:
    app = QApplication.instance() or QApplication(sys.argv[:1])  # noqa: TID251 - a test may have made it
    if not isinstance(app, QApplication):
        return 1
    app.setApplicationName("Therapist Desktop")
    app.setApplicationVersion(__version__)
    reads, deeds, notes = _Threads(READERS, "reads"), _Threads(1, "deeds"), _Threads(1, "notes")
    built = build(app, paths, reads, deeds, source, Notes(Notebook(paths.notebook, apart=True), notes))
    sys.excepthook = partial(_tell_bug, built.window)
    built.window.furnished.connect(_settle)
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


def _settle() -> None:
    """Behind the first picture. What has been loaded stays as long as the window: it need never be looked through."""
    gc.freeze()
    gc.enable()
    _LOG.info("opened, version %s", __version__)


def build(
    app: QApplication,
    paths: AppPaths,
    reads: Threads,
    deeds: Threads,
    source: str = "",
    notes: Notes | None = None,
) -> Built:
    """Every part of the window, knowing each other. Notes are written by the thread of deeds, if not by their own."""
    notes = notes or Notes(Notebook(paths.notebook), deeds)
    known = notes.notebook.memory().get(window_state.NAME, "")
    state = window_state.from_text(known)
    appearance = _appearance(app, state)
    shelf = Shelf(paths.catalogues)
    current = shelf.current()
    catalogue = Catalogue(current.file if current else paths.catalogues / "none.sqlite")
    pages = Pages(catalogue.page, NewestOnly(reads))
    model = ListingModel(pages)
    window = MainWindow(appearance, model, app)
    for part in (pages, model):
        part.setParent(window)
    window.recall(state)

    def looking_at() -> tuple[str, int]:
        return window.results.selected, window.results.first_row

    def use_current() -> None:
        now = shelf.current()
        if now is not None:
            catalogue.move_to(now.file)
            _show_release(window, now, catalogue)

    def usual_address() -> str:
        now = shelf.current()
        address = source or (now.address if now else "")
        return "" if address == BUNDLED else address

    search = SearchController(catalogue, NewestOnly(reads, window), looking_at, window)
    reading = ReadingController(catalogue, lambda: NewestOnly(reads, window), window)
    syncing = SyncController(_bringer(paths, source), use_current, usual_address, OneAtATime(deeds, window), window)
    marking, keeping = _noting(window, notes, catalogue, known)
    comparing = ComparingController(catalogue, NewestOnly(reads, window), window)
    built = Built(window, appearance, search, reading, syncing, catalogue, marking, keeping, comparing)
    connect(window, appearance, search, reading, syncing)
    connect_comparing(window, appearance, comparing, partial(open_listing, window, reading))
    connect_marks(window, model, appearance, marking, comparing)
    connect_calling(window, search, reading, appearance, local_day)
    connect_map(window, search, reading, catalogue, lambda: NewestOnly(reads, window), appearance)
    syncing.catalogue_replaced.connect(comparing.reopen)
    connect_actions(window, appearance, _dialogs(built, usual_address))
    window.furnished.connect(partial(_connect_crisis, window, appearance, paths, OneAtATime(notes.threads, window)))
    syncing.catalogue_replaced.connect(marking.follow)
    if current is not None:
        _show_release(window, current, catalogue)
        search.answer_at_once(window.filters.filters)
        window.furnished.connect(partial(_look_over, window, NewestOnly(reads, window), catalogue, current))
    else:
        window.results.show_first_use()
        QTimer.singleShot(0, window, partial(_make_ready, syncing, shelf))
    app.setStyleSheet(stylesheet(appearance.theme, appearance.zoom))  # last: under a sheet, widgets are dear to make
    return built


def _connect_crisis(window: MainWindow, appearance: Appearance, paths: AppPaths, deeds: OneAtATime) -> None:
    from therapist_desktop.services.local_steps import LocalStepsFile
    from therapist_desktop.ui.wiring.crisis import connect_crisis

    connect_crisis(window, LocalStepsFile(paths.local_steps), deeds, appearance, local_day)


def _noting(
    window: MainWindow, notes: Notes, catalogue: Catalogue, known: str
) -> tuple[MarkingController, KeepingController]:
    """What goes into the notebook: what a person notes, and how the window is."""
    writing = OneAtATime(notes.threads, window)
    marking = MarkingController(notes.notebook, catalogue, writing, window)
    keeping = KeepingController(notes.notebook, writing, lambda: window_state.as_text(window.remember()), known, window)
    connect_marking(window, marking)
    window.furnished.connect(keeping.start)
    window.closing.connect(keeping.finish)
    return marking, keeping


def _look_over(window: MainWindow, reads: NewestOnly, catalogue: Catalogue, current: Shelved) -> None:
    """Behind the first picture: load the search engine, and see whether the file is still as it was admitted."""

    def is_whole() -> bool:
        catalogue.warm()
        return current.is_whole

    def tell(whole: bool) -> None:  # noqa: FBT001 - an answer
        if not whole:
            window.banner.show_problem(CatalogueDamaged(what=f"{current.file.name} has changed since it was loaded"))

    def tell_trouble(error: BaseException) -> None:
        if not isinstance(error, Trouble):
            raise error
        window.banner.show_problem(error)

    reads.ask(is_whole, tell, tell_trouble)


def _appearance(app: QApplication, state: WindowState) -> Appearance:
    fonts.load(fonts.INTERFACE)
    i18n.speak_the_language_of(app, QLocale.system())
    appearance = Appearance(state.scheme, state.zoom, app, still=state.still)
    _colour(app, appearance)
    appearance.changed.connect(partial(_dress, app, appearance))
    return appearance


def _show_release(window: MainWindow, shelved: Shelved, catalogue: Catalogue) -> None:
    window.release = shelved.release
    window.status.show_release(shelved.release, shelved.address, datetime.now().astimezone().date())
    try:
        window.show_taxonomy(catalogue.taxonomy())
    except Trouble as trouble:
        window.banner.show_problem(trouble)


def _bringer(paths: AppPaths, source: str) -> Bring:
    def bring_newest(asked: Asked, tell: Tell) -> SyncOutcome:
        from therapist_desktop.services.sync import Wish, sync_as_wished  # loads SQLAlchemy and TUF

        wish = Wish(asked.address or source, asked.trust, asked.accept_shrink, asked.accept_expired)
        return sync_as_wished(paths, wish, tell)

    return bring_newest


def _make_ready(syncing: SyncController, shelf: Shelf) -> None:
    def install(tell: Tell) -> None:
        from therapist_desktop.services.starter import install_starter

        install_starter(shelf, tell)

    syncing.make_ready(install)


def _dialogs(built: Built, usual_address: Callable[[], str]) -> dict[str, Callable[[], None]]:
    window, syncing = built.window, built.syncing

    def ask_source() -> None:
        from therapist_desktop.ui.dialogs.source import SourceDialog

        dialog = SourceDialog(usual_address(), window)
        dialog.accepted.connect(lambda: syncing.start_from(dialog.source, dialog.trust))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_shortcuts() -> None:
        from therapist_desktop.ui.dialogs.shortcuts import ShortcutSheet

        sheet = ShortcutSheet(window)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def show_about() -> None:
        from therapist_desktop.ui.dialogs.about import AboutDialog

        about = AboutDialog(window.release, window)
        about.finished.connect(about.deleteLater)
        about.open()

    return {"source": ask_source, "shortcuts": show_shortcuts, "about": show_about}


def _dress(app: QApplication, appearance: Appearance, theme: Theme) -> None:
    _colour(app, appearance)
    app.setStyleSheet(stylesheet(theme, appearance.zoom))


def _colour(app: QApplication, appearance: Appearance) -> None:
    app.setPalette(palette(appearance.theme))
    app.setFont(fonts.interface_font(appearance.px(BODY)))


def _tell_bug(window: MainWindow, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What is not in the tree of troubles is a bug: log it, say so once, go on."""
    _LOG.error("unexpected", exc_info=(kind, error, trace))
    from therapist_desktop.ui.dialogs.unexpected import show_unexpected

    show_unexpected(window, f"{kind.__name__}: {error}")
