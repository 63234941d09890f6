"""The part of the map that is looked at."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from therapist_desktop.domain.mapping import Box

if TYPE_CHECKING:
    from collections.abc import Iterable

TILE = 256
"""The world is so many pixels wide at zoom 0."""
FARTHEST, NEAREST = 2.0, 15.0
LOWER_48 = Box(0.1529, 0.3409, 0.3142, 0.4291)
_EDGES = Box(-0.2, 0.1, 1.0, 0.75)
_A_SPOT = 1e-7
_SWELLING = 0.7
_SINGLE = 8.0
_LEAST, _STEP, _MOST = 10.0, 2.8, 24.0


class Sight(NamedTuple):
    """The middle of what is seen, how near, and how large the picture is in pixels."""

    x: float = 0.2336
    y: float = 0.385
    zoom: float = 3.6
    wide: int = 1
    high: int = 1

    @property
    def world(self) -> float:
        """How many pixels wide the world would be."""
        return TILE * math.exp2(self.zoom)

    @property
    def box(self) -> Box:
        """What is seen."""
        across, down = self.wide / self.world / 2, self.high / self.world / 2
        return Box(self.x - across, self.y - down, self.x + across, self.y + down)

    def pixel(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the map is in the picture."""
        return (x - self.x) * self.world + self.wide / 2, (y - self.y) * self.world + self.high / 2

    def point(self, across: float, down: float) -> tuple[float, float]:
        """The point of the map at a pixel."""
        return self.x + (across - self.wide / 2) / self.world, self.y + (down - self.high / 2) / self.world

    def moved(self, across: float, down: float) -> Sight:
        """So many pixels further to the east and south."""
        return self._held(self.x + across / self.world, self.y + down / self.world, self.zoom)

    def zoomed(self, steps: float, across: float, down: float) -> Sight:
        """Nearer or farther, the point at this pixel staying where it is."""
        x, y = self.point(across, down)
        zoom = min(NEAREST, max(FARTHEST, self.zoom + steps))
        share = 2.0 ** (self.zoom - zoom)
        return self._held(x + (self.x - x) * share, y + (self.y - y) * share, zoom)

    def sized(self, wide: int, high: int) -> Sight:
        """The same middle in a picture of another size."""
        return self._replace(wide=max(1, wide), high=max(1, high))

    def on(self, box: Box, margin: int = 0, nearest: float = 12.0) -> Sight:
        """All of a box, with room for so many pixels around it."""
        across = max(self.wide - 2 * margin, self.wide / 4) / TILE
        down = max(self.high - 2 * margin, self.high / 4) / TILE
        fits = min(across / max(box.east - box.west, _A_SPOT), down / max(box.south - box.north, _A_SPOT))
        zoom = min(nearest, max(FARTHEST, math.log2(fits)))
        return self._held((box.west + box.east) / 2, (box.north + box.south) / 2, zoom)

    def shows(self, x: float, y: float) -> bool:
        """A point of the map is seen."""
        return within(self.box, x, y)

    def _held(self, x: float, y: float, zoom: float) -> Sight:
        held_x = min(_EDGES.east, max(_EDGES.west, x))
        held_y = min(_EDGES.south, max(_EDGES.north, y))
        return Sight(held_x, held_y, zoom, self.wide, self.high)


def within(box: Box, x: float, y: float) -> bool:
    """A point is in a box."""
    return box.west <= x <= box.east and box.north <= y <= box.south


def covers(box: Box, other: Box) -> bool:
    """All of the other is in this one."""
    return within(box, other.west, other.north) and within(box, other.east, other.south)


def meets(box: Box, other: Box) -> bool:
    """They have something in common."""
    return box.west <= other.east and box.east >= other.west and box.north <= other.south and box.south >= other.north


def grown(box: Box, share: float) -> Box:
    """Wider and higher by this share of itself on each side."""
    wide, high = (box.east - box.west) * share, (box.south - box.north) * share
    return Box(box.west - wide, box.north - high, box.east + wide, box.south + high)


def around(points: Iterable[tuple[float, float]]) -> Box:
    """The box of at least one point."""
    all_of_them = list(points)
    across, down = [x for x, _ in all_of_them], [y for _, y in all_of_them]
    return Box(min(across), min(down), max(across), max(down))


def radius_of(count: int) -> float:
    """How large the dot for so many listings is, in pixels at the usual size of text."""
    return _SINGLE if count == 1 else min(_MOST, _LEAST + _STEP * math.log10(count))


def swollen(zoom: float) -> float:
    """How much larger dots are at a size of text: as much as their numbers need, less than the text itself."""
    return math.pow(zoom, _SWELLING)
