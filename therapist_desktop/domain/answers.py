"""What everything in a release answers to a few words, in groups."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
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


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing that was found: what it is called, what and where it is."""

    group: Group
    id: str
    title: str
    about: str = ""
    phone: str = ""
    freshness: Freshness | None = None


class Found(NamedTuple):
    """How much of a group was found, and the best of it."""

    total: int
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers to these words. `best` is the one whose name is, or begins with, the words."""

    words: str
    groups: Mapping[Group, Found] = field(default_factory=dict)
    best: Answer | None = None
