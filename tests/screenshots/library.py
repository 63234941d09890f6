"""The screens of the library, and how to get there."""

from __future__ import annotations

from PySide6.QtTest import QTest

from tests.screenshots.taking import DESK, Picture, Shown
from therapist_desktop.domain.library import Section, Shelf
from therapist_desktop.domain.places import Page
from therapist_desktop.ui.library.site_map import SiteMap

GRIEF, DEPRESSION, MEDICINE = "topic:grief", "topic:depression", "topic:fluoxetine"
LINE, BOOK, SITE = "hotline:988", "book:attached", "website:211-site"


def section(shown: Shown, one: Section) -> None:
    """The list of this section."""
    shown.go(Page.LIBRARY)
    shown.built.places.open_section(one)
    shown.settle()


def shelf(shown: Shown, one: Shelf) -> None:
    """What stands on this shelf."""
    shown.go(Page.LIBRARY)
    shown.built.places.open_shelf(one)
    shown.settle()


def read(shown: Shown, *pieces: str) -> None:
    """These pages, one after another; the last one is open."""
    shown.go(Page.LIBRARY)
    for piece in pieces:
        shown.built.places.open_piece(piece)
        shown.settle()


def do(shown: Shown, *actions: str) -> None:
    """One action after another, on the page that is open."""
    for action in actions:
        shown.built.window.actions_[action].trigger()
        shown.settle()


def find(shown: Shown, words: str) -> None:
    """What the library has about these words."""
    shown.go(Page.LIBRARY)
    shown.built.places.search_library(words)
    shown.settle()


def _select(shown: Shown, words: str) -> None:
    browser = shown.built.window.reader.browser
    browser.setFocus()
    browser.setTextCursor(browser.document().find(words))


def _contents(shown: Shown) -> None:
    shelf(shown, Shelf.CONTENTS)
    tree = next(one.tree for one in shown.built.window.findChildren(SiteMap) if one.isVisible())
    tree.setFocus()
    tree.setCurrentIndex(tree.model().index(2, 0))
    tree.expand(tree.currentIndex())


def _highlighted(shown: Shown) -> None:
    read(shown, GRIEF)
    _select(shown, "loss")
    do(shown, "highlight")


def _highlights(shown: Shown) -> None:
    _highlighted(shown)
    shelf(shown, Shelf.HIGHLIGHTS)


def _bookmarks(shown: Shown) -> None:
    for piece in (GRIEF, DEPRESSION):
        read(shown, piece)
        do(shown, "bookmark")
    shelf(shown, Shelf.BOOKMARKS)


def _note(shown: Shown) -> None:
    read(shown, GRIEF)
    _select(shown, "loss")
    do(shown, "note")


def _looked_up(shown: Shown) -> None:
    read(shown, DEPRESSION)
    _select(shown, "anhedonia")
    do(shown, "define")


def _found_in_page(shown: Shown) -> None:
    read(shown, DEPRESSION)
    do(shown, "find_in_page")
    QTest.keyClicks(shown.built.window.reader.find_bar.field, "sleep")


def _reported(shown: Shown) -> None:
    read(shown, DEPRESSION)
    do(shown, "report_error")


def _handed_out(shown: Shown) -> None:
    for piece in (DEPRESSION, GRIEF):
        read(shown, piece)
        do(shown, "add_to_handout")
    do(shown, "handout")


def _spanish(shown: Shown) -> None:
    read(shown, DEPRESSION)
    do(shown, "other_language")


LIBRARY = (
    Picture("medicines", lambda shown: section(shown, Section.MEDICATION), (DESK,)),
    Picture("dictionary", lambda shown: section(shown, Section.TERM), (DESK,)),
    Picture("hotlines", lambda shown: section(shown, Section.HOTLINE), (DESK,)),
    Picture("groups", lambda shown: section(shown, Section.SUPPORT_GROUP), (DESK,)),
    Picture("cards-of-calls", lambda shown: section(shown, Section.FAQ), (DESK,)),
    Picture("contents", _contents, (DESK,)),
    Picture("no-bookmarks", lambda shown: shelf(shown, Shelf.BOOKMARKS), (DESK,)),
    Picture("bookmarks", _bookmarks, (DESK,)),
    Picture("highlights", _highlights, (DESK,)),
    Picture("found", lambda shown: find(shown, "panic"), (DESK,)),
    Picture("meant", lambda shown: find(shown, "pannic atack"), (DESK,)),
    Picture("medicine", lambda shown: read(shown, MEDICINE), (DESK,)),
    Picture("hotline", lambda shown: read(shown, LINE), (DESK,)),
    Picture("book", lambda shown: read(shown, BOOK), (DESK,)),
    Picture("site", lambda shown: read(shown, SITE), (DESK,)),
    Picture("spanish", _spanish, (DESK,)),
    Picture("find-in-page", _found_in_page, (DESK,)),
    Picture("highlighted", _highlighted, (DESK,)),
    Picture("note", _note, (DESK,)),
    Picture("looked-up", _looked_up, (DESK,)),
    Picture("report", _reported, (DESK,)),
    Picture("hand-out", _handed_out, (DESK,)),
)
