"""A page of the library on the screen, and what a person does with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.reading_builders import TODAY
from tests.ui.arriving import arrive
from tests.ui.showing import shown
from therapist_desktop.ui.panes.reader import ReaderPane
from therapist_desktop.ui.theme import Appearance
from therapist_desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from therapist_desktop.domain.library import Piece


def a_pane(qtbot: QtBot, appearance: Appearance | None = None, width: int = 1040, height: int = 600) -> ReaderPane:
    """A reader without a page yet."""
    pane = shown(qtbot, ReaderPane(appearance or Appearance("light"), lambda: TODAY), width, height)
    qtbot.waitExposed(pane)
    return pane


def read(pane: ReaderPane, piece: Piece) -> None:
    """Open a page and put the keyboard on its text."""
    pane.show_piece(piece)
    arrive(pane)
    pane.browser.setFocus()
    QApplication.processEvents()


def words_on(part: QWidget) -> str:
    """Everything that can be read there outside the text itself."""
    return "\n".join(words.words for words in part.findChildren(Words) if words.isVisibleTo(part))


def press(part: QWidget, name: str) -> None:
    """Click on the button with this name."""
    found = [one for one in part.findChildren(QAbstractButton) if one.accessibleName() == name]
    assert found, [one.accessibleName() for one in part.findChildren(QAbstractButton)]
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
    QApplication.processEvents()
