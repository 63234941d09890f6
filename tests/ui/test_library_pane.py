"""The library lists its shelves and what stands on them, and never leaves anybody at an empty list."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from tests.reading_builders import some_cards
from tests.ui.arriving import arrive
from therapist_desktop.domain.errors import CatalogueDamaged
from therapist_desktop.domain.finding import Hits
from therapist_desktop.domain.library import Section, Shelf
from therapist_desktop.ui.library.piece_list import A_STEP
from therapist_desktop.ui.models.lines import marked, plain
from therapist_desktop.ui.panes.library import LibraryPane
from therapist_desktop.ui.theme import Appearance
from therapist_desktop.ui.widgets.words import Words
from therapist_desktop.ui.wording.library import SECTION_ICONS, section_name

COUNTS = {Section.APPROACH: 41, Section.TERM: 1, Section.BOOK: 0}


@pytest.fixture
def pane(qtbot: QtBot) -> LibraryPane:
    pane = LibraryPane(Appearance("light"))
    qtbot.addWidget(pane)
    pane.resize(700, 500)
    pane.show_sections(COUNTS)
    pane.show()
    return pane


def lists(pane: LibraryPane) -> tuple[QListWidget, QListWidget]:
    contents, listed = sorted(pane.findChildren(QListWidget), key=lambda found: found.accessibleName())
    return contents, listed


def test_only_shelves_that_hold_something_are_listed(pane: LibraryPane) -> None:
    contents, _ = lists(pane)
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [contents.item(row).data(role) for row in range(contents.count())]
    assert said == ["Everything, 42 pages", "Treatment approaches, 41 pages", "Dictionary, 1 page"]


def test_the_arrow_keys_choose_a_shelf_and_enter_goes_to_its_list(pane: LibraryPane) -> None:
    contents, listed = lists(pane)
    chosen: list[object] = []
    pane.section_chosen.connect(chosen.append)
    pane.show_pieces(some_cards(), "Treatment approaches")
    contents.setFocus()
    QTest.keyClick(contents, Qt.Key.Key_Down)
    assert chosen == [Section.APPROACH]
    QTest.keyClick(contents, Qt.Key.Key_Return)
    assert listed.hasFocus()
    assert listed.currentRow() == 0


def test_a_piece_is_opened_by_click_and_by_enter(pane: LibraryPane) -> None:
    _, listed = lists(pane)
    opened: list[str] = []
    pane.piece_chosen.connect(opened.append)
    pane.show_pieces(some_cards(), "Everything")
    spot = listed.visualItemRect(listed.item(1)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.keyClick(listed, Qt.Key.Key_Down)
    QTest.keyClick(listed, Qt.Key.Key_Return)
    assert opened == ["term:working-alliance", "topic:emdr"]


def test_the_wheel_and_ctrl_open_in_a_tab_of_its_own(pane: LibraryPane) -> None:
    _, listed = lists(pane)
    apart: list[str] = []
    pane.new_tab_requested.connect(apart.append)
    pane.show_pieces(some_cards(), "Everything")
    spot = listed.visualItemRect(listed.item(1)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.MiddleButton, pos=spot)
    QTest.keyClick(listed, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert apart == ["term:working-alliance"] * 2


def test_typing_a_letter_goes_to_what_begins_with_it(pane: LibraryPane) -> None:
    _, listed = lists(pane)
    pane.show_pieces(some_cards(), "Everything")
    listed.setFocus()
    QTest.keyClicks(listed, some_cards()[-1].title[:4])
    assert listed.currentItem().text() == some_cards()[-1].title


def test_a_shelf_is_listed_below_the_sections_and_shows_what_it_holds(pane: LibraryPane) -> None:
    contents, listed = lists(pane)
    asked: list[object] = []
    pane.shelf_chosen.connect(asked.append)
    kept = QListWidget()
    pane.hold_shelf(Shelf.BOOKMARKS, kept)
    contents.setFocus()
    QTest.keyClick(contents, Qt.Key.Key_End)
    assert asked == [Shelf.BOOKMARKS]
    pane.show_shelf(Shelf.BOOKMARKS)
    assert kept.isVisible()
    assert not listed.isVisible()
    QTest.keyClick(contents, Qt.Key.Key_Return)
    assert kept.hasFocus()
    pane.show_pieces(some_cards(), "Everything")
    assert listed.isVisible()
    pane.show_shelf(Shelf.BOOKMARKS)
    assert kept.isVisible()


def test_a_shelf_that_nobody_fills_leaves_a_way_out(pane: LibraryPane) -> None:
    chosen: list[object] = []
    pane.section_chosen.connect(chosen.append)
    pane.show_shelf(Shelf.HIGHLIGHTS)
    way_out = next(b for b in pane.findChildren(QPushButton) if b.text() == "Show the whole library")
    QTest.mouseClick(way_out, Qt.MouseButton.LeftButton)
    assert chosen == [None]


def test_something_new_is_said_until_it_was_looked_at(pane: LibraryPane) -> None:
    contents, _ = lists(pane)
    pane.hold_shelf(Shelf.WHATS_NEW, QListWidget())
    said = Qt.ItemDataRole.AccessibleTextRole
    pane.contents.tell_news(Shelf.WHATS_NEW, "12")
    last = contents.item(contents.count() - 1)
    assert last.data(said) == "What\u2019s new, something new 12"
    pane.contents.tell_news(Shelf.WHATS_NEW, "")
    assert last.data(said) == "What\u2019s new"


def test_a_click_on_the_section_one_stands_at_goes_back_to_its_list(pane: LibraryPane) -> None:
    contents, _ = lists(pane)
    pane.mark_section(Section.TERM)
    chosen: list[object] = []
    pane.section_chosen.connect(chosen.append)
    spot = contents.visualItemRect(contents.currentItem()).center()
    QTest.mouseClick(contents.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert chosen == [Section.TERM]


def test_a_line_is_as_high_as_what_it_says(pane: LibraryPane) -> None:
    _, listed = lists(pane)
    first = some_cards()[0]
    short = replace(first, id="term:short", summary="", snippet="")
    pane.show_pieces((first, replace(first, id="term:other", snippet="", summary="Word " * 80), short), "Articles")
    heights = [listed.visualItemRect(listed.item(row)).height() for row in range(3)]
    assert heights[2] < heights[0] <= heights[1]


def test_a_long_list_begins_at_once_and_arrives_whole_and_in_order(pane: LibraryPane) -> None:
    _, listed = lists(pane)
    first = some_cards()[0]
    many = tuple(replace(first, id=f"topic:{place}", title=f"Page {place}") for place in range(3 * A_STEP + 1))
    pane.show_pieces(many, "Everything")
    assert 0 < listed.count() < len(many)
    arrive(pane)
    assert [listed.item(row).text() for row in range(listed.count())] == [card.title for card in many]
    listed.setCurrentRow(listed.count() - 1)
    assert listed.viewport().rect().contains(listed.visualItemRect(listed.currentItem()))


def test_another_list_drops_what_is_left_of_the_one_before(pane: LibraryPane) -> None:
    _, listed = lists(pane)
    pane.show_pieces(tuple(replace(some_cards()[0], id=f"topic:{place}") for place in range(2 * A_STEP)), "Everything")
    pane.show_pieces(some_cards(), "Treatment approaches")
    arrive(pane)
    assert [listed.item(row).text() for row in range(listed.count())] == [card.title for card in some_cards()]


def test_each_line_is_one_sentence_for_a_screen_reader(pane: LibraryPane) -> None:
    _, listed = lists(pane)
    pane.show_pieces(some_cards(), "Everything")
    said = listed.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == (
        "Why the bond with a therapist matters, Article, how well two people work together & what the work is"
    )


def test_the_list_goes_below_the_contents_where_there_is_no_room_beside_them(pane: LibraryPane) -> None:
    contents, listed = lists(pane)
    pane.show_pieces(some_cards(), "Everything")
    assert listed.mapTo(pane, listed.rect().topLeft()).x() > 200
    pane.resize(340, 600)
    QApplication.processEvents()
    assert listed.mapTo(pane, listed.rect().topLeft()).x() < 40
    assert listed.width() > 280
    assert contents.height() > 100


def test_marking_a_shelf_asks_for_nothing(pane: LibraryPane) -> None:
    contents, _ = lists(pane)
    chosen: list[object] = []
    pane.section_chosen.connect(chosen.append)
    pane.mark_section(Section.TERM)
    assert contents.currentItem().text() == "Dictionary"
    pane.show_sections(COUNTS)
    assert contents.currentItem().text() == "Dictionary"
    assert chosen == []


def test_nothing_found_says_so_and_shows_a_way_out(pane: LibraryPane) -> None:
    chosen: list[object] = []
    pane.section_chosen.connect(chosen.append)
    pane.show_pieces((), "Library pages about \u201czzz\u201d", hits=Hits())
    way_out = next(b for b in pane.findChildren(QPushButton) if b.text() == "Show the whole library")
    QTest.mouseClick(way_out, Qt.MouseButton.LeftButton)
    assert chosen == [None]
    pane.show_pieces(some_cards(), "Everything")
    assert lists(pane)[1].isVisible()


def test_a_release_without_pages_says_so_and_speaks_of_no_words(pane: LibraryPane) -> None:
    pane.show_pieces((), "The whole library")
    said = [words.words for words in pane.findChildren(Words)]
    assert "This release brought no pages here." in said
    assert not any("words" in one for one in said)


def test_trouble_is_explained(pane: LibraryPane) -> None:
    pane.show_problem(CatalogueDamaged(what="a bad page"))
    assert any("is damaged" in words.words for words in pane.findChildren(Words))


def test_the_marks_of_a_snippet_are_found_in_its_plain_words() -> None:
    text, marks = marked("a <b>bond</b> &amp; a &lt;b&gt; <b>goal</b>")
    assert text == "a bond & a <b> goal"
    assert [text[start : start + length] for start, length in marks] == ["bond", "goal"]
    assert plain("no marks") == "no marks"


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_it_paints_in_every_theme_and_size(qtbot: QtBot, scheme: str, zoom: float) -> None:
    pane = LibraryPane(Appearance(scheme, zoom))
    qtbot.addWidget(pane)
    pane.show_sections(COUNTS)
    pane.show_pieces(some_cards(), "Everything")
    arrive(pane)
    assert not pane.grab().isNull()


def test_every_section_has_a_name_and_an_icon(qapp: object) -> None:
    assert len({section_name(section) for section in Section}) == len(Section)
    assert set(SECTION_ICONS) == set(Section)
