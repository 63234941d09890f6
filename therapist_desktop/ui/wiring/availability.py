"""What can be chosen in the menus: only what would do something now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from therapist_desktop.domain.places import Page

if TYPE_CHECKING:
    from therapist_desktop.ui.built import Built


_LOOKED_AFTER = ("copy_phone", "next_part", "previous_part", "find_in_page", "find_next", "find_previous")


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
        is_read = is_library and reader.piece is not None
        possible = {
            "copy_phone": is_find and card is not None and bool(card.phone),
            "next_part": is_find and window.detail.listing is not None,
            "previous_part": is_find and window.detail.listing is not None,
            "find_in_page": is_read,
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
        built.reading.pieces_listed,
        reader.find_bar.words_changed,
    ):
        changed.connect(look)
    look()
