"""Draws that come out the same on every machine for the same seed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

_Thing = TypeVar("_Thing")

Draw = Callable[[], float]
"""The next number from 0 up to but not including 1."""


class Wheel(Generic[_Thing]):
    """Things drawn by weight."""

    def __init__(self, things: Sequence[_Thing], weights: Sequence[float]) -> None:
        self._things = tuple(things)
        self._edges = list(accumulate(weights))
        self._total = self._edges[-1]

    def one(self, draw: Draw) -> _Thing:
        """One thing."""
        return self._things[bisect_right(self._edges, draw() * self._total)]

    def some(self, count: int, draw: Draw) -> list[_Thing]:
        """So many different things, or fewer when the same few keep coming; the likeliest come first most often."""
        found: dict[_Thing, None] = {}
        for _ in range(4 * count):
            if len(found) == count:
                break
            found[self.one(draw)] = None
        return list(found)


def by_rank(things: Sequence[_Thing], steepness: float = 0.9, flat: float = 3.0) -> Wheel[_Thing]:
    """A wheel after Zipf: the first is the commonest."""
    return Wheel(things, [1.0 / (rank + flat) ** steepness for rank in range(len(things))])


def by_weight(weights: dict[_Thing, float]) -> Wheel[_Thing]:
    """A wheel with the weights as given."""
    return Wheel(tuple(weights), tuple(weights.values()))


def pick(things: Sequence[_Thing], draw: Draw) -> _Thing:
    """Any of them, all alike."""
    return things[int(draw() * len(things))]


def shuffled(things: Sequence[_Thing], draw: Draw) -> list[_Thing]:
    """All of them in another order."""
    mixed = list(things)
    for last in range(len(mixed) - 1, 0, -1):
        other = int(draw() * (last + 1))
        mixed[last], mixed[other] = mixed[other], mixed[last]
    return mixed


def around(middle: int, spread: int, draw: Draw) -> int:
    """A whole number near the middle, never under one."""
    return max(1, middle - spread + int(draw() * (2 * spread + 1)))
