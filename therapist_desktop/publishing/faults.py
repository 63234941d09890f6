"""One broken rule, and what has to be known of a whole release to judge a record."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date


class Fault(NamedTuple):
    """One broken rule of one record."""

    is_error: bool
    field: str
    rule: str
    value: str = ""


@dataclass(slots=True)
class Known:
    """What a release holds: the first look at it, before the records are judged.

    `terms`: which dictionary entries claim a folded name. `house`: the rules of the house are errors.
    """

    today: date
    house: bool = False
    ids: set[str] = field(default_factory=set)
    values: set[str] = field(default_factory=set)
    zips: set[str] = field(default_factory=set)
    lines: set[str] = field(default_factory=set)
    terms: dict[str, set[str]] = field(default_factory=dict)
