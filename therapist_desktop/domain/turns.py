"""Whose turn it is today: a shuffle that changes with the day, so that no name stands first for ever."""

from datetime import date
from math import gcd
from typing import NamedTuple
from zlib import crc32


class Turns(NamedTuple):
    """The order of one day for `size` equals: place n belongs to number (stride * n + start) modulo size.

    The stride shares no factor with the size, so each number has exactly one place, and over the days every place.
    """

    size: int
    stride: int
    start: int

    def number_at(self, place: int) -> int:
        """Whose place this is."""
        return (self.stride * place + self.start) % self.size

    def place_of(self, number: int) -> int:
        """The place of this number."""
        return (number - self.start) * pow(self.stride, -1, self.size) % self.size


def turns_of(day: date, size: int) -> Turns:
    """The order of a day; the same day and size always give the same. `size` is at least 1."""
    seed = day.isoformat().encode()
    stride = crc32(b"stride " + seed) % size
    while gcd(stride, size) != 1:
        stride += 1
    return Turns(size, stride, crc32(b"start " + seed) % size)
