"""The steps of a sync and how it can end."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from therapist_desktop.domain.errors import Trouble
from therapist_desktop.domain.release import Release


class Step(StrEnum):
    """What a sync is doing, in order."""

    LOOKING = "looking"
    COMPARING = "comparing"
    FETCHING = "fetching"
    CHECKING = "checking"
    LOADING = "loading"
    PROVING = "proving"
    ADMITTING = "admitting"


_WATCHED = ("center", "hotline", "provider")
_PERCENT = 20


def shrunk(before: Mapping[str, int], now: Mapping[str, int]) -> dict[str, int]:
    """By how many percent each kind fell, where it is so much that a sync stops until the person says yes."""
    percents = {kind: 100 - 100 * now.get(kind, 0) // before[kind] for kind in _WATCHED if before.get(kind)}
    return {kind: percent for kind, percent in percents.items() if percent > _PERCENT}


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a sync is. `done` and `total` are bytes while fetching and records while loading; total 0 is unknown."""

    step: Step
    done: int = 0
    total: int = 0


Tell = Callable[[Progress], None]
"""Hears about progress. It may raise Cancelled to stop the work at that point."""


@dataclass(frozen=True, slots=True)
class Installed:
    """A newer release is in use now."""

    release: Release
    previous: int | None
    via: str
    bytes: int
    seconds: float
    counts: Mapping[str, int] = field(default_factory=dict)
    quarantined: int = 0


@dataclass(frozen=True, slots=True)
class AlreadyCurrent:
    """The newest release was in use already."""

    release: Release


@dataclass(frozen=True, slots=True)
class NotInstalled:
    """Nothing was changed. A Refusal was not trusted; any other trouble is a failure that may pass."""

    trouble: Trouble
    release: Release | None = None


SyncOutcome = Installed | AlreadyCurrent | NotInstalled
