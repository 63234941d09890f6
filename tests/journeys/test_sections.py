"""Every section and shelf of the library opens from its list, by keyboard and again on another day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.journeys.desks import LEFT, Desk, desk_at, part_of
from therapist_desktop.domain.library import Section, Shelf
from therapist_desktop.domain.piece_facts import SiteFacts
from therapist_desktop.domain.places import Page
from therapist_desktop.ui.dialogs.looked_up import LookedUpDialog
from therapist_desktop.ui.library.call_cards import CallCards
from therapist_desktop.ui.library.site_map import SiteMap
from therapist_desktop.ui.library.whats_new import WhatsNew
from therapist_desktop.ui.reading.web_code import WebCode
from therapist_desktop.ui.widgets.words import Words
from therapist_desktop.ui.wording.library import section_name

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.services.repositories import Repository


def _heading(desk: Desk) -> str:
    return desk.window.library._heading.words


def _wait_for(desk: Desk, heading: str) -> None:
    desk.until(lambda: _heading(desk) == heading and desk.window.library.is_whole)


def test_every_section_opens_by_keyboard_and_lists_what_it_counts(desk: Desk) -> None:
    desk.press("Ctrl+2")
    contents, library = desk.window.library.contents, desk.window.library
    desk.until(lambda: contents.count() > 3)
    counts = desk.built.catalogue.sections()
    contents.setFocus()
    contents.setCurrentRow(0)
    for section in counts:
        desk.press("Down")
        _wait_for(desk, section_name(section))
        lines = part_of(library, CallCards).list if section is Section.FAQ else library._list
        opened = {lines.item(row).data(0x100).opens for row in range(lines.count())} - {""}
        assert len(opened) == counts[section]
    assert desk.built.places.here.section is section


def test_the_questions_are_cards_that_keys_turn(desk: Desk) -> None:
    desk.press("Ctrl+2")
    desk.built.places.open_section(Section.FAQ)
    desk.until(lambda: desk.window.library.findChild(CallCards) is not None)
    cards = part_of(desk.window.library, CallCards)
    desk.until(lambda: cards.piece is not None)
    first = cards.piece
    cards.list.setFocus()
    desk.press("PgDown")
    desk.until(lambda: cards.piece is not first)
    assert cards._position.words.startswith("2 of ")


def test_the_contents_lead_to_any_page_and_back(desk: Desk) -> None:
    desk.press("Ctrl+Alt+O")
    desk.until(lambda: desk.window.page is Page.LIBRARY)
    contents = part_of(desk.window.library, SiteMap)
    desk.until(lambda: contents.isVisible() and contents.tree.model().rowCount() > 3)
    contents.tree.setFocus()
    desk.type("alliance")
    contents.tree.setFocus()
    desk.press("Home")
    desk.press("Down")
    desk.press("Return")
    desk.until(lambda: desk.window.reader.piece is not None)
    assert "lliance" in desk.window.reader.piece.title  # type: ignore[union-attr] # it was waited for
    desk.press("Alt+Left")
    desk.until(contents.isVisible)
    assert desk.built.places.here.shelf is Shelf.CONTENTS


def test_a_shelf_is_open_again_tomorrow(starter_folder: Path, qapp: QApplication, qtbot: QtBot) -> None:
    with desk_at(starter_folder, qapp, qtbot) as desk:
        desk.press("Ctrl+Alt+W")
        page = part_of(desk.window.library, WhatsNew)
        desk.until(page.isVisible)
        desk.until(lambda: "no release to compare" in page._notice.words)
        desk.close()
    with desk_at(starter_folder, qapp, qtbot, hold_up=lambda: None) as desk:
        desk.until(lambda: desk.window.is_furnished)
        desk.until(lambda: part_of(desk.window.library, WhatsNew).isVisible())
        assert desk.built.places.here.shelf is Shelf.WHATS_NEW


def test_after_a_sync_a_dot_says_so_until_somebody_looks(county_desk: Desk, publisher: Repository) -> None:
    desk = county_desk
    contents = desk.window.library.contents
    assert not contents._news.get(Shelf.WHATS_NEW)
    publisher.release(43, 3_010)
    desk.press("Ctrl+R")
    desk.until(lambda: bool(contents._news.get(Shelf.WHATS_NEW)))
    desk.press("Ctrl+Alt+W")
    page = part_of(desk.window.library, WhatsNew)
    desk.until(lambda: page.isVisible() and not contents._news.get(Shelf.WHATS_NEW))
    compare = next(one for one in page.findChildren(QPushButton) if one.text() == "Compare the listings")
    desk.until(compare.isVisible)
    QTest.mouseClick(compare, LEFT)
    desk.until(lambda: page.list.count() > 3)
    said = [page.list.item(row).text() for row in range(page.list.count())]
    assert any("New providers" in line or "New centers" in line for line in said)


def test_a_word_is_looked_up_and_leads_on(desk: Desk) -> None:
    term = desk.built.catalogue.pieces(Section.TERM)[0]
    desk.built.places.open_piece(desk.built.catalogue.pieces(Section.ARTICLE)[0].id)
    desk.until(lambda: desk.window.reader.piece is not None and desk.window.reader.is_whole)
    desk.built.reading.define(term.title)
    desk.until(lambda: desk.window.findChild(LookedUpDialog) is not None)
    dialog = part_of(desk.window, LookedUpDialog)
    assert term.title in [words.words for words in dialog.findChildren(Words)]
    QTest.mouseClick(next(one for one in dialog.findChildren(QPushButton) if "Open" in one.text()), LEFT)
    desk.until(lambda: desk.built.places.here.piece == term.id)


def test_a_word_without_an_entry_leads_to_a_search(desk: Desk) -> None:
    desk.built.reading.define("hippopotamus")
    desk.until(lambda: desk.window.findChild(LookedUpDialog) is not None)
    dialog = part_of(desk.window, LookedUpDialog)
    QTest.mouseClick(next(one for one in dialog.findChildren(QPushButton) if "Search" in one.text()), LEFT)
    desk.until(lambda: desk.built.places.here.words == "hippopotamus")


def test_the_pane_key_goes_round_contents_list_and_text(desk: Desk) -> None:
    desk.window.resize(1900, 900)
    desk.press("Ctrl+2")
    library = desk.window.library
    desk.until(lambda: library.is_whole and library._list.count() > 3)
    desk.built.places.open_piece(desk.built.catalogue.pieces(Section.ARTICLE)[0].id)
    desk.until(lambda: desk.window.reader.piece is not None and desk.window.reader.is_whole)
    desk.window.search_box.setFocus()
    seen = []
    for _ in range(3):
        desk.press("F6")
        seen.append(desk.focus)
    assert seen[:2] == [library.contents, library._list]
    assert desk.window.reader.isAncestorOf(seen[2])


def test_what_is_opened_has_the_keyboard_where_the_list_made_room_for_it(desk: Desk) -> None:
    desk.window.resize(700, 600)
    desk.press("Ctrl+2")
    library = desk.window.library
    desk.built.places.open_section(Section.ARTICLE)
    _wait_for(desk, section_name(Section.ARTICLE))
    library.focus_list()
    assert desk.focus is library._list
    desk.press("Return")
    desk.until(lambda: desk.window.reader.piece is not None and desk.window.reader.is_whole)
    assert not library.isVisible()
    desk.until(lambda: desk.window.reader is desk.focus or desk.window.reader.isAncestorOf(desk.focus))


def test_enter_in_the_search_box_leads_to_the_first_that_was_found(desk: Desk) -> None:
    desk.press("Ctrl+2")
    library = desk.window.library
    desk.until(lambda: library.is_whole and library._list.count() > 3)
    desk.built.places.search_library("therapeutic alliance")
    desk.until(lambda: "alliance" in _heading(desk) and library.is_whole)
    desk.window.leave_search()
    assert desk.focus is library._list
    assert library._list.currentRow() == 0
    desk.press("Return")
    desk.until(lambda: desk.window.reader.piece is not None)
    assert "lliance" in desk.window.reader.piece.title  # type: ignore[union-attr] # it was waited for


def test_what_is_listed_and_what_is_chosen_agree(desk: Desk) -> None:
    desk.window.resize(1900, 900)
    desk.press("Ctrl+2")
    library = desk.window.library
    desk.built.places.open_section(Section.ARTICLE)
    _wait_for(desk, section_name(Section.ARTICLE))
    desk.built.places.open_piece(desk.built.catalogue.pieces(Section.TERM)[0].id)
    desk.until(lambda: desk.window.reader.piece is not None)
    assert library.contents.currentItem().text() == _heading(desk) == section_name(Section.ARTICLE)


def test_a_web_site_has_its_address_as_a_code(desk: Desk) -> None:
    site = desk.built.catalogue.pieces(Section.WEBSITE)[0]
    desk.built.places.open_piece(site.id)
    desk.until(lambda: desk.window.reader.findChild(WebCode) is not None)
    code = part_of(desk.window.reader, WebCode)
    desk.until(lambda: code.square.code is not None)
    assert isinstance(site.facts, SiteFacts)
    assert code.square.code is not None
    assert code.square.code.text == site.facts.url
