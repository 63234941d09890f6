"""The map itself: drawn from a picture made ahead, moved with the mouse and with keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.sight import Sight
from therapist_desktop.ui.slices import Slices
from therapist_desktop.ui.widgets.map_dots import Dots, Placed
from therapist_desktop.ui.widgets.map_ground import PAUSE_MS, Ground
from therapist_desktop.ui.widgets.map_marks import paint_corners, paint_scale
from therapist_desktop.ui.widgets.map_names import Names
from therapist_desktop.ui.wording.map import tip

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from therapist_desktop.domain.mapping import Dot
    from therapist_desktop.ui.theme import Appearance
    from therapist_desktop.ui.widgets.map_marks import Circle

KEY_STEP = 80
ZOOM_STEP = 0.5
_NOTCH = 120
_DRAG_FROM = 4
_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_NEARER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
_FARTHER = (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)


class MapCanvas(QWidget):
    """Knows pixels and keys, and nothing of listings."""

    looked = Signal()  # another part of the map is seen
    pointed = Signal(object)  # Dot, by a click or on the way with Tab; None where nothing is meant any more
    chosen = Signal(object)  # Dot, by a double click, by Enter, and by a click where it stands for several
    fit_requested = Signal()
    left = Signal()

    def __init__(self, appearance: Appearance, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._today = today
        self.is_lowest = True  # nothing stands between the map and the lower edge of its card
        self._sight = Sight()
        self._circle: Circle | None = None
        self._meant: Dot | None = None
        self._pressed: QPointF | None = None
        self._grip: QPointF | None = None
        self.ground = Ground(appearance, self)
        self.dots = Dots(appearance)
        self.names = Names(appearance)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setProperty("ownRing", True)
        self.setMinimumSize(160, 120)
        self._naming = Slices(self, PAUSE_MS)
        self._naming.finished.connect(self.update)
        self.ground.drawn.connect(self._name_anew)

    @property
    def sight(self) -> Sight:
        """What is seen."""
        return self._sight

    @property
    def is_drawing(self) -> bool:
        """Land or names are on their way."""
        return self.ground.is_drawing or self._naming.is_busy

    @property
    def meant(self) -> Dot | None:
        """The dot that was pointed at last."""
        return self._meant

    def look(self, sight: Sight) -> None:
        """See this part of the map."""
        if sight == self._sight:
            return
        self._sight = sight
        self.ground.want(sight, self.devicePixelRatioF())
        self.update()
        self.looked.emit()

    def zoom_by(self, steps: float) -> None:
        """Nearer or farther from the middle."""
        self.look(self._sight.zoomed(steps, self._sight.wide / 2, self._sight.high / 2))

    def show_dots(self, dots: tuple[Dot, ...]) -> None:
        """Show these from now on."""
        self.dots.show(dots)
        meant = self._meant
        if meant is not None and meant not in dots:
            self._meant = next((dot for dot in dots if dot.row == meant.row), None)
        self._name_anew()

    def show_circle(self, circle: Circle | None) -> None:
        """Draw this circle, or none."""
        self._circle = circle
        self.update()

    def mean(self, dot: Dot | None) -> None:
        """Mark this dot without telling anybody."""
        self._meant = dot
        self.update()

    def restyle(self) -> None:
        """Take on the theme and size in use."""
        self.dots.forget_looks()
        self.names.forget_looks()
        self.ground.forget()
        self.ground.want(self._sight, self.devicePixelRatioF())
        self.update()

    def walk(self, step: int) -> bool:
        """Mean the next dot, from the middle outwards; whether there was one."""
        seen = [placed.dot for placed in self.dots.nearest_first(self._sight)]
        now = seen.index(self._meant) if self._meant in seen else (-1 if step > 0 else len(seen))
        if not 0 <= now + step < len(seen):
            return False
        self._point(seen[now + step])
        return True

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        if self.walk(1 if next else -1):
            return True
        self._point(None)
        return super().focusNextPrevChild(next)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _WAYS:
            across, down = _WAYS[key]
            step = self._appearance.px(KEY_STEP)
            self.look(self._sight.moved(across * step, down * step))
        elif key in _NEARER or key in _FARTHER:
            self.zoom_by(ZOOM_STEP if key in _NEARER else -ZOOM_STEP)
        elif key == Qt.Key.Key_Home:
            self.fit_requested.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._meant is not None:
                self.chosen.emit(self._meant)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if turned:
            spot = event.position()
            self.look(self._sight.zoomed(turned / _NOTCH * ZOOM_STEP, spot.x(), spot.y()))
        event.accept()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                spot = event.position()
                self.look(self._sight.zoomed(event.value(), spot.x(), spot.y()))
            return True
        if isinstance(event, QHelpEvent):
            found = self.dots.at(self._sight, event.pos().x(), event.pos().y())
            words = tip(found.dot, self.dots.card(found.dot), self._today()) if found else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self._grip = event.position()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = event.position()
        if self._grip is None:
            meant = self.dots.at(self._sight, spot.x(), spot.y())
            self.setCursor(Qt.CursorShape.PointingHandCursor if meant else Qt.CursorShape.OpenHandCursor)
            return
        if self._pressed is not None and (spot - self._pressed).manhattanLength() < _DRAG_FROM:
            return
        self._pressed = None
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        way = self._grip - spot
        self._grip = spot
        self.look(self._sight.moved(way.x(), way.y()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed, self._grip = self._pressed, None, None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if pressed is None:
            return
        found = self.dots.at(self._sight, pressed.x(), pressed.y())
        if found is not None:
            self._point(found.dot)
            if found.dot.count > 1:
                self.chosen.emit(found.dot)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        spot = event.position()
        found = self.dots.at(self._sight, spot.x(), spot.y())
        if found is None:
            self.look(self._sight.zoomed(2 * ZOOM_STEP, spot.x(), spot.y()))
        elif found.dot.count == 1:
            self.chosen.emit(found.dot)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.look(self._sight.sized(event.size().width(), event.size().height()))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.ground.paint(painter, self._sight)
        sign = self._circle.sign(self._sight, self._appearance) if self._circle is not None else QRectF()
        self.names.paint(painter, self._sight, self.devicePixelRatioF(), sign)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._circle is not None:
            self._circle.paint(painter, self._sight, self._appearance)
        self.dots.paint(painter, self._sight, self.devicePixelRatioF())
        if self._meant is not None and (placed := self._placed(self._meant)) is not None:
            self.dots.ring(painter, placed)
        paint_scale(painter, self._sight, self._appearance)
        if self.is_lowest:
            paint_corners(painter, self.width(), self.height(), self._appearance.theme)
        if self.hasFocus():
            self._paint_ring(painter)
        painter.end()

    def _name_anew(self) -> None:
        self.update()
        self._naming.start(self.names.choose(self._sight, self.dots.all_of_them, self.devicePixelRatioF()))

    def _placed(self, dot: Dot) -> Placed | None:
        return next((placed for placed in self.dots.seen(self._sight) if placed.dot == dot), None)

    def _point(self, dot: Dot | None) -> None:
        self._meant = dot
        self.update()
        self.pointed.emit(dot)

    def _paint_ring(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(self._appearance.theme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 8, 8)
