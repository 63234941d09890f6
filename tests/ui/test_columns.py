"""The columns of the table: which, in what order, how wide, and what goes first where it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.builders import a_card, a_spot, some_results
from tests.ui.showing import answer_of, shown
from therapist_desktop.domain.filters import Filters
from therapist_desktop.domain.notebook import Outcome, Shown, Standing
from therapist_desktop.domain.reasons import Reason, Why
from therapist_desktop.ui.dialogs.columns import ColumnsDialog
from therapist_desktop.ui.models.columns import COLUMNS, MARK, MILES, NAME, OPENINGS, PLACE, STATUS, WHY
from therapist_desktop.ui.models.table_layout import Room, TableLayout, read, shared, written
from therapist_desktop.ui.panes.results import ResultsPane
from therapist_desktop.ui.widgets.column_menu import column_menu
from therapist_desktop.ui.wording.cards import why_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Rows
    from therapist_desktop.ui.theme import Appearance


@pytest.fixture
def pane(qtbot: QtBot, appearance: Appearance, rows: Rows) -> ResultsPane:
    pane = shown(qtbot, ResultsPane(rows.model, appearance), 1500, 600)
    results = some_results(300, Filters(words="grief"), spot=a_spot())
    pane.show_answer(answer_of(results))
    return pane


def _px(pixels: float) -> int:
    return round(pixels)


def _seen(pane: ResultsPane) -> list[str]:
    header = pane.table.horizontalHeader()
    order = [header.logicalIndex(place) for place in range(len(COLUMNS))]
    return [COLUMNS[column].id for column in order if not pane.table.isColumnHidden(column)]


def test_the_usual_columns_need_no_memory() -> None:
    assert written(TableLayout()) == ""
    assert read("") == TableLayout()


def test_what_the_person_made_of_the_table_is_remembered() -> None:
    layout = TableLayout().toggled("openings").toggled("takes").moved("phone", -3).made_wide("name", 260)
    assert read(written(layout)) == layout
    assert layout.has("openings")
    assert not layout.has("takes")
    assert dict(layout.widths) == {"name": 260}


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"order": 7, "widths": [1]}', '{"order": ["nobody", 3], "widths": {"nobody": 9, "name": "x"}}']
)
def test_a_memory_that_makes_no_sense_is_none(text: str) -> None:
    assert read(text) == TableLayout()


def test_a_column_that_is_newer_than_the_memory_stands_where_it_usually_does() -> None:
    layout = read('{"order": ["name", "phone", "mark"], "added": [], "removed": ["takes", "name"]}')
    assert sorted(layout.order) == sorted(column.id for column in COLUMNS)
    assert layout.has("name"), "a row without a name says nothing"
    assert not layout.has("takes")


def test_the_name_cannot_be_taken_away() -> None:
    assert TableLayout().toggled("name") == TableLayout()


def test_what_was_put_in_by_hand_stays_longer_than_what_came_with_the_program() -> None:
    usual = shared(COLUMNS, TableLayout(), Room(420), _px)
    added = shared(COLUMNS, TableLayout().toggled("openings"), Room(420), _px)
    assert OPENINGS not in usual
    assert {NAME, OPENINGS} <= set(added)
    assert sum(added.values()) == 420


@pytest.mark.parametrize("width", [240, 534, 700, 960, 1190, 1800])
def test_all_of_the_width_is_shared_and_no_more(width: int) -> None:
    widths = shared(COLUMNS, TableLayout(), Room(width), _px)
    assert width - len(widths) <= sum(widths.values()) <= width
    assert NAME in widths


def test_a_width_by_hand_is_kept_and_the_others_share_the_rest() -> None:
    widths = shared(COLUMNS, TableLayout().made_wide("name", 300), Room(1190), _px)
    assert widths[NAME] == 300
    assert sum(widths.values()) > 1190 - len(widths)


def test_columns_with_nothing_to_say_are_not_there() -> None:
    bare = shared(COLUMNS, TableLayout(), Room(1800, has_miles=False, has_reasons=False, has_calls=False), _px)
    assert not {MILES, WHY, STATUS} & set(bare)
    wanted = TableLayout().toggled("why").toggled("why")
    assert WHY in shared(COLUMNS, wanted, Room(1800, has_reasons=False), _px), "who asks for it sees it"


def test_the_table_shows_the_usual_order(pane: ResultsPane) -> None:
    assert _seen(pane) == ["mark", "name", "why", "takes", "phone", "place", "miles", "verified"]


def test_our_calls_are_there_as_soon_as_there_was_one(pane: ResultsPane, rows: Rows) -> None:
    shown = Shown("npi:0000000003", "provider", "Person 3 Sample")
    rows.model.show_standings({shown.id: Standing(shown, outcome=Outcome.FULL)})
    assert _seen(pane)[-1] == "status"
    pane.grab()


def test_a_head_is_dragged_to_another_place(pane: ResultsPane) -> None:
    header = pane.table.horizontalHeader()
    header.moveSection(header.visualIndex(PLACE), 0)
    assert _seen(pane)[0] == "place"
    assert read(pane.remembered_table()).order[0] == "place"


def test_the_edge_of_a_head_is_dragged(pane: ResultsPane) -> None:
    header = pane.table.horizontalHeader()
    edge = header.sectionViewportPosition(NAME) + header.sectionSize(NAME) - 1
    before, middle = header.sectionSize(NAME), header.height() // 2
    QTest.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(edge, middle))
    QTest.mouseMove(header.viewport(), QPoint(edge + 60, middle))
    QTest.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(edge + 60, middle))
    assert header.sectionSize(NAME) == before + 60
    shown = [column for column in range(len(COLUMNS)) if not pane.table.isColumnHidden(column)]
    assert sum(map(header.sectionSize, shown)) <= pane.table.viewport().width()
    assert dict(pane.table.columns_layout.widths) == {"name": before + 60}


def test_the_table_is_as_it_was_left(pane: ResultsPane) -> None:
    pane.recall_table(written(TableLayout().moved("miles", -9).toggled("phone").toggled("openings")))
    assert _seen(pane)[0] == "miles"
    assert "phone" not in _seen(pane)
    assert "openings" in _seen(pane)


def test_the_menu_of_the_heads_ticks_what_is_there(pane: ResultsPane) -> None:
    used: list[TableLayout] = []
    menu = column_menu(TableLayout(), used.append, lambda: None, pane)
    actions = {action.text(): action for action in menu.actions()}
    assert not actions["Name"].isEnabled()
    assert actions["Phone"].isChecked()
    assert not actions["Openings"].isChecked()
    actions["Openings"].trigger()
    actions["Usual columns"].trigger()
    assert [layout.has("openings") for layout in used] == [True, False]


def test_columns_are_chosen_with_the_keyboard(pane: ResultsPane, qtbot: QtBot, appearance: Appearance) -> None:
    dialog = ColumnsDialog(pane.table.columns_layout, appearance)
    qtbot.addWidget(dialog)
    dialog.layout_chosen.connect(pane.table.use_layout)
    dialog.show()
    place = pane.table.columns_layout.order.index("takes")
    dialog.list.setCurrentRow(place)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert "takes" not in _seen(pane)
    dialog.list.setCurrentRow(pane.table.columns_layout.order.index("verified"))
    for _ in range(20):
        dialog.up.click()
    assert _seen(pane)[0] == "verified"
    assert not dialog.up.isEnabled()
    dialog.usual.click()
    assert pane.table.columns_layout == TableLayout()
    name = dialog.list.item(TableLayout().order.index("name"))
    assert not name.flags() & Qt.ItemFlag.ItemIsUserCheckable
    dialog.grab()


def test_the_reasons_leave_the_distance_to_its_own_column() -> None:
    why = (Reason(Why.VALUE, "Medicaid"), Reason(Why.VALUE, "trauma"), Reason(Why.NEAR, "3.2"))
    assert why_text(a_card(why=why, miles=3.2)) == "Medicaid \u00b7 trauma"
    assert COLUMNS[MARK].text(a_card(), Standing(Shown("", "", ""), marked=True), None) == "Marked"  # type: ignore[arg-type]
