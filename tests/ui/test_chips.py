"""Chips say everything that is asked for, and can be taken away."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from tests.builders import a_taxonomy, some_results
from tests.ui.showing import shown
from therapist_desktop.domain.filters import ANY_MILES, Choice, Filters, Kind, Near, Sort, Wish
from therapist_desktop.domain.remarks import Remark, Saying
from therapist_desktop.domain.results import Results, Suggestion
from therapist_desktop.domain.taxonomy import Facet, FacetList, Taxonomy, Value
from therapist_desktop.ui.widgets.chips import ChipsRow
from therapist_desktop.ui.widgets.wish_menu import WishMenu
from therapist_desktop.ui.wording.chips import chips_of, remarks_of
from therapist_desktop.ui.wording.order import order_words

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
    row = shown(qtbot, ChipsRow(appearance), 900, 60)
    row.show_filters(ALL, a_taxonomy())
    return row


def test_one_chip_for_each_thing(row: ChipsRow) -> None:
    assert row.texts == ("\u201cgrief\u201d", "Centers", "Within 10 mi of 10001", "Payer 2", "Language 1")


def test_each_chip_takes_one_thing_away() -> None:
    for chip in chips_of(ALL, a_taxonomy()):
        rest = [other.text for other in chips_of(chip.without, a_taxonomy())]
        assert chip.text not in rest
        assert len(rest) == 4


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_key_takes_a_chip_away(row: ChipsRow, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(row.filters_requested) as heard:
        QTest.keyClick(row.chips[0], key)
    assert heard.args is not None
    assert not heard.args[0].words


def test_clear_all_is_asked_of_the_filters(row: ChipsRow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(row.clear_requested):
        QTest.mouseClick(row.clear_button, Qt.MouseButton.LeftButton)


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
    row.show_answer(replace(some_results(1), listings=1))
    assert row.count_text == "1 listing"


def test_what_was_read_for_the_words_is_said(row: ChipsRow) -> None:
    results = some_results(
        5,
        remarks=(
            Remark(Saying.SPELLED, "anxeity", ("anxiety",)),
            Remark(Saying.SOUNDS, "shmit", ("schmidt", "schmitt")),
            Remark(Saying.LEFT_OUT, "<b>more\nwords"),
        ),
    )
    assert remarks_of(results, a_taxonomy()) == (
        'Showing "anxiety" for "anxeity". '
        'Nothing is spelled "shmit": showing names that sound like it (Schmidt, Schmitt). '
        'A search takes 24 words and 400 letters at most. Left out: "<b>more words".'
    )
    row.show_answer(results)
    assert row.remarks_text == remarks_of(results, a_taxonomy())
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


def test_a_chip_is_there_for_the_very_next_key(row: ChipsRow) -> None:
    row.show_filters(replace(ALL, words="sleep"), a_taxonomy())
    assert all(chip.isVisible() for chip in row.chips)
    places = [chip.mapTo(row, QPoint(0, 0)).x() for chip in row.chips]
    assert places == sorted(set(places))
    assert places[0] >= row._count.geometry().right()


def test_tab_finds_the_chips_where_they_stand_whenever_the_old_ones_go(qtbot: QtBot, appearance: Appearance) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    before, row, after = QPushButton("before"), ChipsRow(appearance), QPushButton("after")
    page = QVBoxLayout(window)
    for part in (before, row, after):
        page.addWidget(part)
    row.come_after(before)
    window.show()
    for words in ("one", "one albany", "one albany, ny"):
        row.show_filters(Filters(words=words), a_taxonomy())
        row.show_answer(replace(_suggesting(), filters=Filters(words=words)))
        QCoreApplication.processEvents()  # timers fire before what was asked to go later is gone
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        row.show_answer(some_results(5, Filters(words=words)))
        row.show_answer(replace(_suggesting(), filters=Filters(words=words)))
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        stops: list[QWidget] = []
        here: QWidget | None = before
        while here is not None and after not in stops:
            if here.focusPolicy() & Qt.FocusPolicy.TabFocus and here.isVisible():
                stops.append(here)
            here = here.nextInFocusChain()
        assert stops == [before, *row.chips, row.clear_button, *row.suggestions, after]


PAYER = Choice(Facet.PAYER, "payer-2")
WISHED = Filters(chosen=frozenset({PAYER}), preferred=frozenset({Choice(Facet.LANGUAGE, "language-1")}))


@pytest.fixture
def wished(row: ChipsRow) -> ChipsRow:
    row.show_filters(WISHED, a_taxonomy())
    QTest.qWait(0)  # lays it out
    return row


def _asked(row: ChipsRow, qtbot: QtBot, press: object) -> Filters:
    with qtbot.waitSignal(row.filters_requested) as heard:
        assert callable(press)
        press()
    assert heard.args is not None
    asked: Filters = heard.args[0]
    return asked


def test_what_is_preferred_says_so_and_looks_so(wished: ChipsRow) -> None:
    assert wished.texts == ("Payer 2", "Prefer Language 1")
    must, preferred = wished.chips
    assert must.property("role") != preferred.property("role")
    assert must.icon().isNull()
    assert not preferred.icon().isNull()
    assert "must" in must.accessibleName()
    assert "preferred" in preferred.accessibleName()


def test_a_press_on_the_word_turns_must_into_prefer_and_back(wished: ChipsRow, qtbot: QtBot) -> None:
    must, preferred = wished.chips
    word = QPoint(12, 10)
    for press in (
        partial(QTest.mouseClick, must, Qt.MouseButton.LeftButton, pos=word),
        partial(QTest.keyClick, must, Qt.Key.Key_P),
        partial(QTest.keyClick, must, Qt.Key.Key_Space),
    ):
        assert _asked(wished, qtbot, press) == WISHED.wishing(PAYER, Wish.PREFER)
    press = partial(QTest.mouseClick, preferred, Qt.MouseButton.LeftButton, pos=word)
    assert _asked(wished, qtbot, press).chosen == WISHED.chosen | WISHED.preferred


def test_the_cross_and_delete_take_a_value_away(wished: ChipsRow, qtbot: QtBot) -> None:
    for chip in wished.chips:
        for press in (
            partial(QTest.mouseClick, chip, Qt.MouseButton.LeftButton, pos=chip.cross.center()),
            partial(QTest.keyClick, chip, Qt.Key.Key_Delete),
        ):
            assert _asked(wished, qtbot, press) == chip.words.without
            assert _asked(wished, qtbot, press).asked_for == 1


def test_the_menu_of_a_chip_does_all_three(wished: ChipsRow, qtbot: QtBot) -> None:
    chip = wished.chips[0]
    at = QPoint(3, 3)
    for place, wish in enumerate((Wish.MUST, Wish.PREFER, Wish.NONE)):
        QApplication.sendEvent(chip, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, at))
        menu = wished.findChildren(WishMenu)[-1]
        assert menu.actions()[0].isChecked()
        assert _asked(wished, qtbot, menu.actions()[place].trigger) == WISHED.wishing(PAYER, wish)
        menu.close()


def test_the_keyboard_stays_on_a_value_that_is_wished_for_in_another_way(wished: ChipsRow) -> None:
    wished.activateWindow()
    wished.chips[0].setFocus()
    wished.show_filters(WISHED.wishing(PAYER, Wish.PREFER), a_taxonomy())
    assert [chip.hasFocus() for chip in wished.chips if chip.words.choice == PAYER] == [True]


def test_where_the_client_is_cannot_be_a_preference(row: ChipsRow, qtbot: QtBot) -> None:
    states = FacetList(Facet.CLIENT_STATE, "Client will be in", (Value(Facet.CLIENT_STATE, "ny", "New York"),))
    filters = Filters(chosen=frozenset({Choice(Facet.CLIENT_STATE, "ny")}))
    row.show_filters(filters, Taxonomy((states,)))
    assert row.texts == ("Client in New York",)
    assert _asked(row, qtbot, partial(QTest.mouseClick, row.chips[0], Qt.MouseButton.LeftButton)) == Filters()


def test_any_distance_is_said_in_words() -> None:
    assert chips_of(Filters(near=Near("10001", ANY_MILES)), a_taxonomy())[0].text == "Any distance from 10001"


def test_undo_is_offered_and_taken(row: ChipsRow, qtbot: QtBot) -> None:
    row.activateWindow()
    row.clear_button.setFocus()
    row.show_undo(True)
    row.show_filters(Filters(), a_taxonomy())
    QTest.qWait(0)
    assert row.undo_button is not None
    assert row.undo_button.isVisible()
    assert row.undo_button.geometry().topLeft() == QPoint(0, 0)
    assert row.undo_button.hasFocus()
    with qtbot.waitSignal(row.undo_requested):
        QTest.mouseClick(row.undo_button, Qt.MouseButton.LeftButton)
    row.show_undo(False)
    assert row.clear_button.isHidden()
    assert not row._flow.widgets


def test_what_preferring_does_is_said(row: ChipsRow) -> None:
    row.show_answer(some_results(5, WISHED))
    assert row.remarks_text == "Preferred: Language 1. Whoever has it stands higher; nobody is left out."
    row.show_answer(some_results(5, Filters(preferred=WISHED.preferred, sort=Sort.NAME)))
    assert "lifts nobody in this order" in row.remarks_text
    row.show_answer(some_results(0, WISHED))
    assert not row.remarks_text
    assert order_words(WISHED) != order_words(Filters())


def test_what_is_not_offered_any_more_is_out_of_sight(row: ChipsRow, taxonomy: Taxonomy) -> None:
    row.show()
    row.show_undo(True)
    undo = row.undo_button
    assert undo is not None
    assert undo.isVisible()
    row.show_undo(False)
    assert not undo.isVisible()
