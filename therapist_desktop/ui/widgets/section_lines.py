"""Paints the lines of the library's contents: an icon, a name, a count."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.fonts import tabular
from therapist_desktop.ui.icons import pixmap
from therapist_desktop.ui.models.index import AnyIndex
from therapist_desktop.ui.theme import Appearance
from therapist_desktop.ui.wording.library import SECTION_ICONS, SHELF_ICONS

_HEIGHT, _APART, _DOT = 34, 12, 7


class SectionLines(QStyledItemDelegate):
    """The chosen section in the accent colour, its count to the right; a dot where there is something new."""

    CountRole = Qt.ItemDataRole.UserRole + 1
    ApartRole = Qt.ItemDataRole.UserRole + 2
    NewsRole = Qt.ItemDataRole.UserRole + 3

    def __init__(self, appearance: Appearance, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._appearance = appearance

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        apart = _APART if index.data(self.ApartRole) else 0
        return QSize(0, self._appearance.px(_HEIGHT + apart))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        px, theme = self._appearance.px, self._appearance.theme
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(self.ApartRole):
            painter.setPen(QColor(theme.line))
            high = option.rect.top() + px(_APART) // 2
            painter.drawLine(option.rect.left() + px(8), high, option.rect.right() - px(8), high)
            option.rect.adjust(0, px(_APART), 0, 0)
        ground(painter, option, self._appearance)
        inner = option.rect.adjusted(px(8), 0, -px(8), 0)
        ink = theme.accent if chosen else theme.muted
        side = px(18)
        one = index.data(Qt.ItemDataRole.UserRole)
        name = SECTION_ICONS.get(one) or SHELF_ICONS.get(one) or "library"
        picture = pixmap(name, ink, side, option.widget.devicePixelRatioF())
        painter.drawPixmap(QRect(inner.left(), inner.y() + (inner.height() - side) // 2, side, side), picture)

        font = QFont(option.font)
        painter.setFont(tabular(font))
        painter.setPen(QColor(theme.muted))
        count = str(index.data(self.CountRole))
        if index.data(self.NewsRole):
            dot = px(_DOT)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            painter.drawEllipse(QRect(inner.right() - dot, inner.center().y() - dot // 2, dot, dot))
            inner.adjust(0, 0, -dot - px(6), 0)
            painter.setPen(QColor(theme.accent))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, right, count)
        room = inner.adjusted(side + px(8), 0, -painter.fontMetrics().horizontalAdvance(count) - px(8), 0)

        font.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(theme.accent if chosen else theme.text))
        words = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()


def ground(painter: QPainter, option: QStyleOptionViewItem, appearance: Appearance) -> None:
    """Round ground below a line that is chosen or under the mouse, and a ring where the focus is."""
    theme, px = appearance.theme, appearance.px
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    place = option.rect.adjusted(1, 1, -1, -1)
    if chosen or hovered:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.selected if chosen else theme.sunken))
        painter.drawRoundedRect(place, px(6), px(6))
    focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
    if focused or (chosen and theme.contrast):
        pen = painter.pen()
        pen.setStyle(Qt.PenStyle.SolidLine)
        pen.setColor(QColor(theme.accent))
        pen.setWidth(2)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place, px(6), px(6))
