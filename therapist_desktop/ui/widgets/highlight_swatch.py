"""A colour of highlights as a small picture: its fill, a letter and its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPixmap, QTextCharFormat

from therapist_desktop.ui.fonts import interface_font
from therapist_desktop.ui.widgets.highlight_inks import Ink, ink

if TYPE_CHECKING:
    from therapist_desktop.domain.reading_notes import Colour
    from therapist_desktop.ui.theme import Theme

_LINES = QTextCharFormat.UnderlineStyle
_PENS = {
    _LINES.SingleUnderline: Qt.PenStyle.SolidLine,
    _LINES.DashUnderline: Qt.PenStyle.DashLine,
    _LINES.DotLine: Qt.PenStyle.DotLine,
}


def swatch(colour: Colour, theme: Theme, side: int, ratio: float) -> QPixmap:
    """The picture of a colour, `side` wide on a screen of this scale."""
    drawn = QPixmap(round(side * ratio), round(side * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    look = ink(colour, theme)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(0.5, 0.5, side - 1, side - 1)
    painter.setPen(QPen(QColor(look.line), 1))
    painter.setBrush(QColor(look.fill) if look.fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, side / 5, side / 5)
    painter.setFont(interface_font(max(1, round(side * 0.52)), QFont.Weight.Bold))
    painter.setPen(QColor(theme.text))
    painter.drawText(box.adjusted(0, 0, 0, -side * 0.2), Qt.AlignmentFlag.AlignCenter, "A")
    draw_line(painter, look, QPointF(side * 0.18, side * 0.8), side * 0.64, max(1.4, side / 11))
    painter.end()
    return drawn


def draw_line(painter: QPainter, look: Ink, start: QPointF, long: float, wide: float) -> None:
    """The line of a colour, from here to the right."""
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(QColor(look.line), wide)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if look.style is _LINES.WaveUnderline:
        painter.setPen(pen)
        path = QPainterPath(start)
        step = long / 4
        for number in range(4):
            left = start.x() + number * step
            up = -1 if number % 2 else 1
            path.quadTo(QPointF(left + step / 2, start.y() + up * step * 0.75), QPointF(left + step, start.y()))
        painter.drawPath(path)
    else:
        pen.setStyle(_PENS[look.style])
        if look.style is not _LINES.SingleUnderline:
            pen.setDashPattern([2.2, 1.2] if look.style is _LINES.DashUnderline else [1, 1])
        painter.setPen(pen)
        painter.drawLine(start, QPointF(start.x() + long, start.y()))
    painter.restore()
