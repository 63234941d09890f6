"""How results are looked at: views, columns, density, order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapist_desktop.domain.places import Page, View
from therapist_desktop.ui.models.ordering import orders_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from therapist_desktop.ui.controllers.search import SearchController
    from therapist_desktop.ui.main_window import MainWindow
    from therapist_desktop.ui.models.pages import Answer
    from therapist_desktop.ui.theme import Appearance

_ACTIONS = {View.TABLE: "as_table", View.CARDS: "as_cards", View.MAP: "as_map"}


def connect_results(window: MainWindow, appearance: Appearance, search: SearchController) -> None:
    """From the buttons above the rows and from the menus to how the rows look."""
    results, actions = window.results, window.actions_
    has_order = False

    def show_state() -> None:
        """Only what can do something can be chosen."""
        is_find = window.page is Page.FIND
        for view, name in _ACTIONS.items():
            actions[name].setEnabled(is_find and view in results.views)
            actions[name].setChecked(view is results.view)
        is_table = is_find and results.view is View.TABLE
        actions["columns"].setEnabled(is_table)
        actions["compact"].setEnabled(is_table)
        actions["sort_again"].setEnabled(is_find and has_order)

    def remember_order(answer: Answer) -> None:
        nonlocal has_order
        has_order = bool(orders_of(answer.results.filters))
        show_state()

    def choose_columns() -> None:
        from therapist_desktop.ui.dialogs.columns import ColumnsDialog

        dialog = ColumnsDialog(results.table.columns_layout, appearance, window)
        dialog.layout_chosen.connect(results.table.use_layout)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def furnish() -> Iterator[None]:
        yield
        results.furnish()

    for view, name in _ACTIONS.items():
        actions[name].triggered.connect(lambda _=False, view=view: results.show_view(view))
        actions[name].triggered.connect(show_state)
    actions["columns"].triggered.connect(choose_columns)
    actions["sort_again"].triggered.connect(lambda: results.orders_requested.emit(()))
    results.columns_requested.connect(choose_columns)
    results.compact_requested.connect(actions["compact"].setChecked)
    results.view_changed.connect(show_state)
    results.views_changed.connect(show_state)
    window.page_shown.connect(show_state)
    search.answered.connect(remember_order)
    window.furnish_with(furnish)
    show_state()
