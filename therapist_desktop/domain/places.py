"""Where somebody can be in the window: enough of it to show the same again."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from therapist_desktop.domain.filters import Filters

if TYPE_CHECKING:
    from therapist_desktop.domain.library import Section, Shelf


MOST_PLACES = 100
MOST_CLOSED = 10
MOST_TABS = 30


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

    `listing` is one that was opened, not one that is merely selected; `compared` are the listings side by side. `piece`
    is read beside the list of `section` and `words`, or beside what `shelf` holds.
    """

    page: Page = Page.FIND
    filters: Filters = Filters()
    view: View = View.TABLE
    listing: str = ""
    piece: str = ""
    section: Section | None = None
    words: str = ""
    compared: tuple[str, ...] = ()
    shelf: Shelf | None = None

    @property
    def kept(self) -> Place:
        """The part of it that may be written down: no words, no ZIP or town, no call, nothing marked."""
        page = self.page if self.page in {Page.FIND, Page.LIBRARY, Page.CRISIS} else Page.FIND
        filters = replace(self.filters, words="", near=None)
        return self._replace(page=page, filters=filters, words="", compared=())


class Recent(NamedTuple):
    """Words that were searched for, or a listing or a piece that was opened."""

    words: str = ""
    listing: str = ""
    piece: str = ""


class Way(NamedTuple):
    """The places somebody went through, and at which of them they are."""

    places: tuple[Place, ...] = (Place(),)
    at: int = 0

    @property
    def here(self) -> Place:
        """Where somebody is."""
        return self.places[self.at]

    @property
    def can_go_back(self) -> bool:
        """There is a place before this one."""
        return self.at > 0

    @property
    def can_go_forward(self) -> bool:
        """A step back can be undone."""
        return self.at + 1 < len(self.places)

    def go_on(self, place: Place) -> Way:
        """On to this place. What lay ahead is forgotten, and so is the oldest place of a long way."""
        if place == self.here:
            return self
        places = (*self.places[: self.at + 1], place)[-MOST_PLACES:]
        return Way(places, len(places) - 1)

    def replaced(self, place: Place) -> Way:
        """The same step, to this place instead. A step that leads nowhere any more is none."""
        if place == self.here:
            return self
        if self.at > 0 and self.places[self.at - 1] == place:
            return Way((*self.places[: self.at], *self.places[self.at + 1 :]), self.at - 1)
        return Way((*self.places[: self.at], place, *self.places[self.at + 1 :]), self.at)

    def back(self) -> Way:
        """At the place before this one."""
        return self._replace(at=max(0, self.at - 1))

    def forward(self) -> Way:
        """Where somebody was before they went back."""
        return self._replace(at=min(len(self.places) - 1, self.at + 1))


class Closed(NamedTuple):
    """A tab that was closed, and where it stood."""

    way: Way
    at: int


class Tabs(NamedTuple):
    """Ways beside each other; somebody is on one of them."""

    ways: tuple[Way, ...] = (Way(),)
    current: int = 0
    closed: tuple[Closed, ...] = ()

    @property
    def way(self) -> Way:
        """The way somebody is on."""
        return self.ways[self.current]

    def on(self, way: Way) -> Tabs:
        """The tab somebody is in goes this way."""
        return self._replace(ways=(*self.ways[: self.current], way, *self.ways[self.current + 1 :]))

    def opened(self, place: Place) -> Tabs:
        """A new tab at this place, right of the one somebody was in. They are in it now."""
        if len(self.ways) >= MOST_TABS:
            return self.on(self.way.go_on(place))
        at = self.current + 1
        return self._replace(ways=(*self.ways[:at], Way((place,)), *self.ways[at:]), current=at)

    def closed_one(self, at: int) -> Tabs:
        """Without this tab. In place of the last one stands a new search."""
        if not 0 <= at < len(self.ways):
            return self
        closed = (*self.closed, Closed(self.ways[at], at))[-MOST_CLOSED:]
        ways = (*self.ways[:at], *self.ways[at + 1 :]) or (Way(),)
        current = self.current - 1 if at < self.current else self.current
        return Tabs(ways, min(current, len(ways) - 1), closed)

    def reopened(self) -> Tabs:
        """With the tab that was closed last, where it stood. They are in it now."""
        if not self.closed or len(self.ways) >= MOST_TABS:
            return self
        *closed, last = self.closed
        at = min(last.at, len(self.ways))
        return Tabs((*self.ways[:at], last.way, *self.ways[at:]), at, tuple(closed))

    def switched(self, at: int) -> Tabs:
        """In this tab."""
        return self._replace(current=at) if 0 <= at < len(self.ways) else self

    def moved(self, start: int, end: int) -> Tabs:
        """With the tab from here put there. Somebody stays in the tab they are in."""
        count = len(self.ways)
        if not (0 <= start < count and 0 <= end < count):
            return self
        order = list(range(count))
        order.insert(end, order.pop(start))
        return self._replace(ways=tuple(self.ways[one] for one in order), current=order.index(self.current))

    def forgotten(self) -> Tabs:
        """The tabs without where they came from, and without the ones that were closed."""
        return Tabs(tuple(Way((way.here,)) for way in self.ways), self.current)
