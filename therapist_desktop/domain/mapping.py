"""The map as a square: where a place is on it, and what stands there in heaps.

The square is the world in Web Mercator, 0 to 1 from west to east and from north to south; at zoom z it is shown
256 * 2**z pixels wide.
"""

from dataclasses import dataclass
from math import asinh, atan, degrees, pi, radians, sinh, tan
from typing import Final, NamedTuple

MAX_ZOOM: Final = 18
MOST_DOTS: Final = 20_000
NORTHERNMOST: Final = 85.051128
"""The latitude of the upper edge; the lower one is as far south. What lies beyond is put on the edge."""


class Dot(NamedTuple):
    """So many listings at one place of the map, and the row of one of them: of the only one where `count` is 1."""

    x: float
    y: float
    count: int  # type: ignore[assignment]  # nobody asks a dot how often it holds a number
    row: int


class Box(NamedTuple):
    """A part of the map."""

    west: float = 0.0
    north: float = 0.0
    east: float = 1.0
    south: float = 1.0


@dataclass(frozen=True, slots=True)
class Clusters:
    """All results on the map: dots 40 pixels apart or more at this zoom, the fullest first. Each stands in the middle
    of its listings. `without` is how many results have no coordinates."""

    zoom: int
    dots: tuple[Dot, ...] = ()
    without: int = 0


def world_of(latitude: float, longitude: float) -> tuple[float, float]:
    """The x and y of a place given in degrees."""
    held = max(-NORTHERNMOST, min(NORTHERNMOST, latitude))
    y = 0.5 - asinh(tan(radians(held))) / (2 * pi)
    return min(1.0, max(0.0, longitude / 360 + 0.5)), min(1.0, max(0.0, y))


def lat_lon_of(x: float, y: float) -> tuple[float, float]:
    """The latitude and longitude in degrees of a place on the map."""
    return degrees(atan(sinh(pi * (1 - 2 * y)))), 360 * (x - 0.5)
