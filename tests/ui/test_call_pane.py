"""Call mode answers to number keys, and digits are digits where a ZIP is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.builders import TODAY, a_card, a_near_miss, a_taxonomy, some_results
from therapist_desktop.domain.filters import Choice, Filters, Near
from therapist_desktop.domain.taxonomy import Facet, FacetList, Taxonomy, Value
from therapist_desktop.ui.models.questions import ORDER, Question
from therapist_desktop.ui.panes.call import CallPane

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from therapist_desktop.ui.theme import Appearance

SIZES = {Facet.PAYER: 25, Facet.SPECIALTY: 4, Facet.FORMAT: 3, Facet.AGE: 3, Facet.ACCEPTING: 3, Facet.LANGUAGE: 4}


@pytest.fixture
def pane(appearance: Appearance, qtbot: QtBot) -> CallPane:
    """A pane whose wishes come true at once."""
    pane = CallPane(appearance, lambda: TODAY)
    qtbot.addWidget(pane)
    pane.resize(1180, 640)
    pane.show_taxonomy(a_taxonomy(SIZES))
    pane.show()
    pane.filters_requested.connect(pane.show_filters)
    asked.clear()
    pane.filters_requested.connect(asked.append)
    pane.begin()
    return pane


asked: list[Filters] = []


def press(pane: CallPane, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(pane.asking.entry, key)


def test_a_number_picks_and_goes_on(pane: CallPane) -> None:
    second = pane.asking.options[1].option.label
    press(pane, Qt.Key.Key_2)
    assert pane.asking.question is Question.WHERE
    assert asked[-1].chosen
    assert pane.steps.texts[0] == second


def test_zero_turns_the_page_and_comes_round(pane: CallPane) -> None:
    first = [one.option.label for one in pane.asking.options]
    assert len(first) == 9
    press(pane, Qt.Key.Key_0)
    assert not {one.option.label for one in pane.asking.options} & set(first)
    press(pane, Qt.Key.Key_0, Qt.Key.Key_0)
    assert [one.option.label for one in pane.asking.options] == first


def test_enter_goes_on_without_an_answer_and_ends_with_the_rows(pane: CallPane, qtbot: QtBot) -> None:
    for question in ORDER[1:]:
        press(pane, Qt.Key.Key_Return)
        assert pane.asking.question is question
    with qtbot.waitSignal(pane.results_requested):
        press(pane, Qt.Key.Key_Return)
    assert not asked


def test_backspace_goes_back(pane: CallPane) -> None:
    press(pane, Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Backspace)
    assert ORDER.index(pane.asking.question) == 1
    press(pane, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    assert ORDER.index(pane.asking.question) == 0


def test_a_zip_is_typed_and_not_picked(pane: CallPane) -> None:
    press(pane, Qt.Key.Key_Return, Qt.Key.Key_1)
    QTest.keyClicks(pane.asking.entry, "10001")
    assert pane.asking.entry.text() == "10001"
    press(pane, Qt.Key.Key_Return)
    assert asked[-1].near == Near("10001")
    assert pane.asking.question is Question.PROBLEM
    assert not pane.asking.entry.takes_digits
    assert pane.asking.entry.text() == ""


def test_letters_narrow_and_enter_takes_the_first(pane: CallPane) -> None:
    payers = tuple(Value(Facet.PAYER, name.lower(), name) for name in ("Aetna", "Cigna", "Medicaid"))
    pane.show_taxonomy(Taxonomy((FacetList(Facet.PAYER, "Payer", payers),)))
    QTest.keyClicks(pane.asking.entry, "cig")
    assert [one.option.label for one in pane.asking.options] == ["Cigna"]
    press(pane, Qt.Key.Key_Return)
    assert pane.steps.texts[0] == "Cigna"


def test_escape_clears_then_leaves(pane: CallPane, qtbot: QtBot) -> None:
    QTest.keyClicks(pane.asking.entry, "zzz")
    assert not pane.asking.options
    press(pane, Qt.Key.Key_Escape)
    assert pane.asking.entry.text() == ""
    assert pane.asking.options
    with qtbot.waitSignal(pane.left):
        press(pane, Qt.Key.Key_Escape)


def test_the_mouse_does_the_same_and_the_keyboard_stays_in_the_field(pane: CallPane) -> None:
    QTest.mouseClick(pane.asking.options[0], Qt.MouseButton.LeftButton)
    assert pane.asking.question is Question.WHERE
    assert QApplication.focusWidget() is pane.asking.entry


def test_the_count_the_best_three_and_the_ways_out(pane: CallPane, qtbot: QtBot) -> None:
    results = some_results(2, listings=360, near_miss=(a_near_miss(),))
    pane.show_results(results, (a_card(0), a_card(1)))
    assert pane.best.count_text == "2"
    assert [card.row for card in pane.best.cards] == [0, 1]
    with qtbot.waitSignal(pane.filters_requested):
        QTest.mouseClick(pane.best.ways[0], Qt.MouseButton.LeftButton)
    pane.show_results(some_results(300), tuple(a_card(row) for row in range(64)))
    assert len(pane.best.cards) == 3


def test_an_answer_behind_the_scenes_is_there_when_somebody_looks(pane: CallPane) -> None:
    pane.hide()
    pane.show_results(some_results(7), (a_card(0),))
    pane.show_filters(Filters(chosen=frozenset({Choice(Facet.PAYER, "payer-1")})))
    pane.show()
    assert pane.best.count_text == "7"


@pytest.mark.parametrize("width", [1180, 900, 560, 400])
def test_no_key_is_out_of_sight_on_a_narrow_page(pane: CallPane, width: int) -> None:
    pane.resize(width, 640)
    QApplication.processEvents()
    page = pane.asking.entry.parentWidget()
    assert page is not None
    for one in pane.asking.options:
        assert one.mapTo(pane, one.rect().topRight()).x() <= pane.width()
        assert one.isVisible()


def test_another_caller_begins_at_the_first_question(pane: CallPane) -> None:
    press(pane, Qt.Key.Key_1, Qt.Key.Key_2)
    pane.show_filters(Filters())
    pane.begin_anew()
    assert pane.asking.question is Question.INSURANCE
    assert not any(pane.steps.texts)
