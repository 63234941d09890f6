"""The lists of the library and its shelves: what leads to them, and what fills them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from therapist_desktop.domain.finding import LookedUp
    from therapist_desktop.domain.library import Shelf
    from therapist_desktop.services.qr import QrCode
    from therapist_desktop.ui.built import Built
    from therapist_desktop.ui.controllers.news import NewsController

_ACTIONS = ("contents", "whats_new", "reading_list", "bookmarks", "highlights", "recent")


def connect_shelves(built: Built) -> None:
    """From the menu to each shelf; what they hold comes behind the first picture."""
    for name in _ACTIONS:
        built.window.actions_[name].triggered.connect(partial(_open, built, name))
    built.window.furnish_with(partial(_furnish, built))
    built.window.furnished.connect(partial(_connect_lists, built))


def _furnish(built: Built) -> Iterator[None]:
    from therapist_desktop.domain.library import Shelf
    from therapist_desktop.ui.library.site_map import SiteMap

    yield
    contents, library = SiteMap(built.appearance), built.window.library
    library.hold_shelf(Shelf.CONTENTS, contents)
    contents.piece_chosen.connect(library.piece_chosen)
    contents.new_tab_requested.connect(library.new_tab_requested)
    built.reading.contents_listed.connect(contents.show_pieces)
    library.shelf_shown.connect(partial(_load, built))
    built.reading.sections_listed.connect(lambda _sections: _load(built, library.shelf))  # of another release


def _connect_lists(built: Built) -> None:
    library, places, reading = built.window.library, built.places, built.reading
    library.narrowed.connect(lambda section: places.search_library(places.here.words, section))
    library.words_meant.connect(places.search_library)
    library.card_wanted.connect(reading.open_card)
    reading.card_opened.connect(library.show_card)
    built.window.actions_["define"].triggered.connect(partial(_look_up, built))
    reading.looked_up.connect(partial(_show_entry, built))
    built.window.reader.arrived.connect(partial(_ask_for_code, built))
    reading.code_made.connect(partial(_show_code, built))


def _ask_for_code(built: Built, *_arrived: object) -> None:
    from therapist_desktop.ui.reading.web_code import WebCode

    code = built.window.reader.findChild(WebCode)
    if code is not None:
        built.reading.make_code(code.address)


def _show_code(built: Built, made: QrCode) -> None:
    from therapist_desktop.ui.reading.web_code import WebCode

    for code in built.window.reader.findChildren(WebCode):
        code.show_code(made)


def _look_up(built: Built, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
    """The selected words, or the word at the cursor."""
    cursor = built.window.reader.browser.textCursor()
    if not cursor.hasSelection():
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
    built.reading.define(cursor.selectedText().replace("\u2029", " "))


def _show_entry(built: Built, found: LookedUp) -> None:
    from therapist_desktop.ui.dialogs.looked_up import LookedUpDialog

    dialog = LookedUpDialog(found, built.window)
    dialog.piece_chosen.connect(built.places.open_piece)
    dialog.search_wanted.connect(built.places.search_library)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _load(built: Built, shelf: Shelf | None) -> None:
    from therapist_desktop.domain.library import Shelf

    if shelf is Shelf.CONTENTS:
        built.reading.load_contents()


def _open(built: Built, name: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
    from therapist_desktop.domain.library import Shelf

    built.places.open_shelf(Shelf(name.replace("_", "-")))


def connect_news(built: Built, news: NewsController) -> None:
    """From two releases to the shelf that says what is new, and to the dot that says so before."""
    from therapist_desktop.domain.library import Shelf
    from therapist_desktop.ui.library.whats_new import WhatsNew

    window, library, places = built.window, built.window.library, built.places
    page = WhatsNew(built.appearance)
    library.hold_shelf(Shelf.WHATS_NEW, page)

    def follow(shelf: Shelf | None) -> None:
        if shelf is Shelf.WHATS_NEW:
            news.open()
        else:
            news.leave()

    page.piece_chosen.connect(library.piece_chosen)
    page.listing_chosen.connect(places.open_listing)
    page.new_tab_requested.connect(library.new_tab_requested)
    page.listings_wanted.connect(news.compare_listings)
    page.cancelled.connect(news.cancel)
    news.compared.connect(page.show_changes)
    news.listings_compared.connect(page.show_listings)
    news.progressed.connect(page.show_progress)
    news.stopped.connect(page.show_stopped)
    news.news_changed.connect(partial(library.contents.tell_news, Shelf.WHATS_NEW))
    news.failed.connect(window.banner.show_problem)
    library.shelf_shown.connect(follow)
    built.reading.pieces_listed.connect(lambda _listed: news.leave())
    built.syncing.catalogue_replaced.connect(news.look)
    news.look()
    if library.shelf is not None:
        library.show_shelf(library.shelf)  # what was open yesterday came before what fills it
