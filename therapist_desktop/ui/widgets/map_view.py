"""Results on a map of the states, without any network."""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapist_desktop.domain.mapping import MAX_ZOOM, Box
from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.i18n import number
from therapist_desktop.ui.sight import LOWER_48, NEAREST, TILE, around, covers, grown, swollen, within
from therapist_desktop.ui.slices import Slices
from therapist_desktop.ui.widgets.map_buttons import MapButtons
from therapist_desktop.ui.widgets.map_canvas import ZOOM_STEP, MapCanvas
from therapist_desktop.ui.widgets.map_foot import MapFoot
from therapist_desktop.ui.widgets.map_heap import MapHeap
from therapist_desktop.ui.widgets.map_marks import Circle
from therapist_desktop.ui.wording.map import spoken, without_a_place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from PySide6.QtGui import QHideEvent, QShowEvent

    from therapist_desktop.domain.mapping import Dot
    from therapist_desktop.domain.results import Card, Results
    from therapist_desktop.services.outline import Outline
    from therapist_desktop.ui.controllers.mapping import Heap, Heaps
    from therapist_desktop.ui.theme import Appearance

OVERVIEW = 4
WHOLE = 5
"""Up to this zoom all dots of a result are asked for at once."""
ASK_MS = 40
CARDS_MS = 60
_AT_ONCE = 250
_MARGIN = 40
_AHEAD = 0.05
_FURTHER = 0.6
_MOST_OF_THEM = 0.5
_SPREAD_OUT = 0.55
_CELLS = 6
_AROUND_A_HEAP = 1.5


