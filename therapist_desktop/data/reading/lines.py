"""Sorted words as they are stored, one a line: a list of as many strings would take ten times the memory."""

from collections.abc import Iterator, Sequence
from typing import overload

import numpy as np

from therapist_desktop.domain.overriding import override

_LINE_END = ord("\n")


class Lines(Sequence[str]):
    """The words of a text, each made when it is asked for. UTF-8 sorts as its letters do."""

    def __init__(self, text: bytes) -> None:
        ends = np.flatnonzero(np.frombuffer(text, dtype=np.uint8) == _LINE_END).astype(np.uint32)
        last = [len(text)] if text else []
        self._text = text
        self._ends = np.append(ends, np.array(last, dtype=np.uint32))

    @override
    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> list[str]: ...
    @override
    def __getitem__(self, place: int | slice) -> str | list[str]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        place = range(len(self))[place]
        start = int(self._ends[place - 1]) + 1 if place else 0
        return self._text[start : self._ends[place]].decode()

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._text.decode().split("\n") if self._text else ())
