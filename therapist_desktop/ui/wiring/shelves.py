"""The lists of the library and its shelves: what leads to them, and what fills them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from therapist_desktop.ui.built import Built

_ACTIONS = ("contents", "whats_new", "reading_list", "bookmarks", "highlights", "recent")


def connect_shelves(built: Built) -> None:
    """From the menu to each shelf; what they hold comes behind the first picture."""
    for name in _ACTIONS:
        built.window.actions_[name].triggered.connect(partial(_open, built, name))
    built.window.furnished.connect(partial(_connect_lists, built))


def _connect_lists(built: Built) -> None:
    library, places, reading = built.window.library, built.places, built.reading
    library.narrowed.connect(lambda section: places.search_library(places.here.words, section))
    library.words_meant.connect(places.search_library)
    library.card_wanted.connect(reading.open_card)
    reading.card_opened.connect(library.show_card)


def _open(built: Built, name: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
    from therapist_desktop.domain.library import Shelf

    built.places.open_shelf(Shelf(name.replace("_", "-")))
