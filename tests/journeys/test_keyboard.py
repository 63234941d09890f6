"""Find, open and copy without a mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.journeys.desks import Desk
from therapist_desktop.domain.filters import Filters

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def test_from_the_search_to_the_clipboard(desk: Desk) -> None:
    window = desk.window
    desk.press("Ctrl+K")
    desk.type("trauma")
    desk.until(lambda: window.chips.texts == ("\u201ctrauma\u201d",) and 0 < desk.rows < 360)
    best = window.results.table.card
    assert best is not None
    assert window.results.table.currentIndex().row() == 0
    desk.until(lambda: desk.shown == best.id)
    desk.press("Return")
    desk.until(window.results.table.hasFocus)
    desk.press("Down")
    card = window.results.table.card
    assert card is not None
    assert card.id != best.id
    desk.press("Return")
    desk.until(lambda: desk.shown == card.id)
    assert window.detail.isAncestorOf(desk.focus), "Enter goes into the details"
    desk.press("Ctrl+Shift+C")
    assert desk.clipboard == card.phone
    desk.press("Esc")
    assert window.results.table.hasFocus(), "Esc goes back to the list"
    assert window.results.table.card == card


def test_escape_closes_the_answers_clears_the_words_then_goes_to_the_list(desk: Desk) -> None:
    desk.window.results.table.setFocus()
    desk.press("/")
    desk.type("grief")
    desk.until(lambda: desk.rows < 360)
    desk.press("Esc")
    assert desk.window.search_box.text() == "grief"
    desk.press("Esc")
    desk.until(lambda: desk.rows == 360)
    assert desk.window.search_box.hasFocus()
    desk.press("Esc")
    assert desk.window.results.table.hasFocus()


def test_f6_goes_round_and_comes_back(desk: Desk) -> None:
    window = desk.window
    parts: tuple[QWidget, ...] = (window.filters, window.results, window.detail, window.rail, window.search_box)
    window.search_box.take_focus()
    for keys, round_trip in (("F6", parts), ("Shift+F6", (*parts[-2::-1], parts[-1]))):
        for part in round_trip:
            desk.press(keys)
            assert part is desk.focus or part.isAncestorOf(desk.focus), (keys, part)


def test_arrowing_does_not_ask_for_every_row_on_the_way(desk: Desk) -> None:
    asked: list[str] = []
    desk.built.reading.listing_opened.connect(lambda listing: asked.append(listing.id))
    desk.window.results.table.setFocus()
    for _ in range(20):
        desk.press("Down")
    card = desk.window.results.table.card
    assert card is not None
    desk.until(lambda: desk.shown == card.id)
    assert len(asked) < 20


def test_only_what_would_do_something_can_be_chosen(desk: Desk) -> None:
    actions = desk.window.actions_
    desk.until(lambda: desk.window.results.card is not None)
    assert actions["copy_phone"].isEnabled()
    assert not actions["find_in_page"].isEnabled()
    desk.window.filters.use(Filters(words="qqqxyzzy"))
    desk.until(lambda: desk.window.results.state == "notice")
    for name in ("copy_phone", "mark", "next_part", "previous_part"):
        assert not actions[name].isEnabled(), name
    desk.press("Ctrl+2")
    assert not actions["find_in_page"].isEnabled(), "nothing is open"
    desk.built.places.open_piece(desk.built.catalogue.pieces(words="alliance")[0].id)
    desk.until(actions["find_in_page"].isEnabled)
    assert not actions["find_next"].isEnabled(), "nothing was looked for"
    desk.press("Ctrl+F")
    desk.type("bond")
    assert actions["find_next"].isEnabled()
