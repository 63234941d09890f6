"""All rows in the fair order of a day, without an array of them: what the first painted window needs."""

from collections.abc import Sequence
from datetime import date
from itertools import accumulate
from typing import Any, overload

from therapist_desktop.domain.overriding import override
from therapist_desktop.domain.turns import Turns, turns_of

_WIDTH = 4


class FairRows(Sequence[int]):
    """Fresh listings before ageing, stale and never verified ones; within a band each has its turn on some day.

    `newest` holds all rows by day of verification as packed numbers, `sizes` how many of them each band holds.
    """

    def __init__(self, newest: bytes, sizes: Sequence[int], today: date) -> None:
        self._newest = newest
        self._bands: list[tuple[int, Turns]] = [
            (end - size, turns_of(today, size)) for size, end in zip(sizes, accumulate(sizes), strict=True) if size
        ]

    @override
    def __len__(self) -> int:
        return len(self._newest) // _WIDTH

    @overload
    def __getitem__(self, place: int) -> int: ...
    @overload
    def __getitem__(self, place: slice) -> list[int]: ...
    @override
    def __getitem__(self, place: int | slice) -> int | list[int]:
        if isinstance(place, slice):
            return [self._row(one) for one in range(*place.indices(len(self)))]
        return self._row(range(len(self))[place])

    @override
    def index(self, value: Any, start: int = 0, stop: int | None = None) -> int:
        """Where a row stands. Raises ValueError for what is no row."""
        packed = int(value).to_bytes(_WIDTH, "little")
        found = self._newest.find(packed)
        while found % _WIDTH:  # -1 too: no row begins there
            if found < 0:
                raise ValueError(value)
            found = self._newest.find(packed, found + 1)
        number = found // _WIDTH
        first, turns = next(band for band in reversed(self._bands) if band[0] <= number)
        return first + turns.place_of(number - first)

    def _row(self, place: int) -> int:
        first, turns = next(band for band in reversed(self._bands) if band[0] <= place)
        number = first + turns.number_at(place - first)
        return int.from_bytes(self._newest[_WIDTH * number : _WIDTH * (number + 1)], "little")


class TurnRows(Sequence[int]):
    """The same rows where the engine has them as columns of numbers: nothing is kept twice."""

    def __init__(self, row_at: memoryview, turn_of: memoryview) -> None:
        self._row_at = row_at
        self._turn_of = turn_of

    @override
    def __len__(self) -> int:
        return len(self._row_at)

    @overload
    def __getitem__(self, place: int) -> int: ...
    @overload
    def __getitem__(self, place: slice) -> list[int]: ...
    @override
    def __getitem__(self, place: int | slice) -> int | list[int]:
        if isinstance(place, slice):
            return self._row_at[place].tolist()
        row: int = self._row_at[place]
        return row

    @override
    def index(self, value: Any, start: int = 0, stop: int | None = None) -> int:
        """Where a row stands. Raises ValueError for what is no row."""
        if not 0 <= int(value) < len(self):
            raise ValueError(value)
        turn: int = self._turn_of[int(value)]
        return turn
