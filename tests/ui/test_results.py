"""The five states of the results, and a table that keeps its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.builders import a_near_miss, a_spot, some_results
from tests.ui.showing import answer_of, shown
from therapist_desktop.domain.errors import CatalogueDamaged
from therapist_desktop.domain.filters import Filters, Order, Sort
from therapist_desktop.ui.models.columns import MILES, NAME, PHONE, PLACE, TAKES, VERIFIED
from therapist_desktop.ui.panes.results import ResultsPane
from therapist_desktop.ui.wording.messages import WayOut

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Rows
    from therapist_desktop.ui.theme import Appearance


@pytest.fixture
def pane(qtbot: QtBot, appearance: Appearance, rows: Rows) -> ResultsPane:
    return shown(qtbot, ResultsPane(rows.model, appearance), 900, 600)


def test_first_use_says_that_crisis_lines_are_there(pane: ResultsPane) -> None:
    pane.show_first_use()
    assert pane.state == "notice"
    assert "F9" in pane.notice.words


def test_a_slow_answer_shows_a_skeleton_then_rows(pane: ResultsPane) -> None:
    pane.show_loading()
    assert pane.state == "loading"
    pane.show_answer(answer_of(some_results(300)))
    assert pane.state == "results"


def test_nothing_found_offers_near_misses_that_apply_their_filters(pane: ResultsPane, qtbot: QtBot) -> None:
    asked = Filters(words="grief")
    miss = a_near_miss("Spanish", 6, Filters(words="gri"))
    pane.show_answer(answer_of(some_results(0, asked, near_miss=(miss,))))
    assert pane.state == "notice"
    assert [button.text() for button in pane.notice.buttons] == ["Drop Spanish: 6 found", "Clear all filters"]
    heard: list[Filters] = []
    pane.filters_requested.connect(heard.append)
    for button in pane.notice.buttons:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert heard == [Filters(words="gri"), Filters()]


def test_trouble_says_what_still_works_and_has_one_button(pane: ResultsPane, qtbot: QtBot) -> None:
    pane.show_problem(CatalogueDamaged(what="bad page"))
    assert "damaged" in pane.notice.words
    assert "crisis page works" in pane.notice.words
    heard: list[WayOut] = []
    pane.way_out_requested.connect(heard.append)
    QTest.mouseClick(pane.notice.buttons[0], Qt.MouseButton.LeftButton)
    assert heard == [WayOut.SYNC]
    assert len(pane.notice.buttons) == 1


def test_walking_points_and_enter_chooses(pane: ResultsPane, qtbot: QtBot) -> None:
    pointed: list[str] = []
    chosen: list[str] = []
    pane.listing_pointed.connect(pointed.append)
    pane.listing_chosen.connect(chosen.append)
    pane.show_answer(answer_of(some_results(300)))
    QTest.keyClick(pane.table, Qt.Key.Key_Down)
    QTest.keyClick(pane.table, Qt.Key.Key_Return)
    assert pointed == ["npi:0000000000", "npi:0000000001"]
    assert chosen == ["npi:0000000001"]
    assert pane.selected == "npi:0000000001"


def test_the_first_row_stands_there_until_somebody_chooses(pane: ResultsPane) -> None:
    pointed: list[str] = []
    pane.listing_pointed.connect(pointed.append)
    pane.show_answer(answer_of(some_results(300)))
    assert pane.table.currentIndex().row() == 0
    assert pane.pointed == "npi:0000000000"
    selected = [pane.selected]  # nobody's choice: the next answer starts at its own first row
    pane.show_answer(answer_of(some_results(300)))
    assert pointed == ["npi:0000000000"], "the same again does not tear anybody away from what is read"
    pane.show_answer(answer_of(some_results(9, Filters(words="x"))))
    assert pointed == ["npi:0000000000"] * 2
    QTest.keyClick(pane.table, Qt.Key.Key_Return)
    assert [*selected, pane.selected] == ["", "npi:0000000000"]


def test_no_rows_point_at_nothing(pane: ResultsPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.nothing_pointed):
        pane.show_answer(answer_of(some_results(0, Filters(words="x"))))
    with qtbot.waitSignal(pane.nothing_pointed):
        pane.show_problem(CatalogueDamaged(what="bad page"))


def test_a_row_is_one_stop(pane: ResultsPane, qtbot: QtBot) -> None:
    pane.show_answer(answer_of(some_results(300)))
    pane.table.setCurrentIndex(pane.table.model().index(2, 0))
    QTest.keyClick(pane.table, Qt.Key.Key_Right)
    assert (pane.table.currentIndex().row(), pane.table.currentIndex().column()) == (2, 0)
    QTest.keyClick(pane.table, Qt.Key.Key_End)
    assert pane.table.currentIndex().row() == 299


def test_the_selection_follows_its_listing_and_nobody_is_told(pane: ResultsPane) -> None:
    pane.show_answer(answer_of(some_results(300)))
    pane.table.setCurrentIndex(pane.table.model().index(1, 0))
    told: list[str] = []
    pane.listing_pointed.connect(told.append)
    pane.show_answer(answer_of(some_results(300, Filters(sort=Sort.VERIFIED)), position=200))
    assert pane.table.currentIndex().row() == 200
    assert pane.table.is_current_seen
    assert not told


def test_the_same_question_keeps_the_scroll(pane: ResultsPane) -> None:
    pane.show_answer(answer_of(some_results(3000)))
    pane.table.verticalScrollBar().setValue(5000)
    pane.show_answer(answer_of(some_results(3000)))
    assert pane.table.verticalScrollBar().value() == 5000
    pane.show_answer(answer_of(some_results(3000, Filters(words="x"))))
    assert pane.table.verticalScrollBar().value() == 0


def test_a_million_rows_can_be_scrolled_to_the_end(pane: ResultsPane, rows: Rows, qtbot: QtBot) -> None:
    results = some_results(1_000_000)
    pane.show_answer(answer_of(results))
    pane.table.scrollToBottom()
    pane.grab()
    qtbot.waitUntil(lambda: bool(rows.hand.waiting))
    rows.hand.run_all()
    card = rows.model.card(999_999)
    assert card is not None
    assert card.row == 999_999


def test_heads_ask_for_another_order(pane: ResultsPane) -> None:
    heard: list[tuple[Order, ...]] = []
    pane.orders_requested.connect(heard.append)
    pane.show_answer(answer_of(some_results(300)))
    header = pane.table.horizontalHeader()
    header.sectionClicked.emit(TAKES)
    header.sectionClicked.emit(VERIFIED)
    pane.show_answer(answer_of(some_results(300, Filters(sort=Sort.VERIFIED))))
    header.sectionClicked.emit(VERIFIED)
    pane.show_answer(answer_of(some_results(300, Filters(sort=Sort.VERIFIED, descending=True))))
    header.sectionClicked.emit(VERIFIED)
    assert heard == [(Order(Sort.VERIFIED),), (Order(Sort.VERIFIED, descending=True),), ()]


def test_columns_leave_one_by_one(pane: ResultsPane) -> None:
    pane.show_answer(answer_of(some_results(300, spot=a_spot())))
    table = pane.table
    seen = []
    for width in (1100, 700, 560, 300):
        pane.resize(width, 600)
        seen.append([column for column in range(6) if not table.isColumnHidden(column)])
    assert seen[0] == [NAME, TAKES, PHONE, PLACE, MILES, VERIFIED]
    assert PLACE not in seen[1]
    assert seen[2] == [NAME, TAKES, MILES, VERIFIED]
    assert NAME in seen[3]


def test_miles_need_a_place(pane: ResultsPane) -> None:
    pane.resize(1200, 600)
    pane.show_answer(answer_of(some_results(300)))
    assert pane.table.isColumnHidden(MILES)


def test_the_phone_is_copied(pane: ResultsPane) -> None:
    heard: list[str] = []
    pane.copy_requested.connect(heard.append)
    pane.copy_phone()
    pane.show_answer(answer_of(some_results(300)))
    pane.table.setCurrentIndex(pane.table.model().index(0, 0))
    pane.copy_phone()
    assert heard == ["(555) 555-0142"]


@pytest.mark.parametrize("zoom", [0.7, 1.0, 2.0])
def test_rows_grow_with_the_text(pane: ResultsPane, appearance: Appearance, zoom: float) -> None:
    appearance.set_zoom(zoom)
    pane.show_answer(answer_of(some_results(300)))
    assert pane.table.rowHeight(0) == round(52 * zoom)
    pane.set_compact(True)
    assert pane.table.rowHeight(0) == round(34 * zoom)
    pane.grab()
