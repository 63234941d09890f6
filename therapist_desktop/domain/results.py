"""What a search answers with. Row numbers travel; rows are fetched when they are shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from therapist_desktop.domain.filters import Choice, Filters, Kind
from therapist_desktop.domain.freshness import Freshness
from therapist_desktop.domain.reasons import Reason
from therapist_desktop.domain.remarks import Remark

Counts = Mapping[str, Mapping[str, int]]


class Spot(NamedTuple):
    """A place on the map, in degrees."""

    label: str
    latitude: float
    longitude: float


class Change(StrEnum):
    """What a near miss changes, in words with a place for its subject."""

    DROP_WORDS = 'drop "{subject}"'
    DROP_VALUES = "drop {subject}"
    ANY_KIND = "people and centers"
    ANYWHERE = "anywhere, not only near {subject}"
    WIDEN = "widen to {subject} mi"
    BY_VIDEO = "{subject} instead of nearby"
    START_OVER = "start over"


class NearMiss(NamedTuple):
    """One change that would bring `total` results where there are `now` so many, and the filters that make it."""

    change: Change
    subject: str
    total: int
    filters: Filters
    now: int = 0

    @property
    def more(self) -> int:
        """How many results it adds."""
        return self.total - self.now

    @property
    def text(self) -> str:
        """The change in English: "drop Spanish"."""
        return self.change.format(subject=self.subject)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What typed words may stand for, a value of a facet or a place (no choice), and the filters that ask for that."""

    typed: str
    label: str
    filters: Filters
    choice: Choice | None = None


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
    suggestions: tuple[Suggestion, ...] = ()
    remarks: tuple[Remark, ...] = ()
    near_miss: tuple[NearMiss, ...] = ()
    spot: Spot | None = None
    took_ms: float = 0.0
    state: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One row of the results table. `why` says why it is there, `unknown` which wishes it says nothing about."""

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
    why: tuple[Reason, ...] = ()
    unknown: tuple[str, ...] = ()
