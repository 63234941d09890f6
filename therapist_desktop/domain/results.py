"""What a search answers with. Row numbers travel; rows are fetched when they are shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from therapist_desktop.domain.filters import Filters, Kind
from therapist_desktop.domain.freshness import Freshness

Counts = Mapping[str, Mapping[str, int]]


class Spot(NamedTuple):
    """A place on the map, in degrees."""

    label: str
    latitude: float
    longitude: float


class NearMiss(NamedTuple):
    """One change that would bring more results, and the filters that make it."""

    change: str
    total: int
    filters: Filters


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to one search on one release, which `state` names: two sources may both have a release of this number.

    `rows` are the row numbers of all matches in the order asked for; `counts` holds for each facet value how many
    results there would be with this facet's own choice set aside (disjunctive counts).
    """

    filters: Filters
    release: int
    total: int
    rows: Sequence[int]
    counts: Counts
    kinds: Mapping[str, int] = field(default_factory=dict)
    listings: int = 0
    corrected: Mapping[str, str] = field(default_factory=dict)
    near_miss: tuple[NearMiss, ...] = ()
    spot: Spot | None = None
    took_ms: float = 0.0
    state: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One row of the results table."""

    row: int
    id: str
    kind: Kind
    name: str
    about: str
    city: str
    state: str
    zip: str
    phone: str
    takes: str
    accepting: str
    verified_on: date | None
    freshness: Freshness
    miles: float | None = None
    sample: bool = False
    why: tuple[str, ...] = ()
