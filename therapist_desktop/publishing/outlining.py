"""The outline of the states, made from the boundaries that the Census Bureau publishes, as TopoJSON.

Lines that two states share are stored once, simplified once, and so stay shared.
"""

from __future__ import annotations

import gzip
import heapq
import json
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from therapist_desktop.domain.errors import WorkBroken
from therapist_desktop.domain.mapping import world_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    Point = tuple[int, int]
    Line = list[Point]

GRID: Final = 1 << 20
"""The whole map is so many units wide and high: a unit is 38 metres at the equator."""
LEAST: Final = 36.0
"""A corner goes when the triangle that it makes with its neighbours is smaller than so many square units."""
_LEFT_OUT: Final = frozenset({"60", "66", "69", "74", "78"})
"""Island areas that are too far away for one map of the country."""
_CODES: Final = (
    "01AL 02AK 04AZ 05AR 06CA 08CO 09CT 10DE 11DC 12FL 13GA 15HI 16ID 17IL 18IN 19IA 20KS 21KY 22LA 23ME 24MD 25MA 26MI"
    " 27MN 28MS 29MO 30MT 31NE 32NV 33NH 34NJ 35NM 36NY 37NC 38ND 39OH 40OK 41OR 42PA 44RI 45SC 46SD 47TN 48TX 49UT"
    " 50VT 51VA 53WA 54WV 55WI 56WY 72PR"
)
CODES: Final = {pair[:2]: pair[2:] for pair in _CODES.split()}
_FAR_EAST: Final = 100.0
"""Islands of Alaska beyond this longitude are drawn west of it, where the others are."""


class Made(NamedTuple):
    """What was written."""

    places: int
    lines: int
    points: int
    bytes: int


def make_outline(source: Path, target: Path, least: float = LEAST) -> Made:
    """Read boundaries, simplify them and write the outline. Raises WorkBroken and OSError."""
    try:
        topology = json.loads(source.read_text(encoding="utf-8"))
        outline = outline_of(topology, least)
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise WorkBroken(file=source, line=1, what=f"it is no TopoJSON of the states ({error})") from error
    data = packed(outline)
    target.write_bytes(data)
    lines = outline["lines"]
    return Made(len(outline["places"]), len(lines), sum(len(line) // 2 for line in lines), len(data))


def packed(outline: dict[str, Any]) -> bytes:
    """The outline as it is stored; always the same bytes for the same outline on the same machine."""
    text = json.dumps(outline, separators=(",", ":"), ensure_ascii=False)
    return gzip.compress(text.encode(), compresslevel=9, mtime=0)


def outline_of(topology: dict[str, Any], least: float = LEAST) -> dict[str, Any]:
    """Places with their rings, and the lines that rings are made of.

    A line is a list of whole numbers: x and y of its first point, then the way to each next point. A ring is a list of
    lines one after the other; a negative number is the line -n - 1 from its end to its start, as in TopoJSON.
    """
    shapes = [
        (CODES[shape["id"]], shape["properties"]["name"], _rings(shape))
        for shape in topology["objects"]["states"]["geometries"]
        if shape["id"] not in _LEFT_OUT
    ]
    shapes.sort()
    used = sorted({_number(one) for _, _, rings in shapes for ring in rings for one in ring})
    lines = _unwound(topology, used)
    closed = {_number(ring[0]) for _, _, rings in shapes for ring in rings if len(ring) == 1}
    simple = {one: simplified(lines[one], least, keeps=4 if one in closed else 2) for one in used}
    places = [
        (code, name, [ring for ring in rings if _size(_joined(ring, simple)) >= least]) for code, name, rings in shapes
    ]
    kept = sorted({_number(one) for _, _, rings in places for ring in rings for one in ring})
    place = {one: number for number, one in enumerate(kept)}
    return {
        "grid": GRID,
        "places": [
            [code, name, [[place[one] if one >= 0 else -place[_number(one)] - 1 for one in ring] for ring in rings]]
            for code, name, rings in places
        ],
        "lines": [_steps(simple[one]) for one in kept],
    }


def simplified(line: Line, least: float, keeps: int = 2) -> Line:
    """The line without the corners that matter least (Visvalingam), with both ends and at least `keeps` points."""
    before, after = list(range(-1, len(line) - 1)), list(range(1, len(line) + 1))
    sizes = [0.0] * len(line)
    heap: list[tuple[float, int]] = []
    for place in range(1, len(line) - 1):
        sizes[place] = _triangle(line[place - 1], line[place], line[place + 1])
        heap.append((sizes[place], place))
    heapq.heapify(heap)
    gone = [False] * len(line)
    left, grown = len(line), 0.0
    while heap and left > keeps:
        size, place = heapq.heappop(heap)
        if gone[place] or size != sizes[place]:
            continue
        grown = max(grown, size)
        if grown >= least:
            break
        gone[place], left = True, left - 1
        one, other = before[place], after[place]
        after[one], before[other] = other, one
        for end in (one, other):
            if 0 < end < len(line) - 1:
                sizes[end] = max(grown, _triangle(line[before[end]], line[end], line[after[end]]))
                heapq.heappush(heap, (sizes[end], end))
    return [point for place, point in enumerate(line) if not gone[place]]


def _rings(shape: dict[str, Any]) -> list[list[int]]:
    if shape["type"] == "Polygon":
        return [list(ring) for ring in shape["arcs"]]
    return [list(ring) for polygon in shape["arcs"] for ring in polygon]


def _unwound(topology: dict[str, Any], used: Iterable[int]) -> dict[int, Line]:
    """The lines in units of the map, none of their points twice in a row."""
    scale, move = topology["transform"]["scale"], topology["transform"]["translate"]
    lines: dict[int, Line] = {}
    for one in used:
        x = y = 0
        line: Line = []
        for dx, dy in topology["arcs"][one]:
            x, y = x + dx, y + dy
            point = _on_grid(x * scale[0] + move[0], y * scale[1] + move[1])
            if not line or line[-1] != point:
                line.append(point)
        lines[one] = line
    return lines


def _joined(ring: Iterable[int], lines: dict[int, Line]) -> Line:
    return [point for one in ring for point in (lines[one] if one >= 0 else lines[_number(one)][::-1])]


def _on_grid(longitude: float, latitude: float) -> Point:
    x, y = world_of(latitude, longitude)
    return round(x * GRID) - (GRID if longitude > _FAR_EAST else 0), round(y * GRID)


def _number(one: int) -> int:
    return one if one >= 0 else -one - 1


def _triangle(one: Point, middle: Point, other: Point) -> float:
    ahead, aside = (middle[0] - one[0]) * (other[1] - one[1]), (other[0] - one[0]) * (middle[1] - one[1])
    return abs(ahead - aside) / 2


def _size(line: Sequence[Point]) -> float:
    """The area inside a closed line."""
    return abs(sum(one[0] * two[1] - two[0] * one[1] for one, two in pairwise([*line, line[0]]))) / 2


def _steps(line: Line) -> list[int]:
    flat: list[int] = []
    x = y = 0
    for point in line:
        flat += (point[0] - x, point[1] - y)
        x, y = point
    return flat
