"""Two windows over one data folder: what one of them brings or notes, the other has too, and nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.journeys.desks import Desk, desk_at
from tests.services.machines import Machine

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.services.repositories import Repository


def _marked(desk: Desk) -> set[str]:
    return {shown.id for shown in desk.built.marking.marked}


def test_another_window_has_synced(county_desk: Desk, publisher: Repository, qapp: QApplication, qtbot: QtBot) -> None:
    first = county_desk
    first.choose(30)
    chosen = first.shown
    with desk_at(first.paths.folder, qapp, qtbot) as second:
        publisher.release(43, 4_000)
        second.press("Ctrl+R")
        second.until(lambda: second.rows == 4_000)
        assert first.rows == 3_000
        first.press("Ctrl+R")
        first.until(lambda: first.window.banner.words == "You have the newest release (43).")
        first.until(lambda: first.rows == 4_000)
        assert "Release 43" in first.window.status.text
        assert first.window.results.selected == chosen == first.shown


def test_the_file_in_use_went_with_the_second_sync_of_another_window(county_desk: Desk, publisher: Repository) -> None:
    desk, machine = county_desk, Machine(county_desk.paths.folder)
    for number in (43, 44):
        publisher.release(number, 4_000)
        machine.install()
    desk.built.catalogue.file.unlink()  # as the next sync of that window would
    desk.press("Ctrl+K")
    desk.type("grief")
    desk.until(lambda: "Release 44" in desk.window.status.text)
    desk.until(lambda: 0 < desk.rows < 4_000 and desk.window.results.state == "results")


def test_a_window_that_comes_second_to_an_empty_folder_waits_for_the_first(
    tmp_path: Path, starter_folder: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    shelf = Machine(tmp_path / "empty").shelf
    with shelf.locked(), desk_at(tmp_path / "empty", qapp, qtbot, hold_up=int) as desk:
        desk.until(lambda: "sync" in desk.window.banner.words.lower())
        desk.until(lambda: desk.window.is_furnished)
        for file in (starter_folder / "catalogues").iterdir():
            file.rename(shelf.folder / file.name)
        desk.until(lambda: desk.rows == 360)
