"""What a person keeps about listings in their own notebook. It is about the listing, never about a patient."""

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple


class Outcome(StrEnum):
    """How the last call to a listing ended."""

    TAKES_REFERRAL = "takes-referral"
    LEFT_MESSAGE = "left-message"
    NO_ANSWER = "no-answer"
    FULL = "full"
    WRONG_NUMBER = "wrong-number"
    GONE = "gone"


class Shown(NamedTuple):
    """A listing as it stood in the release in use when something was noted about it: what stays when it goes."""

    id: str
    kind: str
    name: str
    phone: str = ""
    city: str = ""
    state: str = ""


class Standing(NamedTuple):
    """What the notebook says about one listing."""

    listing: Shown
    marked: bool = False
    outcome: Outcome | None = None
    noted_on: date | None = None
    """The day of the outcome."""


class Mark(NamedTuple):
    """A listing that was marked, and when: enough to put the mark back where it was."""

    listing: Shown
    marked_at: datetime


class KeptCounts(NamedTuple):
    """How much is kept of pages of the library."""

    bookmarks: int = 0
    to_read: int = 0
    highlights: int = 0
    pages_read: int = 0
    reports: int = 0


class Kept(NamedTuple):
    """How much the notebook holds. Without a revision it has not been begun."""

    file: Path
    marks: int = 0
    outcomes: int = 0
    revision: str = ""
    last_backup: date | None = None
    of_pages: KeptCounts = KeptCounts()


NOTHING = Standing(Shown("", "", ""))
"""What is said about a listing that the notebook does not know."""
