"""The tabs of the details: how one gets there, and what stays on the way through a list."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from tests.reading_builders import TODAY, a_bare_listing, a_listing
from tests.ui.arriving import arrive
from tests.ui.details import PRINTED, a_pane, button, chip, show, tabs_of, words_on
from tests.ui.showing import shown
from therapist_desktop.domain.filters import Kind
from therapist_desktop.domain.phone import Phone
from therapist_desktop.ui.listing.tabs import Tab, is_empty, label_of, tab_of
from therapist_desktop.ui.panes.detail import DetailPane
from therapist_desktop.ui.theme import Appearance
from therapist_desktop.ui.widgets.qr_square import QrSquare
from therapist_desktop.ui.widgets.value_chip import ValueChip
from therapist_desktop.ui.widgets.words import Heading


@pytest.fixture
def pane(qtbot: QtBot) -> DetailPane:
    return a_pane(qtbot)


def test_the_chosen_tab_is_kept_from_listing_to_listing(pane: DetailPane) -> None:
    show(pane, a_listing(), Tab.FEES)
    pane.show_listing(a_bare_listing())
    arrive(pane)
    assert pane.tab == "fees"
    assert "Not known. Ask before you send anybody." in words_on(pane)


def test_a_tab_that_was_remembered_wrongly_is_the_first() -> None:
    assert tab_of("contact") is Tab.CONTACT
    assert tab_of("") is tab_of("no such tab") is Tab.OVERVIEW


def test_only_the_chosen_tab_is_made(pane: DetailPane) -> None:
    show(pane, PRINTED, Tab.OVERVIEW)
    assert not pane.findChildren(ValueChip)
    assert not pane.findChildren(QrSquare)
    pane.choose(Tab.APPROACH)
    arrive(pane)
    assert chip(pane, "EMDR").isVisible()


def test_a_tab_with_nothing_behind_it_is_dimmed_and_says_so_and_still_helps(pane: DetailPane) -> None:
    bare = a_bare_listing()
    show(pane, bare, Tab.APPROACH)
    empty = {tab for tab in Tab if is_empty(tab, bare)}
    assert empty == {Tab.CONTACT, Tab.FEES, Tab.APPROACH, Tab.ACCESS, Tab.ARTICLES}
    spoken = {one.accessibleName() for one in tabs_of(pane).buttons if one.property("empty")}
    assert spoken == {
        f"{label_of(tab, Kind.CENTER)}, tab {list(Tab).index(tab) + 1} of 8, nothing known" for tab in empty
    }
    assert "What they offer is not known." in words_on(pane)
    for tab in empty:
        show(pane, bare, tab)
        assert words_on(pane.findChildren(Heading)[-1].parentWidget() or pane).strip()
    assert not [tab for tab in Tab if is_empty(tab, PRINTED)]


def test_arrow_keys_go_from_tab_to_tab_and_around(pane: DetailPane, qtbot: QtBot) -> None:
    pane.activateWindow()
    qtbot.waitActive(pane)
    show(pane, a_listing(), Tab.OVERVIEW)
    tabs_of(pane).take_keyboard()
    walked = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home):
        QTest.keyClick(QApplication.focusWidget() or pane, key)
        arrive(pane)
        walked.append(pane.tab)
        assert QApplication.focusWidget() is tabs_of(pane).buttons[list(Tab).index(Tab(pane.tab))]
    assert walked == ["contact", "articles", "notes", "overview", "notes", "overview"]
    pane.step(-1)
    assert pane.tab == "notes"


def test_the_keyboard_enters_at_the_chosen_tab(pane: DetailPane, qtbot: QtBot) -> None:
    pane.activateWindow()
    qtbot.waitActive(pane)
    show(pane, a_listing(), Tab.ACCESS)
    pane.setFocus(Qt.FocusReason.OtherFocusReason)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Access, tab 5 of 8"
    heard: list[str] = []
    pane.left.connect(lambda: heard.append("left"))
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    assert heard == ["left"]


def test_walking_moves_neither_the_tabs_nor_the_keyboard(pane: DetailPane, qtbot: QtBot) -> None:
    pane.activateWindow()
    qtbot.waitActive(pane)
    show(pane, a_listing(), Tab.CONTACT)
    top = tabs_of(pane).parentWidget()
    assert top is not None
    copy = button(top, "Copy 555-555-0142 ext. 3")
    copy.setFocus()
    before = tabs_of(pane).mapTo(pane, QPoint())
    show(pane, a_listing(id="npi:2", name="Robin Sample, LCSW", phones=(Phone(number="5555550199"),)), Tab.CONTACT)
    assert tabs_of(pane).mapTo(pane, QPoint()) == before
    assert QApplication.focusWidget() is copy
    assert copy.accessibleName() == "Copy 555-555-0199"


@pytest.mark.parametrize(("tall", "zoom"), [(560, 1.0), (400, 1.0), (900, 2.0)])
def test_the_top_stays_where_there_is_room_for_it(qtbot: QtBot, tall: int, zoom: float) -> None:
    pane = shown(qtbot, DetailPane(Appearance("light", zoom), lambda: TODAY), round(344 * zoom), tall)
    show(pane, PRINTED, Tab.APPROACH)
    top = tabs_of(pane).parentWidget()
    assert top is not None
    assert (top.parentWidget() is pane) == (tall == 560)
    assert "Alex Sample, LCSW" in words_on(pane)
    lowest = max(one.mapTo(pane, QPoint()).y() for one in top.findChildren(QAbstractButton))
    first = min(one.mapTo(pane, QPoint()).y() for one in pane.findChildren(Heading))
    assert lowest < first
    pane.resize(pane.width(), round(800 * zoom))
    assert top.parentWidget() is pane
    pane.show_nothing()
    assert not top.isVisible()


def test_the_keyboard_scrolls_what_is_only_to_be_read(pane: DetailPane, qtbot: QtBot) -> None:
    pane.activateWindow()
    qtbot.waitActive(pane)
    show(pane, a_listing(description="Short, practical work. " * 200), Tab.OVERVIEW)
    pane.setFocus(Qt.FocusReason.OtherFocusReason)
    bar = pane.findChildren(QScrollArea)[0].verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    QTest.keyClick(QApplication.focusWidget() or pane, Qt.Key.Key_PageDown)
    assert bar.value() == bar.pageStep()
    QTest.keyClick(QApplication.focusWidget() or pane, Qt.Key.Key_PageUp)
    assert bar.value() == 0
