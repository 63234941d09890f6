"""Dots that would lie on each other, put together."""

from __future__ import annotations

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
    cells: dict[tuple[int, int], list[int]] = {}
    for dot in ordered:
        column, line = int(dot.x // side), int(dot.y // side)
        near = [number for across, down in _BESIDE for number in cells.get((column + across, line + down), ())]
        found = min(near, key=lambda number: _away(heads[number], dot), default=None)
        if found is not None and _away(heads[found], dot) < (radius_of(heads[found].count) + radius_of(dot.count)) ** 2:
            heads[found] = _both(heads[found], dot)
        else:
            cells.setdefault((column, line), []).append(len(heads))
            heads.append(dot)
    return tuple(heads)


def _away(one: Dot, other: Dot) -> float:
    """The square of the distance."""
    return (one.x - other.x) ** 2 + (one.y - other.y) ** 2


def _both(one: Dot, other: Dot) -> Dot:
    count = one.count + other.count
    share = other.count / count
    return Dot(one.x + (other.x - one.x) * share, one.y + (other.y - one.y) * share, count, one.row)
