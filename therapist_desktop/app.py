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
from therapist_desktop.services.catalogue import Catalogue
from therapist_desktop.services.journal import journal
from therapist_desktop.services.paths import AppPaths
from therapist_desktop.services.shelf import Shelf
from therapist_desktop.services.starter import BUNDLED
from therapist_desktop.ui import fonts, i18n, tab_memory, window_state
from therapist_desktop.ui.controllers.answers import AnswersController
from therapist_desktop.ui.controllers.places import Looked, PlacesController
from therapist_desktop.ui.controllers.reading import ReadingController
from therapist_desktop.ui.controllers.search import SearchController
from therapist_desktop.ui.controllers.sync import SyncController
from therapist_desktop.ui.jobs import NewestOnly, OneAtATime
from therapist_desktop.ui.main_window import MainWindow
from therapist_desktop.ui.models.listings import ListingModel
from therapist_desktop.ui.models.pages import Pages
from therapist_desktop.ui.theme import BODY, Appearance, Theme, palette, stylesheet
from therapist_desktop.ui.wiring.actions import connect_actions
from therapist_desktop.ui.wiring.answers import connect_answers
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
    places: PlacesController


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
    reads, deeds = _Threads(READERS, "reads"), _Threads(1, "deeds")
    built = build(app, paths, reads, deeds, source)
    sys.excepthook = partial(_tell_bug, built.window)
    built.window.furnished.connect(_settle)
    built.window.show()
    try:
        return app.exec()
    finally:
        built.syncing.cancel()
        reads.shut_down()
        deeds.shut_down()
        sys.excepthook = sys.__excepthook__
        _LOG.info("closed")


def _settle() -> None:
    """Behind the first picture. What has been loaded stays as long as the window: it need never be looked through."""
    gc.freeze()
    gc.enable()
    _LOG.info("opened, version %s", __version__)


def build(app: QApplication, paths: AppPaths, reads: Threads, deeds: Threads, source: str = "") -> Built:
    """Every part of the window, knowing each other."""
    state = window_state.load(paths.window)
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

    def looked() -> Looked:
        reading_place = window.reader.place if window.is_furnished else 0
        return Looked(window.results.selected, window.results.first_row, reading_place)

    def looking_at() -> tuple[str, int]:
        return places.awaited or (window.results.selected, window.results.first_row)

    def use_current() -> None:
        now = shelf.current()
        if now is not None:
            catalogue.move_to(now.file)
            _show_release(window, now, catalogue)

    def usual_address() -> str:
        now = shelf.current()
        address = source or (now.address if now else "")
        return "" if address == BUNDLED else address

    places = PlacesController(looked, window)
    search = SearchController(catalogue, NewestOnly(reads, window), looking_at, window)
    answers = AnswersController(catalogue, NewestOnly(reads, window), window)
    reading = ReadingController(catalogue, lambda: NewestOnly(reads, window), window)
    syncing = SyncController(_bringer(paths, source), use_current, usual_address, OneAtATime(deeds, window), window)
    built = Built(window, appearance, search, reading, syncing, catalogue, places)
    connect(window, search, reading, syncing, places, appearance)
    connect_answers(window, search, places, answers, appearance)
    connect_actions(window, appearance, _dialogs(built, usual_address))
    window.closing.connect(lambda: window_state.save(paths.window, _remembered(built)))
    if current is not None:
        _show_release(window, current, catalogue)
        _recall_tabs(built, state.tabs)
        window.furnished.connect(partial(_look_over, window, NewestOnly(reads, window), catalogue, current))
    else:
        window.results.show_first_use()
        QTimer.singleShot(0, window, partial(_make_ready, syncing, shelf))
    app.setStyleSheet(stylesheet(appearance.theme, appearance.zoom))  # last: under a sheet, widgets are dear to make
    return built


def _remembered(built: Built) -> WindowState:
    """How the window is, and what is open in it."""
    return built.window.remember()._replace(tabs=tab_memory.written(built.places.tabs, built.places.names))


def _recall_tabs(built: Built, text: str) -> None:
    recalled = tab_memory.read(text, built.window.taxonomy)
    built.places.recall(recalled.tabs, recalled.names)
    built.window.filters.use(built.places.here.filters)
    built.search.answer_at_once(built.places.here.filters)


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
    appearance = Appearance(state.scheme, state.zoom, app)
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
