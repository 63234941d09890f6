"""Chips say everything that is asked for, and can be taken away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.builders import a_taxonomy, some_results
from therapist_desktop.domain.filters import Choice, Filters, Kind, Near, Sort
from therapist_desktop.domain.remarks import Remark, Saying
from therapist_desktop.domain.results import Results, Suggestion
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.ui.models.ordering import order_words
from therapist_desktop.ui.widgets.chips import ChipsRow, chips_of, remarks_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from therapist_desktop.ui.theme import Appearance

ALL = Filters(
    words="grief",
    kind=Kind.CENTER,
    near=Near("10001", 10.0),
    chosen=frozenset({Choice(Facet.PAYER, "payer-2"), Choice(Facet.LANGUAGE, "language-1")}),
)


@pytest.fixture
def row(qtbot: QtBot, appearance: Appearance) -> ChipsRow:
    row = ChipsRow(appearance)
    qtbot.addWidget(row)
    row.resize(900, 60)
    row.show()
    row.show_filters(ALL, a_taxonomy())
    return row


def test_one_chip_for_each_thing(row: ChipsRow) -> None:
    assert row.texts == ("\u201cgrief\u201d", "Centers", "Within 10 mi of 10001", "Payer 2", "Language 1")


def test_each_chip_takes_one_thing_away() -> None:
    for text, without in chips_of(ALL, a_taxonomy()):
        rest = [other for other, _ in chips_of(without, a_taxonomy())]
        assert text not in rest
        assert len(rest) == 4


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_key_takes_a_chip_away(row: ChipsRow, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(row.filters_requested) as heard:
        QTest.keyClick(row.chips[0], key)
    assert heard.args is not None
    assert not heard.args[0].words


def test_clear_all_keeps_nothing(row: ChipsRow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(row.filters_requested) as heard:
        QTest.mouseClick(row._clear, Qt.MouseButton.LeftButton)
    assert heard.args == [Filters()]


def test_focus_stays_near_when_a_chip_goes(row: ChipsRow, qtbot: QtBot) -> None:
    row.activateWindow()
    row.chips[1].setFocus()
    row.show_filters(Filters(words="grief", near=ALL.near), a_taxonomy())
    assert row.texts == ("\u201cgrief\u201d", "Within 10 mi of 10001")
    row.show_filters(Filters(), a_taxonomy())
    assert not row.chips


def test_the_count_is_said_in_full(row: ChipsRow) -> None:
    row.show_answer(some_results(248))
    assert row.count_text == "248 of 20,519 listings"
    row.show_answer(some_results(20_519))
    assert row.count_text == "20,519 listings"


def test_what_was_read_for_the_words_is_said(row: ChipsRow) -> None:
    results = some_results(
        5,
        remarks=(
            Remark(Saying.SPELLED, "anxeity", ("anxiety",)),
            Remark(Saying.SOUNDS, "shmit", ("schmidt", "schmitt")),
            Remark(Saying.LEFT_OUT, "<b>more\nwords"),
        ),
    )
    assert remarks_of(results) == (
        'Showing "anxiety" for "anxeity". '
        'Nothing is spelled "shmit": showing names that sound like it (Schmidt, Schmitt). '
        'A search takes 24 words and 400 letters at most. Left out: "<b>more words".'
    )
    row.show_answer(results)
    assert row.remarks_text == remarks_of(results)
    row.show_answer(some_results(5))
    assert not row.remarks_text


def _suggesting() -> Results:
    choice = Choice(Facet.LANGUAGE, "language-1")
    return some_results(
        5,
        Filters(words="one albany, ny"),
        suggestions=(
            Suggestion("albany, ny", "in English", Filters(words="one", near=Near("Albany, NY"))),
            Suggestion("one", "Language 1", Filters(words="albany, ny", chosen=frozenset({choice})), choice),
        ),
    )


def test_suggestions_are_offered_and_taken(row: ChipsRow, qtbot: QtBot) -> None:
    results = _suggesting()
    row.show_filters(results.filters, a_taxonomy())
    row.show_answer(results)
    assert [chip.text() for chip in row.suggestions] == ["Within 25 mi of Albany, NY", "Language 1"]
    assert "Language: Language 1" in row.suggestions[1].toolTip()
    assert all("press to use it" in chip.accessibleName() for chip in row.suggestions)
    for suggestion, chip in zip(results.suggestions, row.suggestions, strict=True):
        for press in (partial(QTest.mouseClick, chip, Qt.MouseButton.LeftButton), partial(QTest.keyClick, chip, "\r")):
            with qtbot.waitSignal(row.filters_requested) as heard:
                press()
            assert heard.args == [suggestion.filters]


def test_suggestions_of_the_same_name_say_which_is_meant(row: ChipsRow) -> None:
    choices = (Choice(Facet.PAYER, "medicaid"), Choice(Facet.LANGUAGE, "medicaid"), Choice(Facet.LANGUAGE, "es"))
    labels = ("Medicaid", "Medicaid", "Spanish")
    offered = [
        Suggestion("it", label, Filters(chosen=frozenset({choice})), choice)
        for label, choice in zip(labels, choices, strict=True)
    ]
    row.show_filters(Filters(), a_taxonomy())
    row.show_answer(some_results(5, suggestions=tuple(offered)))
    assert [chip.text() for chip in row.suggestions] == ["Payer: Medicaid", "Language: Medicaid", "Spanish"]


def test_a_suggestion_about_other_words_cannot_be_taken(row: ChipsRow) -> None:
    results = _suggesting()
    row.show_filters(results.filters, a_taxonomy())
    row.show_answer(results)
    row.show_filters(Filters(words="one albany, ny and more"), a_taxonomy())
    assert not any(chip.isEnabled() for chip in row.suggestions)
    row.show_answer(results)  # late
    assert not any(chip.isEnabled() for chip in row.suggestions)
    row.show_filters(results.filters, a_taxonomy())
    row.show_answer(results)
    assert all(chip.isEnabled() for chip in row.suggestions)
    row.show_answer(some_results(5, results.filters))
    assert not row.suggestions


def test_the_order_is_explained() -> None:
    said = [order_words(Filters(sort=sort, near=Near("10001"))) for sort in Sort]
    assert len(set(said)) == len(Sort)
    assert order_words(Filters()) == order_words(Filters(sort=Sort.DISTANCE)) == said[0]
    assert order_words(Filters(sort=Sort.NAME, descending=True)) == "By name. Turned round."
