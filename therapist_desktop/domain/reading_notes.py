"""What a person keeps while reading. It is about pages of the library, never about a patient.

Everything is kept with the page as it was last shown, so that a page that goes from a release leaves its title and
what was highlighted in it.
"""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

READ_TO_THE_END = 0.97
"""From here on a page counts as read: the last lines need not reach the upper edge."""


class Colour(StrEnum):
    """The colours of highlights."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"


class Wrong(StrEnum):
    """What can be wrong with a page."""

    FACT = "fact"
    OUT_OF_DATE = "out-of-date"
    SOURCE = "source"
    SPELLING = "spelling"
    HARMFUL = "harmful"
    CONTACT = "contact"
    OTHER = "other"


class ShownPiece(NamedTuple):
    """A page as it was last shown."""

    id: str
    kind: str
    section: str
    title: str


class Anchor(NamedTuple):
    """Where words stand in the plain text of a page: by number of characters, and by what stands around them."""

    quote: str
    before: str = ""
    after: str = ""
    start: int = 0
    stop: int = 0
    language: str = "en"


class Bookmark(NamedTuple):
    """A page with a bookmark, and since when."""

    piece: ShownPiece
    made_at: datetime


class ToRead(NamedTuple):
    """A page of the reading list; `done_at` once it is read."""

    piece: ShownPiece
    added_at: datetime
    done_at: datetime | None = None


class Highlight(NamedTuple):
    """Highlighted words of a page, with or without a note."""

    id: str
    piece: ShownPiece
    anchor: Anchor
    colour: Colour
    note: str
    made_at: datetime
    changed_at: datetime


class Reading(NamedTuple):
    """How far a page was read: the part of its height, and the heading above it."""

    piece: ShownPiece
    fraction: float
    heading: str
    last_read: datetime
    times: int = 1


class Report(NamedTuple):
    """An error in a page, to be told to its publisher; a draft until it is said to be finished."""

    id: str
    piece: ShownPiece
    release: int
    quote: str
    wrong: Wrong
    text: str
    made_at: datetime
    changed_at: datetime
    is_draft: bool = True
    exported_at: datetime | None = None


class ReadingNotes(NamedTuple):
    """All of it, each by the id of its page or its own, in the order in which it was kept."""

    bookmarks: Mapping[str, Bookmark] = MappingProxyType({})
    to_read: Mapping[str, ToRead] = MappingProxyType({})
    highlights: Mapping[str, Highlight] = MappingProxyType({})
    readings: Mapping[str, Reading] = MappingProxyType({})
    reports: Mapping[str, Report] = MappingProxyType({})

    @property
    def recent(self) -> tuple[Reading, ...]:
        """What was read, the last first."""
        return tuple(sorted(self.readings.values(), key=lambda one: one.last_read, reverse=True))

    def highlights_of(self, piece_id: str) -> tuple[Highlight, ...]:
        """The highlights of a page in the order of its text."""
        mine = (one for one in self.highlights.values() if one.piece.id == piece_id)
        return tuple(sorted(mine, key=lambda one: (one.anchor.language, one.anchor.start, one.made_at)))

    def draft_of(self, piece_id: str) -> Report | None:
        """The report on a page that was begun and not finished."""
        return next((one for one in self.reports.values() if one.is_draft and one.piece.id == piece_id), None)


def with_one(all_: Mapping[str, object], key: str, one: object | None) -> dict[str, object]:
    """These with this one put under its key, or without it."""
    rest = {name: value for name, value in all_.items() if name != key or one is not None}
    return rest if one is None else {**rest, key: one}
