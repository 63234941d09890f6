"""What is read, in the details and in the library."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from therapist_desktop.domain.filters import Filters
from therapist_desktop.domain.places import Page
from therapist_desktop.ui.wiring.rows import open_listing

if TYPE_CHECKING:
    from therapist_desktop.domain.errors import Trouble
    from therapist_desktop.domain.filters import Choice
    from therapist_desktop.domain.library import Piece, PieceCard
    from therapist_desktop.ui.controllers.reading import ReadingController
    from therapist_desktop.ui.main_window import MainWindow


def connect_reading(window: MainWindow, reading: ReadingController) -> None:
    """Behind the first picture: everything that is read in."""
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
    window.reader.listing_requested.connect(partial(open_listing, window, reading))
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
