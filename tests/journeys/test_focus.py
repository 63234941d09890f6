"""The keyboard is never lost: not with a button that goes, not with a page that is laid out anew."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from tests.journeys.desks import Desk, desk_at
from therapist_desktop.domain.filters import Choice, Filters, Near
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.ui.widgets.crisis_card import CrisisCard
from therapist_desktop.ui.widgets.marks_strip import MarksStrip

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

NOBODY = Filters(
    words="grief",
    near=Near("59718", 5.0),
    chosen=frozenset({Choice(Facet.PAYER, "medicaid"), Choice(Facet.LANGUAGE, "es")}),
)


def _ask(desk: Desk, filters: Filters) -> None:
    desk.window.filters.use(filters)
    desk.until(lambda: _is_answered(desk, filters))


def _is_answered(desk: Desk, filters: Filters) -> bool:
    return desk.built.search.answer is not None and desk.built.search.answer.results.filters == filters


def test_a_near_miss_is_taken_by_key_until_there_are_rows(desk: Desk) -> None:
    results = desk.window.results
    _ask(desk, NOBODY)
    results.focus_list()
    for _ in range(6):
        if results.state == "results":
            break
        asked = desk.window.filters.filters
        assert desk.focus is results.notice.buttons[0]
        desk.press("Space")
        desk.until(lambda asked=asked: desk.window.filters.filters != asked)  # type: ignore[misc]
        desk.until(lambda: _is_answered(desk, desk.window.filters.filters))
        QApplication.processEvents()
    assert results.state == "results"
    assert results.table.hasFocus()


def test_the_rows_go_and_the_way_out_has_the_keyboard(desk: Desk) -> None:
    desk.window.results.focus_list()
    _ask(desk, NOBODY)
    assert desk.focus is desk.window.results.notice.buttons[0]
    desk.press("Ctrl+Shift+X")
    desk.until(lambda: desk.rows == 360)
    assert desk.window.results.table.hasFocus()


def test_larger_text_leaves_the_keyboard_on_the_number_in_a_crisis(desk: Desk) -> None:
    desk.press("F9")
    desk.until(lambda: desk.window.crisis.is_whole)
    second = desk.window.crisis.findChildren(CrisisCard)[1]
    second.copy.setFocus()
    text = second.copy.accessibleName()
    desk.press("Ctrl++")
    desk.until(lambda: desk.window.crisis.is_whole)
    assert desk.focus.accessibleName() == text
    assert desk.focus is not second.copy


def test_who_searches_before_the_directory_is_ready_is_told_so(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    ready = threading.Event()
    with desk_at(tmp_path / "empty", qapp, qtbot, ready.wait) as desk:
        failed: list[object] = []
        desk.built.search.failed.connect(failed.append)
        before = desk.window.results.notice.words
        desk.press("Ctrl+K")
        desk.type("grief")
        desk.until(lambda: bool(failed))
        assert desk.window.results.notice.words == before
        ready.set()
        desk.until(lambda: 0 < desk.rows < 360)


@pytest.mark.parametrize("change", ["zoom", "colours"])
def test_the_keyboard_stays_in_the_details_when_all_is_made_anew(desk: Desk, change: str) -> None:
    detail = desk.window.detail
    detail.setFocus()
    desk.until(lambda: detail.isAncestorOf(desk.focus))
    if change == "zoom":
        desk.built.appearance.set_zoom(1.1)
    else:
        desk.built.appearance.pin("dark")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert detail.isAncestorOf(desk.focus)
    desk.press("Right")
    assert detail.tab == "contact"


def test_the_keyboard_goes_into_the_drawer_and_back_to_the_rows(desk: Desk) -> None:
    window = desk.window
    window.results.focus_list()
    window.resize(700, 700)
    desk.until(lambda: not window.find_page.filters_are_beside)
    desk.press("Ctrl+Shift+F")
    assert window.filters.isAncestorOf(desk.focus)
    desk.press("Esc")
    assert window.results.table.hasFocus()
    assert not window.filters.isVisible()


def test_the_keyboard_goes_to_the_rows_when_its_pane_loses_its_room(desk: Desk) -> None:
    desk.window.detail.setFocus()
    desk.window.resize(700, 700)
    desk.until(desk.window.results.table.hasFocus)


def test_the_keyboard_goes_to_the_rows_with_the_last_mark(desk: Desk) -> None:
    desk.window.results.focus_list()
    desk.press("Space")
    strip = desk.window.findChild(MarksStrip)
    assert strip is not None
    strip.chips[0].setFocus()
    desk.press("Space")
    assert not desk.built.marking.marked
    assert desk.window.results.table.hasFocus()
