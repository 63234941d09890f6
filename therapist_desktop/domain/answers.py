"""What everything in a release answers to a few words, in groups."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import NamedTuple

from therapist_desktop.domain.freshness import Freshness


class Group(StrEnum):
    """What can be found, in the order in which it is shown."""

    PEOPLE = "people"
    CENTERS = "centers"
    TOPICS = "topics"
    ARTICLES = "articles"
    TERMS = "terms"
    HOTLINES = "hotlines"
    OTHER = "other"

    @property
    def is_listings(self) -> bool:
        """It holds listings, the others hold pieces of the library."""
        return self in {Group.PEOPLE, Group.CENTERS}


class Tier(IntEnum):
    """How well something answers, the best first: it is called so or has this number; its name or number begins so; all
    words begin words of its names; the words are somewhere in it. What was mistyped is in its names at the best."""

    EXACT = 0
    PREFIX = 1
    TITLE = 2
    TEXT = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing that was found: what it is called, what and where it is, and how well it answers."""

    group: Group
    id: str
    title: str
    about: str = ""
    phone: str = ""
    freshness: Freshness | None = None
    tier: Tier = Tier.TEXT
    sample: bool = False


class Found(NamedTuple):
    """How much of a group was found, and the best of it."""

    total: int
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers to these words by group, groups of nothing left out. `best` is the one whose name or number is what
    was typed, or else begins so; None where there is no such thing."""

    words: str
    groups: Mapping[Group, Found] = field(default_factory=dict)
    best: Answer | None = None


def best_of(groups: Mapping[Group, Found]) -> Answer | None:
    """The answer of the best tier, of the first group that has one, if it is called so or its name begins so."""
    first = [found.answers[0] for _, found in sorted(groups.items(), key=_place) if found.answers]
    best = min(first, key=_tier, default=None)
    return best if best is not None and best.tier <= Tier.PREFIX else None


_PLACES = {group: place for place, group in enumerate(Group)}


def _place(item: tuple[Group, Found]) -> int:
    return _PLACES[item[0]]


def _tier(answer: Answer) -> Tier:
    return answer.tier
