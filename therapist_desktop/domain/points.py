"""Where the rows of a result are, as plain numbers."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Points:
    """Row numbers, ascending, with their latitudes and longitudes in units of 1e-5 degrees. Rows without coordinates
    are left out; `without` says how many."""

    rows: Sequence[int] = field(default_factory=lambda: array("I"))
    latitudes: Sequence[int] = field(default_factory=lambda: array("i"))
    longitudes: Sequence[int] = field(default_factory=lambda: array("i"))
    without: int = 0
