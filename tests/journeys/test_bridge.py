"""From the library to the listings and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from therapist_desktop.domain.filters import Choice, Filters, Near
from therapist_desktop.domain.places import Page
from therapist_desktop.domain.taxonomy import Facet

if TYPE_CHECKING:
    from tests.journeys.desks import Desk
    from therapist_desktop.ui.reading.listing_links import ListingLinks

PTSD = Choice(Facet.SPECIALTY, "ptsd")


def read(desk: Desk, piece: str) -> None:
    """Open a page of the library and wait until it says who works with it."""
    desk.window.furnish()
    desk.built.places.open_piece(piece)
    desk.until(lambda: desk.window.reader.piece is not None and desk.window.reader.piece.id == piece)
    desk.until(lambda: any(" listing" in one for one in counts(desk)))


def links(desk: Desk) -> ListingLinks | None:
    """Who works with what is read. The page is laid out anew when the dictionary arrives, and this with it."""
    side = desk.window.reader.side
    return side.listings if side is not None else None


def counts(desk: Desk) -> tuple[str, ...]:
    found = links(desk)
    return found.counts if found is not None else ()


def test_a_page_says_how_many_work_with_it(desk: Desk) -> None:
    read(desk, "topic:post-traumatic-stress-disorder")
    total = desk.built.catalogue.search(Filters(chosen=frozenset({PTSD}))).total
    assert total > 0
    desk.until(lambda: f"{total:,} listings" in counts(desk))


def test_with_a_place_in_mind_those_near_come_first(desk: Desk) -> None:
    near = Near("12207", 25)
    desk.window.filters.use(Filters(near=near))
    read(desk, "topic:post-traumatic-stress-disorder")
    here = desk.built.catalogue.search(Filters(chosen=frozenset({PTSD}), near=near)).total
    desk.until(lambda: any(f"Within 25 mi of 12207: {here}" in one for one in counts(desk)))


def test_a_line_opens_the_search(desk: Desk) -> None:
    read(desk, "topic:post-traumatic-stress-disorder")
    desk.until(lambda: desk.window.reader.is_whole and links(desk) is not None)
    found = links(desk)
    assert found is not None
    found.findChildren(QPushButton)[0].click()
    desk.until(lambda: desk.window.page is Page.FIND and bool(desk.window.filters.filters.chosen))
    assert PTSD in desk.window.filters.filters.chosen


def test_the_letters_behind_a_name_lead_to_the_dictionary(desk: Desk) -> None:
    desk.window.furnish()
    catalogue = desk.built.catalogue
    some = catalogue.page(catalogue.search(Filters()), 0, 60)
    listing = next(one for card in some if (one := catalogue.listing(card.id)).letters)
    for link in listing.letters:
        assert link.id.startswith("term:")
        assert catalogue.piece(link.id).title == link.title
    desk.built.places.open_listing(listing.id)
    desk.until(lambda: desk.window.detail.listing is not None and desk.window.detail.listing.id == listing.id)
    letters = listing.letters[0].title
    desk.until(lambda: any(one.text() == letters for one in desk.window.detail.findChildren(QPushButton)))
    next(one for one in desk.window.detail.findChildren(QPushButton) if one.text() == letters).click()
    desk.until(lambda: desk.window.reader.piece is not None and desk.window.reader.piece.title == letters)


def test_a_payer_leads_to_its_explanation(desk: Desk) -> None:
    links = dict(desk.built.catalogue.topics(["payer/medicaid", "plan/hmo"]))
    assert links["payer/medicaid"].id == "term:medicaid"
    assert links["plan/hmo"].id == "term:hmo"


def test_a_problem_leads_to_the_hotline_for_it(desk: Desk) -> None:
    found = [link.id for _, link in desk.built.catalogue.topics(["specialty/gambling"])]
    assert found[0] == "topic:gambling-disorder"
    assert "hotline:problem-gambling-helpline" in found
