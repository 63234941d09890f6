"""An article leads to its author's listing, and the listing back to the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton

from tests.journeys.desks import LEFT, Desk, click_row
from therapist_desktop.domain.library import Section
from therapist_desktop.domain.places import Page
from therapist_desktop.domain.reading_look import look_from_text
from therapist_desktop.ui.listing.tabs import Tab

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

ALLIANCE = "The therapeutic alliance"


def _lines(desk: Desk, name: str) -> QListWidget:
    return next(one for one in desk.window.library.findChildren(QListWidget) if one.accessibleName() == name)


def _button(pane: QWidget, words: str) -> QPushButton:
    return next(one for one in pane.findChildren(QPushButton) if one.accessibleName().startswith(words))


def _click_line(lines: QListWidget, words: str) -> None:
    row = next(row for row in range(lines.count()) if lines.item(row).text().startswith(words))
    lines.scrollToItem(lines.item(row))
    click_row(lines, row)


def _articles(desk: Desk) -> int:
    return desk.built.catalogue.sections()[Section.ARTICLE]


def _open_the_article(desk: Desk) -> None:
    desk.press("Ctrl+2")
    desk.until(lambda: _lines(desk, "Contents of the library").count() > 1)
    desk.until(lambda: _lines(desk, "Pieces").count() > 1)
    _click_line(_lines(desk, "Contents of the library"), "Articles")
    desk.until(lambda: _lines(desk, "Pieces").count() == _articles(desk))
    _click_line(_lines(desk, "Pieces"), ALLIANCE)
    desk.until(lambda: _title(desk).startswith(ALLIANCE))


def _title(desk: Desk) -> str:
    piece = desk.window.reader.piece
    return piece.title if piece else ""


def _name(desk: Desk) -> str:
    listing = desk.window.detail.listing
    return listing.name if listing and desk.shown else ""


def test_from_the_article_to_its_author_and_back(desk: Desk) -> None:
    _open_the_article(desk)
    by_line = next(one for one in desk.window.reader.findChildren(QLabel) if one.property("role") == "by-line")
    by_line.setFocus()
    QTest.keyClick(by_line, Qt.Key.Key_Tab)
    QTest.keyClick(by_line, Qt.Key.Key_Return)
    desk.until(lambda: desk.window.page is Page.FIND and _name(desk) == "Alex Sample")
    desk.window.detail.choose(Tab.ARTICLES)
    desk.until(lambda: desk.window.detail.is_whole)
    QTest.mouseClick(_button(desk.window.detail, ALLIANCE), LEFT)
    desk.until(lambda: desk.window.page is Page.LIBRARY)
    assert _title(desk).startswith(ALLIANCE)


def test_back_and_forward(desk: Desk) -> None:
    _open_the_article(desk)
    desk.press("Alt+Left")
    desk.until(lambda: _lines(desk, "Pieces").isVisible())
    assert _lines(desk, "Pieces").count() == _articles(desk)
    desk.press("Alt+Right")
    desk.until(desk.window.reader.isVisible)
    assert _title(desk).startswith(ALLIANCE)


def test_finding_on_the_page_counts(desk: Desk) -> None:
    _open_the_article(desk)
    desk.press("Ctrl+F")
    desk.type("alliance")
    held = desk.window.reader.browser.toPlainText().lower().count("alliance")
    assert held > 3
    counts = [words.text() for words in desk.window.reader.find_bar.findChildren(QLabel)]
    assert f"1 of {held}" in counts
    desk.press("F3")
    assert f"2 of {held}" in [words.text() for words in desk.window.reader.find_bar.findChildren(QLabel)]
    desk.press("Esc")
    assert not desk.window.reader.find_bar.isVisible()
    assert desk.window.reader.browser.textCursor().selectedText().lower() == "alliance"


def test_the_size_of_what_is_read_is_remembered(desk: Desk) -> None:
    _open_the_article(desk)
    desk.window.reader.set_zoom(150)
    assert look_from_text(desk.window.remember().look).zoom == 150
