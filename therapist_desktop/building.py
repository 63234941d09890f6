"""Builds every part of the window and hands each what it needs."""

from __future__ import annotations

import gc
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLocale, QTimer

from therapist_desktop.domain.errors import CatalogueDamaged, Trouble
from therapist_desktop.services.catalogue import Catalogue
from therapist_desktop.services.clock import local_day
from therapist_desktop.services.notebook import Notebook
from therapist_desktop.services.shelf import Shelf
from therapist_desktop.services.starter import BUNDLED
from therapist_desktop.ui import fonts, i18n, tab_memory, window_state
from therapist_desktop.ui.built import Built
from therapist_desktop.ui.controllers import handout
from therapist_desktop.ui.controllers.answers import AnswersController
from therapist_desktop.ui.controllers.comparing import ComparingController
from therapist_desktop.ui.controllers.handout import HandoutController
from therapist_desktop.ui.controllers.keeping import KeepingController
from therapist_desktop.ui.controllers.marking import MarkingController
from therapist_desktop.ui.controllers.places import Looked, PlacesController
from therapist_desktop.ui.controllers.reading import ReadingController
from therapist_desktop.ui.controllers.search import SearchController
from therapist_desktop.ui.controllers.sync import SyncController
from therapist_desktop.ui.jobs import NewestOnly, OneAtATime, if_trouble
from therapist_desktop.ui.main_window import MainWindow
from therapist_desktop.ui.models.listings import ListingModel
from therapist_desktop.ui.models.pages import Pages
from therapist_desktop.ui.theme import BODY, Appearance, Theme, palette, stylesheet
from therapist_desktop.ui.wiring.actions import connect_actions
from therapist_desktop.ui.wiring.kept import Kept
from therapist_desktop.ui.wiring.window import connect

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QApplication

    from therapist_desktop.domain.syncing import SyncOutcome, Tell
    from therapist_desktop.services.paths import AppPaths
    from therapist_desktop.services.pointer import Shelved
    from therapist_desktop.ui.controllers.sync import Asked, Bring
    from therapist_desktop.ui.jobs import Threads
    from therapist_desktop.ui.window_state import WindowState


class Notes(NamedTuple):
    """The notebook, and what writes in it."""

    notebook: Notebook
    threads: Threads


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
    memory = notes.notebook.memory()
    known = memory.get(window_state.NAME, "")
    state = window_state.from_text(known)
    shelf = Shelf(paths.catalogues)
    current = shelf.current()
    appearance = _appearance(app, state)
    catalogue = Catalogue(current.file if current else paths.catalogues / "none.sqlite")
    pages = Pages(catalogue.page, NewestOnly(reads))
    model = ListingModel(pages)
    window = MainWindow(appearance, model, app)
    for part in (pages, model):
        part.setParent(window)
    window.recall(state)

    def usual_address() -> str:
        now = shelf.current()
        address = source or (now.address if now else "")
        return "" if address == BUNDLED else address

    def use_current() -> bool:
        now = shelf.current()
        if now is None or now.file == catalogue.file:
            return False
        catalogue.move_to(now.file)
        _show_release(window, now, catalogue)
        return True

    bring = _bringer(paths, source)
    syncing = SyncController(bring, use_current, usual_address, OneAtATime(deeds, window), window)
    built = _controlled(window, appearance, catalogue, model, syncing, (reads, notes, memory))
    connect(built, lambda: NewestOnly(reads, window), local_day)
    connect_actions(window, appearance, _dialogs(built, usual_address))
    Kept(built, notes.notebook, OneAtATime(notes.threads, window))
    window.furnished.connect(partial(_connect_crisis, built, paths, OneAtATime(notes.threads, window), app))
    window.furnished.connect(partial(_connect_news, built, shelf, notes, reads))
    if current is not None:
        _show_release(window, current, catalogue)
        _recall_tabs(built, state.tabs)
        window.furnished.connect(partial(_look_over, window, NewestOnly(reads, window), catalogue, current))
    else:
        window.results.show_first_use()
        QTimer.singleShot(0, window, partial(_make_ready, syncing, shelf))
    app.setStyleSheet(stylesheet(appearance.theme, appearance.zoom))  # last: under a sheet, widgets are dear to make
    return built


