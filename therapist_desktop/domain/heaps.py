"""Dots that would lie on each other, put together."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from therapist_desktop.domain.mapping import Dot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_BESIDE = tuple((across, down) for down in (-1, 0, 1) for across in (-1, 0, 1))


def heaped(dots: Iterable[Dot], radius_of: Callable[[int], float]) -> tuple[Dot, ...]:
    """The dots, each put into the nearest fuller one that it would touch, which moves to the middle of both.

    `radius_of` tells how large a dot for so many listings is, in the units of the map.
    """
    once = _heaped(dots, radius_of)
    return _heaped(once, radius_of)  # some have grown or moved until they touch


def _heaped(dots: Iterable[Dot], radius_of: Callable[[int], float]) -> tuple[Dot, ...]:
    ordered = sorted(dots, key=lambda dot: (-dot.count, dot.row))
    side = 2 * radius_of(sum(dot.count for dot in ordered) or 1)
    heads: list[Dot] = []
    radii: list[float] = []
    cells: dict[tuple[int, int], list[int]] = {}
    for dot in ordered:
        x, y, radius = dot.x, dot.y, radius_of(dot.count)
        column, line = int(x // side), int(y // side)
        found, least = -1, math.inf
        for across, down in _BESIDE:
            for number in cells.get((column + across, line + down), ()):
                head = heads[number]
                away = (head.x - x) ** 2 + (head.y - y) ** 2
                if away < least:
                    found, least = number, away
        if found >= 0 and least < (radii[found] + radius) ** 2:
            both = heads[found] = _both(heads[found], dot)
            radii[found] = radius_of(both.count)
        else:
            cells.setdefault((column, line), []).append(len(heads))
            heads.append(dot)
            radii.append(radius)
    return tuple(heads)


def _both(one: Dot, other: Dot) -> Dot:
    count = one.count + other.count
    share = other.count / count
    return Dot(one.x + (other.x - one.x) * share, one.y + (other.y - one.y) * share, count, one.row)
