"""What can be chosen in the menus: only what would do something now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from therapist_desktop.domain.places import Page

if TYPE_CHECKING:
    from therapist_desktop.ui.built import Built


_OF_A_PAGE = (
    *("print", "pdf", "find_in_page", "bookmark", "read_later", "highlight", "note", "define"),
    *("add_to_handout", "copy_citation", "copy_link", "report_error"),
)
"""What can be done with any page of the library that is read. What needs a voice is looked after by its own."""
_ON_PAPER = ("print", "pdf", "add_to_handout")
"""Of these only what the publisher signed."""
_LOOKED_AFTER = (
    *("copy_phone", "next_part", "previous_part", "find_next", "find_previous"),
    *("page_before", "page_after", "other_language"),
    *_OF_A_PAGE,
)


def connect_availability(built: Built) -> None:
    """Nothing of it before there is something to read in."""
    for name in _LOOKED_AFTER:
        built.window.actions_[name].setEnabled(False)
    built.window.furnished.connect(partial(_connect, built))


def _connect(built: Built) -> None:
    """Look again whenever a row, a listing, a page of the library or its words change."""
    window, results, reader = built.window, built.window.results, built.window.reader

    def look(*_changed: object) -> None:
        is_find, is_library = window.page is Page.FIND, window.page is Page.LIBRARY
        card = results.card
        is_read = is_library and reader.isVisible() and reader.piece is not None
        is_signed = is_read and reader.piece is not None and reader.piece.intact
        possible = {
            "copy_phone": is_find and card is not None and bool(card.phone),
            "next_part": is_find and window.detail.listing is not None,
            "previous_part": is_find and window.detail.listing is not None,
            "page_before": is_read and reader.piece is not None and reader.piece.before is not None,
            "page_after": is_read and reader.piece is not None and reader.piece.after is not None,
            "other_language": is_read and reader.piece is not None and bool(reader.piece.translations),
            **dict.fromkeys(_OF_A_PAGE, is_read),
            **dict.fromkeys(_ON_PAPER, is_signed),
            "find_next": is_read and bool(reader.find_bar.words),
            "find_previous": is_read and bool(reader.find_bar.words),
        }
        for name, can in possible.items():
            window.actions_[name].setEnabled(can)

    for changed in (
        window.page_shown,
        built.search.answered,
        results.listing_pointed,
        results.nothing_pointed,
        built.reading.listing_opened,
        built.reading.listing_gone,
        built.reading.piece_opened,
        built.reading.piece_gone,
        built.reading.failed,
        built.reading.pieces_listed,
        built.places.tabs_changed,
        reader.find_bar.words_changed,
    ):
        changed.connect(look)
    look()
