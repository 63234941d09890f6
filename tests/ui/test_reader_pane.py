"""The reader: crumbs, by-line, warnings, contents, zoom, find, citation."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetrics, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.reading_builders import BODY, TODAY, a_hotline_piece, a_piece
from tests.ui.arriving import arrive
from tests.ui.showing import shown
from therapist_desktop.domain.errors import NotFound
from therapist_desktop.domain.library import Piece, PieceKind, Section
from therapist_desktop.ui.fonts import interface_font
from therapist_desktop.ui.panes.reader import ReaderPane
from therapist_desktop.ui.reading.column import measure
from therapist_desktop.ui.reading.html import article
from therapist_desktop.ui.reading.side import PageSide
from therapist_desktop.ui.theme import Appearance
from therapist_desktop.ui.widgets.words import Words
from therapist_desktop.ui.wording.page import by_line

LONG = BODY * 6


@pytest.fixture
def pane(qtbot: QtBot) -> ReaderPane:
    return a_pane(qtbot, Appearance("light"))


def a_pane(qtbot: QtBot, appearance: Appearance, width: int = 1040) -> ReaderPane:
    pane = shown(qtbot, ReaderPane(appearance, lambda: TODAY), width, 600)
    qtbot.waitExposed(pane)
    return pane


def show(pane: ReaderPane, piece: Piece) -> None:
    pane.show_piece(piece)
    arrive(pane)
    pane.browser.setFocus()
    QApplication.processEvents()


def words_on(pane: QWidget) -> str:
    return "\n".join(words.words for words in pane.findChildren(Words) if words.isVisibleTo(pane))


def press(pane: QWidget, name: str) -> None:
    found = [b for b in pane.findChildren(QAbstractButton) if b.accessibleName() == name]
    assert found, [b.accessibleName() for b in pane.findChildren(QAbstractButton)]
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def page_of(pane: ReaderPane) -> QScrollArea:
    return next(area for area in pane.findChildren(QScrollArea) if area.isVisible())


def bar_of(pane: ReaderPane) -> int:
    return page_of(pane).verticalScrollBar().value()


def by_line_of(pane: ReaderPane) -> QLabel:
    return next(label for label in pane.findChildren(QLabel) if label.property("role") == "by-line")


def test_the_crumbs_lead_to_the_section_and_to_the_library(pane: ReaderPane) -> None:
    show(pane, a_piece())
    heard: list[object] = []
    pane.crumb_requested.connect(heard.append)
    press(pane, "Articles")
    press(pane, "Library")
    assert heard == [Section.ARTICLE, None]


def test_the_by_line_names_author_and_dates_and_leads_to_the_listing(pane: ReaderPane) -> None:
    show(pane, a_piece())
    heard: list[str] = []
    pane.listing_requested.connect(heard.append)
    label = by_line_of(pane)
    assert label.accessibleName() == (
        "By Alex Sample, LCSW \u00b7 last updated 8 Sep 2023 \u00b7 last reviewed 3 Nov 2026 \u00b7 1 minute to read"
    )
    label.linkActivated.emit("listing")
    press(pane, "Open the listing of Alex Sample, LCSW")
    assert heard == ["npi:1234567893", "npi:1234567893"]


def test_a_by_line_escapes_names_and_starts_with_a_capital() -> None:
    piece = a_hotline_piece()
    assert by_line(piece) == "Checked 3 Nov 2026"
    author = a_piece().author
    assert author is not None
    assert "<b>" not in by_line(a_piece(author=replace(author, name="<b>Alex</b>")))


@pytest.mark.parametrize(
    ("reviewed", "warned"),
    [(date(2026, 11, 3), False), (date(2024, 11, 22), False), (date(2024, 11, 18), True), (None, False)],
)
def test_a_page_not_reviewed_for_two_years_warns(pane: ReaderPane, reviewed: date | None, warned: bool) -> None:
    show(pane, a_piece(reviewed=reviewed))
    assert ("Reviewed 2 years ago." in words_on(pane)) is warned


def test_a_correction_stands_above_the_text_and_a_crisis_page_ends_with_the_numbers(pane: ReaderPane) -> None:
    show(pane, a_piece(correction="A number was wrong.", crisis=True))
    assert "A number was wrong." in words_on(pane)
    assert "call or text 988" in words_on(pane)
    show(pane, a_piece(id="article:other"))
    assert "988" not in words_on(pane)


def test_contents_list_the_headings_and_scroll_to_them(pane: ReaderPane) -> None:
    show(pane, a_piece(body=LONG))
    side = pane.side
    assert side is not None
    assert [line.words for line in side.contents][:3] == [
        "Three parts of an alliance",
        "What the evidence says",
        "When it does not click",
    ]
    assert side.contents[-1].words == "References (2)"
    QTest.mouseClick(side.contents[4], Qt.MouseButton.LeftButton)
    assert bar_of(pane) > 400
    assert [line.property("current") for line in side.contents].index(True) == 4
    QTest.keyClick(pane.browser, Qt.Key.Key_Home)
    assert bar_of(pane) == 0


def test_links_inside_go_where_they_say(pane: ReaderPane) -> None:
    show(pane, a_piece())
    pieces: list[str] = []
    listings: list[str] = []
    crumbs: list[object] = []
    pane.piece_requested.connect(pieces.append)
    pane.listing_requested.connect(listings.append)
    pane.crumb_requested.connect(crumbs.append)
    for link in ("term:working-alliance", "support_group:al-anon", "listing:npi:1", "section:approach"):
        pane.browser.link_requested.emit(link)
    press(pane, "Person-centered therapy")
    assert pieces == ["term:working-alliance", "support_group:al-anon", "topic:person-centered-therapy"]
    assert listings == ["npi:1"]
    assert crumbs == [Section.APPROACH]


def test_zoom_sticks_within_its_bounds(pane: ReaderPane) -> None:
    show(pane, a_piece())
    before = pane.browser.document().defaultFont().pixelSize()
    for _ in range(2):
        QTest.keyClick(pane.browser, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(pane.browser, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert pane.zoom == 110
    show(pane, a_piece(id="article:next"))
    assert pane.browser.document().defaultFont().pixelSize() == round(before * 1.1)
    pane.set_zoom(900)
    arrive(pane)
    assert pane.zoom == 300
    pane.set_zoom(10)
    arrive(pane)
    assert pane.zoom == 80
    QTest.keyClick(pane.browser, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert pane.zoom == 100


def test_the_wheel_with_ctrl_zooms(pane: ReaderPane) -> None:
    show(pane, a_piece())
    spot = QPointF(5, 5)
    turn = QWheelEvent(
        spot,
        spot,
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pane.browser.viewport(), turn)
    assert pane.zoom == 110


def test_lines_are_about_66_letters_long_at_every_size(qapp: object) -> None:
    for pixels in (13, 16, 32, 48):
        font = interface_font(pixels)
        letters = measure(font) / (QFontMetrics(font).horizontalAdvance("the quick brown fox works") / 25)
        assert 55 < letters <= 80


def test_the_column_never_gets_wider_than_its_measure(qtbot: QtBot) -> None:
    pane = a_pane(qtbot, Appearance("light"), 2400)
    show(pane, a_piece())
    QApplication.processEvents()
    assert pane.browser.width() <= measure(pane.browser.document().defaultFont())


def test_find_counts_steps_around_and_keeps_the_place(pane: ReaderPane) -> None:
    show(pane, a_piece(body=LONG))
    QTest.keyClick(pane.browser, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert pane.find_bar.isVisible()
    pane.find_bar.field.setText("ALLIANCE")
    assert "1 of 14" in words_on(pane)
    QTest.keyClick(pane.browser, Qt.Key.Key_F3)
    assert "2 of 14" in words_on(pane)
    QTest.keyClick(pane.browser, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(pane.browser, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert "14 of 14" in words_on(pane)
    place = bar_of(pane)
    assert place > 0
    QTest.keyClick(pane.find_bar.field, Qt.Key.Key_Escape)
    assert not pane.find_bar.isVisible()
    assert bar_of(pane) == place
    assert pane.browser.textCursor().selectedText().lower() == "alliance"


def test_what_is_not_there_is_said(pane: ReaderPane) -> None:
    show(pane, a_piece())
    pane.open_find()
    pane.find_bar.field.setText("zebra")
    assert "Not on this page" in words_on(pane)
    QTest.keyClick(pane.browser, Qt.Key.Key_F3)


def test_a_reference_is_asked_for_above_the_page(pane: ReaderPane, qtbot: QtBot) -> None:
    show(pane, a_piece())
    cite = next(one for one in pane.findChildren(QPushButton) if one.text().strip() == "Cite")
    with qtbot.waitSignal(pane.citation_requested):
        QTest.mouseClick(cite, Qt.MouseButton.LeftButton)


def test_a_hotline_shows_its_numbers_facts_and_address(pane: ReaderPane) -> None:
    show(pane, a_hotline_piece())
    heard: list[str] = []
    pane.copy_requested.connect(heard.append)
    said = words_on(pane)
    for words in ("(800) 662-4357", "24 hours, every day", "TTY for deaf and hard-of-hearing callers"):
        assert words in said
    press(pane, "Copy 800-662-4357")
    press(pane, "Copy https://www.samhsa.gov/find-help")
    assert heard == ["800-662-4357", "https://www.samhsa.gov/find-help"]
    assert not pane.browser.isVisible()


def test_a_page_that_is_not_intact_says_so_and_hides_its_numbers(pane: ReaderPane) -> None:
    show(pane, a_hotline_piece(intact=False))
    assert "does not read back as the publisher signed it" in words_on(pane)
    assert "(800)" not in words_on(pane)


def test_references_are_escaped_and_only_safe_ones_are_linked(qapp: object) -> None:
    piece = a_piece()
    odd = replace(piece.references[0], text="<img src=x>", url="http://plain.example.org/a")
    shown_html = article(a_piece(references=(odd, piece.references[0])))
    assert "<img" not in shown_html
    assert "http://plain.example.org/a" in shown_html
    assert 'href="http:' not in shown_html
    assert 'href="https://www.example.org/alliance"' in shown_html


def test_the_contents_go_below_the_text_where_there_is_no_room(qtbot: QtBot) -> None:
    pane = a_pane(qtbot, Appearance("light"), 1040)
    show(pane, a_piece())
    side = pane.side
    assert side is not None
    beside = side.mapTo(pane, QPoint(0, 0)).x()
    pane.resize(500, 600)
    QApplication.processEvents()
    assert side.mapTo(pane, QPoint(0, 0)).x() < 100 < beside
    pane.resize(1040, 600)
    QApplication.processEvents()
    assert side.mapTo(pane, QPoint(0, 0)).x() > 500


def test_pages_follow_each_other_where_there_is_no_room_beside(qtbot: QtBot) -> None:
    pane = a_pane(qtbot, Appearance("light"), 500)
    for name in ("article:a", "article:b", "article:c"):
        show(pane, a_piece(id=name, body=LONG))
        side = pane.side
        assert side is not None
        assert side.isVisible()
    pane.set_zoom(150)
    arrive(pane)
    pane.resize(1040, 600)
    QApplication.processEvents()
    pane.show_nothing()
    show(pane, a_piece())
    assert len(pane.findChildren(PageSide)) == 1


def test_states_without_a_page_are_sentences(pane: ReaderPane) -> None:
    assert "Choose a page to read" in words_on(pane)
    show(pane, a_piece())
    pane.show_problem(NotFound(id="topic:x"))
    assert "Nothing with the id topic:x is in this release." in words_on(pane)
    assert pane.piece is None
    pane.open_find()
    assert not pane.find_bar.isVisible()


@pytest.mark.parametrize("kind", list(PieceKind))
@pytest.mark.parametrize("zoom", [80, 300])
def test_every_kind_of_piece_is_shown_at_every_size(qtbot: QtBot, kind: PieceKind, zoom: int) -> None:
    pane = a_pane(qtbot, Appearance("dark"), 500)
    pane.set_zoom(zoom)
    arrive(pane)
    facts = (("Publisher", "Sample Press"), ("A rather long label here", "2019"))
    show(pane, a_piece(kind=kind, facts=facts, also_called=("other name",), url="https://www.example.org"))
    QApplication.processEvents()
    for words in pane.findChildren(Words):
        if words.isVisible():
            assert words.mapTo(pane, words.rect().topRight()).x() < pane.width(), words.words


def test_the_theme_can_change_while_a_page_is_read(qtbot: QtBot) -> None:
    appearance = Appearance("light")
    pane = a_pane(qtbot, appearance)
    show(pane, a_piece(body=LONG))
    page_of(pane).verticalScrollBar().setValue(300)
    appearance.pin("dark")
    arrive(pane)
    QApplication.processEvents()
    assert bar_of(pane) == 300
    assert "Why the bond" in words_on(pane)


def test_every_control_has_a_name_and_a_tip(pane: ReaderPane) -> None:
    show(pane, a_piece(body=LONG))
    for control in pane.findChildren(QAbstractButton):
        if control.isEnabled() and control.isVisible():
            assert control.accessibleName()
            assert control.toolTip(), control.accessibleName()
