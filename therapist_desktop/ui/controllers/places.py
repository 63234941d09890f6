"""Knows where somebody is, where they have been, and which tabs are open."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from therapist_desktop.domain.places import Page, Place, Recent, Tabs, View, Way
from therapist_desktop.domain.text import tidied

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from therapist_desktop.domain.filters import Filters
    from therapist_desktop.domain.library import Section, Shelf

MOST_LOOKED = 300
MOST_RECENT = 8


class Looked(NamedTuple):
    """What somebody looked at in a place: a row, the row at the upper edge, how far down they have read."""

    row: str = ""
    first_row: int = 0
    reading: int = 0


class PlacesController(QObject):
    """Every move goes through here. What the screen does by itself is noted; where somebody is led is shown."""

    place_shown = Signal(object, object)  # Place, Looked: bring this on the screen
    tabs_changed = Signal(object)  # Tabs

    def __init__(self, looking: Callable[[], Looked], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looking = looking
        self._tabs = Tabs()
        self._looked: OrderedDict[Place, Looked] = OrderedDict()
        self._names: dict[str, str] = {}
        self._recents: tuple[Recent, ...] = ()
        self._recalled: frozenset[str] = frozenset()
        self._awaited: tuple[str, int] | None = None
        self._is_typing = False
        self._is_showing = False
        self.goes_to_text = False  # the keyboard, as soon as the piece is there

    @property
    def awaited(self) -> tuple[str, int] | None:
        """The row that is to be selected when its rows arrive, and the row at the upper edge."""
        return self._awaited

    @property
    def here(self) -> Place:
        """Where somebody is."""
        return self._tabs.way.here

    @property
    def reading_place(self) -> int:
        """How far down the piece that is opened here was read."""
        return self._looked.get(self.here, Looked()).reading

    @property
    def tabs(self) -> Tabs:
        """Everything that is open."""
        return self._tabs

    @property
    def names(self) -> Mapping[str, str]:
        """What the listings and pieces are called that were opened."""
        return self._names

    @property
    def recents(self) -> tuple[Recent, ...]:
        """What was searched for and opened since the window was, the last first."""
        return self._recents

    def wait_for(self, row: str, first_row: int) -> None:
        """The rows of the place that is shown are on their way."""
        self._awaited = row, first_row

    def arrive(self) -> None:
        """The rows are there, or will not come."""
        self._awaited = None

    @Slot(object)
    def note_filters(self, filters: Filters) -> None:
        """Something else is asked for. Words typed one after another are one step, another order is none."""
        before = self.here.filters
        if filters == before:
            return
        page = Page.CALL if self.here.page is Page.CALL else Page.FIND  # nowhere else is anything asked for
        place = self.here._replace(page=page, filters=filters, listing="")
        if replace(before, words=filters.words) == filters:
            self._note(place, is_typed=True)
        else:
            is_order = replace(filters, sort=before.sort, descending=before.descending, then=before.then) == before
            self._note(place._replace(listing=self.here.listing) if is_order else place, replaces=is_order)

    @Slot(object)
    def note_page(self, page: Page) -> None:
        """Another page of the window is shown."""
        if page is not self.here.page:
            self._note(self.here._replace(page=page))

    @Slot(object)
    def note_view(self, view: View) -> None:
        """The results are looked at in another way."""
        self._note(self.here._replace(view=view), replaces=True)

    @Slot(str)
    def note_pointed(self, listing_id: str) -> None:
        """Somebody walks through the rows: what was opened is not what they look at any more."""
        if self._awaited is None and self.here.listing and listing_id != self.here.listing:
            self._note(self.here._replace(listing=""))

    @Slot()
    def note_closed(self) -> None:
        """The listing was closed."""
        self._note(self.here._replace(listing=""))

    @Slot()
    def settle(self) -> None:
        """The words are typed: others are another step."""
        self._is_typing = False
        words = tidied(self.here.words if self.here.page is Page.LIBRARY else self.here.filters.words)
        if words:
            self._remember(Recent(words=words))

    def name(self, one: str, name: str) -> None:
        """This listing or piece is called so."""
        if self._names.get(one) != name:
            self._names[one] = name
            self.tabs_changed.emit(self._tabs)

    @Slot(str)
    def open_listing(self, listing_id: str) -> None:
        """Go to this listing."""
        self.go(self.here._replace(page=Page.FIND, listing=listing_id))

    @Slot(str)
    def open_piece(self, piece_id: str) -> None:
        """Go to this piece of the library."""
        self.go(self.here._replace(page=Page.LIBRARY, piece=piece_id))

    @Slot(object)
    def open_section(self, section: Section | None) -> None:
        """Go to a section of the library, or to the whole of it."""
        self.go(self.here._replace(page=Page.LIBRARY, piece="", section=section, words="", shelf=None))

    @Slot(object)
    def open_shelf(self, shelf: Shelf) -> None:
        """Go to what is kept on a shelf of the library."""
        self.go(self.here._replace(page=Page.LIBRARY, piece="", section=None, words="", shelf=shelf))

    @Slot(str)
    def search_library(self, words: str, section: Section | None = None) -> None:
        """Go to the pieces that hold these words."""
        place = self.here._replace(page=Page.LIBRARY, piece="", section=section, words=words.strip(), shelf=None)
        if place != self.here:
            self._note(place, is_typed=True)
            self._show()

    def compare(self, listings: tuple[str, ...]) -> None:
        """Go to these listings side by side."""
        self.go(self.here._replace(page=Page.COMPARE, compared=listings))

    def narrow(self, listings: tuple[str, ...]) -> None:
        """One less is side by side; that is no step of its own."""
        self._note(self.here._replace(compared=listings), replaces=True)

    def go(self, place: Place) -> None:
        """Go to this place."""
        self._note(place)
        self._remember(_read_at(place))
        self._show()

    def show_again(self) -> None:
        """Bring the place on the screen where something else may be."""
        self._show()

    def back(self) -> None:
        """Return to the place before this one."""
        self._lead(self._tabs.on(self._tabs.way.back()))

    def forward(self) -> None:
        """Undo a step back."""
        self._lead(self._tabs.on(self._tabs.way.forward()))

    def new_tab(self) -> None:
        """Begin another search beside this one."""
        self.open_in_new_tab(Place(view=self.here.view))

    def open_in_new_tab(self, place: Place) -> None:
        """Go to this place in a tab of its own."""
        self._remember(_read_at(place))
        self._lead(self._tabs.opened(place))

    def close_tab(self, at: int | None = None) -> None:
        """Close this tab, or the one somebody is in."""
        before = self._tabs.way
        closing = self._tabs.closed_one(self._tabs.current if at is None else at)
        if closing.way is before:
            self._tabs = closing
            self.tabs_changed.emit(closing)
        else:
            self._lead(closing)

    def reopen_tab(self) -> None:
        """Bring back the tab that was closed last."""
        self._lead(self._tabs.reopened())

    def switch_tab(self, at: int) -> None:
        """Go to this tab."""
        self._lead(self._tabs.switched(at))

    def step_tab(self, by: int) -> None:
        """Go to the next tab or the one before, around the ends."""
        self.switch_tab((self._tabs.current + by) % len(self._tabs.ways))

    def move_tab(self, start: int, end: int) -> None:
        """Put the tab from here there."""
        self._tabs = self._tabs.moved(start, end)
        self.tabs_changed.emit(self._tabs)

    def recall(self, tabs: Tabs, names: Mapping[str, str]) -> None:
        """Begin with these tabs."""
        self._tabs = tabs
        self._names = dict(names)
        places = [way.here for way in tabs.ways]
        self._recalled = frozenset(one for place in places for one in (place.listing, place.piece) if one)
        self.tabs_changed.emit(tabs)

    def drop(self, gone: str) -> bool:
        """Whether what is gone had been recalled from another day: then it is as if it had not been open."""
        if gone not in self._recalled:
            return False
        here = self.here
        place = here._replace(
            listing="" if here.listing == gone else here.listing, piece="" if here.piece == gone else here.piece
        )
        self._tabs = self._tabs.on(self._tabs.way.replaced(place))
        self._show()
        return True

    @Slot()
    def forget(self) -> None:
        """Wipe where somebody has been: the ways, the closed tabs, what was searched for and opened."""
        self._tabs = self._tabs.forgotten()
        self._looked.clear()
        self._recents = ()
        kept = {one for way in self._tabs.ways for one in (way.here.listing, way.here.piece)}
        self._names = {one: name for one, name in self._names.items() if one in kept}
        self._is_typing = False
        self.tabs_changed.emit(self._tabs)

    def begin_anew(self) -> None:
        """Another caller: one search that asks for nothing, and no way back."""
        page = Page.FIND if self.here.page is Page.COMPARE else self.here.page  # nothing is left to compare
        self._tabs = Tabs((Way((Place(page=page, view=self.here.view),)),))
        self._awaited = None
        self.forget()
        self._show()

    def _note(self, place: Place, *, is_typed: bool = False, replaces: bool = False) -> None:
        if self._is_showing or place == self.here:
            return
        way = self._tabs.way
        if replaces or (is_typed and self._is_typing):
            self._tabs = self._tabs.on(way.replaced(place))
        else:
            self._keep_looked()
            self._tabs = self._tabs.on(way.go_on(place))
        if not replaces:
            self._is_typing = is_typed and self._tabs.way.at >= way.at
        self.tabs_changed.emit(self._tabs)

    def _lead(self, tabs: Tabs) -> None:
        if tabs == self._tabs:
            return
        self._keep_looked()
        self._is_typing = False
        self._tabs = tabs
        self._show()

    def _show(self) -> None:
        self._is_showing = True
        try:
            self.place_shown.emit(self.here, self._looked.get(self.here, Looked()))
        finally:
            self._is_showing = False
        self.tabs_changed.emit(self._tabs)

    def _keep_looked(self) -> None:
        self._looked[self.here] = self._looking()
        self._looked.move_to_end(self.here)
        if len(self._looked) > MOST_LOOKED:
            self._looked.popitem(last=False)

    def _remember(self, recent: Recent) -> None:
        if recent != Recent():
            others = tuple(one for one in self._recents if one != recent)
            self._recents = (recent, *others)[:MOST_RECENT]


def _read_at(place: Place) -> Recent:
    return Recent(listing=place.listing) if place.page is Page.FIND else Recent(piece=place.piece)
