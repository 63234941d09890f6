"""The heads of the columns: sortable ones can be clicked and say how they sort."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.fonts import interface_font
from therapist_desktop.ui.icons import pixmap
from therapist_desktop.ui.models.columns import COLUMNS, NAME, Show
from therapist_desktop.ui.theme import CAPTION, SPACE_8, SPACE_16, Appearance
from therapist_desktop.ui.widgets.painting import draw_text, fill

if TYPE_CHECKING:
    from therapist_desktop.domain.filters import Sort
    from therapist_desktop.ui.models.columns import Column

HEIGHT = 38


class ListingHeader(QHeaderView):
    """Draws titles and the arrow of the order in use."""

    def __init__(
        self, appearance: Appearance, columns: tuple[Column, ...] = COLUMNS, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._appearance = appearance
        self._columns = columns
        self._sort: Sort | None = None
        self._descending = False
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(40)
        self.setAccessibleName(self.tr("Column headings"))

    def show_sort(self, sort: Sort, *, descending: bool) -> None:
        """Point out the order in use."""
        self._sort, self._descending = sort, descending
        if self.isVisible():
            self.viewport().update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, self._appearance.px(HEIGHT))  # its columns have widths of their own

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        column = self._columns[logicalIndex]
        theme, px = self._appearance.theme, self._appearance.px
        sorts = column.sort is not None and column.sort is self._sort
        painter.save()
        fill(painter, QRect(rect.x(), rect.bottom(), rect.width(), 1), theme.line)
        cell = rect.adjusted(px(SPACE_16) if logicalIndex == NAME else px(SPACE_8), 0, -px(SPACE_8), 0)
        painter.setFont(interface_font(px(CAPTION), QFont.Weight.DemiBold))
        title = str(self.model().headerData(logicalIndex, self.orientation()))
        wide, arrow = painter.fontMetrics().horizontalAdvance(title), px(14) if sorts else 0
        is_right = column.show is Show.NUMBER
        if is_right:
            cell = cell.adjusted(0, 0, -arrow, 0)
        align = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
        draw_text(painter, cell, title, theme.text if sorts else theme.muted, align)
        if sorts:
            left = cell.right() + 1 if is_right else min(cell.x() + wide + px(3), rect.right() - arrow)
            name = "chevron-down" if self._descending else "chevron-up"
            drawn = pixmap(name, theme.accent, arrow, self.devicePixelRatioF())
            painter.drawPixmap(QPoint(left, rect.center().y() - arrow // 2 + 1), drawn)
        painter.restore()
