"""What is a step and what is none, and what is remembered of a place."""

from __future__ import annotations

import pytest

from therapist_desktop.domain.filters import Choice, Filters, Kind, Sort
from therapist_desktop.domain.library import Section, Shelf
from therapist_desktop.domain.places import Page, Place, Recent, Tabs, View, Way
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.ui.controllers.places import MOST_LOOKED, MOST_RECENT, Looked, PlacesController

MEDICAID = Filters(chosen=frozenset({Choice(Facet.PAYER, "medicaid")}))


class Eyes:
    """Where somebody looks, and what was brought on the screen."""

    def __init__(self) -> None:
        self.looked = Looked()
        self.shown: list[tuple[Place, Looked]] = []


@pytest.fixture
def eyes() -> Eyes:
    return Eyes()


@pytest.fixture
def places(qapp: object, eyes: Eyes) -> PlacesController:
    made = PlacesController(lambda: eyes.looked)
    made.place_shown.connect(lambda place, looked: eyes.shown.append((place, looked)))
    return made


def _page(places: PlacesController) -> Page:
    return places.here.page


def _steps(places: PlacesController) -> int:
    return len(places.tabs.way.places)


def test_typing_is_one_step_until_it_is_settled(places: PlacesController) -> None:
    for words in ("g", "gr", "grief"):
        places.note_filters(Filters(words=words))
    assert _steps(places) == 2
    places.settle()
    places.note_filters(Filters(words="grief group"))
    assert _steps(places) == 3


def test_words_that_are_erased_are_no_step(places: PlacesController) -> None:
    for words in ("g", "gr", "g", "", "t"):
        places.note_filters(Filters(words=words))
    assert [place.filters.words for place in places.tabs.way.places] == ["", "t"]


def test_a_filter_is_a_step_and_an_order_is_none(places: PlacesController) -> None:
    places.note_filters(MEDICAID)
    places.note_filters(Filters(chosen=MEDICAID.chosen, sort=Sort.NAME))
    places.note_view(View.CARDS)
    assert _steps(places) == 2
    assert places.here.filters.sort is Sort.NAME
    places.note_filters(Filters(kind=Kind.CENTER, chosen=MEDICAID.chosen, sort=Sort.NAME))
    assert _steps(places) == 3


def test_a_listing_is_open_until_somebody_walks_on_or_asks_for_something_else(places: PlacesController) -> None:
    places.open_listing("npi:1")
    places.note_pointed("npi:1")
    assert places.here.listing == "npi:1"
    places.note_pointed("npi:2")
    assert not places.here.listing
    places.open_listing("npi:2")
    places.note_filters(MEDICAID)
    assert not places.here.listing


def test_rows_that_are_on_their_way_close_nothing(places: PlacesController) -> None:
    places.open_listing("npi:1")
    places.wait_for("npi:1", 0)
    places.note_pointed("npi:7")
    assert places.here.listing == "npi:1"
    places.arrive()
    places.note_closed()
    assert not places.here.listing


def test_a_place_is_shown_as_it_was_looked_at(places: PlacesController, eyes: Eyes) -> None:
    eyes.looked = Looked("npi:5", 40, 0)
    places.open_piece("topic:a")
    eyes.looked = Looked("npi:5", 40, 900)
    places.back()
    assert eyes.shown[-1] == (Place(), Looked("npi:5", 40, 0))
    places.forward()
    assert eyes.shown[-1] == (Place(page=Page.LIBRARY, piece="topic:a"), Looked("npi:5", 40, 900))
    assert places.reading_place == 900


def test_what_the_screen_does_while_it_is_shown_a_place_is_no_step(places: PlacesController) -> None:
    places.place_shown.connect(lambda *_: places.note_page(Page.CRISIS))
    places.place_shown.connect(lambda *_: places.note_filters(MEDICAID))
    places.open_section(Section.APPROACH)
    assert places.here == Place(page=Page.LIBRARY, section=Section.APPROACH)
    assert _steps(places) == 2


