"""The order of the rows: clicks on heads, words, and the menu above the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.builders import a_spot, some_results
from tests.ui.showing import answer_of, shown
from therapist_desktop.domain.filters import Filters, Near, Order, Sort
from therapist_desktop.ui.models.columns import NAME, VERIFIED
from therapist_desktop.ui.models.ordering import clicked, ordered, orders_of
from therapist_desktop.ui.panes.results import ResultsPane
from therapist_desktop.ui.wording.order import order_words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Rows
    from therapist_desktop.ui.theme import Appearance

NAMED, TURNED = Order(Sort.NAME), Order(Sort.NAME, descending=True)
FRESH, OLD = Order(Sort.VERIFIED), Order(Sort.VERIFIED, descending=True)


def test_a_click_sorts_then_turns_round_then_lets_go() -> None:
    assert clicked((), Sort.NAME, adds=False) == (NAMED,)
    assert clicked((NAMED,), Sort.NAME, adds=False) == (TURNED,)
    assert clicked((TURNED,), Sort.NAME, adds=False) == ()
    assert clicked((TURNED, FRESH), Sort.VERIFIED, adds=False) == (FRESH,)


def test_shift_adds_turns_and_takes_away_one_key_only() -> None:
    assert clicked((NAMED,), Sort.VERIFIED, adds=True) == (NAMED, FRESH)
    assert clicked((NAMED, FRESH), Sort.VERIFIED, adds=True) == (NAMED, OLD)
    assert clicked((NAMED, OLD), Sort.VERIFIED, adds=True) == (NAMED,)
    assert clicked((NAMED, OLD), Sort.NAME, adds=True) == (TURNED, OLD)


def test_the_keys_go_into_what_is_asked_for_and_come_back() -> None:
    asked = ordered(Filters(words="grief"), (FRESH, TURNED))
    assert asked == Filters(words="grief", sort=Sort.VERIFIED, then=(TURNED,))
    assert orders_of(asked) == (FRESH, TURNED)
    assert ordered(asked, ()) == Filters(words="grief")
    assert orders_of(Filters(then=(NAMED,))) == ()


def test_there_is_no_nearest_without_a_place() -> None:
    asked = Filters(sort=Sort.NAME, then=(Order(Sort.DISTANCE),))
    assert orders_of(asked) == (NAMED,)
    assert len(orders_of(Filters(sort=Sort.NAME, then=asked.then, near=Near("10001")))) == 2


def test_an_order_of_several_keys_is_said_in_words() -> None:
    assert order_words(Filters(sort=Sort.OPENINGS, then=(TURNED,))) == (
        "Taking new clients first. Then by name. Turned round."
    )


def _pane(qtbot: QtBot, appearance: Appearance, rows: Rows, filters: Filters) -> ResultsPane:
    pane = shown(qtbot, ResultsPane(rows.model, appearance), 1200, 500)
    pane.furnish()
    results = some_results(300, filters, spot=a_spot() if filters.near else None)
    pane.show_answer(answer_of(results))
    return pane


def test_shift_and_a_click_on_a_head_ask_for_one_more_key(qtbot: QtBot, appearance: Appearance, rows: Rows) -> None:
    pane = _pane(qtbot, appearance, rows, Filters(sort=Sort.VERIFIED))
    heard: list[tuple[Order, ...]] = []
    pane.orders_requested.connect(heard.append)
    header = pane.table.horizontalHeader()
    spot = QPoint(header.sectionViewportPosition(NAME) + 40, header.height() // 2)
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, shift, spot)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert heard == [(FRESH, NAMED), (NAMED,)]
    header.grab()
    assert header.model().headerData(VERIFIED, Qt.Orientation.Horizontal) == "Verified"


def test_the_order_is_said_above_the_rows_and_chosen_there(qtbot: QtBot, appearance: Appearance, rows: Rows) -> None:
    pane = _pane(qtbot, appearance, rows, Filters(sort=Sort.NAME, then=(FRESH,)))
    button = pane.head.tools["order"]
    assert button.accessibleName() == "Order: Name, Verified lately"
    heard: list[tuple[Order, ...]] = []
    pane.orders_requested.connect(heard.append)
    menu = button.menu()
    menu.aboutToShow.emit()
    offered = {action.text(): action for action in menu.actions()}
    assert "Nearest" not in offered, "there is no place to be near to"
    assert offered["Name"].isChecked()
    offered["Best match\tF5"].trigger()
    offered["State"].trigger()
    offered["The other way round"].trigger()
    then = offered["Then by"].menu()
    next(action for action in then.actions() if action.text() == "Openings").trigger()  # type: ignore[attr-defined]
    assert heard == [(), (Order(Sort.STATE),), (TURNED, FRESH), (NAMED, FRESH, Order(Sort.OPENINGS))]
