"""A clinic writes its own crisis steps; they stand on top from then on, sync or no sync."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.journeys.desks import Desk, desk_at
from therapist_desktop.domain.local_steps import LocalNumber, LocalSteps
from therapist_desktop.services.local_steps import LocalStepsFile
from therapist_desktop.ui.dialogs.local_steps import LocalStepsDialog
from therapist_desktop.ui.widgets.local_card import LocalCard
from therapist_desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

STEPS = LocalSteps(("Tell Dana at once", "Stay on the line"), (LocalNumber("On call", "555-0142 ext. 3", "until six"),))


def _said(desk: Desk) -> str:
    card = desk.window.crisis.findChild(LocalCard)
    assert card is not None
    return "\n".join(words.words for words in card.findChildren(Words))


def _open_dialog(desk: Desk) -> LocalStepsDialog:
    desk.press("Ctrl+Shift+F9")
    desk.until(lambda: isinstance(QApplication.activeModalWidget(), LocalStepsDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, LocalStepsDialog)
    desk.until(lambda: dialog.isAncestorOf(desk.focus))
    return dialog


def _write(desk: Desk) -> LocalStepsDialog:
    dialog = _open_dialog(desk)
    QTest.keyClicks(desk.focus, "Tell Dana at once")
    QTest.keyClick(desk.focus, Qt.Key.Key_Return)
    QTest.keyClicks(desk.focus, "Stay on the line")
    for text in ("On call", "555-0142 ext. 3", "until six"):
        QTest.keyClick(desk.focus, Qt.Key.Key_Tab)
        QTest.keyClicks(desk.focus, text)
    return dialog


def test_written_by_keyboard_shown_on_top_and_kept(desk: Desk, qapp: QApplication, qtbot: QtBot) -> None:
    desk.press("F9")
    desk.until(lambda: "What does your clinic do?" in _said(desk))
    dialog = _write(desk)
    QTest.keyClick(dialog.rows[0][2], Qt.Key.Key_Return)
    desk.until(lambda: "Stay on the line" in _said(desk))
    said = _said(desk)
    assert "555-0142 ext. 3" in said
    assert said.index("Tell Dana at once") < said.index("Stay on the line")
    assert "On call" in desk.window.crisis.document().toPlainText(), "it is printed too"
    kept = LocalStepsFile(desk.paths.local_steps).load()
    assert kept._replace(reviewed=None) == STEPS
    assert kept.reviewed is not None
    with desk_at(desk.paths.folder, qapp, qtbot) as tomorrow:
        tomorrow.press("F9")
        tomorrow.until(lambda: "Stay on the line" in _said(tomorrow))


def test_a_number_that_nobody_can_call_is_told_and_nothing_is_lost(desk: Desk) -> None:
    dialog = _write(desk)
    dialog.rows[0][1].setText("ask Dana")
    QTest.keyClick(dialog.rows[0][2], Qt.Key.Key_Return)
    assert "On call" in dialog.problem
    assert dialog.isVisible()
    assert dialog.steps.steps == STEPS.steps
    assert LocalStepsFile(desk.paths.local_steps).load().is_empty


def test_steps_that_cannot_be_kept_are_told_and_wait_in_the_dialog(desk: Desk) -> None:
    desk.paths.local_steps.mkdir()  # nothing can be written in its place
    dialog = _write(desk)
    QTest.keyClick(dialog.rows[0][2], Qt.Key.Key_Return)
    banner = desk.window.banner
    desk.until(lambda: "crisis.json cannot be written" in banner.words)
    assert banner.button.isHidden(), "a sync would not help"
    again = _open_dialog(desk)
    assert again.steps == STEPS
    again.reject()


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"steps": 3}', '{"steps": [], "numbers": [7], "reviewed": "x"}'])
def test_a_damaged_file_is_told_and_takes_no_line_away(
    damage: str, starter_folder: Path, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    (tmp_path / "crisis.json").write_text(damage, encoding="utf-8")
    with desk_at(tmp_path, qapp, qtbot, lambda: None) as desk:
        desk.press("F9")
        desk.until(lambda: any("cannot be read" in words.words for words in desk.window.crisis.findChildren(Words)))
        assert any(words.words == "988" for words in desk.window.crisis.findChildren(Words))
