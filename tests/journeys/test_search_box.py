"""One search box over everything: what is found below it, and where Enter leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.journeys.desks import Desk, click_row, part_of
from therapist_desktop.domain.answers import Group
from therapist_desktop.domain.library import Section
from therapist_desktop.domain.places import Page
from therapist_desktop.ui.models.answers import Kind
from therapist_desktop.ui.widgets.answers_panel import AnswersPanel
from therapist_desktop.ui.widgets.tab_strip import TabStrip

if TYPE_CHECKING:
    from therapist_desktop.ui.models.answers import Line


def _panel(desk: Desk) -> AnswersPanel:
    return part_of(desk.window, AnswersPanel)


def _titles(desk: Desk) -> list[str]:
    strip = desk.window.findChild(TabStrip)
    if strip is None or strip.isHidden():
        return []
    return [strip.bar.tabToolTip(place) for place in range(strip.bar.count())]


def _reads(desk: Desk, piece: str) -> bool:
    shown = desk.window.reader.piece
    return desk.window.page is Page.LIBRARY and shown is not None and shown.id == piece


def _answered(desk: Desk, group: Group) -> bool:
    return any(line.answer is not None and line.answer.group is group for line in _panel(desk).lines)


def _walk_to(desk: Desk, group: Group) -> Line:
    for _ in range(40):
        desk.press("Down")
        line = _panel(desk).current
        if line is not None and line.answer is not None and line.answer.group is group:
            return line
    raise AssertionError(group)


def test_the_search_box_finds_a_hotline(desk: Desk) -> None:
    desk.press("Ctrl+K")
    desk.type("988")
    desk.until(lambda: _answered(desk, Group.HOTLINES))
    line = _panel(desk).current
    assert line is not None
    assert line.answer is not None, "what is named is what Enter opens"
    assert line.answer.phone == "988"
    desk.press("Return")
    desk.until(lambda: line.answer is not None and _reads(desk, line.answer.id))
    assert _panel(desk).isHidden()
    desk.until(lambda: desk.window.reader.isAncestorOf(desk.focus))


def test_the_answers_are_walked_from_the_box(desk: Desk) -> None:
    desk.press("Ctrl+K")
    desk.type("grief")
    desk.until(lambda: _answered(desk, Group.TOPICS))
    line = _walk_to(desk, Group.TOPICS)
    assert desk.window.search_box.hasFocus(), "the keyboard stays in the box"
    assert desk.window.search_box.accessibleDescription() == line.sentence
    desk.press("Up")
    assert _panel(desk).current != line
    desk.press("Down")
    desk.press("Return")
    desk.until(lambda: line.answer is not None and _reads(desk, line.answer.id))


def test_the_search_box_finds_a_topic_in_a_new_tab(desk: Desk) -> None:
    desk.press("Ctrl+K")
    desk.type("t:grief")
    assert desk.window.search_box.text() == "grief"
    desk.until(lambda: _answered(desk, Group.TOPICS) and not _answered(desk, Group.PEOPLE))
    line = _panel(desk).current
    assert line is not None
    assert line.text == "Grief", "what was named is what Enter opens"
    desk.press("Ctrl+Return")
    desk.until(lambda: line.answer is not None and _reads(desk, line.answer.id))
    assert _titles(desk)[-1] == "Grief"


def test_a_name_and_enter_open_the_listing(desk: Desk) -> None:
    desk.press("Ctrl+K")
    desk.type("alex sample")
    desk.press("Return")  # faster than any answer
    desk.until(lambda: bool(desk.built.places.here.listing))
    desk.until(lambda: desk.shown == desk.built.places.here.listing)
    listing = desk.window.detail.listing
    assert listing is not None
    assert listing.name == "Alex Sample"
    assert desk.window.detail.isAncestorOf(desk.focus)


def test_a_problem_and_enter_lead_to_the_rows(desk: Desk) -> None:
    desk.press("Ctrl+K")
    desk.type("grief")
    desk.press("Return")
    desk.until(lambda: desk.window.results.table.hasFocus() and desk.rows < 360)
    assert _panel(desk).isHidden()
    assert not desk.built.places.here.listing


def test_people_only(desk: Desk) -> None:
    desk.press("Ctrl+K")
    desk.type("p:grief")
    desk.until(lambda: _answered(desk, Group.PEOPLE))
    assert not _answered(desk, Group.CENTERS)
    assert [chip.text() for chip in _panel(desk).scopes if chip.isChecked()] == ["People"]
    desk.press("Return")
    desk.until(lambda: desk.window.chips.texts == ("\u201cgrief\u201d", "People"))
    assert [chip.text() for chip in _panel(desk).scopes if chip.isChecked()] == ["All"]


def test_a_group_of_the_library_leads_to_its_list(desk: Desk) -> None:
    desk.press("Ctrl+K")
    desk.type("d:line")
    desk.until(lambda: _answered(desk, Group.TERMS))
    _panel(desk).walk(-1)
    _panel(desk).walk(1)
    assert _panel(desk).current == _panel(desk).lines[0]
    desk.press("Return")
    desk.until(lambda: desk.window.page is Page.LIBRARY and desk.built.reading.listed == (Section.TERM, "line"))
    assert desk.window.library.isAncestorOf(desk.focus)


def test_an_empty_box_offers_what_was_there_before(desk: Desk) -> None:
    desk.press("Ctrl+K")
    assert [line.kind for line in _panel(desk).lines] == [Kind.HINT]
    desk.type("grief")
    desk.press("Return")
    desk.until(desk.window.results.table.hasFocus)
    desk.window.filters.clear()
    desk.until(lambda: desk.rows == 360)
    desk.press("Ctrl+K")
    desk.press("Down")
    desk.press("Return")
    desk.until(lambda: desk.window.filters.filters.words == "grief" and desk.rows < 360)
    assert "grief" not in "".join(file.name for file in desk.paths.folder.iterdir())


def test_the_answers_follow_the_window_and_go_with_the_keyboard(desk: Desk) -> None:
    desk.press("Ctrl+K")
    desk.type("grief")
    desk.until(lambda: _answered(desk, Group.TOPICS))
    panel = _panel(desk)
    desk.window.resize(900, 600)
    desk.until(lambda: panel.width() <= desk.window.search_box.width())
    assert desk.window.frame.rect().contains(panel.geometry())
    desk.press("Tab")
    assert panel.isAncestorOf(desk.focus), "the chips can be reached"
    assert panel.isVisible()
    desk.press("Right")
    assert [chip.text() for chip in panel.scopes if chip.isChecked()] == ["People"]
    desk.until(lambda: _answered(desk, Group.PEOPLE) and not _answered(desk, Group.TOPICS))
    assert panel.isAncestorOf(desk.focus)
    desk.press("Esc")
    assert desk.window.search_box.hasFocus()
    desk.window.results.table.setFocus()
    desk.until(panel.isHidden)


def test_a_click_opens_an_answer(desk: Desk) -> None:
    desk.press("Ctrl+K")
    desk.type("grief")
    desk.until(lambda: _answered(desk, Group.PEOPLE))
    panel = _panel(desk)
    row = next(row for row, line in enumerate(panel.lines) if line.answer is not None)
    answer = panel.lines[row].answer
    click_row(panel._list, row)
    desk.until(lambda: answer is not None and desk.shown == answer.id)
