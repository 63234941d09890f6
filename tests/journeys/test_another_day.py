"""What a window of another day shows first."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from therapist_desktop.building import build
from therapist_desktop.domain.taxonomy import Facet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.journeys.desks import Desk


def test_filters_from_another_day_show_no_rows_before_their_own(desk: Desk, qapp: QApplication, qtbot: QtBot) -> None:
    desk.value(Facet.PAYER, "medicaid")
    desk.until(lambda: 0 < desk.rows < 360)
    medicaid = desk.rows
    desk.close()
    seen: list[tuple[str, int]] = []
    reads, deeds = ThreadPoolExecutor(2), ThreadPoolExecutor(1)
    built = build(qapp, desk.paths, reads, deeds)
    built.search.answered.connect(lambda answer: seen.append((built.window.results.state, answer.results.total)))
    assert (built.window.results.state, built.window.results.table.model().rowCount()) == ("loading", 0)
    built.window.show()
    qtbot.waitUntil(lambda: built.window.results.state == "results" and built.window.is_furnished, timeout=30_000)
    assert {total for _, total in seen} == {medicaid}
    built.window.close()
    for executor in (reads, deeds):
        executor.shutdown(wait=True, cancel_futures=True)
    built.window.deleteLater()
    built.appearance.deleteLater()