def _controlled(
    window: MainWindow,
    appearance: Appearance,
    catalogue: Catalogue,
    model: ListingModel,
    syncing: SyncController,
    served: tuple[Threads, Notes, Mapping[str, str]],
) -> Built:
    """The window with everything that acts behind it."""
    reads, notes, memory = served

    def looked() -> Looked:
        reading_place = window.reader.place if window.is_furnished else 0
        return Looked(window.results.selected, window.results.first_row, reading_place)

    def looking_at() -> tuple[str, int]:
        return places.awaited or (window.results.selected, window.results.first_row)

    def remembered() -> str:
        tabs = tab_memory.written(places.tabs, places.names)
        return window_state.as_text(window.remember()._replace(tabs=tabs))

    def newest() -> NewestOnly:
        return NewestOnly(reads, window)

    writing = OneAtATime(notes.threads, window)
    places = PlacesController(looked, window)
    return Built(
        window,
        appearance,
        catalogue,
        model,
        places,
        SearchController(catalogue, newest(), looking_at, window),
        AnswersController(catalogue, newest(), window),
        ReadingController(catalogue, newest, window),
        syncing,
        MarkingController(notes.notebook, catalogue, writing, window),
        KeepingController(notes.notebook, writing, remembered, memory.get(window_state.NAME, ""), window),
        ComparingController(catalogue, newest(), window),
        HandoutController(
            catalogue, (newest(), newest()), notes.notebook, writing, memory.get(handout.NAME, ""), window
        ),
    )


def _recall_tabs(built: Built, text: str) -> None:
    recalled = tab_memory.read(text, built.window.taxonomy)
    built.places.recall(recalled.tabs, recalled.names)
    wanted = built.places.here.filters
    built.window.filters.use(wanted)
    try:
        is_quick = built.catalogue.opens_with(wanted)
    except Trouble:
        is_quick = True  # the answer says so
    if is_quick:
        built.search.answer_at_once(wanted)
    else:
        built.search.hold(wanted)
        built.window.results.show_loading()
        built.window.seen.connect(built.search.ask_again)


def _connect_crisis(built: Built, paths: AppPaths, deeds: OneAtATime, app: QApplication) -> None:
    from therapist_desktop.services.local_steps import LocalStepsFile
    from therapist_desktop.ui.crisis_key import CrisisKey
    from therapist_desktop.ui.wiring.crisis import connect_crisis

    CrisisKey(built.window, app)

    connect_crisis(built.window, LocalStepsFile(paths.local_steps), deeds, built.appearance, local_day)


def _connect_news(built: Built, shelf: Shelf, notes: Notes, reads: Threads) -> None:
    from therapist_desktop.services.comparison import comparison_of
    from therapist_desktop.ui.controllers import news
    from therapist_desktop.ui.wiring.shelves import connect_news

    window = built.window
    kept = (notes.notebook, OneAtATime(notes.threads, window), notes.notebook.memory().get(news.NAME, ""))
    asking = (NewestOnly(reads, window), NewestOnly(reads, window))
    saved = (partial(_marked, built), partial(_kept, notes.notebook))
    connect_news(built, news.NewsController(partial(comparison_of, shelf), saved, asking, kept, window))


def _marked(built: Built) -> tuple[str, ...]:
    return tuple(shown.id for shown in built.marking.marked)


def _kept(notebook: Notebook) -> tuple[str, ...]:
    """The pages with a bookmark, to be read, or with highlights; nothing where that cannot be read: others say so."""
    try:
        notes = notebook.pieces.all()
    except Trouble:
        return ()
    return (*notes.bookmarks, *notes.to_read, *(one.piece.id for one in notes.highlights.values()))


def _look_over(window: MainWindow, reads: NewestOnly, catalogue: Catalogue, current: Shelved) -> None:
    """Behind the first picture: load the search engine, and see whether the file is still as it was admitted."""

    def is_whole() -> bool:
        catalogue.warm()
        return current.is_whole

    def tell(whole: bool) -> None:  # noqa: FBT001 - an answer
        gc.freeze()  # the engine stays as long as the window
        if not whole:
            window.banner.show_problem(CatalogueDamaged(what=f"{current.file.name} has changed since it was loaded"))

    reads.ask(is_whole, tell, if_trouble(window.banner.show_problem))


def _appearance(app: QApplication, state: WindowState) -> Appearance:
    fonts.load(fonts.INTERFACE)
    i18n.speak_the_language_of(app, QLocale.system())
    appearance = Appearance(state.scheme, state.zoom, app, still=state.still)
    _colour(app, appearance)
    appearance.changed.connect(partial(_dress, app, appearance))
    return appearance


def _show_release(window: MainWindow, shelved: Shelved, catalogue: Catalogue) -> None:
    window.release = shelved.release
    window.status.show_release(shelved.release, shelved.address, local_day())
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
