"""How a catalogue file is laid out: what both rooms must agree on. Standard library only."""

import sys
from array import array
from enum import IntEnum
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    Numbers: TypeAlias = array[int]
else:
    Numbers = array  # not subscriptable at run time before Python 3.12

LAYOUT: Final = 4
"""Raised whenever the tables or their meaning change; a catalogue of another layout is built anew."""

NO_COORDINATE: Final = -(2**31)
NEVER: Final = 0
"""The ordinal day that stands for "never verified" in the stored column of days."""

PREFIX_LENGTHS: Final = (1, 2, 3)
PREFIX_TERMS: Final = 16
"""Prefixes of these lengths that at least so many words share have a posting of their own."""

WORDING_ROWS: Final = 8_192
"""How many listings share one stored piece of wording."""

_SPAN: Final = 1 << 26


KIND: Final = "kind"
"""The hidden facet that tells people from centers."""


class Field(IntEnum):
    """The sets of words of a listing: name; practice, city and ZIP; everything; city alone."""

    NAME = 0
    NEAR = 1
    ALL = 2
    CITY = 3


class Column:
    """The names of the stored columns."""

    LATITUDE = "latitude"
    LONGITUDE = "longitude"
    NEWEST_ROWS = "newest-rows"
    NEWEST_DAYS = "newest-days"
    """Each day of verification once, newest first."""
    NEWEST_ENDS = "newest-ends"
    """For each of these days, where its rows end in NEWEST_ROWS."""
    WORD_NUMBERS = "word-numbers"
    """For each word of Field.ALL, in their order, the number (from 1) it has in the wording."""
    EVERYONE = "everyone"
    DICTIONARY = "dictionary"

    @staticmethod
    def words(field: Field) -> str:
        """The sorted words of a field, one a line."""
        return f"words-{field.name.lower()}"

    @staticmethod
    def prefixes(field: Field) -> str:
        """The sorted prefixes of a field that have a posting of their own, one a line."""
        return f"prefixes-{field.name.lower()}"


def word_post(field: Field, index: int) -> int:
    """The posting id of the nth word of a field."""
    return 2 * field * _SPAN + index


def prefix_post(field: Field, index: int) -> int:
    """The posting id of the nth prefix of a field."""
    return (2 * field + 1) * _SPAN + index


def pack(numbers: Numbers) -> bytes:
    """Numbers as little-endian bytes."""
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return numbers.tobytes()


def unpack(code: str, data: bytes) -> Numbers:
    """The numbers of `pack`; `code` is the array type code."""
    numbers = array(code, data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
