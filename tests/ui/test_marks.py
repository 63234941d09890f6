"""What is marked: below the rows, in the menus and on the way to the comparison."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.journeys.desks import Desk, desk_at
from therapist_desktop.domain.filters import Filters
from therapist_desktop.domain.notebook import Outcome, Shown
from therapist_desktop.domain.places import Page
from therapist_desktop.ui.panes.compare import ComparePane
from therapist_desktop.ui.widgets.marks_strip import MarksStrip, as_lines

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from therapist_desktop.ui.controllers.marking import MarkingController
    from therapist_desktop.ui.theme import Appearance

ANA = Shown("npi:1", "provider", "Ana Sample, LCSW", "(555) 555-0142", "New York", "NY")
BRIDGE = Shown("npi:2", "center", "Bridge House & Friends", "(555) 555-0143", "Albany", "NY")
BARE = Shown("npi:3", "provider", "Cedar Sample")


@pytest.fixture
def strip(qtbot: QtBot, appearance: Appearance) -> MarksStrip:
    strip = MarksStrip(appearance)
    qtbot.addWidget(strip)
    strip.resize(560, 100)
    return strip


def test_nothing_marked_takes_no_room(strip: MarksStrip) -> None:
    strip.show_marked(())
    assert strip.isHidden()


def test_each_has_a_chip_that_takes_it_away(strip: MarksStrip) -> None:
    strip.show_marked((ANA, BRIDGE))
    assert not strip.isHidden()
    assert strip.words == "2 marked"
    assert strip.compare.isEnabled()
    taken: list[Shown] = []
    strip.mark_taken.connect(taken.append)
    strip.chips[1].click()
    assert taken == [BRIDGE]
    assert "Bridge House & Friends" in strip.chips[1].accessibleName()
    strip.grab()


def test_chips_never_lie_on_each_other(strip: MarksStrip) -> None:
    strip.resize(1200, 90)
    strip.show()
    for marked in ((ANA,), (ANA, BRIDGE), (ANA, BRIDGE, BARE), (BRIDGE, BARE)):
        strip.show_marked(marked)
        strip.grab()
        places = [chip.geometry() for chip in strip.chips]
        assert not any(one.intersects(other) for one in places for other in places if one is not other)


@pytest.mark.parametrize("count", [1, 5])
def test_too_few_or_too_many_cannot_be_compared_and_it_says_why(strip: MarksStrip, count: int) -> None:
    strip.show_marked([ANA._replace(id=f"npi:{n}") for n in range(count)])
    assert not strip.compare.isEnabled()
    assert "2 to 4" in strip.compare.toolTip()


def test_many_are_counted_and_not_all_named(strip: MarksStrip) -> None:
    strip.show_marked([ANA._replace(id=f"npi:{n}") for n in range(20)])
    assert len(strip.chips) == 6
    assert strip.words == "20 marked"
    strip.give_room(roomy=False)
    assert not strip.chips[0].isVisibleTo(strip)


def test_all_are_copied_one_a_line(strip: MarksStrip) -> None:
    assert as_lines((ANA, BARE)) == "Ana Sample, LCSW, (555) 555-0142, New York, NY\nCedar Sample"
    copied: list[str] = []
    strip.copy_requested.connect(copied.append)
    strip.show_marked((BARE,))
    strip.copy_all.click()
    assert copied == ["Cedar Sample"]


def test_what_was_cleared_can_be_put_back(strip: MarksStrip, qtbot: QtBot) -> None:
    strip.show_marked((ANA, BRIDGE))
    strip.expect_clearing()
    strip.show_marked(())
    assert not strip.isHidden()
    assert strip.undo.isVisibleTo(strip)
    with qtbot.waitSignal(strip.put_back_requested):
        strip.undo.click()
    strip.show_marked((ANA, BRIDGE))
    assert not strip.undo.isVisibleTo(strip)
    strip.show_marked(())
    assert strip.isHidden(), "the last mark taken away by hand leaves nothing behind"


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot, starter_folder: Path) -> Iterator[tuple[Desk, MarkingController]]:
    with desk_at(starter_folder, qapp, qtbot) as desk:
        yield desk, desk.built.marking


def _strip(desk: Desk) -> MarksStrip:
    return desk.window.results.findChildren(MarksStrip)[0]


def test_from_a_mark_to_the_comparison_and_back(desk: tuple[Desk, MarkingController]) -> None:
    window, marks = desk[0].window, desk[1]
    table, actions = window.results.table, window.actions_
    assert not actions["compare"].isEnabled()
    window.results.focus_list()
    for _ in range(2):
        QTest.keyClick(table, Qt.Key.Key_Space)
        QTest.keyClick(table, Qt.Key.Key_Down)
    actions["mark"].trigger()
    names = [shown.name for shown in marks.marked]
    assert len(names) == 3
    assert _strip(desk[0]).words == "3 marked"
    actions["compare"].trigger()
    pane = window.findChildren(ComparePane)[0]
    desk[0].until(lambda: len(pane.sides) == 3)
    assert str(window.page) == Page.COMPARE
    assert [side.shown.name for side in pane.sides] == names
    assert pane.table.hasFocus()
    pane.heads[0].remove.click()
    desk[0].until(lambda: len(pane.sides) == 2)
    assert len(marks.marked) == 3, "leaving one out of the comparison takes no mark away"
    QTest.keyClick(pane.table, Qt.Key.Key_Escape)
    assert str(window.page) == Page.FIND
    assert table.hasFocus()


def test_marks_are_cleared_and_put_back(desk: tuple[Desk, MarkingController]) -> None:
    window, marks = desk[0].window, desk[1]
    window.results.mark()
    assert window.actions_["clear_marks"].isEnabled()
    window.actions_["clear_marks"].trigger()
    assert not marks.marked
    _strip(desk[0]).undo.click()
    assert len(marks.marked) == 1
    _strip(desk[0]).copy_all.click()
    assert marks.marked[0].name in QGuiApplication.clipboard().text()


def test_a_chip_takes_its_mark_away_also_when_its_row_is_not_there(desk: tuple[Desk, MarkingController]) -> None:
    window, marks = desk[0].window, desk[1]
    window.results.mark()
    name = marks.marked[0].name
    window.filters.use(Filters(words="qqqxyzzy"))
    desk[0].until(lambda: window.results.state == "notice")
    chip = _strip(desk[0]).chips[0]
    assert name.split(",")[0] in chip.text()
    chip.click()
    assert not marks.marked
    assert _strip(desk[0]).isHidden()


def test_an_outcome_stands_in_its_row(desk: tuple[Desk, MarkingController]) -> None:
    window = desk[0].window
    card = window.results.card
    assert card is not None
    window.results.outcome_requested.emit(card, Outcome.WRONG_NUMBER)
    model = window.results.table.model()
    said = str(model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole))
    assert "wrong number" in said
