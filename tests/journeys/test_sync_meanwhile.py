"""A release comes in while somebody is in the middle of something: nothing they did is lost, nothing old is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.journeys.desks import LEFT, Desk, part_of
from tests.made import crowd, pieces, places, taxonomy
from therapist_desktop.data.datafile.records import TaxonomyRecord
from therapist_desktop.domain.filters import Choice, Filters, Near
from therapist_desktop.domain.places import Page
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.ui.models.questions import Question
from therapist_desktop.ui.panes.call import CallPane
from therapist_desktop.ui.widgets.answers_panel import AnswersPanel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.services.repositories import Repository
    from therapist_desktop.data.datafile.records import Listed

ACME = Choice(Facet.PAYER, "acme")


def _bring(
    desk: Desk,
    publisher: Repository,
    change: Callable[[Listed], Listed | None] = lambda one: one,
    values: Iterable[TaxonomyRecord] = (),
) -> None:
    """Release 43 comes in, in which the listings are like this, and what can be asked for like that."""
    listings = [changed for one in crowd(3_000) if (changed := change(one)) is not None]
    publisher.publish(43, [*(values or taxonomy()), *places(), *pieces(), *listings])
    desk.built.syncing.start_from(str(publisher.folder), publisher.trust)
    desk.until(lambda: "Release 43 is in use now" in desk.window.banner.words)


def _without(listing_id: str) -> Callable[[Listed], Listed | None]:
    return lambda one: None if one.id == listing_id else one


def _without_acme(one: Listed) -> Listed:
    return msgspec.structs.replace(one, payer=tuple(payer for payer in one.payer if "acme" not in payer.id))


def test_half_the_questions_of_a_call_are_answered(county_desk: Desk, publisher: Repository) -> None:
    desk = county_desk
    desk.press("F2")
    call = part_of(desk.window, CallPane)
    desk.until(lambda: desk.focus is call.asking.entry)
    desk.press("1")
    desk.press("Return")
    desk.type("anx")
    answered = desk.window.filters.filters
    assert answered.chosen
    _bring(desk, publisher, lambda one: msgspec.structs.replace(one, name="Newly Named"))
    assert (desk.window.filters.filters, call.asking.question) == (answered, Question.PROBLEM)
    assert (call.asking.entry.text(), desk.focus) == ("anx", call.asking.entry)
    desk.until(lambda: bool(call.best.cards) and {card.name for card in call.best.cards} == {"Newly Named"})


def test_one_of_those_compared_goes(county_desk: Desk, publisher: Repository) -> None:
    desk = county_desk
    pane = desk.compare(3)
    for key in ("Down", "Down", "Down", "Right"):
        desk.press(key)
    bar = pane.table.verticalScrollBar()
    bar.setValue(100)
    stood = pane.table.currentIndex().row(), pane.table.currentIndex().column()
    desk.window.search_box.take_focus()
    gone = pane.sides[1]
    _bring(desk, publisher, _without(gone.shown.id))
    desk.until(lambda: pane.sides[1].listing is None)
    assert pane.sides[1].shown.name == gone.shown.name
    assert (pane.table.currentIndex().row(), pane.table.currentIndex().column()) == stood
    assert bar.value() == 100
    assert desk.window.search_box.hasFocus(), "whoever types goes on typing"
    assert len(desk.built.marking.marked) == 3


def test_the_button_above_a_column_keeps_the_keyboard(county_desk: Desk, publisher: Repository) -> None:
    desk = county_desk
    pane = desk.compare(2)
    before = pane.heads[1]
    before.copy.setFocus()
    _bring(desk, publisher)
    desk.until(lambda: pane.heads[1] is not before)
    assert pane.heads[1].copy.hasFocus()
    desk.built.appearance.set_zoom(1.2)
    assert pane.heads[1].copy.hasFocus()


def test_the_open_listing_goes(county_desk: Desk, publisher: Repository) -> None:
    desk = county_desk
    table = desk.window.results.table
    desk.choose(40)
    table.setFocus()
    desk.press("Return")
    desk.until(lambda: desk.window.detail.isAncestorOf(desk.focus))
    _bring(desk, publisher, _without(desk.shown))
    desk.until(lambda: any("no longer" in label.text() for label in desk.window.detail.findChildren(QLabel)))
    assert not desk.window.actions_["next_part"].isEnabled()
    assert table.currentIndex().row() == 40
    assert table.is_current_seen
    desk.press("Esc")
    assert table.hasFocus()
    desk.press("Down")
    assert table.currentIndex().row() == 41
    desk.until(lambda: desk.shown == desk.window.results.selected)


def test_the_place_in_the_list_of_the_library_stays(county_desk: Desk, publisher: Repository) -> None:
    desk = county_desk
    lines = desk.window.library._list
    desk.press("Ctrl+2")
    desk.until(lambda: lines.count() > 3)
    lines.setFocus()
    lines.setCurrentRow(3)
    listed: list[object] = []
    desk.built.reading.pieces_listed.connect(listed.append)
    _bring(desk, publisher)
    desk.until(lambda: bool(listed) and desk.window.library.is_whole)
    assert lines.currentRow() == 3
    assert lines.hasFocus()


def test_what_is_read_and_looked_for_in_it_stays(county_desk: Desk, publisher: Repository) -> None:
    desk, reader = county_desk, county_desk.window.reader
    desk.built.places.open_piece("topic:depression")
    desk.until(lambda: reader.is_whole and reader.piece is not None)
    reader.set_zoom(300)
    bar = reader.page.scroller.verticalScrollBar()
    desk.until(lambda: reader.is_whole and bar.maximum() > 100)
    desk.press("Ctrl+F")
    desk.type("that")
    bar.setValue(90)
    _bring(desk, publisher)
    desk.until(lambda: reader.is_whole)
    assert (reader.find_bar.isVisible(), reader.find_bar.words, desk.focus) == (True, "that", reader.find_bar.field)
    desk.until(lambda: bar.value() == 90)


def test_the_keyboard_stays_in_a_list_that_gets_another_value(county_desk: Desk, publisher: Repository) -> None:
    desk = county_desk
    listed = desk.facet(Facet.PAYER)
    listed.setFocus()
    desk.press("Down")
    zed = TaxonomyRecord(id="payer/zed", taxonomy="payer", code="zed", name="Zed", position=9)
    _bring(desk, publisher, values=[*taxonomy(), zed])
    assert desk.focus is listed
    assert "zed" in [row.value.id for row in desk.window.filters.sections[Facet.PAYER].model.rows]
    assert listed.currentIndex().row() == 1


def test_the_answers_below_the_search_box_are_those_of_the_new_release(
    county_desk: Desk, publisher: Repository
) -> None:
    desk = county_desk
    desk.press("Ctrl+K")
    desk.type("mary sam")
    desk.until(lambda: any(line.answer for line in part_of(desk.window, AnswersPanel).lines))

    def rename(one: Listed) -> Listed:
        return msgspec.structs.replace(one, name=one.name.replace("Sample", "Other"))

    _bring(desk, publisher, rename)
    desk.until(lambda: not any(line.answer for line in part_of(desk.window, AnswersPanel).lines))
    assert (desk.window.search_box.text(), desk.focus) == ("mary sam", desk.window.search_box)


def test_a_value_that_is_asked_for_goes(county_desk: Desk, publisher: Repository) -> None:
    desk, results = county_desk, county_desk.window.results
    near = Near("New York, NY", 50.0)
    desk.window.filters.use(Filters(near=near, chosen=frozenset({ACME})))
    desk.until(lambda: 0 < desk.rows < 3_000)
    desk.press("F2")
    call = part_of(desk.window, CallPane)
    desk.until(lambda: bool(call.best.cards))
    _bring(desk, publisher, _without_acme, [value for value in taxonomy() if "acme" not in value.id])
    desk.until(lambda: results.state == "notice")
    assert desk.window.filters.filters.chosen == {ACME}, "it was asked for, and nobody took it back"
    assert (call.best.cards, call.best.count_text) == ((), "")
    assert [way.text() for way in call.best.ways] == ["Go on without it"]
    desk.window.show_page(Page.FIND)
    assert "Acme Health" in results.notice.words
    assert desk.window.chips.count_text == ""
    assert results.notice.buttons[0].text() == "Go on without it"
    QTest.mouseClick(results.notice.buttons[0], LEFT)
    desk.until(lambda: desk.rows > 0 and results.state == "results")
    assert desk.window.filters.filters == Filters(near=near)
