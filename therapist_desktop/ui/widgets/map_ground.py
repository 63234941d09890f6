"""The ground of the map: land and borders, drawn ahead into a picture that is larger than what is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from therapist_desktop.ui.sight import Sight, covers, grown, meets
from therapist_desktop.ui.slices import Slices
from therapist_desktop.ui.widgets.painting import fill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from therapist_desktop.domain.mapping import Box
    from therapist_desktop.services.outline import Outline
    from therapist_desktop.ui.theme import Appearance, Theme

GRID = 1 << 20
REST_MS = 50
"""While somebody zooms the picture there is is shown larger or smaller; it is drawn anew when the wheel rests."""
PAUSE_MS = 5
_MORE = 0.3
"""The picture is larger than the view by this share of it on each side."""
_AHEAD = 0.15
"""A new picture is begun when there is less than this share left on some side."""
_MOST_POINTS = 800


class _Shape(NamedTuple):
    """What is drawn with one stroke of the brush."""

    path: QPainterPath
    box: Box


class _Picture(NamedTuple):
    image: QImage
    sight: Sight  # its size is that of the picture


class Ground(QObject):
    """Draws in turns of a few milliseconds; until a picture is ready the one before it is shown, larger or smaller."""

    drawn = Signal()

    def __init__(self, appearance: Appearance, parent: QObject) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._land: list[_Shape] = []
        self._inner: list[_Shape] = []
        self._coast: list[_Shape] = []
        self._is_whole = False
        self._picture: _Picture | None = None
        self._next: Sight | None = None
        self._wanted = Sight(), 1.0
        self._drawing = Slices(self, PAUSE_MS)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._begin)

    @property
    def is_drawing(self) -> bool:
        """A new picture is on its way."""
        return self._drawing.is_busy or self._rest.isActive()

    @property
    def has_land(self) -> bool:
        """The outline is there."""
        return self._is_whole

    def take(self, outline: Outline) -> Iterator[None]:
        """Make the outline one's own, in steps."""
        for state in outline.states:
            path = QPainterPath()
            for ring in state.rings:
                path.addPolygon(_polygon(ring))
            self._land.append(_Shape(path, state.box))
            yield
        for borders, shared in ((self._inner, True), (self._coast, False)):
            for border in outline.borders:
                if border.shared is shared:
                    path = QPainterPath()
                    path.addPolygon(_polygon(border.points))
                    borders.append(_Shape(path, border.box))
                    yield
        self._is_whole = True

    def forget(self) -> None:
        """The look has changed: what was drawn is of no more use."""
        self._drawing.drop()
        self._rest.stop()
        self._picture = self._next = None

    def want(self, sight: Sight, ratio: float) -> None:
        """See to it that there will be a picture for this."""
        if not self._is_whole:
            return
        for there in (self._next, self._picture.sight if self._picture and self._next is None else None):
            if there is not None and there.zoom == sight.zoom and covers(there.box, grown(sight.box, _AHEAD)):
                self._wanted = sight, ratio
                self._rest.stop()
                return
        is_zooming = self._picture is not None and self._wanted[0].zoom != sight.zoom
        self._wanted = sight, ratio
        if is_zooming:
            self._drawing.drop()
            self._next = None
            self._rest.start()
        elif not self._rest.isActive():
            self._begin()

    def _begin(self) -> None:
        sight, ratio = self._wanted
        room = sight.sized(round(sight.wide * (1 + 2 * _MORE)), round(sight.high * (1 + 2 * _MORE)))
        self._next = room
        self._drawing.start(self._draw(room, ratio))

    def finish(self) -> None:
        """Draw what is left, now."""
        if self._rest.isActive():
            self._rest.stop()
            self._begin()
        self._drawing.finish()

    def paint(self, painter: QPainter, sight: Sight) -> None:
        """What there is of this sight."""
        whole = QRect(0, 0, sight.wide, sight.high)
        picture = self._picture
        if picture is None or picture.sight.zoom != sight.zoom or not covers(picture.sight.box, sight.box):
            fill(painter, whole, _water(self._appearance.theme))
        if picture is None:
            return
        left, top = sight.pixel(picture.sight.box.west, picture.sight.box.north)
        if picture.sight.zoom == sight.zoom:
            painter.drawImage(QPointF(round(left), round(top)), picture.image)
            return
        share = sight.world / picture.sight.world
        wide, high = picture.sight.wide * share, picture.sight.high * share
        painter.drawImage(QRectF(left, top, wide, high), picture.image, QRectF(picture.image.rect()))

    def _draw(self, sight: Sight, ratio: float) -> Iterator[None]:
        theme = self._appearance.theme
        image = QImage(QSize(sight.wide, sight.high) * ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(QColor(_water(theme)))
        yield
        box = sight.box
        land = QColor(theme.surface)
        for shape in self._land:
            if meets(shape.box, box):
                painter = _on(image, sight)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(land)
                painter.drawPath(shape.path)
                painter.end()
                yield
        inner = QPen(QColor(theme.line), 1)
        coast = QPen(QColor(theme.control), theme.line_width)
        if not theme.contrast:
            faint = QColor(theme.control)
            faint.setAlphaF(0.6)
            coast.setColor(faint)
        for pen, shapes in ((inner, self._inner), (coast, self._coast)):
            pen.setCosmetic(True)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            for some in _portions([shape for shape in shapes if meets(shape.box, box)]):
                painter = _on(image, sight)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(pen)
                for shape in some:
                    painter.drawPath(shape.path)
                painter.end()
                yield
        self._picture, self._next = _Picture(image, sight), None
        self.drawn.emit()


def _water(theme: Theme) -> str:
    return theme.window if theme.dark else theme.sunken


def _portions(shapes: list[_Shape]) -> Iterator[list[_Shape]]:
    """As many at a time as can be drawn in a moment."""
    some: list[_Shape] = []
    points = 0
    for shape in shapes:
        some.append(shape)
        points += shape.path.elementCount()
        if points > _MOST_POINTS:
            yield some
            some, points = [], 0
    yield some


def _polygon(points: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF([QPointF(x * GRID, y * GRID) for x, y in points])


def _on(image: QImage, sight: Sight) -> QPainter:
    painter = QPainter(image)
    box = sight.box
    scale = sight.world / GRID
    painter.scale(scale, scale)
    painter.translate(-box.west * GRID, -box.north * GRID)
    return painter