def test_a_piece_stays_beside_the_list_it_was_chosen_from(places: PlacesController) -> None:
    places.search_library(" bond ")
    places.open_piece("topic:a")
    assert places.here == Place(page=Page.LIBRARY, piece="topic:a", words="bond")
    places.search_library("bond")
    assert not places.here.piece


def test_tabs_are_shown_where_they_are_and_kept_where_they_are_not(places: PlacesController, eyes: Eyes) -> None:
    places.note_filters(MEDICAID)
    places.new_tab()
    assert eyes.shown[-1][0] == Place()
    shown = len(eyes.shown)
    places.close_tab(0)
    assert len(eyes.shown) == shown, "the tab somebody is in stays as it is"
    places.reopen_tab()
    assert eyes.shown[-1][0].filters == MEDICAID
    places.move_tab(0, 1)
    assert places.here.filters == MEDICAID
    places.step_tab(1)
    assert eyes.shown[-1][0] == Place()
    places.switch_tab(7)
    assert places.here == Place()


def test_what_was_recalled_and_is_gone_is_dropped_and_nothing_else_is(places: PlacesController, eyes: Eyes) -> None:
    places.recall(Tabs((Way((Place(listing="npi:1"),)),)), {"npi:1": "Robin Sample"})
    assert places.names == {"npi:1": "Robin Sample"}
    assert places.drop("npi:1")
    assert eyes.shown == [(Place(), Looked())]
    places.open_listing("npi:2")
    assert not places.drop("npi:2")
    assert places.here.listing == "npi:2"


def test_what_was_searched_for_and_opened_is_offered_again_for_now(places: PlacesController) -> None:
    places.note_filters(Filters(words=" grief  group "))
    places.settle()
    for number in range(MOST_RECENT):
        places.open_piece(f"topic:{number}")
    places.open_piece("topic:3")
    assert places.recents[0] == Recent(piece="topic:3")
    assert len(places.recents) == len(set(places.recents)) == MOST_RECENT


def test_forgetting_wipes_everything_but_where_somebody_is(places: PlacesController) -> None:
    places.note_filters(Filters(words="grief"))
    places.settle()
    places.open_listing("npi:1")
    places.name("npi:1", "Robin Sample")
    places.name("npi:2", "Not open")
    places.new_tab()
    places.close_tab()
    places.forget()
    assert places.tabs == Tabs((Way((Place(filters=Filters(words="grief"), listing="npi:1"),)),))
    assert not places.recents
    assert places.names == {"npi:1": "Robin Sample"}


def test_what_was_looked_at_long_ago_is_let_go(places: PlacesController, eyes: Eyes) -> None:
    eyes.looked = Looked("npi:1", 1, 1)
    for number in range(MOST_LOOKED + 50):
        places.open_piece(f"topic:{number}")
    assert len(places._looked) == MOST_LOOKED


def test_a_filter_that_is_chosen_elsewhere_leads_to_find(places: PlacesController) -> None:
    places.note_page(Page.LIBRARY)
    places.note_filters(MEDICAID)
    assert _page(places) is Page.FIND
    places.note_page(Page.CALL)
    places.note_filters(Filters())
    assert _page(places) is Page.CALL


def test_comparing_is_a_place(places: PlacesController, eyes: Eyes) -> None:
    places.compare(("npi:1", "npi:2"))
    assert eyes.shown[-1][0] == Place(page=Page.COMPARE, compared=("npi:1", "npi:2"))


def test_a_shelf_of_the_library_is_a_place(places: PlacesController, eyes: Eyes) -> None:
    places.open_section(Section.TERM)
    places.open_shelf(Shelf.BOOKMARKS)
    assert eyes.shown[-1][0] == Place(page=Page.LIBRARY, shelf=Shelf.BOOKMARKS)
    places.open_piece("term:mood")
    assert places.here == Place(page=Page.LIBRARY, shelf=Shelf.BOOKMARKS, piece="term:mood")
    places.back()
    places.back()
    assert places.here == Place(page=Page.LIBRARY, section=Section.TERM)
    places.open_shelf(Shelf.RECENT)
    places.search_library("mood")
    assert places.here == Place(page=Page.LIBRARY, words="mood")
