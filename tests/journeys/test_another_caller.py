"""One key between two callers: nothing of the first is left anywhere, and the keyboard is where it can be seen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QTabBar

from tests.journeys.desks import Desk, part_of
from therapist_desktop.domain.filters import Filters, Near
from therapist_desktop.domain.library import Section
from therapist_desktop.domain.places import Page, Place
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.ui.panes.call import CallPane
from therapist_desktop.ui.panes.compare import ComparePane
from therapist_desktop.ui.widgets.answers_panel import AnswersPanel
from therapist_desktop.ui.widgets.marks_strip import MarksStrip

OWN = "zq"  # in everything that is typed; nothing in the release has it


def _everything_said(desk: Desk) -> list[str]:
    """In sight or not: what is out of sight comes back."""
    window = desk.window
    shown: list[QLineEdit | QLabel | QAbstractButton] = [
        *window.findChildren(QLineEdit),
        *window.findChildren(QLabel),
        *window.findChildren(QAbstractButton),
    ]
    said = [words for one in shown for words in _of(one)]
    said += [
        one
        for bar in window.findChildren(QTabBar)
        for at in range(bar.count())
        for one in (bar.tabText(at), bar.tabToolTip(at))
    ]
    said += [line.text for panel in window.findChildren(AnswersPanel) for line in panel.lines]
    return [one for one in said if OWN in one.lower()]


def _of(one: QLineEdit | QLabel | QAbstractButton) -> tuple[str, ...]:
    return one.text(), one.toolTip(), one.accessibleName(), one.accessibleDescription()


def _call(desk: Desk) -> CallPane:
    """A call that has been everywhere."""
    window = desk.window
    window.filters.use(Filters(words="grief", near=Near("10001", 100.0)))
    desk.until(lambda: window.results.results is not None and bool(window.results.results.filters.near))
    window.results.focus_list()
    desk.mark(3)
    desk.press("Return")
    desk.facet(Facet.PAYER)
    search = window.filters.sections[Facet.PAYER].search
    assert search is not None
    search.setFocus()
    desk.type("zq medi")
    window.filters.focus_first()
    desk.type("zq")
    window.show_page(Page.LIBRARY)
    desk.until(lambda: desk.built.reading.listed is not None)
    desk.built.places.open_piece(desk.built.catalogue.pieces(Section.ARTICLE)[0].id)
    desk.until(lambda: window.reader.is_whole and window.reader.piece is not None)
    desk.press("Ctrl+F")
    desk.type("zq sleep")
    window.search_box.take_focus()
    desk.type("zq quiet")
    desk.until(lambda: desk.built.reading.listed == (None, "zq quiet"))
    desk.press("Ctrl+T")
    desk.type("zq depress")
    desk.until(lambda: window.filters.filters.words == "zq depress")
    desk.press("F2")
    pane = part_of(window, CallPane)
    desk.until(lambda: desk.focus is pane.asking.entry)
    desk.type("zq albuq")
    return pane


def _is_timed(pane: CallPane) -> bool:
    return pane.is_timed


@pytest.mark.parametrize("page", list(Page))
def test_nothing_is_left_wherever_somebody_is(desk: Desk, page: Page) -> None:
    window, places = desk.window, desk.built.places
    call = _call(desk)
    if page is Page.COMPARE:
        desk.press("F4")
        desk.until(lambda: len(desk.built.comparing.shown) == 3)
    else:
        window.show_page(page)
    desk.press("Ctrl+Shift+F2")
    there = Page.FIND if page is Page.COMPARE else page
    assert (window.page, places.here) == (there, Place(page=there))
    desk.until(lambda: desk.rows == 360 and desk.built.reading.listed == (None, ""))
    desk.until(lambda: not _everything_said(desk))
    assert desk.focus.isVisible(), "a field out of sight would swallow every key"
    assert len(places.tabs.ways) == 1
    assert (places.names, places.recents, places.tabs.closed) == ({}, (), ())
    assert desk.built.comparing.shown == ()
    compare = part_of(window, ComparePane)
    assert compare.sides == ()
    assert window.reader.piece is None
    assert window.results.table.currentIndex().row() == 0
    first = window.results.table.card
    assert first is not None
    desk.until(lambda: desk.shown == first.id)
    assert not any(field.isUndoAvailable() for field in window.findChildren(QLineEdit)), "Ctrl+Z would bring it back"
    assert not any(window.actions_[name].isEnabled() for name in ("back", "forward", "reopen_tab", "undo_clear"))
    assert call.asking.entry.text() == ""


def test_marks_that_were_taken_away_before_cannot_be_put_back(desk: Desk) -> None:
    desk.window.results.focus_list()
    desk.press("Space")
    strip = part_of(desk.window, MarksStrip)
    desk.press("Ctrl+Shift+M")
    assert strip.undo.isVisible()
    desk.press("Ctrl+Shift+F2")
    assert strip.isHidden()
    desk.built.marking.put_back()
    assert desk.built.marking.marked == ()


def test_the_clock_of_the_next_call_begins_with_that_call(desk: Desk) -> None:
    desk.press("F2")
    pane = part_of(desk.window, CallPane)
    assert _is_timed(pane)
    desk.window.show_page(Page.FIND)
    desk.press("Ctrl+Shift+F2")
    assert not _is_timed(pane)
    desk.press("F2")
    assert _is_timed(pane)
