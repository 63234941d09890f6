"""The table of the comparison, below the heads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.models.compare_table import CompareTable
from therapist_desktop.ui.widgets.compare_delegate import CompareDelegate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from therapist_desktop.ui.theme import Appearance


class CompareFacts(QTableView):
    """Enter opens the listing of a cell, Ctrl+C copies the cell."""

    copy_requested = Signal(str)
    resized = Signal()
    chosen = Signal(int)  # which of those compared

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.facts = CompareTable(self)
        self._cells = CompareDelegate(appearance, self)
        self.setModel(self.facts)
        self.setItemDelegate(self._cells)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setProperty("ownRing", True)
        self.setProperty("role", "cards")
        self.setAccessibleName(self.tr("What is known about each"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def fit(self, widths: Sequence[int]) -> None:
        """Make every row as high as its highest cell."""
        self.clearSpans()
        for number, line in enumerate(self.facts.lines):
            self.setRowHeight(number, max(self._cells.height(line, column, w) for column, w in enumerate(widths)))
            if line.row is None:
                self.setSpan(number, 0, 1, len(widths))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.resized.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy) and self.facts.cell(index):
            self.copy_requested.emit(self.facts.cell(index))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.column() > 0:
            self.chosen.emit(index.column() - 1)
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters look for nothing here."""