class MapView(QWidget):
    """Asks for nothing while it is not in sight, and shows what there was until something newer is there."""

    outline_wanted = Signal()
    dots_wanted = Signal(float, object)  # zoom, Box | None
    cards_wanted = Signal(object)  # rows
    heap_opened = Signal(object, object)  # Dot, Box
    listing_pointed = Signal(str)
    listing_chosen = Signal(str)
    left = Signal()

    def __init__(
        self, appearance: Appearance, today: Callable[[], date] = date.today, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._today = today
        self._results: Results | None = None
        self._is_new = False
        self._has_asked_outline = False
        self._circle: Circle | None = None
        self._overview: Heaps | None = None
        self._has_fitted = False
        self._awaits_dots = False
        self._wished: Dot | None = None
        self._asked: tuple[float, Box | None] | None = None
        self.canvas = MapCanvas(appearance, today)
        self.buttons = MapButtons(appearance, self.canvas)
        self.heap = MapHeap(appearance, today, self.canvas)
        self.foot = MapFoot()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.canvas, 1)
        page.addWidget(self.foot)
        self.setAccessibleName(self.tr("Map"))
        self.setFocusProxy(self.canvas)
        self._making = Slices(self)
        self._stamping = Slices(self)
        self._soon = QTimer(self, singleShot=True, interval=ASK_MS)
        self._then = QTimer(self, singleShot=True, interval=CARDS_MS)
        self._connect()

    def _connect(self) -> None:
        canvas = self.canvas
        canvas.looked.connect(self._ask_soon)
        canvas.pointed.connect(self._point)
        canvas.chosen.connect(self._choose)
        canvas.fit_requested.connect(self.fit)
        canvas.left.connect(self.left)
        canvas.installEventFilter(self)
        self.buttons.nearer.connect(lambda: canvas.zoom_by(ZOOM_STEP))
        self.buttons.farther.connect(lambda: canvas.zoom_by(-ZOOM_STEP))
        self.buttons.fit.connect(self.fit)
        self.heap.listing_pointed.connect(self.listing_pointed)
        self.heap.listing_chosen.connect(self.listing_chosen)
        self.heap.closed.connect(self._close_heap)
        self.foot.far_requested.connect(lambda box: canvas.look(canvas.sight.on(box, self._margin)))
        self._making.finished.connect(self._draw_ground)
        self._soon.timeout.connect(self._ask)
        self._then.timeout.connect(self._ask_cards)
        self._appearance.changed.connect(self._restyle)

    @property
    def is_at_rest(self) -> bool:
        """Nothing is left to be asked, answered or drawn."""
        timers = self._soon.isActive() or self._then.isActive() or self._awaits_dots
        return not (timers or self._making.is_busy or self._stamping.is_busy or self.canvas.is_drawing)

    @Slot(object)
    def show_results(self, results: Results) -> None:
        """These were found."""
        self._results = results
        self._is_new = True
        if self.isVisible():
            self._take_up()

    def show_outline(self, outline: Outline) -> None:
        """Draw the map on this."""
        self.canvas.names.take(outline)
        self._making.start(self.canvas.ground.take(outline))

    @Slot(object)
    def show_dots(self, heaps: Heaps) -> None:
        """The dots that were asked for last."""
        self._awaits_dots = False
        if self._overview is None and heaps.zoom == OVERVIEW:
            self._overview = heaps
            self._say_what_is_missing(heaps)
            self._find_the_place(heaps)
        self._stamping.start(self._put(heaps))

    def _put(self, heaps: Heaps) -> Iterator[None]:
        """Show the dots as soon as each of them has been drawn once."""
        canvas = self.canvas
        yield from canvas.dots.prepare(heaps.dots, canvas.sight, canvas.devicePixelRatioF())
        canvas.show_dots(heaps.dots)
        self._tell_whole()
        self._soon.start()

    @Slot(object)
    def show_cards(self, cards: Mapping[int, Card]) -> None:
        """What single dots stand for."""
        self.canvas.dots.know(cards)
        self.canvas.update()
        meant, wished = self.canvas.meant, self._wished
        if meant is None or self.canvas.dots.card(meant) is None or meant.row not in cards:
            return
        self._point(meant)
        if wished == meant:
            self._choose(meant)

    @Slot(object)
    def show_heap(self, heap: Heap) -> None:
        """List what is at one spot."""
        self.heap.show_listings(heap.dot, heap.cards)
        self.heap.fit_into(self.canvas.width(), self.canvas.height())

    @Slot(object)
    def show_spread(self, box: Box) -> None:
        """Go nearer to where the listings of a dot are."""
        sight = self.canvas.sight
        there = sight.on(box, self._margin, NEAREST)
        nearer = max(there.zoom, min(NEAREST, sight.zoom + 1))
        self.canvas.look(there._replace(zoom=nearer))

    @Slot()
    def fit(self) -> None:
        """See all results: the circle if there is one, else the states that most of them are in."""
        sight = self.canvas.sight
        if self._circle is not None:
            self.canvas.look(sight.on(self._circle.box, self._margin))
        elif self._overview is not None and self._overview.dots:
            self.canvas.look(sight.on(_where_most_are(self._overview.dots), self._margin))
        else:
            self.canvas.look(sight.on(LOWER_48, self._margin // 2))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._lay_over()
        if not self._has_asked_outline:
            self._has_asked_outline = True
            self.outline_wanted.emit()
        if self._is_new:
            self._take_up()
        else:
            self._ask_soon()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._soon.stop()
        self._then.stop()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.canvas and event.type() == QEvent.Type.Resize:
            self._lay_over()
        return False

    @property
    def _margin(self) -> int:
        return self._appearance.px(_MARGIN)

    @property
    def _zoom(self) -> float:
        """The zoom that dots are asked for, in half steps: larger text, larger dots, fewer of them."""
        wanted = round(2 * (self.canvas.sight.zoom - math.log2(swollen(self._appearance.zoom)))) / 2
        return min(float(MAX_ZOOM), max(0.0, wanted))

    def _take_up(self) -> None:
        results = self._results
        if results is None:
            return
        self._is_new = False
        self._overview = self._asked = None
        self.heap.hide()
        self.canvas.dots.forget_cards()
        near, spot = results.filters.near, results.spot
        before = self._circle
        self._circle = Circle(near, spot) if near and spot and near.within is not None else None
        if (before.words if before else "") != (self._circle.words if self._circle else ""):
            self._has_fitted = False
        self.canvas.show_circle(self._circle)
        self._want(OVERVIEW, None)

    def _find_the_place(self, overview: Heaps) -> None:
        """Go where the results are, unless somebody looks at some of them already."""
        sight = self.canvas.sight
        if not self._has_fitted or not any(sight.shows(dot.x, dot.y) for dot in overview.dots):
            self.fit()
            self._has_fitted = True

    def _say_what_is_missing(self, heaps: Heaps) -> None:
        total = self._results.total if self._results else 0
        self.foot.say(without_a_place(heaps.without, total), heaps.dots)

    @Slot()
    def _ask_soon(self) -> None:
        if self.isVisible() and not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _ask(self) -> None:
        if not self.isVisible() or self._overview is None:
            return
        sight, zoom = self.canvas.sight, self._zoom
        box = None if zoom <= WHOLE else grown(sight.box, _FURTHER)
        if self._asked is not None and self._asked[0] == zoom:
            there = self._asked[1]
            if there is None or covers(there, grown(sight.box, _AHEAD)):
                self._then.start()
                return
        self._asked = zoom, box
        self._want(zoom, box)

    def _want(self, zoom: float, box: Box | None) -> None:
        self._awaits_dots = True
        self.dots_wanted.emit(zoom, box)

    @Slot()
    def _ask_cards(self) -> None:
        rows = self.canvas.dots.unknown(self.canvas.sight)[:_AT_ONCE]
        if rows:
            self.cards_wanted.emit(rows)

    def _point(self, dot: Dot | None) -> None:
        if dot is None:
            self._tell_whole()
            return
        card = self.canvas.dots.card(dot)
        seen = [placed.dot for placed in self.canvas.dots.nearest_first(self.canvas.sight)]
        place = seen.index(dot) + 1 if dot in seen else 1
        self.canvas.setAccessibleName(spoken(dot, card, (place, len(seen)), self._today()))
        if card is not None:
            self.listing_pointed.emit(card.id)

    def _choose(self, dot: Dot) -> None:
        card = self.canvas.dots.card(dot)
        self._wished = dot if card is None else None
        if card is not None:
            self.listing_chosen.emit(card.id)
        elif dot.count > 1:
            asked = self._asked[0] if self._asked else OVERVIEW
            reach = _AROUND_A_HEAP / (_CELLS * math.exp2(asked))
            self.heap_opened.emit(dot, Box(dot.x - reach, dot.y - reach, dot.x + reach, dot.y + reach))

    def _close_heap(self) -> None:
        self.heap.hide()
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_whole(self) -> None:
        if self.canvas.meant is None:
            total = number(self._results.total if self._results else 0)
            words = self.tr("Map of {n} results. Tab goes from dot to dot, the arrow keys move the map.")
            self.canvas.setAccessibleName(words.format(n=total))

    def _draw_ground(self) -> None:
        self.canvas.ground.want(self.canvas.sight, self.canvas.devicePixelRatioF())

    def _lay_over(self) -> None:
        gap, canvas = self._appearance.px(12), self.canvas
        self.buttons.adjustSize()
        canvas.is_lowest = self.foot.isHidden()
        self.buttons.move(canvas.width() - self.buttons.width() - gap, gap)
        self.heap.fit_into(canvas.width(), canvas.height())

    def _restyle(self) -> None:
        self.buttons.restyle()
        self.heap.restyle()
        self.canvas.restyle()
        self._lay_over()
        self._ask_soon()


def _where_most_are(dots: tuple[Dot, ...]) -> Box:
    """The lower 48 states, or the part of them that holds dots, if most are there; else wherever dots are."""
    there = [dot for dot in dots if within(LOWER_48, dot.x, dot.y)]
    if sum(dot.count for dot in there) < _MOST_OF_THEM * sum(dot.count for dot in dots):
        return around((dot.x, dot.y) for dot in dots)
    box = around((dot.x, dot.y) for dot in there)
    is_wide = box.east - box.west > _SPREAD_OUT * (LOWER_48.east - LOWER_48.west)
    return LOWER_48 if is_wide else grown(box, 1 / TILE)
