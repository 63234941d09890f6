"""Which columns the table has, and in what order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from therapist_desktop.ui.i18n import translate
from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.models.columns import COLUMNS
from therapist_desktop.ui.models.table_layout import ALWAYS, TableLayout
from therapist_desktop.ui.theme import SPACE_8, SPACE_12, SPACE_16, SPACE_24
from therapist_desktop.ui.widgets.check_delegate import CheckDelegate

if TYPE_CHECKING:
    from therapist_desktop.ui.theme import Appearance

WIDE, LEAST, REST = 440, 96, 176
_ID = Qt.ItemDataRole.UserRole


class ColumnsDialog(QDialog):
    """Every change shows at once in the table behind it."""

    layout_chosen = Signal(object)  # TableLayout

    def __init__(self, layout: TableLayout, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = layout
        self._fills = False
        self.setWindowTitle(self.tr("Columns"))
        words = QLabel(self.tr("Tick what the table shows. Where it is narrow, what you added stays longest."))
        words.setProperty("role", "muted")
        words.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Columns, in the order of the table"))
        self.list.setProperty("role", "choices")
        self.list.setItemDelegate(CheckDelegate(appearance, self.list))
        px = appearance.px
        self.up = self._button(self.tr("Move up"), "arrow-up", "Alt+Up", appearance)
        self.down = self._button(self.tr("Move down"), "arrow-down", "Alt+Down", appearance)
        self.usual = QPushButton(self.tr("Usual columns"))
        self.usual.setToolTip(self.tr("The columns, order and widths that the program came with"))
        side = QVBoxLayout()
        side.setSpacing(SPACE_8)
        for button in (self.up, self.down, self.usual):
            side.addWidget(button)
        side.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(SPACE_16)
        middle.addWidget(self.list, 1)
        middle.addLayout(side)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        page = QVBoxLayout(self)
        page.setContentsMargins(SPACE_24, SPACE_16, SPACE_24, SPACE_16)
        page.setSpacing(SPACE_12)
        page.addWidget(words)
        page.addLayout(middle, 1)
        page.addWidget(buttons)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.usual.clicked.connect(lambda: self._use(TableLayout(), 0))
        self.list.itemChanged.connect(self._ticked)
        self.list.currentRowChanged.connect(self._enable)
        self._fill(0)
        self.list.setFocus()
        self._fit(px(WIDE), px(LEAST), px(REST))

    def _fit(self, wide: int, least: int, rest: int) -> None:
        """As high as the list, no higher than the screen."""
        self.list.setMinimumHeight(least)
        high = self.list.sizeHintForRow(0) * self.list.count() + rest
        self.resize(QSize(wide, high).boundedTo(self.screen().availableSize()))

    def _button(self, words: str, sign: str, keys: str, appearance: Appearance) -> QPushButton:
        button = QPushButton(f"\u2009{words}")
        button.setIcon(icon(sign, appearance.theme.text, appearance.px(16), appearance.theme.control))
        button.setIconSize(QSize(appearance.px(16), appearance.px(16)))
        button.setToolTip(f"{words} ({keys})")
        QShortcut(QKeySequence(keys), self).activated.connect(button.click)
        return button

    def _fill(self, row: int) -> None:
        titles = {column.id: translate("Columns", column.title) for column in COLUMNS}
        self._fills = True
        self.list.clear()
        for column in self._layout.order:
            item = QListWidgetItem(titles[column], self.list)
            item.setData(_ID, column)
            item.setCheckState(Qt.CheckState.Checked if self._layout.has(column) else Qt.CheckState.Unchecked)
            if column == ALWAYS:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
                item.setToolTip(self.tr("The name always stays"))
        self.list.setCurrentRow(row)
        self._fills = False
        self._enable(row)

    def _enable(self, row: int) -> None:
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < self.list.count() - 1)

    def _ticked(self, item: QListWidgetItem) -> None:
        column = str(item.data(_ID))
        if not self._fills and self._layout.has(column) != (item.checkState() is Qt.CheckState.Checked):
            self._layout = self._layout.toggled(column)
            self.layout_chosen.emit(self._layout)

    def _move(self, step: int) -> None:
        item = self.list.currentItem()
        if item is not None:
            column = str(item.data(_ID))
            layout = self._layout.moved(column, step)
            self._use(layout, layout.order.index(column))

    def _use(self, layout: TableLayout, row: int) -> None:
        self._layout = layout
        self._fill(row)
        self.layout_chosen.emit(layout)
