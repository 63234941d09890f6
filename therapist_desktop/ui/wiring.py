"""The whole conversation between the parts of the window, on one page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from therapist_desktop.domain.errors import NoCatalogue, UnknownValue
from therapist_desktop.domain.filters import Filters
from therapist_desktop.ui.messages import WayOut, explain
from therapist_desktop.ui.widgets.rail import Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from therapist_desktop.domain.errors import Trouble
    from therapist_desktop.domain.filters import Choice
    from therapist_desktop.domain.library import Piece, PieceCard
    from therapist_desktop.domain.syncing import Progress
    from therapist_desktop.ui.controllers.reading import ReadingController
    from therapist_desktop.ui.controllers.search import SearchController
    from therapist_desktop.ui.controllers.sync import SyncController
    from therapist_desktop.ui.main_window import MainWindow
    from therapist_desktop.ui.models.pages import Answer
    from therapist_desktop.ui.theme import Appearance

REST_MS = 80


def connect(window: MainWindow, search: SearchController, reading: ReadingController, syncing: SyncController) -> None:
    """What is asked for, what is found, what is read."""
    _connect_searching(window, search)
    _connect_rows(window, reading)
    _connect_syncing(window, search, reading, syncing)
    window.furnished.connect(partial(_connect_reading, window, reading))


def _connect_searching(window: MainWindow, search: SearchController) -> None:
    def show_filters(filters: Filters) -> None:
        window.chips.show_filters(filters, window.taxonomy)
        window.show_words(filters.words)

    def show_answer(answer: Answer) -> None:
        window.results.show_answer(answer)
        window.show_results(answer.results)

    def show_problem(trouble: Trouble) -> None:
        if isinstance(trouble, UnknownValue) and window.filters.filters.near is not None:
            message = explain(trouble)
            window.filters.show_unknown_place(f"{message.sentence} {message.next_step}")
        window.results.show_problem(trouble)

    window.find_words_changed.connect(window.filters.say_words)
    window.filters.filters_changed.connect(show_filters)
    window.filters.filters_changed.connect(search.ask)
    window.chips.filters_requested.connect(window.filters.use)
    window.results.filters_requested.connect(window.filters.use)
    window.results.sort_requested.connect(window.filters.sort_by)
    search.started.connect(window.results.show_loading)
    search.answered.connect(show_answer)
    search.failed.connect(show_problem)


def _connect_rows(window: MainWindow, reading: ReadingController) -> None:
    rest = QTimer(window, singleShot=True, interval=REST_MS)

    def open_pointed() -> None:
        listing_id = window.results.pointed
        if listing_id and window.is_furnished and window.find_page.detail_is_beside:
            reading.open_listing(listing_id)

    def fill_detail() -> None:
        if window.is_furnished and window.detail.listing is None:
            rest.start()

    def show_nothing() -> None:
        rest.stop()
        reading.close_listing()
        if window.is_furnished:
            window.detail.show_nothing()

    def choose(listing_id: str) -> None:
        rest.stop()
        _open_listing(window, reading, listing_id)

    rest.timeout.connect(open_pointed)
    window.furnished.connect(open_pointed)
    window.find_page.layout_changed.connect(fill_detail)
    window.results.listing_pointed.connect(lambda _id: rest.start())
    window.results.nothing_pointed.connect(show_nothing)
    window.results.listing_chosen.connect(choose)
    window.results.copy_requested.connect(window.copy)


def _open_listing(window: MainWindow, reading: ReadingController, listing_id: str) -> None:
    window.furnish()
    reading.open_listing(listing_id)
    window.show_page(Page.FIND)
    window.find_page.show_detail(take_focus=True)


def _connect_reading(window: MainWindow, reading: ReadingController) -> None:
    from therapist_desktop.ui.dialogs.outside import ask_to_open

    def open_piece(piece_id: str) -> None:
        window.show_page(Page.LIBRARY)
        reading.open_piece(piece_id)

    def close_detail() -> None:
        reading.close_listing()
        window.find_page.hide_detail()
        window.detail.show_nothing()
        window.results.focus_list()

    def leave_detail() -> None:
        if window.find_page.detail_is_beside:
            window.results.focus_list()
        else:
            close_detail()

    def ask_for(choice: Choice) -> None:
        window.show_page(Page.FIND)
        window.filters.use(Filters(chosen=frozenset({choice})))

    window.detail.piece_requested.connect(open_piece)
    window.detail.filter_requested.connect(ask_for)
    window.detail.link_requested.connect(partial(ask_to_open, parent=window))
    window.detail.closed.connect(close_detail)
    window.detail.left.connect(leave_detail)
    window.library.section_chosen.connect(reading.open_section)
    window.library.piece_chosen.connect(reading.open_piece)
    window.library_words_changed.connect(reading.search_library)
    window.reader.crumb_requested.connect(reading.open_section)
    window.reader.crumb_requested.connect(window.library.mark_section)
    window.reader.piece_requested.connect(reading.open_piece)
    window.reader.listing_requested.connect(partial(_open_listing, window, reading))
    window.actions_["find_in_page"].triggered.connect(window.reader.open_find)
    window.actions_["find_next"].triggered.connect(window.reader.find_bar.next_requested)
    window.actions_["find_previous"].triggered.connect(window.reader.find_bar.previous_requested)
    for pane in (window.detail, window.reader):
        pane.copy_requested.connect(window.copy)
    _connect_what_was_read(window, reading)
    if window.release is not None:
        reading.reopen()


def _connect_what_was_read(window: MainWindow, reading: ReadingController) -> None:
    def list_pieces(listed: tuple[str, tuple[PieceCard, ...]]) -> None:
        heading, pieces = listed
        window.library.show_pieces(pieces, heading)
        window.library_page.show_lists()

    def show_piece(piece: Piece) -> None:
        window.reader.show_piece(piece)
        window.library.mark_section(piece.section)
        window.library_page.show_reader()

    def show_problem(trouble: Trouble) -> None:
        if window.page is Page.FIND:
            window.detail.show_problem(trouble)
        else:
            window.reader.show_problem(trouble)

    def show_way(back: bool, forward: bool) -> None:  # noqa: FBT001 - a slot
        window.actions_["back"].setEnabled(back)
        window.actions_["forward"].setEnabled(forward)

    def enter_library(page: Page) -> None:
        if page is Page.LIBRARY and window.release is not None and not window.library_page.was_used:
            reading.open_section(None)

    window.page_shown.connect(enter_library)
    reading.listing_opened.connect(window.detail.show_listing)
    reading.listing_gone.connect(lambda _id: window.detail.show_gone())
    reading.piece_opened.connect(show_piece)
    reading.pieces_listed.connect(list_pieces)
    reading.sections_listed.connect(window.library.show_sections)
    reading.hotlines_listed.connect(window.crisis.show_hotlines)
    reading.failed.connect(show_problem)
    reading.place_changed.connect(show_way)
    window.actions_["back"].triggered.connect(reading.back)
    window.actions_["forward"].triggered.connect(reading.forward)
    show_way(False, False)


def _connect_syncing(
    window: MainWindow, search: SearchController, reading: ReadingController, syncing: SyncController
) -> None:
    def go(way_out: WayOut) -> None:
        deeds: dict[WayOut, Callable[[], object]] = {
            WayOut.TRY_AGAIN: syncing.start_again,
            WayOut.SYNC: syncing.start,
            WayOut.SET_SOURCE: window.actions_["source"].trigger,
            WayOut.LOAD_ANYWAY: syncing.load_anyway,
            WayOut.CLEAR_FILTERS: window.filters.clear,
            WayOut.DISMISS: window.search_box.take_focus,
        }
        deeds[way_out]()

    def go_from_results(way_out: WayOut) -> None:
        if way_out is WayOut.TRY_AGAIN:
            search.ask_again()
        else:
            go(way_out)

    def show_progress(progress: Progress | None) -> None:
        window.status.show_progress(progress)
        window.actions_["sync"].setEnabled(progress is None)

    def show_problem(trouble: Trouble) -> None:
        if window.release is None:
            window.results.show_problem(NoCatalogue(folder=""))
        window.banner.show_problem(trouble, may_be_late=syncing.can_load_anyway)

    syncing.progressed.connect(show_progress)
    syncing.succeeded.connect(window.banner.show_news)
    syncing.problem_met.connect(show_problem)
    syncing.source_needed.connect(window.actions_["source"].trigger)
    syncing.catalogue_replaced.connect(search.ask_again)
    syncing.catalogue_replaced.connect(lambda: reading.reopen() if window.is_furnished else None)
    window.status.cancel_requested.connect(syncing.cancel)
    window.actions_["sync"].triggered.connect(syncing.start)
    window.banner.way_out_requested.connect(go)
    window.results.way_out_requested.connect(go_from_results)


def connect_actions(window: MainWindow, appearance: Appearance, dialogs: dict[str, Callable[[], None]]) -> None:
    """What stands in the menus and on the keys."""
    deeds: dict[str, Callable[[], object]] = {
        "quit": window.close,
        "search": window.search_box.take_focus,
        "clear": window.filters.clear,
        "copy_phone": window.copy_phone,
        "find": partial(window.show_page, Page.FIND),
        "library": partial(window.show_page, Page.LIBRARY),
        "crisis": window.show_crisis,
        "filters": window.find_page.toggle_filters,
        "next_pane": partial(window.next_pane, 1),
        "previous_pane": partial(window.next_pane, -1),
        "zoom_in": partial(window.zoom_by, 1),
        "zoom_out": partial(window.zoom_by, -1),
        "zoom_reset": partial(window.zoom_by, 0),
    }
    for name, deed in deeds.items():
        window.actions_[name].triggered.connect(lambda _=False, deed=deed: deed())
    for name, dialog in dialogs.items():
        window.actions_[name].triggered.connect(lambda _=False, dialog=dialog: dialog())
    window.actions_["compact"].toggled.connect(window.results.set_compact)
    window.actions_["full_screen"].toggled.connect(lambda on: window.showFullScreen() if on else window.showNormal())
    for scheme, action in window.actions_.schemes.items():
        action.triggered.connect(lambda _=False, scheme=scheme: appearance.pin(scheme))
