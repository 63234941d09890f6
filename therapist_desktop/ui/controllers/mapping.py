"""Asks the catalogue for what the map shows, and keeps the dots of a few zooms."""

from __future__ import annotations

import logging
import math
from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from therapist_desktop.domain.heaps import heaped
from therapist_desktop.domain.mapping import MAX_ZOOM, Box, Dot
from therapist_desktop.ui.jobs import if_trouble
from therapist_desktop.ui.sight import TILE, radius_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Protocol

    from therapist_desktop.domain.mapping import Clusters
    from therapist_desktop.domain.results import Card, Results
    from therapist_desktop.services.outline import Outline
    from therapist_desktop.ui.jobs import NewestOnly

    class Maps(Protocol):
        """The questions that the map asks of the catalogue."""

        def clusters(self, results: Results, zoom: int, within: Box | None = None) -> Clusters: ...
        def inside(self, results: Results, box: Box, limit: int) -> tuple[Card, ...]: ...
        def of_rows(self, results: Results, rows: Sequence[int]) -> tuple[Card, ...]: ...
        def settle(self) -> None: ...


_LOG = logging.getLogger(__name__)
KEPT = 6
LISTED = 200
FINER = 1
"""Dots are asked for finer than they are shown, and put together where they would touch."""
ROOM, GAP = 1.2, 4
"""What a dot takes, as a share of its radius and in pixels, for the map is drawn a little smaller at times."""
_A_SPOT = 2e-7
"""On the map: eight metres."""


class Heaps(NamedTuple):
    """Dots that do not touch at this zoom, and how many results have no place on the map."""

    zoom: float
    dots: tuple[Dot, ...]
    without: int = 0


class Heap(NamedTuple):
    """Listings at one spot: the dot that stands for them, and as many of them as can be listed."""

    dot: Dot
    cards: tuple[Card, ...]


class MappingController(QObject):
    """The newest question of each kind is the only one that counts."""

    outline_came = Signal(object)  # Outline
    dots_came = Signal(object)  # Heaps
    cards_came = Signal(object)  # Mapping[int, Card]
    heap_came = Signal(object)  # Heap
    spread_came = Signal(object)  # Box
    failed = Signal(object)  # Trouble

    def __init__(self, catalogue: Maps, reads: Callable[[], NewestOnly], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._outlines, self._dots, self._cards, self._heaps = reads(), reads(), reads(), reads()
        self._results: Results | None = None
        self._kept: OrderedDict[float, Heaps] = OrderedDict()

    @Slot(object)
    def use(self, results: Results) -> None:
        """Ask about these from now on."""
        self._results = results
        self._kept.clear()
        for reads in (self._dots, self._cards, self._heaps):
            reads.forget()

    def ask_outline(self, read: Callable[[], Outline]) -> None:
        """Read what the map is drawn on. Where that cannot be read, there are dots without land."""
        self._outlines.ask(read, self.outline_came.emit, _go_without)

    @Slot(float, object)
    def ask_dots(self, zoom: float, box: Box | None) -> None:
        """The dots of all results at a zoom, or of those in a box."""
        catalogue, results = self._catalogue, self._results
        if results is None:
            return
        if box is None and zoom in self._kept:
            self._dots.forget()
            self._kept.move_to_end(zoom)
            self.dots_came.emit(self._kept[zoom])
            return

        def keep(heaps: Heaps) -> None:
            if box is None:
                self._kept[zoom] = heaps
                while len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
            self.dots_came.emit(heaps)

        self._dots.ask(lambda: _heaps(catalogue, results, zoom, box), keep, self._fail)

    @Slot(object)
    def ask_cards(self, rows: tuple[int, ...]) -> None:
        """What single dots stand for."""
        catalogue, results = self._catalogue, self._results
        if results is not None and rows:
            self._cards.ask(lambda: _cards(catalogue, results, rows), self.cards_came.emit, self._fail)

    @Slot(object, object)
    def open_heap(self, dot: Dot, box: Box) -> None:
        """Where the listings of a dot are, all of which are in the box; or which they are, if that is one spot."""
        catalogue, results = self._catalogue, self._results
        if results is not None:
            self._heaps.ask(lambda: _opened(catalogue, results, dot, box), self._tell_opened, self._fail)

    def _tell_opened(self, opened: Heap | Box) -> None:
        (self.heap_came if isinstance(opened, Heap) else self.spread_came).emit(opened)

    def _fail(self, error: BaseException) -> None:
        if_trouble(self.failed.emit)(error)


def _go_without(error: BaseException) -> None:
    if not isinstance(error, OSError | ValueError):
        raise error
    _LOG.warning("the outline of the states cannot be read", exc_info=error)


def _heaps(catalogue: Maps, results: Results, zoom: float, box: Box | None) -> Heaps:
    found = catalogue.clusters(results, min(MAX_ZOOM, math.floor(zoom) + FINER), box)
    catalogue.settle()
    world = TILE * math.exp2(zoom)
    return Heaps(zoom, heaped(found.dots, lambda count: (ROOM * radius_of(count) + GAP) / world), found.without)


def _cards(catalogue: Maps, results: Results, rows: tuple[int, ...]) -> Mapping[int, Card]:
    return {card.row: card for card in catalogue.of_rows(results, rows)}


def _opened(catalogue: Maps, results: Results, dot: Dot, box: Box) -> Heap | Box:
    dots = catalogue.clusters(results, MAX_ZOOM, box).dots or (dot,)
    spread = Box(
        min(one.x for one in dots), min(one.y for one in dots), max(one.x for one in dots), max(one.y for one in dots)
    )
    if max(spread.east - spread.west, spread.south - spread.north) > _A_SPOT:
        return spread
    spot = Box(spread.west - _A_SPOT, spread.north - _A_SPOT, spread.east + _A_SPOT, spread.south + _A_SPOT)
    return Heap(dot, catalogue.inside(results, spot, LISTED))
