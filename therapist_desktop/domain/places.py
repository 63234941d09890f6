"""Where somebody can be in the window: enough of it to show the same again."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from therapist_desktop.domain.filters import Filters

if TYPE_CHECKING:
    from therapist_desktop.domain.library import Section


class Page(StrEnum):
    """The pages of the window."""

    FIND = "find"
    CALL = "call"
    LIBRARY = "library"
    CRISIS = "crisis"
    COMPARE = "compare"


class View(StrEnum):
    """How results are looked at."""

    TABLE = "table"
    CARDS = "cards"
    MAP = "map"


class Place(NamedTuple):
    """A page with what is on it: a search with the listing opened in it, or a piece or list of the library.

    `listing` is one that was opened, not one that is merely selected; `compared` are the listings side by side.
    """

    page: Page = Page.FIND
    filters: Filters = Filters()
    view: View = View.TABLE
    listing: str = ""
    piece: str = ""
    section: Section | None = None
    words: str = ""
    compared: tuple[str, ...] = ()
