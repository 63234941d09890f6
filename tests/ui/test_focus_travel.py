"""The keyboard goes into a part of the window, and nothing of the window is lost by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from therapist_desktop.ui.focus_travel import focus_into

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_widget_that_goes_takes_none_with_it_that_the_keyboard_came_by(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    part = QWidget(window)
    gone = QPushButton(part)
    gone.setEnabled(False)
    scroll = QScrollArea(part)
    last = QPushButton(part)
    bar = scroll.verticalScrollBar()
    scroll.setEnabled(False)
    window.show()
    assert focus_into(part)
    assert window.focusWidget() is last
    gone.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert all(shiboken6.isValid(one) for one in (part, scroll, bar, last))
