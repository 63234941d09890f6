"""What a row says and what can be done with it, by key, by mouse and from its menu."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from tests.builders import TODAY, a_card, a_near_miss, some_results
from tests.ui.showing import answer_of, shown
from therapist_desktop.domain.filters import Filters
from therapist_desktop.domain.notebook import NOTHING, Outcome, Shown, Standing
from therapist_desktop.domain.places import View
from therapist_desktop.domain.reasons import Reason, Why
from therapist_desktop.ui.models.columns import MARK, NAME, STATUS
from therapist_desktop.ui.panes.results import ResultsPane
from therapist_desktop.ui.widgets.row_menu import RowDeeds, row_menu
from therapist_desktop.ui.wording.cards import sentence
from therapist_desktop.ui.wording.outcomes import outcome_name, outcome_tone

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Rows
    from therapist_desktop.domain.results import Card
    from therapist_desktop.ui.theme import Appearance

LEFT = Qt.MouseButton.LeftButton
SHOWN = Shown("npi:0000000001", "provider", "Person 1 Sample, LCSW")
CALLED = Standing(SHOWN, marked=True, outcome=Outcome.LEFT_MESSAGE, noted_on=TODAY - timedelta(days=3))


@pytest.fixture
def pane(qtbot: QtBot, appearance: Appearance, rows: Rows) -> ResultsPane:
    pane = shown(qtbot, ResultsPane(rows.model, appearance), 1000, 600)
    results = some_results(300)
    pane.show_answer(answer_of(results))
    return pane


def test_space_marks_and_moves_nothing(pane: ResultsPane) -> None:
    marked: list[Card] = []
    pane.mark_requested.connect(marked.append)
    pane.table.setCurrentIndex(pane.table.model().index(3, 0))
    QTest.keyClick(pane.table, Qt.Key.Key_Space)
    assert [card.row for card in marked] == [3]
    assert pane.table.currentIndex().row() == 3


def test_the_star_is_pressed_without_going_there(pane: ResultsPane) -> None:
    marked: list[int] = []
    chosen: list[str] = []
    pane.mark_requested.connect(lambda card: marked.append(card.row))
    pane.listing_chosen.connect(chosen.append)
    view = pane.table.viewport()
    star = pane.table.visualRect(pane.table.model().index(2, MARK)).center()
    QTest.mouseClick(view, LEFT, pos=star)
    QTest.mouseDClick(view, LEFT, pos=star)
    assert marked == [2, 2]
    assert pane.table.currentIndex().row() == 0
    assert not chosen


def test_control_and_enter_ask_for_a_new_tab(pane: ResultsPane) -> None:
    tabs: list[str] = []
    chosen: list[str] = []
    pane.new_tab_requested.connect(tabs.append)
    pane.listing_chosen.connect(chosen.append)
    QTest.keyClick(pane.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(pane.table, Qt.Key.Key_Return)
    assert (tabs, chosen) == (["npi:0000000000"], ["npi:0000000000"])


def test_a_page_at_a_time(pane: ResultsPane) -> None:
    QTest.keyClick(pane.table, Qt.Key.Key_PageDown)
    down = pane.table.currentIndex().row()
    assert down > 5
    QTest.keyClick(pane.table, Qt.Key.Key_PageUp)
    assert pane.table.currentIndex().row() < down
    QTest.keyClick(pane.table, Qt.Key.Key_End)
    QTest.keyClick(pane.table, Qt.Key.Key_Home)
    assert pane.table.currentIndex().row() == 0


def test_letters_do_not_read_the_whole_directory(pane: ResultsPane, rows: Rows) -> None:
    QTest.keyClicks(pane.table, "zz")
    assert pane.table.currentIndex().row() == 0
    assert not rows.hand.waiting


def test_a_row_says_its_mark_our_call_and_why(pane: ResultsPane, rows: Rows) -> None:
    rows.model.show_standings({SHOWN.id: CALLED})
    model = rows.model
    spoken = str(model.data(model.index(1, NAME), Qt.ItemDataRole.AccessibleTextRole))
    assert "marked" in spoken
    assert "we called on 17 Nov 2026: left message" in spoken
    assert model.data(model.index(1, STATUS)) == "Left message \u00b7 3 d"
    assert model.data(model.index(1, MARK)) == "Marked"
    assert model.data(model.index(0, STATUS), Qt.ItemDataRole.AccessibleTextRole) == "Not known"
    fits = sentence(a_card(why=(Reason(Why.VALUE, "Medicaid"), Reason(Why.VALUE, "trauma"))), NOTHING, TODAY)
    assert "fits: Medicaid, trauma" in fits


def test_the_reader_of_the_screen_gets_the_sentence_where_the_keyboard_is(pane: ResultsPane) -> None:
    table = QAccessible.queryAccessibleInterface(pane.table)
    pane.table.setFocus()
    said = [table.child(place).text(QAccessible.Text.Name) for place in range(table.childCount())]
    assert any(words.startswith("Person 0 Sample, LCSW, provider") for words in said[:60])


def test_every_outcome_has_a_word_and_a_shape_of_its_own() -> None:
    assert len({outcome_name(outcome) for outcome in Outcome}) == len(Outcome)
    assert len({outcome_tone(outcome).icon for outcome in Outcome}) == len(Outcome)


def test_the_menu_of_a_row_does_everything(pane: ResultsPane, appearance: Appearance) -> None:
    done: list[tuple[str, object]] = []
    deeds = RowDeeds(
        open=lambda card: done.append(("open", card.row)),
        open_beside=lambda card: done.append(("beside", card.row)),
        mark=lambda card: done.append(("mark", card.row)),
        note=lambda card, outcome: done.append(("note", outcome)),
        copy=lambda text: done.append(("copy", text)),
    )
    card = a_card(1)
    menu = row_menu(card, CALLED, deeds, appearance, pane)
    calls = next(action for action in menu.actions() if action.text() == "We called:")
    entries = {action.text(): action for action in (*menu.actions(), *calls.menu().actions())}  # type: ignore[attr-defined]
    assert entries["Left message"].isChecked()
    for text in ("Open", "Open in new tab", "Take mark away", "Copy phone", "Full", "Forget this"):
        entries[text].trigger()
    assert done == [
        ("open", 1),
        ("beside", 1),
        ("mark", 1),
        ("copy", "(555) 555-0142"),
        ("note", Outcome.FULL),
        ("note", None),
    ]
    entries["Copy name, place and phone"].trigger()
    assert done[-1] == ("copy", "Person 1 Sample, LCSW\nNew York, NY 10001\n(555) 555-0142")


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("zoom", [0.7, 2.0])
def test_rows_are_drawn_in_every_dress(
    pane: ResultsPane, rows: Rows, appearance: Appearance, scheme: str, zoom: float
) -> None:
    rows.model.show_standings({SHOWN.id: CALLED})
    appearance.pin(scheme)
    appearance.set_zoom(zoom)
    pane.furnish()
    for compact in (True, False):
        pane.set_compact(compact)
        drawn = pane.table.viewport().grab().toImage()
        colours = {drawn.pixelColor(x, y).rgb() for x in range(0, drawn.width(), 5) for y in range(0, 60, 3)}
        assert len(colours) > 3


def test_little_found_offers_what_brings_more(pane: ResultsPane) -> None:
    few = Filters(words="grief")
    misses = (a_near_miss("Saturday", 8, Filters(words="gri")), a_near_miss("Spanish", 6, Filters()))
    results = some_results(2, few, near_miss=misses)
    pane.show_answer(answer_of(results))
    line = pane.near_miss
    assert line.isVisible()
    assert line.words == "Only 2."
    assert [button.text() for button in line.buttons] == ["Drop Saturday: 6 more", "Drop Spanish: 4 more"]
    heard: list[Filters] = []
    pane.filters_requested.connect(heard.append)
    QTest.keyClick(line.buttons[0], Qt.Key.Key_Space)
    assert heard == [Filters(words="gri")]
    for total in (0, 5, 300):
        again = some_results(total, few, near_miss=misses)
        pane.show_answer(answer_of(again))
        assert not line.isVisible()


def test_ways_to_look_are_switched_above_the_rows(pane: ResultsPane) -> None:
    pane.furnish()
    seen: list[View] = []
    pane.view_changed.connect(seen.append)
    buttons = pane.head.buttons
    assert not buttons[View.MAP].isEnabled()
    buttons[View.CARDS].click()
    buttons[View.TABLE].click()
    assert seen == [View.CARDS, View.TABLE]
    assert buttons[View.TABLE].isChecked()
    assert pane.state == "results"


def test_cards_have_the_same_keys_and_the_same_place(pane: ResultsPane) -> None:
    pane.table.setCurrentIndex(pane.table.model().index(4, 0))
    pane.show_view(View.CARDS)
    pane.focus_list()
    cards = pane.cards
    assert cards is not None
    assert cards.row == 4
    assert cards.grid.wide == 3
    marked: list[int] = []
    pointed: list[str] = []
    chosen: list[str] = []
    pane.mark_requested.connect(lambda card: marked.append(card.row))
    pane.listing_pointed.connect(pointed.append)
    pane.listing_chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return):
        QTest.keyClick(cards, key)
    assert pane.table.currentIndex().row() == cards.row == 9
    assert (marked, chosen) == ([9], ["npi:0000000009"])
    assert pointed[-1] == pane.selected == "npi:0000000009"
    QTest.keyClick(cards, Qt.Key.Key_End)
    assert pane.table.currentIndex().row() == 299
    QTest.keyClick(cards, Qt.Key.Key_Home)
    star = cards._delegate.star(cards.visualRect(cards.grid.cell(1))).center()
    QTest.mouseClick(cards.viewport(), LEFT, pos=star)
    assert marked == [9, 1]
    assert cards.row == 0


def test_cards_stand_in_as_many_lines_as_there_is_room_for(pane: ResultsPane) -> None:
    pane.show_view(View.CARDS)
    cards = pane.cards
    assert cards is not None
    pane.table.setCurrentIndex(pane.table.model().index(7, 0))
    seen = []
    for width in (1000, 560, 300):
        pane.resize(width, 600)
        seen.append((cards.grid.wide, cards.row))
        pane.grab()
    assert seen == [(3, 7), (2, 7), (1, 7)]
    assert cards.grid.rowCount() == 300


def test_the_same_question_keeps_the_place_among_the_cards(pane: ResultsPane) -> None:
    pane.show_view(View.CARDS)
    cards = pane.cards
    assert cards is not None
    cards.verticalScrollBar().setValue(2000)
    again = some_results(300)
    pane.show_answer(answer_of(again))
    assert cards.verticalScrollBar().value() == 2000


def test_a_line_of_cards_may_end_early(pane: ResultsPane, rows: Rows) -> None:
    pane.show_view(View.CARDS)
    results = some_results(4)
    pane.show_answer(answer_of(results))
    grid = pane.cards.grid if pane.cards else None
    assert grid is not None
    assert (grid.rowCount(), grid.columnCount()) == (2, 3)
    empty = grid.index(1, 1)
    assert grid.listing_row(empty) == -1
    assert grid.flags(empty) == Qt.ItemFlag.NoItemFlags
    assert "Person 3" in str(grid.data(grid.index(1, 0), Qt.ItemDataRole.AccessibleTextRole))
    pane.cards.setCurrentIndex(grid.index(0, 2))  # type: ignore[union-attr]
    QTest.keyClick(pane.cards, Qt.Key.Key_Down)  # type: ignore[arg-type]
    assert pane.table.currentIndex().row() in {2, 3}


def test_cards_on_their_way_are_drawn_as_bars_and_then_filled(pane: ResultsPane, rows: Rows, qtbot: QtBot) -> None:
    pane.show_view(View.CARDS)
    cards = pane.cards
    assert cards is not None
    cards.scrollToBottom()
    before = cards.viewport().grab().toImage()
    qtbot.waitUntil(lambda: bool(rows.hand.waiting))
    rows.hand.run_all()
    assert cards.viewport().grab().toImage() != before
    assert QPoint(0, 0) != cards.visualRect(cards.grid.cell(299)).topLeft()
