"""What is read, in the details and in the library."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from therapist_desktop.domain.filters import Filters
from therapist_desktop.domain.places import Page
from therapist_desktop.ui.focus_travel import has_focus
from therapist_desktop.ui.wiring.places import show_library

if TYPE_CHECKING:
    from therapist_desktop.domain.errors import NotFound, Trouble
    from therapist_desktop.domain.filters import Choice
    from therapist_desktop.domain.library import Piece
    from therapist_desktop.domain.listing import Listing
    from therapist_desktop.ui.controllers.places import PlacesController
    from therapist_desktop.ui.controllers.reading import Listed, ReadingController
    from therapist_desktop.ui.main_window import MainWindow


def connect_reading(window: MainWindow, reading: ReadingController, places: PlacesController) -> None:
    """Behind the first picture: everything that is read in."""
    from therapist_desktop.ui.dialogs.outside import ask_to_open

    def close_detail() -> None:
        places.note_closed()
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

    window.detail.piece_requested.connect(places.open_piece)
    window.detail.filter_requested.connect(ask_for)
    window.detail.link_requested.connect(partial(ask_to_open, parent=window))
    window.detail.closed.connect(close_detail)
    window.detail.left.connect(leave_detail)
    window.library.section_chosen.connect(places.open_section)
    window.library.shelf_chosen.connect(places.open_shelf)
    window.library.piece_chosen.connect(places.open_piece)
    window.library.new_tab_requested.connect(
        lambda piece: places.open_in_new_tab(places.here._replace(page=Page.LIBRARY, piece=piece))
    )
    window.library_words_changed.connect(places.search_library)
    window.reader.crumb_requested.connect(places.open_section)
    window.reader.piece_requested.connect(places.open_piece)
    window.reader.listing_requested.connect(places.open_listing)
    window.actions_["find_in_page"].triggered.connect(window.reader.open_find)
    window.actions_["find_next"].triggered.connect(window.reader.find_bar.next_requested)
    window.actions_["find_previous"].triggered.connect(window.reader.find_bar.previous_requested)
    for pane in (window.detail, window.reader):
        pane.copy_requested.connect(window.copy)
    _connect_pieces(window, reading, places)
    _connect_listings(window, reading, places)
    if window.release is not None:
        reading.reopen()


def _connect_pieces(window: MainWindow, reading: ReadingController, places: PlacesController) -> None:
    def list_pieces(listed: Listed) -> None:
        window.library.show_pieces(listed.cards, listed.heading, listed.section, listed.hits)
        if not reading.piece:
            window.library_page.show_lists()
        _mark_section(window, places)

    def show_piece(piece: Piece) -> None:
        was_in_list = has_focus(window.library)
        window.reader.show_piece(piece, places.reading_place)
        places.name(piece.id, piece.title)
        window.library_page.show_reader()
        _mark_section(window, places)
        places.goes_to_text |= was_in_list and not has_focus(window.library)  # the list made room for the text
        _go_to_text(window, places)

    def enter_library(page: Page) -> None:
        if page is Page.LIBRARY:
            show_library(window, reading, places.here)

    def say_that_piece_is_gone(trouble: NotFound) -> None:
        if not places.drop(str(trouble.facts.get("id", ""))):
            window.reader.show_problem(trouble)
            window.library_page.show_reader()

    window.page_shown.connect(enter_library)
    reading.piece_opened.connect(show_piece)
    reading.piece_gone.connect(say_that_piece_is_gone)
    reading.pieces_listed.connect(list_pieces)
    reading.sections_listed.connect(window.library.show_sections)
    reading.hotlines_listed.connect(window.crisis.show_hotlines)


def _go_to_text(window: MainWindow, places: PlacesController) -> None:
    if places.goes_to_text and window.page is Page.LIBRARY:
        window.reader.setFocus(Qt.FocusReason.OtherFocusReason)
    places.goes_to_text = False


def _connect_listings(window: MainWindow, reading: ReadingController, places: PlacesController) -> None:
    def show_problem(trouble: Trouble) -> None:
        if window.page is Page.FIND:
            window.detail.show_problem(trouble)
        elif window.page is Page.LIBRARY and not reading.piece:
            window.library.show_problem(trouble)
            window.library_page.show_lists()
        else:
            window.reader.show_problem(trouble)

    def name_listing(listing: Listing) -> None:
        if listing.id in {way.here.listing for way in places.tabs.ways}:
            places.name(listing.id, listing.name)

    def say_that_listing_is_gone(listing_id: str) -> None:
        if not places.drop(listing_id):
            window.detail.show_gone()

    reading.listing_opened.connect(window.detail.show_listing)
    reading.listing_opened.connect(name_listing)
    reading.listing_gone.connect(say_that_listing_is_gone)
    reading.failed.connect(show_problem)


def _mark_section(window: MainWindow, places: PlacesController) -> None:
    """Show the section somebody chose; where they came to a page another way, the section it stands in."""
    here, piece = places.here, window.reader.piece
    if here.shelf is not None:
        return
    came_another_way = here.section is None and not here.words
    is_read = piece is not None and piece.id == here.piece
    window.library.mark_section(piece.section if piece is not None and is_read and came_another_way else here.section)
