"""Quiet bars where rows will stand, shown only when an answer takes its time."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.theme import ROW, SPACE_16, Appearance

_BARS = ((0.0, 0.30), (0.36, 0.16), (0.60, 0.12), (0.80, 0.12))


class Skeleton(QWidget):
    """Draws the shape of a table. Nothing moves."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setAccessibleName(self.tr("Loading listings"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._appearance.theme, self._appearance.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, wide = px(SPACE_16), self.width() - 2 * px(SPACE_16)
        for top in range(px(38), self.height(), px(ROW)):
            painter.setPen(QPen(QColor(theme.line), 1) if theme.contrast else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.sunken))
            for start, share in _BARS:
                bar = QRectF(left + wide * start, top + px(14), wide * share, px(10))
                painter.drawRoundedRect(bar, px(5), px(5))
            low = QRectF(left, top + px(31), wide * 0.2, px(8))
            painter.drawRoundedRect(low, px(4), px(4))
            painter.fillRect(left, top + px(ROW), wide, 1, QColor(theme.line))
        painter.end()
