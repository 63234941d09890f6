"""Marks with the keyboard, over a sync that takes a listing away, and into the next day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

from tests.journeys.desks import LEFT, Desk, desk_at
from tests.services.repositories import Repository
from therapist_desktop.domain.errors import NotFound
from therapist_desktop.domain.filters import Filters
from therapist_desktop.domain.notebook import Outcome
from therapist_desktop.services.notebook import Notebook
from therapist_desktop.ui.controllers.marking import shown_of
from therapist_desktop.ui.widgets.marks_strip import MarksStrip
from therapist_desktop.ui.window_state import NAME, from_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


def _written(desk: Desk) -> list[str]:
    return [one.listing.id for one in Notebook(desk.paths.notebook).standings().values() if one.marked]


def _marked(desk: Desk) -> list[str]:
    return [shown.id for shown in desk.built.marking.marked]


def test_marks_by_key_and_all_away_and_back_again(desk: Desk) -> None:
    mark, clear = desk.window.actions_["mark"], desk.window.actions_["clear_marks"]
    assert (mark.isEnabled(), clear.isEnabled()) == (True, False)
    wanted = []
    for row in (2, 0):
        desk.choose(row)
        desk.press("Ctrl+M")
        wanted.append(desk.shown)
    assert _marked(desk) == wanted
    desk.until(lambda: _written(desk) == wanted)
    assert clear.isEnabled()
    desk.press("Ctrl+Shift+M")
    assert (_marked(desk), clear.isEnabled()) == ([], False)
    strip = desk.window.findChildren(MarksStrip)[0]
    assert strip.words == "All marks are taken away."
    desk.until(lambda: _written(desk) == [])
    QTest.mouseClick(strip.undo, LEFT)
    assert _marked(desk) == wanted
    assert strip.words == "2 marked"
    desk.until(lambda: _written(desk) == wanted)
    desk.press("Ctrl+M")
    assert _marked(desk) == wanted[:1]


def test_there_is_nothing_to_mark_where_no_listing_is(desk: Desk) -> None:
    mark = desk.window.actions_["mark"]
    desk.window.filters.use(Filters(words="zzzzzz qqqqqq"))
    desk.until(lambda: desk.window.results.state == "notice")
    assert not mark.isEnabled()
    desk.window.filters.use(Filters())
    desk.until(mark.isEnabled)
    desk.press("Ctrl+2")
    assert not mark.isEnabled()
    desk.press("Ctrl+1")
    assert mark.isEnabled()


def test_a_notebook_that_cannot_be_written_is_said_so_in_the_banner(desk: Desk) -> None:
    desk.paths.notebook.mkdir()
    desk.choose(0)
    desk.press("Ctrl+M")
    assert _marked(desk) == [desk.shown]
    desk.until(lambda: bool(desk.window.banner.words))
    assert "cannot be written" in desk.window.banner.words
    assert not desk.window.banner.button.isVisible()
    assert _marked(desk) == []
    desk.paths.notebook.rmdir()
    desk.press("Ctrl+M")
    desk.until(lambda: _written(desk) == [desk.shown])


def test_a_marked_listing_that_leaves_the_directory_stays_with_what_was_known(
    county_desk: Desk, publisher: Repository, qapp: QApplication, qtbot: QtBot
) -> None:
    desk, catalogue = county_desk, county_desk.built.catalogue
    everybody = catalogue.page(catalogue.search(Filters()), 0, 3_000)
    card = next(card for card in everybody if int(card.id.removeprefix("test:")[1:]) >= 2_950)
    desk.built.marking.toggle(card)
    desk.built.marking.note(card, Outcome.TAKES_REFERRAL)
    desk.until(lambda: _written(desk) == [card.id])
    publisher.release(43, 2_900)
    desk.press("Ctrl+R")
    desk.until(lambda: desk.window.release is not None and desk.window.release.number == 43)
    with pytest.raises(NotFound):
        catalogue.listing(card.id)
    assert desk.built.marking.marked == (shown_of(card),)
    desk.window.close()
    with desk_at(desk.paths.folder, qapp, qtbot) as tomorrow:
        tomorrow.until(lambda: _marked(tomorrow) == [card.id])
        assert tomorrow.built.marking.marked == (shown_of(card),)
        assert tomorrow.built.marking.standings[card.id].outcome is Outcome.TAKES_REFERRAL


def test_the_window_is_kept_while_it_is_open(desk: Desk) -> None:
    desk.window.set_compact(True)
    desk.built.keeping.tick()
    desk.until(lambda: from_text(Notebook(desk.paths.notebook).memory().get(NAME, "")).compact)
