"""Paints the comparison: headings at the left, every value on a line of its own, what only one has set apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.fonts import interface_font
from therapist_desktop.ui.i18n import translate
from therapist_desktop.ui.icons import pixmap
from therapist_desktop.ui.models.compare_table import LINE, CompareLine, CompareTable
from therapist_desktop.ui.theme import BODY, CAPTION, TITLE, Appearance
from therapist_desktop.ui.widgets.lettering import Lettering

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

    from therapist_desktop.ui.models.index import AnyIndex

_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_TALL = 1 << 16
SIGN = 14


class CompareDelegate(QStyledItemDelegate):
    """Sizes follow the font, so they follow the zoom."""

    def __init__(self, appearance: Appearance, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view = view
        self._letters = Lettering(appearance)

    def height(self, line: CompareLine, column: int, width: int) -> int:
        """How high this cell is."""
        px = self._appearance.px
        if line.row is None:
            return px(38)
        room = width - 2 * px(12) - (px(SIGN + 6) if column == 0 else 0)
        texts = [line.row.heading] if column == 0 else (line.row.cells[column - 1].split(LINE) or [""])
        metrics = QFontMetrics(self._font(line, column, strong=True))
        tall = sum(metrics.boundingRect(QRect(0, 0, room, _TALL), _WRAPPED, text or "-").height() for text in texts)
        return tall + px(3) * (len(texts) - 1) + 2 * px(9)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        line = index.data(CompareTable.LineRole)
        return QSize(0, self.height(line, index.column(), option.rect.width()))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        line = index.data(CompareTable.LineRole)
        rect, px, theme = option.rect, self._appearance.px, self._appearance.theme
        current = index == self._view.currentIndex()
        self._letters.fill(painter, rect, theme.sunken if line.row is None else theme.surface)
        width = theme.line_width
        self._letters.fill(painter, QRect(rect.x(), rect.bottom() + 1 - width, rect.width(), width), theme.line)
        if index.column() > 1 and line.row is not None:
            self._letters.fill(painter, QRect(rect.x(), rect.y(), width, rect.height()), theme.line)
        cell = rect.adjusted(px(12), px(9), -px(12), -px(9))
        if line.row is None:
            if index.column() == 0:
                painter.setFont(interface_font(px(CAPTION), QFont.Weight.Bold))
                painter.setPen(self._letters.pen(theme.muted))
                painter.drawText(cell.adjusted(0, px(2), 0, 0), Qt.AlignmentFlag.AlignLeft, line.group.upper())
        elif index.column() == 0:
            self._heading(painter, cell, line)
        else:
            self._values(painter, cell, line, index.column())
        if current and self._view.hasFocus():
            painter.setPen(self._letters.pen(theme.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))

    def _heading(self, painter: QPainter, cell: QRect, line: CompareLine) -> None:
        px, theme = self._appearance.px, self._appearance.theme
        row = line.row
        if row is None:
            return
        if row.differs:
            drawn = pixmap("git-compare", theme.accent, px(SIGN), self._view.devicePixelRatioF())
            painter.drawPixmap(QPoint(cell.x(), cell.y() + px(1)), drawn)
        painter.setFont(self._font(line, 0, strong=row.differs))
        painter.setPen(self._letters.pen(theme.text if row.differs else theme.muted))
        painter.drawText(cell.adjusted(px(SIGN + 6), 0, 0, 0), _WRAPPED, row.heading)

    def _values(self, painter: QPainter, cell: QRect, line: CompareLine, column: int) -> None:
        px, theme = self._appearance.px, self._appearance.theme
        row = line.row
        if row is None:
            return
        text = row.cells[column - 1]
        if not text:
            painter.setFont(self._font(line, column, strong=False, plain=True))
            painter.setPen(self._letters.pen(theme.faint))
            painter.drawText(cell, _WRAPPED, translate("Compare", "Not known"))
            return
        only = row.only[column - 1] if row.only else frozenset()
        top = cell.y()
        for value in text.split(LINE):
            alone = value in only
            font = self._font(line, column, strong=alone or row.is_phone)
            painter.setFont(font)
            painter.setPen(self._letters.pen(theme.accent if alone else theme.text))
            spot = QRect(cell.x(), top, cell.width(), _TALL)
            high = QFontMetrics(font).boundingRect(spot, _WRAPPED, value).height()
            painter.drawText(QRect(cell.x(), top, cell.width(), high), _WRAPPED, value)
            if alone:
                self._bar(painter, QRect(cell.x() - px(8), top + px(1), px(3), high - px(2)))
            top += high + px(3)

    def _bar(self, painter: QPainter, rect: QRect) -> None:
        """A stroke beside what only one has: shape, weight and colour."""
        self._letters.fill(painter, rect, self._appearance.theme.accent)

    def _font(self, line: CompareLine, column: int, *, strong: bool, plain: bool = False) -> QFont:
        weight = QFont.Weight.DemiBold if strong else QFont.Weight.Normal
        if line.row is not None and line.row.is_phone and column > 0 and not plain:
            return interface_font(self._appearance.px(TITLE), QFont.Weight.DemiBold)
        return interface_font(self._appearance.px(BODY), weight)
