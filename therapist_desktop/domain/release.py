"""One numbered publication of everything, and the state of this machine's copy of it."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple

HIGHEST = 999_999_999
"""The highest number a release can have: the names of its files have room for nine digits."""


class Release(NamedTuple):
    """What the first line of a data file says about it. `state` is the signed hash over all its records, in hex."""

    number: int
    published: datetime
    title: str
    state: str
    publisher: str = ""
    license: str = ""
    format: int = 1
    sample: bool = False
    counts: Mapping[str, int] = MappingProxyType({})
    sources: tuple[str, ...] = ()

    @property
    def listings(self) -> int:
        """Providers and centers together."""
        return self.counts.get("provider", 0) + self.counts.get("center", 0)

    @property
    def pieces(self) -> int:
        """Everything that is read: articles, topics, terms, hotlines and so on."""
        others = {"provider", "center", "taxonomy", "place", "redirect"}
        return sum(count for kind, count in self.counts.items() if kind not in others)


class Status(NamedTuple):
    """What this machine has: for the status bar, `status --json` and the doctor."""

    release: Release
    source: str
    previous: int | None
    age_days: int
    checked: datetime | None = None
    quarantined: int = 0
    versions: Mapping[str, str] = MappingProxyType({})
