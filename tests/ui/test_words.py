"""Text on a page: measured once, broken where it must, selected where somebody wants to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.showing import shown
from therapist_desktop.ui.fonts import interface_font
from therapist_desktop.ui.widgets.words import Heading, Headline, Words

TEXT = "Individual therapy and groups for adults, on weekdays and by appointment"


@pytest.mark.parametrize("text", [TEXT, "210 Harbor Street\nNew York, NY 10001", "M\u00fcller \u4e2d\u6587", "short"])
@pytest.mark.parametrize("width", [190, 240, 900])
@pytest.mark.parametrize("size", [12, 13, 16, 22, 26, 30])
def test_it_is_as_tall_as_a_label_with_these_words(qtbot: QtBot, text: str, width: int, size: int) -> None:
    words, label = Words(text), QLabel(text, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    for one in (words, label):
        qtbot.addWidget(one)
        one.setFont(interface_font(size))
        one.ensurePolished()
    words.resize(width, 20)
    words.show()
    assert words.heightForWidth(width) == label.heightForWidth(width)


def test_a_word_without_room_is_broken_and_made_whole_again(qtbot: QtBot) -> None:
    words = shown(qtbot, Words("averyveryverylongmailbox@harbor.example.org or call"), 100, 100)
    narrow = words.heightForWidth(100)
    assert words.text() != words.words
    assert words.text().endswith(" or call")
    words.resize(600, 100)
    assert words.text() == words.words
    assert words.heightForWidth(600) < narrow


def test_new_words_and_another_size_of_text_are_measured_anew(qtbot: QtBot) -> None:
    words = Words("short")
    qtbot.addWidget(words)
    words.show()
    one_line = words.heightForWidth(150)
    words.say(TEXT)
    assert words.heightForWidth(150) > one_line
    before = words.heightForWidth(150)
    words.setStyleSheet("font-size: 30px")
    assert words.heightForWidth(150) > before


def test_text_is_selected_with_the_mouse_and_takes_no_more_room_then(qtbot: QtBot) -> None:
    words = shown(qtbot, Words(TEXT), 200, 100)
    words.resize(200, words.heightForWidth(200))
    before = words.sizeHint(), words.minimumSizeHint(), words.heightForWidth(200)
    QTest.mousePress(words, Qt.MouseButton.LeftButton, pos=QPoint(1, 8))
    QTest.mouseMove(words, QPoint(190, 8))
    QTest.mouseRelease(words, Qt.MouseButton.LeftButton, pos=QPoint(190, 8))
    assert TEXT.startswith(words.selectedText())
    assert words.selectedText()
    QTest.keyClick(words, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == words.selectedText()
    assert (words.sizeHint(), words.minimumSizeHint(), words.heightForWidth(200)) == before


def test_a_heading_is_not_selected(qtbot: QtBot) -> None:
    heading = Heading("Address")
    qtbot.addWidget(heading)
    heading.show()
    QTest.mousePress(heading, Qt.MouseButton.LeftButton, pos=QPoint(1, 5))
    QTest.mouseMove(heading, QPoint(60, 5))
    QTest.mouseRelease(heading, Qt.MouseButton.LeftButton, pos=QPoint(60, 5))
    assert heading.selectedText() == ""


@pytest.mark.parametrize("text", ["", "Nobody"])
@pytest.mark.parametrize("width", [0, 1, 2])
def test_a_headline_without_room_or_words_is_laid_out(qtbot: QtBot, text: str, width: int) -> None:
    headline = shown(qtbot, Headline(text, "title", least=14), 600, 40)
    headline.resize(width, 40)
    headline.grab()
    assert headline.words == text
