"""Somebody on the phone is in danger: one key shows the numbers, whatever the program is doing."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from tests.journeys.desks import Desk, desk_at, part_of
from tests.services.repositories import Repository
from therapist_desktop.domain.places import Page
from therapist_desktop.ui.dialogs.local_steps import LocalStepsDialog
from therapist_desktop.ui.widgets.crisis_card import CrisisCard
from therapist_desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def _numbers(desk: Desk) -> list[str]:
    assert desk.window.crisis.isVisible()
    return [card.findChildren(Words)[0].words for card in desk.window.crisis.findChildren(CrisisCard)]


def test_f9_while_a_release_comes_in(county_desk: Desk, publisher: Repository) -> None:
    desk = county_desk
    publisher.release(43, 6_000)
    desk.press("Ctrl+R")
    desk.until(desk.window.status.cancel_button.isVisible)
    desk.press("F9")
    assert _numbers(desk) == ["911", "988"]
    assert desk.built.syncing.is_running
    desk.press("Space")
    assert desk.clipboard == "911", "the keyboard stands on the first number"
    desk.until(lambda: not desk.built.syncing.is_running)
    assert _numbers(desk) == ["911", "988"]


def test_f9_before_there_is_any_release(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    go_on = Event()
    with desk_at(tmp_path / "new", qapp, qtbot, go_on.wait) as desk:
        try:
            assert desk.window.release is None
            desk.press("F9")
            assert _numbers(desk) == ["911", "988"]
            desk.press("Space")
            assert desk.clipboard == "911"
        finally:
            go_on.set()
        desk.until(lambda: desk.rows == 360)
        assert _numbers(desk) == ["911", "988"], "the directory is there, and nobody was torn away"


def test_the_key_is_heard_behind_a_dialog_and_the_dialog_comes_back_as_it_was(desk: Desk) -> None:
    desk.press("Ctrl+Shift+F9")
    dialog = part_of(desk.window, LocalStepsDialog)
    desk.until(dialog.isActiveWindow)
    desk.type("Call the one in charge")
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_F9)
    assert dialog.isHidden()
    desk.until(desk.window.isActiveWindow)
    assert desk.window.page is Page.CRISIS
    desk.until(lambda: desk.focus.accessibleName() == "Copy 911")
    desk.press("Ctrl+1")
    desk.until(dialog.isVisible)
    field = part_of(dialog, QPlainTextEdit)
    assert field.toPlainText() == "Call the one in charge"
    dialog.reject()


def test_the_key_is_heard_in_a_list_that_is_open(desk: Desk) -> None:
    combo = desk.window.filters.client_state.combo
    combo.showPopup()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    desk.until(lambda: QApplication.focusWindow() is popup.windowHandle())
    QTest.keyClick(popup.windowHandle(), Qt.Key.Key_F9)
    assert QApplication.activePopupWidget() is None
    assert desk.window.page is Page.CRISIS
