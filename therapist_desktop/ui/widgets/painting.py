"""Small shared drawings: a check box, the shape of a band of freshness, a line of text that ends in an ellipsis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from therapist_desktop.domain.freshness import Freshness

if TYPE_CHECKING:
    from therapist_desktop.ui.theme import Theme


_ON_ONE_LINE = {  # put together once: a table draws hundreds of texts
    side: side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    for side in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
}


def fill(painter: QPainter, rect: QRect, colour: str) -> None:
    """Lay a colour over this; the painter has no pen and no brush after it.

    Not with fillRect: the first time it is asked, PySide loads every preset gradient there is.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRect(rect)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def draw_text(painter: QPainter, rect: QRect, text: str, colour: str, align: Qt.AlignmentFlag) -> None:
    """One line in the font of the painter, cut with an ellipsis where it does not fit."""
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, _ON_ONE_LINE[align], shown)


def draw_check(
    painter: QPainter, box: QRect, theme: Theme, *, checked: bool, enabled: bool = True, partly: bool = False
) -> None:
    """A check box whose border is told from its ground; a dash where only some of what is below it is checked."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    frame = QRectF(box).adjusted(0.75, 0.75, -0.75, -0.75)
    filled = checked or partly
    edge = theme.accent if filled else theme.control if enabled else theme.line
    painter.setPen(QPen(QColor(edge), 1.5))
    painter.setBrush(QColor(theme.accent if filled else theme.surface))
    painter.drawRoundedRect(frame, 3.5, 3.5)
    if filled:
        side = frame.width()
        pen = QPen(QColor(theme.on_accent), max(1.8, side / 8))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        points = ((0.24, 0.53), (0.43, 0.71), (0.77, 0.32)) if checked else ((0.25, 0.5), (0.75, 0.5))
        painter.drawPolyline([QPointF(frame.x() + x * side, frame.y() + y * side) for x, y in points])
    painter.restore()


def freshness_colours(freshness: Freshness, theme: Theme) -> tuple[str, str]:
    """Text and ground of a badge."""
    if freshness is Freshness.FRESH:
        return theme.fresh, theme.fresh_soft
    if freshness is Freshness.AGEING:
        return theme.ageing, theme.ageing_soft
    return theme.stale, theme.stale_soft


def draw_mark(painter: QPainter, rect: QRectF, freshness: Freshness, ink: str) -> None:
    """The shape of a band: a full circle, a half one, an empty one, a dashed one."""
    whole, half = 16 * 360, 16 * 180
    pen = QPen(QColor(ink), max(1.4, rect.width() / 6))
    inner = rect.adjusted(0.7, 0.7, -0.7, -0.7)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if freshness is Freshness.FRESH:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ink))
        painter.drawEllipse(rect)
        return
    if freshness is Freshness.NEVER:
        pen.setDashPattern([1.6, 1.4])
    painter.setPen(pen)
    painter.drawArc(inner, 0, whole)
    if freshness is Freshness.AGEING:
        painter.setBrush(QColor(ink))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPie(inner, 16 * 90, half)
