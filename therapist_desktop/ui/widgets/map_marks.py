"""What lies on the map besides dots: the circle around a place, and the bar that tells distances."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from therapist_desktop.domain.ground import miles_across, ring_around
from therapist_desktop.domain.mapping import world_of
from therapist_desktop.ui.fonts import interface_font
from therapist_desktop.ui.i18n import translate, within
from therapist_desktop.ui.sight import around
from therapist_desktop.ui.theme import CAPTION, CORNER

if TYPE_CHECKING:
    from therapist_desktop.domain.filters import Near
    from therapist_desktop.domain.mapping import Box
    from therapist_desktop.domain.results import Spot
    from therapist_desktop.ui.sight import Sight
    from therapist_desktop.ui.theme import Appearance, Theme

_BARS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_LONGEST = 120
_LARGEST = 20_000
"""A circle of more pixels is all around what is seen, and not drawn."""


class Circle:
    """So many miles around a place."""

    def __init__(self, near: Near, spot: Spot) -> None:
        self.words = within(near)
        self._ring = ring_around(spot.latitude, spot.longitude, near.miles)
        self._middle = world_of(spot.latitude, spot.longitude)

    @property
    def box(self) -> Box:
        """What it covers."""
        return around(self._ring)

    def paint(self, painter: QPainter, sight: Sight, appearance: Appearance) -> None:
        """The circle, its middle, and what it stands for above it."""
        theme, px = appearance.theme, appearance.px
        if (self.box.east - self.box.west) * sight.world > _LARGEST:
            return
        soft = QColor(theme.accent)
        soft.setAlphaF(0.07)
        painter.setBrush(Qt.BrushStyle.NoBrush if theme.contrast else soft)
        painter.setPen(QPen(QColor(theme.accent), 2.0 if theme.contrast else 1.5))
        painter.drawPolygon(QPolygonF([QPointF(*sight.pixel(x, y)) for x, y in self._ring]))
        middle = QPointF(*sight.pixel(*self._middle))
        arm = px(6)
        painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0))
        painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm))
        pill(painter, self._above(sight, appearance), self.words, appearance)

    def sign(self, sight: Sight, appearance: Appearance) -> QRectF:
        """Where it says what it stands for."""
        return pill_room(self._above(sight, appearance), self.words, appearance)

    def _above(self, sight: Sight, appearance: Appearance) -> QPointF:
        top = sight.pixel(self._middle[0], self.box.north)
        return QPointF(top[0], top[1] - appearance.px(14))


def pill(painter: QPainter, middle: QPointF, text: str, appearance: Appearance) -> None:
    """A few words on a ground of their own."""
    theme = appearance.theme
    room = pill_room(middle, text, appearance)
    painter.setPen(QPen(QColor(theme.accent), theme.line_width))
    painter.setBrush(QColor(theme.surface))
    painter.drawRoundedRect(room, room.height() / 2, room.height() / 2)
    painter.setFont(_pill_font(appearance))
    painter.setPen(QColor(theme.accent))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)


def pill_room(middle: QPointF, text: str, appearance: Appearance) -> QRectF:
    """How much of the map a few words take."""
    metrics, px = QFontMetricsF(_pill_font(appearance)), appearance.px
    wide, high = metrics.horizontalAdvance(text) + px(20), metrics.height() + px(6)
    return QRectF(middle.x() - wide / 2, middle.y() - high / 2, wide, high)


def _pill_font(appearance: Appearance) -> QFont:
    font = QFont(interface_font(appearance.px(CAPTION)))
    font.setWeight(QFont.Weight.DemiBold)
    return font


def bar_of(sight: Sight) -> tuple[float, float]:
    """A round number of miles, and how many pixels wide that is in the middle of the picture."""
    a_mile = 1 / miles_across(sight.y, 1 / sight.world)
    miles = max((one for one in _BARS if one * a_mile <= _LONGEST), default=_BARS[0])
    return miles, miles * a_mile


def room_of_scale(sight: Sight, appearance: Appearance) -> QRectF:
    """Where the bar stands."""
    px, (miles, wide) = appearance.px, bar_of(sight)
    metrics = QFontMetricsF(interface_font(px(CAPTION)))
    across = max(wide, metrics.horizontalAdvance(_told(miles))) + px(16)
    return QRectF(px(8), sight.high - px(23) - metrics.height(), across, metrics.height() + px(16))


def _told(miles: float) -> str:
    return translate("Map", "{n} mi").format(n=f"{miles:,g}")


def paint_scale(painter: QPainter, sight: Sight, appearance: Appearance) -> None:
    """The bar, at the lower left."""
    theme, px = appearance.theme, appearance.px
    miles, wide = bar_of(sight)
    left, base, tick = float(px(16)), float(sight.high - px(14)), px(5)
    room = room_of_scale(sight, appearance)
    ground = QColor(theme.surface)
    ground.setAlphaF(1.0 if theme.contrast else 0.92)
    painter.setPen(QPen(QColor(theme.line), 2.0) if theme.contrast else Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(room, px(6), px(6))
    painter.setPen(QPen(QColor(theme.muted), 1.5))
    painter.drawPolyline(
        [QPointF(left, base - tick), QPointF(left, base), QPointF(left + wide, base), QPointF(left + wide, base - tick)]
    )
    painter.setFont(interface_font(px(CAPTION)))
    painter.drawText(QPointF(left, base - px(8)), _told(miles))


def paint_corners(painter: QPainter, wide: int, high: int, theme: Theme) -> None:
    """Round the lower corners as the card around the map is, and keep its line there."""
    radius, line = CORNER - 1.0, theme.line_width
    arm = CORNER - line / 2
    for left in (0.0, wide - radius):
        middle = QPointF(radius if left == 0 else wide - radius, high - radius)
        square, whole = QPainterPath(), QPainterPath()
        square.addRect(QRectF(left, high - radius, radius, radius))
        whole.addEllipse(middle, radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.window))
        painter.drawPath(square.subtracted(whole))
        painter.setPen(QPen(QColor(theme.line), line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        edge = QRectF(middle.x() - arm, middle.y() - arm, 2 * arm, 2 * arm)
        painter.drawArc(edge, (180 if left == 0 else 270) * 16, 90 * 16)
