"""Where the answers below the search box lead: the place of each, here or in a tab of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from therapist_desktop.domain.filters import Kind
from therapist_desktop.domain.places import Page, Place

if TYPE_CHECKING:
    from therapist_desktop.domain.answers import Group
    from therapist_desktop.domain.library import Section
    from therapist_desktop.domain.places import Recent
    from therapist_desktop.ui.controllers.places import PlacesController
    from therapist_desktop.ui.main_window import MainWindow


class Leading:
    """Each way ends in a place; `is_apart` is in a new tab."""

    def __init__(self, window: MainWindow, places: PlacesController) -> None:
        self._window, self._places = window, places

    def to_everything(self, scope: Group | None, words: str, *, is_apart: bool) -> None:
        """To all that has these words: the rows that are there already, or those of one group."""
        from therapist_desktop.domain.answers import Group

        here = self._places.here
        if scope is None or not words:
            if is_apart:
                self._places.open_in_new_tab(here._replace(listing="", piece=""))
            self._window.leave_search()
        elif scope.is_listings:
            kind = Kind.PROVIDER if scope is Group.PEOPLE else Kind.CENTER
            filters = replace(here.filters, words=words, kind=kind)
            self._go(here._replace(page=Page.FIND, listing="", filters=filters), is_apart=is_apart)
        else:
            section = _sections().get(scope)
            place = here._replace(page=Page.LIBRARY, piece="", section=section, words=words, shelf=None)
            self._go(place, is_apart=is_apart)

    def to_one(self, one: str, *, is_listing: bool, is_apart: bool) -> None:
        """To the listing or the piece with this id."""
        here = self._places.here
        if not is_apart:
            (self._places.open_listing if is_listing else self._places.open_piece)(one)
        elif is_listing:
            self._places.open_in_new_tab(here._replace(page=Page.FIND, listing=one))
        else:
            self._places.open_in_new_tab(Place(page=Page.LIBRARY, view=here.view, piece=one))

    def to_recent(self, recent: Recent, *, is_apart: bool) -> None:
        """To words that were searched for before, on the page somebody is on, or to what was opened."""
        here = self._places.here
        if not recent.words:
            self.to_one(recent.listing or recent.piece, is_listing=bool(recent.listing), is_apart=is_apart)
        elif self._window.page is Page.LIBRARY:
            self._go(here._replace(piece="", section=None, words=recent.words, shelf=None), is_apart=is_apart)
        else:
            filters = replace(here.filters, words=recent.words)
            self._go(here._replace(page=Page.FIND, listing="", filters=filters), is_apart=is_apart)

    def _go(self, place: Place, *, is_apart: bool) -> None:
        (self._places.open_in_new_tab if is_apart else self._places.go)(place)
        self._window.leave_search()


def _sections() -> dict[Group, Section]:
    from therapist_desktop.domain.answers import Group
    from therapist_desktop.domain.library import Section

    return {Group.ARTICLES: Section.ARTICLE, Group.TERMS: Section.TERM, Group.HOTLINES: Section.HOTLINE}
