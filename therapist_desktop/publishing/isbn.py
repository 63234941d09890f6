"""The check digit of a book number."""

from __future__ import annotations

from typing import Final

_TEN: Final = 10
_THIRTEEN: Final = 13


def is_isbn(number: str) -> bool:
    """Whether a number of 10 or 13 digits adds up. The last of ten may be an X."""
    digits = [*map(int, number[:-1])]
    if len(number) == _TEN:
        last = _TEN if number[-1] == "X" else int(number[-1])
        return sum(weight * digit for weight, digit in enumerate((last, *reversed(digits)), 1)) % 11 == 0
    if len(number) != _THIRTEEN or not number.isdecimal() or number[:3] not in {"978", "979"}:
        return False
    return sum((3 if place % 2 else 1) * int(digit) for place, digit in enumerate(number)) % 10 == 0
