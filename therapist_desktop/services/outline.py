"""The outline of the states as it is delivered with the program."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from therapist_desktop.domain.mapping import Box
from therapist_desktop.services.shipped import shipped

if TYPE_CHECKING:
    from pathlib import Path

    Point = tuple[float, float]

FILE = ("map", "states.json.gz")


class State(NamedTuple):
    """One state: its rings on the map, and where its name stands."""

    code: str
    name: str
    rings: tuple[tuple[Point, ...], ...]
    box: Box
    middle: Point


class Border(NamedTuple):
    """One line. Two states share it, or it is a coast or the edge of the country."""

    points: tuple[Point, ...]
    shared: bool
    box: Box


class Outline(NamedTuple):
    """Everything that is drawn of the country."""

    states: tuple[State, ...]
    borders: tuple[Border, ...]


def read_outline(file: Path | None = None) -> Outline:
    """The outline, in the units of domain/mapping.py. Raises OSError, and ValueError for a file that is no outline."""
    import gzip  # loaded with the first map
    import json
    import zlib

    try:
        stored = json.loads(gzip.decompress((file or shipped(*FILE)).read_bytes()))
    except (EOFError, zlib.error) as error:
        raise ValueError("the outline of the states does not read back as it was written") from error
    lines = [_points(steps, stored["grid"]) for steps in stored["lines"]]
    uses = [0] * len(lines)
    states = []
    for code, name, numbered in stored["places"]:
        for ring in numbered:
            for one in ring:
                uses[one if one >= 0 else -one - 1] += 1
        rings = tuple(_ring(ring, lines) for ring in numbered)
        largest = max(rings, key=lambda ring: abs(_twice_the_size(ring)))
        around = _around([point for ring in rings for point in ring])
        states.append(State(code, name, rings, around, _middle(largest)))
    borders = [Border(line, uses[number] > 1, _around(line)) for number, line in enumerate(lines)]
    return Outline(tuple(states), tuple(borders))


def _points(steps: list[int], grid: int) -> tuple[Point, ...]:
    x = y = 0
    points = []
    for place in range(0, len(steps), 2):
        x, y = x + steps[place], y + steps[place + 1]
        points.append((x / grid, y / grid))
    return tuple(points)


def _ring(ring: list[int], lines: list[tuple[Point, ...]]) -> tuple[Point, ...]:
    points: list[Point] = []
    for one in ring:
        line = lines[one] if one >= 0 else lines[-one - 1][::-1]
        points += line[1:] if points else line
    return tuple(points)


def _around(points: list[Point] | tuple[Point, ...]) -> Box:
    across, down = [x for x, _ in points], [y for _, y in points]
    return Box(min(across), min(down), max(across), max(down))


def _twice_the_size(ring: tuple[Point, ...]) -> float:
    return sum(one[0] * two[1] - two[0] * one[1] for one, two in pairwise(ring))


def _middle(ring: tuple[Point, ...]) -> Point:
    """The point that a card of this shape would stand on."""
    size = _twice_the_size(ring)
    x = y = 0.0
    for one, two in pairwise(ring):
        cross = one[0] * two[1] - two[0] * one[1]
        x += (one[0] + two[0]) * cross
        y += (one[1] + two[1]) * cross
    return x / (3 * size), y / (3 * size)
