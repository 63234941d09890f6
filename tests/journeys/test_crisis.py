"""Somebody on the phone is in danger: one key shows the numbers, whatever the program is doing."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from tests.journeys.desks import Desk, desk_at
from tests.services.repositories import Repository
from therapist_desktop.ui.widgets.crisis_card import CrisisCard
from therapist_desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
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
