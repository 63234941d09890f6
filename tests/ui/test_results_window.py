"""Views, columns and orders through the menus and keys of the real window, and from one day to the next."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from tests.journeys.desks import Desk, desk_at
from therapist_desktop.domain.filters import Filters, Order, Sort
from therapist_desktop.domain.places import Page, View
from therapist_desktop.ui.dialogs.columns import ColumnsDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot, starter_folder: Path) -> Iterator[Desk]:
    with desk_at(starter_folder, qapp, qtbot) as desk:
        yield desk


def test_the_table_is_left_and_found_again(qapp: QApplication, qtbot: QtBot, starter_folder: Path) -> None:
    with desk_at(starter_folder, qapp, qtbot) as desk:
        table = desk.window.results.table
        table.use_layout(table.columns_layout.toggled("openings").made_wide("name", 222))
        left = table.columns_layout
        desk.window.actions_["as_cards"].trigger()
        desk.window.close()
    with desk_at(starter_folder, qapp, qtbot) as desk:
        assert desk.window.results.table.columns_layout == left
        assert desk.window.results.view is View.CARDS
        assert desk.window.actions_["as_cards"].isChecked()


def test_views_are_switched_from_the_menu(desk: Desk) -> None:
    window = desk.window
    for name, view in (("as_cards", View.CARDS), ("as_table", View.TABLE)):
        window.actions_[name].trigger()
        assert window.results.view is view
        assert window.actions_[name].isChecked()
        assert window.actions_["columns"].isEnabled() is (view is View.TABLE)
    window.show_page(Page.CRISIS)
    for name in ("as_table", "as_cards", "columns", "compact", "mark"):
        assert not window.actions_[name].isEnabled()


def test_several_keys_then_the_usual_order_again(desk: Desk) -> None:
    window = desk.window
    again = window.actions_["sort_again"]
    assert not again.isEnabled()
    window.results.orders_requested.emit((Order(Sort.NAME), Order(Sort.VERIFIED)))
    desk.until(again.isEnabled)
    assert window.filters.filters == Filters(sort=Sort.NAME, then=(Order(Sort.VERIFIED),))
    again.trigger()
    desk.until(lambda: not again.isEnabled())
    assert window.filters.filters == Filters()


def test_columns_are_chosen_from_the_menu(desk: Desk) -> None:
    desk.window.actions_["columns"].trigger()
    desk.until(lambda: isinstance(QApplication.activeModalWidget(), ColumnsDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ColumnsDialog)
    dialog.layout_chosen.emit(desk.window.results.table.columns_layout.toggled("takes"))
    assert not desk.window.results.table.columns_layout.has("takes")
    dialog.close()


def test_a_button_above_the_rows_makes_them_compact(desk: Desk) -> None:
    window = desk.window
    window.results.head.tools["compact"].click()
    assert window.actions_["compact"].isChecked()
    assert window.results.table.rowHeight(0) == 34
    window.actions_["compact"].trigger()
    assert not window.results.head.tools["compact"].isChecked()
