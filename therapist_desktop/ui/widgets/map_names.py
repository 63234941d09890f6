"""The names of the states, where dots leave room for them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from therapist_desktop.ui.fonts import interface_font
from therapist_desktop.ui.sight import radius_of, swollen
from therapist_desktop.ui.theme import BODY, CAPTION
from therapist_desktop.ui.widgets.map_marks import room_of_scale

if TYPE_CHECKING:
    from collections.abc import Iterator

    from therapist_desktop.domain.mapping import Dot
    from therapist_desktop.services.outline import Outline, State
    from therapist_desktop.ui.sight import Sight
    from therapist_desktop.ui.theme import Appearance

_CODES_FROM, _NAMES_FROM = 3.3, 5.0
_ROOM = 0.8
_GAP = 5.0
_HALO = 1.5
_NEIGHBOURS = 40
_ASIDE = 0.16
_TRIES = ((0, 0), (0, -1), (0, 1), (-1, 0), (1, 0), (-1, -1), (1, -1), (-1, 1), (1, 1))


class _Name(NamedTuple):
    """A text with the point of the map that its middle is on."""

    text: str
    x: float
    y: float


class _Taken(NamedTuple):
    """A spot of the map where something stands already, and how far that reaches."""

    x: float
    y: float
    across: float
    down: float


class _Placed(NamedTuple):
    name: _Name
    taken: _Taken


class Names:
    """They stay where they are on the map until they are chosen anew."""

    def __init__(self, appearance: Appearance) -> None:
        self._appearance = appearance
        self._states: tuple[State, ...] = ()
        self._chosen: tuple[_Name, ...] = ()
        self._chosen_for: tuple[float, tuple[Dot, ...]] | None = None
        self._font = QFont()
        self._stamps: dict[tuple[str, float, float], QPixmap] = {}

    def take(self, outline: Outline) -> None:
        """The states that have names."""
        self._states = tuple(state._replace(rings=()) for state in outline.states)  # the ground has made them its own
        self._chosen_for = None

    def forget_looks(self) -> None:
        """The look has changed."""
        self._stamps.clear()
        self._chosen, self._chosen_for = (), None

    def choose(self, sight: Sight, dots: tuple[Dot, ...], ratio: float) -> Iterator[None]:
        """Which names there is room for, and where each stands, in steps: not while the map moves."""
        if self._chosen_for is not None and self._chosen_for[0] == sight.zoom and self._chosen_for[1] is dots:
            return
        font = self._font_for(sight)
        chosen: list[_Name] = []
        names: list[_Taken] = []
        held = sorted(self._taken(dot, sight.world) for dot in dots)
        wests = [one.x for one in held]
        reach = _NEIGHBOURS * self._appearance.zoom / sight.world
        for state in self._states if sight.zoom >= _CODES_FROM else ():
            first, last = bisect_left(wests, state.box.west - reach), bisect_right(wests, state.box.east + reach)
            name = _placed(state, sight, [*names, *held[first:last]], QFontMetricsF(font))
            if name is not None:
                chosen.append(name.name)
                names.append(name.taken)
                self._stamp(name.name.text, font, ratio)
            yield
        self._chosen_for, self._chosen, self._font = (sight.zoom, dots), tuple(chosen), font

    def paint(self, painter: QPainter, sight: Sight, ratio: float, sign: QRectF) -> None:
        """Those that are in sight as a whole, and neither below the bar of miles nor below the sign of the circle."""
        bar = room_of_scale(sight, self._appearance)
        for name in self._chosen:
            x, y = sight.pixel(name.x, name.y)
            stamp = self._stamp(name.text, self._font, ratio)
            half = QPointF(stamp.width(), stamp.height()) / (2 * ratio)
            is_whole = half.x() <= x <= sight.wide - half.x() and half.y() <= y <= sight.high - half.y()
            spot = QRectF(QPointF(x, y) - half, QPointF(x, y) + half)
            if is_whole and not bar.intersects(spot) and not sign.intersects(spot):
                painter.drawPixmap(QPointF(round(x - half.x()), round(y - half.y())), stamp)

    def _font_for(self, sight: Sight) -> QFont:
        size = BODY if sight.zoom >= _NAMES_FROM else CAPTION
        font = QFont(interface_font(self._appearance.px(size)))
        font.setWeight(QFont.Weight.DemiBold)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
        return font

    def _taken(self, dot: Dot, world: float) -> _Taken:
        reach = (radius_of(dot.count) + _GAP) * swollen(self._appearance.zoom) / world
        return _Taken(dot.x, dot.y, reach, reach)

    def _stamp(self, text: str, font: QFont, ratio: float) -> QPixmap:
        key = text, font.pixelSize(), ratio
        if key not in self._stamps:
            metrics = QFontMetricsF(font)
            wide, high = metrics.horizontalAdvance(text) + 2 * _HALO, metrics.height()
            stamp = QPixmap(round(wide * ratio), round(high * ratio))
            stamp.setDevicePixelRatio(ratio)
            stamp.fill(Qt.GlobalColor.transparent)
            letters = QPainterPath()
            letters.addText(_HALO, metrics.ascent(), font, text)
            painter = QPainter(stamp)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            around = QPen(QColor(self._appearance.theme.surface), 2 * _HALO)
            around.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.strokePath(letters, around)
            painter.fillPath(letters, QColor(self._appearance.theme.faint))
            painter.end()
            self._stamps[key] = stamp
        return self._stamps[key]


def _placed(state: State, sight: Sight, held: list[_Taken], metrics: QFontMetricsF) -> _Placed | None:
    """The name of a state, or else its code, where it has room and touches nothing."""
    room = (state.box.east - state.box.west) * sight.world * _ROOM
    for text in (state.name, state.code) if sight.zoom >= _NAMES_FROM else (state.code,):
        wide = metrics.horizontalAdvance(text)
        half = wide / 2 / sight.world, metrics.height() / 2 / sight.world
        spot = _free_spot(state, held, half) if wide < room else None
        if spot is not None:
            return _Placed(_Name(text, *spot), _Taken(*spot, *half))
    return None


def _free_spot(state: State, taken: list[_Taken], half: tuple[float, float]) -> tuple[float, float] | None:
    """Near the middle of the state, where a text of this size touches nothing."""
    box = state.box
    for across, down in _TRIES:
        x = state.middle[0] + across * _ASIDE * (box.east - box.west)
        y = state.middle[1] + down * _ASIDE * (box.south - box.north)
        if not any(abs(one.x - x) < one.across + half[0] and abs(one.y - y) < one.down + half[1] for one in taken):
            return x, y
    return None
