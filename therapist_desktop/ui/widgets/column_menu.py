"""The menu of the heads: which columns there are."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from therapist_desktop.ui.i18n import translate
from therapist_desktop.ui.models.columns import COLUMNS
from therapist_desktop.ui.models.table_layout import ALWAYS, TableLayout

if TYPE_CHECKING:
    from collections.abc import Callable


def column_menu(
    layout: TableLayout, use: Callable[[TableLayout], object], choose: Callable[[], object], parent: QWidget
) -> QMenu:
    """Every column with a tick where it is wanted."""
    menu = QMenu(parent)
    menu.setAccessibleName(_tr("Columns"))
    titles = {column.id: column.title for column in COLUMNS}
    for column in layout.order:
        action = menu.addAction(translate("Columns", titles[column]), partial(use, layout.toggled(column)))
        action.setCheckable(True)
        action.setChecked(layout.has(column))
        action.setEnabled(column != ALWAYS)
    menu.addSeparator()
    menu.addAction(_tr("Usual columns"), partial(use, TableLayout()))
    menu.addAction(_tr("Columns..."), choose)
    return menu


def _tr(text: str) -> str:
    return QCoreApplication.translate("ColumnMenu", text)
