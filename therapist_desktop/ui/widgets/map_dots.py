"""The dots of the map: where each is in the picture, which one the pointer means, and how they look."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

from therapist_desktop.ui.fonts import interface_font
from therapist_desktop.ui.i18n import short
from therapist_desktop.ui.sight import grown, radius_of, swollen, within
from therapist_desktop.ui.theme import CAPTION
from therapist_desktop.ui.widgets.painting import draw_mark, freshness_colours

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from therapist_desktop.domain.freshness import Freshness
    from therapist_desktop.domain.mapping import Dot
    from therapist_desktop.domain.results import Card
    from therapist_desktop.ui.sight import Sight
    from therapist_desktop.ui.theme import Appearance

_HALO = 3.0
_REACH = 4.0
_AT_THE_EDGE = 0.06
_MOST_STAMPS = 2000


class Placed(NamedTuple):
    """A dot in the picture."""

    dot: Dot
    x: float
    y: float
    radius: float


class Dots:
    """Draws each kind of dot once and stamps it from then on."""

    def __init__(self, appearance: Appearance) -> None:
        self._appearance = appearance
        self._dots: tuple[Dot, ...] = ()
        self._cards: dict[int, Card] = {}
        self._stamps: dict[tuple[str, Freshness | None, float], QPixmap] = {}

    @property
    def all_of_them(self) -> tuple[Dot, ...]:
        """Every dot there is, in sight or not."""
        return self._dots

    def prepare(self, dots: tuple[Dot, ...], sight: Sight, ratio: float) -> Iterator[None]:
        """Draw what these will need, one kind at a time."""
        if len(self._stamps) > _MOST_STAMPS:
            self._stamps.clear()
        box = grown(sight.box, _AT_THE_EDGE)
        for dot in dots:
            if dot.count > 1 and within(box, dot.x, dot.y):
                known = len(self._stamps)
                self._stamp(short(dot.count), None, radius_of(dot.count) * swollen(self._appearance.zoom), ratio)
                if len(self._stamps) > known:
                    yield

    def show(self, dots: tuple[Dot, ...]) -> None:
        """Show these from now on."""
        self._dots = dots

    def know(self, cards: Mapping[int, Card]) -> None:
        """What single dots stand for."""
        self._cards.update(cards)

    def forget_cards(self) -> None:
        """Row numbers mean other listings now."""
        self._cards.clear()

    def forget_looks(self) -> None:
        """The look has changed."""
        self._stamps.clear()

    def card(self, dot: Dot) -> Card | None:
        """What a single dot stands for, as soon as that is known."""
        return self._cards.get(dot.row) if dot.count == 1 else None

    def unknown(self, sight: Sight) -> tuple[int, ...]:
        """The rows of single dots in sight of which nothing is known yet."""
        return tuple(
            placed.dot.row for placed in self.seen(sight) if placed.dot.count == 1 and placed.dot.row not in self._cards
        )

    def seen(self, sight: Sight) -> Iterator[Placed]:
        """The dots in sight, the fullest first."""
        box, zoom = grown(sight.box, _AT_THE_EDGE), swollen(self._appearance.zoom)
        for dot in self._dots:
            if within(box, dot.x, dot.y):
                yield Placed(dot, *sight.pixel(dot.x, dot.y), radius_of(dot.count) * zoom)

    def nearest_first(self, sight: Sight) -> list[Placed]:
        """The dots that are fully seen, from the middle outwards."""
        seen = [one for one in self.seen(sight) if 0 <= one.x <= sight.wide and 0 <= one.y <= sight.high]
        middle = sight.wide / 2, sight.high / 2
        return sorted(seen, key=lambda one: (math.dist((one.x, one.y), middle), one.dot.row))

    def at(self, sight: Sight, x: float, y: float) -> Placed | None:
        """The dot that the pointer means."""
        close = [one for one in self.seen(sight) if math.dist((one.x, one.y), (x, y)) <= one.radius + _REACH]
        return min(close, key=lambda one: math.dist((one.x, one.y), (x, y)), default=None)

    def paint(self, painter: QPainter, sight: Sight, ratio: float) -> None:
        """All that are in sight, small ones above large ones."""
        for placed in self.seen(sight):
            card = self.card(placed.dot)
            text = "" if placed.dot.count == 1 else short(placed.dot.count)
            stamp = self._stamp(text, card.freshness if card else None, placed.radius, ratio)
            half = stamp.width() / ratio / 2
            painter.drawPixmap(QPointF(placed.x - half, placed.y - half), stamp)

    def ring(self, painter: QPainter, placed: Placed) -> None:
        """Mark the dot that is meant."""
        theme = self._appearance.theme
        off = placed.radius + _HALO + 2.5
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((theme.surface, 5.0), (theme.accent, 2.0)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(QPointF(placed.x, placed.y), off, off)

    def _stamp(self, text: str, freshness: Freshness | None, radius: float, ratio: float) -> QPixmap:
        key = text, freshness, radius * ratio
        if key not in self._stamps:
            side = math.ceil(2 * (radius + _HALO + 1))
            stamp = QPixmap(round(side * ratio), round(side * ratio))
            stamp.setDevicePixelRatio(ratio)
            stamp.fill(Qt.GlobalColor.transparent)
            painter = QPainter(stamp)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if text:
                self._draw_heap(painter, QPointF(side / 2, side / 2), radius, text)
            else:
                self._draw_one(painter, QPointF(side / 2, side / 2), radius, freshness)
            painter.end()
            self._stamps[key] = stamp
        return self._stamps[key]

    def _draw_heap(self, painter: QPainter, middle: QPointF, radius: float, text: str) -> None:
        theme = self._appearance.theme
        painter.setPen(Qt.PenStyle.NoPen)
        halo = QColor(theme.surface if theme.contrast else theme.accent)
        halo.setAlphaF(1.0 if theme.contrast else 0.22)
        painter.setBrush(halo)
        painter.drawEllipse(middle, radius + _HALO, radius + _HALO)
        painter.setBrush(QColor(theme.accent))
        painter.drawEllipse(middle, radius, radius)
        font = QFont(interface_font(self._appearance.px(CAPTION)))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(theme.on_accent))
        box = QRectF(middle.x() - radius - 4, middle.y() - radius, 2 * radius + 8, 2 * radius)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _draw_one(self, painter: QPainter, middle: QPointF, radius: float, freshness: Freshness | None) -> None:
        theme = self._appearance.theme
        ink = theme.accent if freshness is None else freshness_colours(freshness, theme)[0]
        painter.setBrush(QColor(theme.surface))
        painter.setPen(QPen(QColor(ink), 2.0 if theme.contrast else 1.4))
        painter.drawEllipse(middle, radius, radius)
        inner = radius * 0.56
        mark = QRectF(middle.x() - inner, middle.y() - inner, 2 * inner, 2 * inner)
        if freshness is None:
            painter.setBrush(QColor(ink))
            painter.drawEllipse(middle, inner * 0.6, inner * 0.6)
        else:
            draw_mark(painter, mark, freshness, ink)
