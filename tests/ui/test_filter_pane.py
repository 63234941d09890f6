"""The filter panel as a whole: order, folds, kinds, the client's state, clearing and undoing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.builders import a_taxonomy, some_results
from tests.ui.showing import shown
from therapist_desktop.domain.filters import ANY_MILES, Choice, Filters, Kind, Near, Wish
from therapist_desktop.domain.taxonomy import Facet, FacetList, Taxonomy, Value
from therapist_desktop.ui.panes.filters import IN_SIGHT, FilterPane

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from therapist_desktop.ui.theme import Appearance

LEFT = Qt.MouseButton.LeftButton
STATES = (("nj", "New Jersey"), ("ny", "New York"), ("tx", "Texas", "Lone Star"))
NEW_YORK = Choice(Facet.CLIENT_STATE, "ny")


def _everything() -> Taxonomy:
    """Every facet there is, with three values each; the client's state among them."""
    lists = [
        FacetList(facet, facet.title(), tuple(Value(facet, f"{facet}-{n}", f"{facet.title()} {n}") for n in range(3)))
        for facet in Facet
        if facet is not Facet.CLIENT_STATE
    ]
    states = tuple(Value(Facet.CLIENT_STATE, code, name, aliases=tuple(others)) for code, name, *others in STATES)
    return Taxonomy((*lists, FacetList(Facet.CLIENT_STATE, "Client will be in", states)))


def _counts(**others: dict[str, int]) -> dict[str, dict[str, int]]:
    every = {str(facet): {f"{facet}-{n}": 5 - n for n in range(3)} for facet in Facet}
    return {**every, "client_state": {"ny": 9, "tx": 2}, **others}


@pytest.fixture
def pane(qtbot: QtBot, appearance: Appearance) -> FilterPane:
    pane = shown(qtbot, FilterPane(appearance), 260, 900)
    pane.show_taxonomy(_everything())
    pane.finish()
    pane.show_counts(some_results(counts=_counts()))
    return pane


def _in_sight(pane: FilterPane) -> list[Facet]:
    return [facet for facet, section in pane.sections.items() if not section.isHidden()]


def test_facets_stand_in_the_order_of_a_call(pane: FilterPane) -> None:
    tops = [section.mapTo(pane, QPoint(0, 0)).y() for section in pane.sections.values()]
    assert tops == sorted(tops)
    assert list(pane.sections) == [facet for facet in Facet if facet is not Facet.CLIENT_STATE]
    assert list(pane.sections).index(Facet.PLAN) == list(pane.sections).index(Facet.PAYER) + 1


def test_only_what_is_in_sight_is_made_before_the_first_picture(qtbot: QtBot, appearance: Appearance) -> None:
    pane = FilterPane(appearance)
    qtbot.addWidget(pane)
    pane.show_taxonomy(_everything())
    pane.wish(Choice(Facet.FAITH, "faith-1"), Wish.PREFER)
    pane.show_counts(some_results(counts=_counts()))
    assert len(pane.sections) == IN_SIGHT
    made = [len(pane.sections) for _ in pane.furnish()]
    assert made == [*range(IN_SIGHT + 1, len(Facet))]
    faith = pane.sections[Facet.FAITH].model
    assert [faith.count_of(row) for row in faith.rows] == [5, 4, 3]
    assert faith.wish_of(faith.rows[1]) is Wish.PREFER


def test_another_release_is_offered_in_slices(pane: FilterPane, qtbot: QtBot) -> None:
    pane.show_taxonomy(a_taxonomy({facet: 2 for facet in Facet if facet is not Facet.SPECIALTY}))
    assert len(pane.sections) < len(Facet) - 1
    qtbot.waitUntil(lambda: len(pane.sections) == len(Facet) - 1)
    pane.show_taxonomy(_everything())
    pane.show_taxonomy(a_taxonomy({Facet.PAYER: 2}))
    qtbot.waitUntil(lambda: list(pane.sections) == [Facet.PAYER, Facet.SPECIALTY])
    QTest.qWait(5)
    assert list(pane.sections) == [Facet.PAYER, Facet.SPECIALTY]


def test_tab_goes_down_the_panel_and_stops_once_in_each_list(pane: FilterPane) -> None:
    pane.use(Filters(words="grief"))
    for facet in (Facet.PAYER, Facet.SPECIALTY, Facet.APPROACH, Facet.VERIFIED):
        if pane.sections[facet].list is None:
            QTest.mouseClick(pane.sections[facet].heading, LEFT)
    pane.activateWindow()
    pane.head.clear_button.setFocus()
    stops: list[QWidget] = []
    while pane.last_control not in stops:
        now = QApplication.focusWidget()
        assert now is not None
        assert now not in stops
        stops.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    below_each_other = [(stop.mapTo(pane, QPoint(0, 0)).y(), stop.mapTo(pane, QPoint(0, 0)).x()) for stop in stops]
    assert below_each_other == sorted(below_each_other)
    headings = [section.heading for section in pane.sections.values()]
    lists = [section.list for section in pane.sections.values() if section.list is not None]
    assert set(headings) | set(lists) <= set(stops)


@pytest.mark.parametrize(
    ("kind", "gone", "there"),
    [
        (Kind.PROVIDER, {Facet.PAYMENT, Facet.FACILITY, Facet.CARE}, {Facet.GENDER, Facet.PAYER}),
        (Kind.CENTER, {Facet.GENDER, Facet.PROVIDER_TYPE, Facet.FEE}, {Facet.PAYMENT, Facet.PAYER}),
    ],
)
def test_facets_of_the_other_kind_go_away(pane: FilterPane, kind: Kind, gone: set[Facet], there: set[Facet]) -> None:
    everything = _in_sight(pane)
    pane.use(Filters(kind=kind))
    shown = set(_in_sight(pane))
    assert not gone & shown
    assert there <= shown
    pane.use(Filters())
    assert _in_sight(pane) == everything


def test_a_facet_of_the_other_kind_stays_while_it_is_in_use(pane: FilterPane) -> None:
    man = Choice(Facet.GENDER, "gender-1")
    pane.use(Filters(kind=Kind.CENTER, chosen=frozenset({man})))
    assert Facet.GENDER in _in_sight(pane)
    pane.wish(man, Wish.NONE)
    assert Facet.GENDER not in _in_sight(pane)


def test_a_folded_facet_says_how_much_is_wished_for_in_it(pane: FilterPane) -> None:
    heading = pane.sections[Facet.FAITH].heading
    assert heading.accessibleName() == "Faith, folded"
    pane.wish(Choice(Facet.FAITH, "faith-0"), Wish.MUST)
    pane.wish(Choice(Facet.FAITH, "faith-1"), Wish.MUST)
    pane.wish(Choice(Facet.FAITH, "faith-2"), Wish.PREFER)
    assert heading.tallies == (2, 1)
    assert heading.accessibleName() == "Faith, folded, 2 must be met, 1 preferred"
    with_tallies = heading.grab().toImage()
    pane.clear()
    assert heading.tallies == (0, 0)
    assert heading.grab().toImage() != with_tallies


def test_right_unfolds_and_left_folds(pane: FilterPane) -> None:
    section = pane.sections[Facet.FAITH]
    seen = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Space):
        QTest.keyClick(section.heading, key)
        seen.append(section.is_folded)
    assert seen == [True, False, False, True, False]


def test_folds_are_remembered(pane: FilterPane, qtbot: QtBot, appearance: Appearance) -> None:
    assert not pane.folds
    for facet in (Facet.PAYER, Facet.FAITH):
        QTest.mouseClick(pane.sections[facet].heading, LEFT)
    again = FilterPane(appearance)
    qtbot.addWidget(again)
    again.recall_folds(pane.folds)
    again.show_taxonomy(_everything())
    again.finish()
    assert again.sections[Facet.PAYER].is_folded
    assert not again.sections[Facet.FAITH].is_folded
    assert again.sections[Facet.APPROACH].is_folded
    again.recall_folds('{"payer": false}')
    assert not again.sections[Facet.PAYER].is_folded


@pytest.mark.parametrize("nonsense", ["", "no", "[1]", '{"payer": "yes", "magic": true, "7": []}', "null", "[" * 9000])
def test_folds_that_make_no_sense_fold_nothing(pane: FilterPane, nonsense: str) -> None:
    pane.recall_folds(nonsense)
    assert not pane.sections[Facet.PAYER].is_folded
    assert pane.sections[Facet.FAITH].is_folded
    assert not pane.folds


def test_the_state_of_the_client_is_a_must_of_its_own(pane: FilterPane) -> None:
    combo = pane.client_state.combo
    assert Facet.CLIENT_STATE not in pane.sections
    assert combo.isVisible()
    assert [combo.itemText(place) for place in range(combo.count())] == ["Any state", "New Jersey", "New York", "Texas"]
    assert "confirm with the office" in pane.client_state.hint
    assert combo.itemData(2, Qt.ItemDataRole.AccessibleTextRole) == "New York, 9 listings"
    QTest.keyClicks(combo, "new y")
    assert pane.filters == Filters(chosen=frozenset({NEW_YORK}))
    QTest.keyClick(combo, Qt.Key.Key_Down)
    assert pane.filters.chosen == {Choice(Facet.CLIENT_STATE, "tx")}
    QTest.keyClick(combo, Qt.Key.Key_Home)
    assert pane.filters == Filters()


@pytest.mark.parametrize(("typed", "state"), [("n", "nj"), ("ny", "ny"), ("NEW Y", "ny"), ("lone", "tx"), ("any", "")])
def test_a_state_is_found_by_what_is_typed(pane: FilterPane, typed: str, state: str) -> None:
    pane.choose_client_state("nj" if state != "nj" else "tx")
    QTest.keyClicks(pane.client_state.combo, typed)
    assert {choice.value for choice in pane.filters.chosen} == ({state} if state else set())


def test_letters_that_begin_no_state_choose_nothing(pane: FilterPane) -> None:
    pane.choose_client_state("ny")
    QTest.keyClicks(pane.client_state.combo, "qq")
    assert pane.filters.chosen == {NEW_YORK}


def test_a_state_from_elsewhere_is_shown(pane: FilterPane) -> None:
    combo = pane.client_state.combo
    pane.use(Filters(chosen=frozenset({NEW_YORK})))
    assert combo.currentText() == "New York"
    pane.use(Filters(chosen=frozenset({NEW_YORK, Choice(Facet.CLIENT_STATE, "tx")})))
    assert not combo.currentText()
    pane.clear()
    assert combo.currentText() == "Any state"


def test_a_narrow_first_answer_says_nothing_about_the_release(qtbot: QtBot, appearance: Appearance) -> None:
    pane = FilterPane(appearance)
    qtbot.addWidget(pane)
    pane.show_taxonomy(_everything())
    pane.finish()
    dimmed = []
    for asked in (Filters(words="grief"), Filters()):
        pane.show_counts(some_results(1, asked, counts={"payer": {"payer-1": 1}}))
        dimmed.append([facet for facet, section in pane.sections.items() if section.heading.is_dimmed])
    assert not dimmed[0]
    assert dimmed[1] == [facet for facet in pane.sections if facet is not Facet.PAYER]


def test_nobody_asks_where_the_client_of_a_center_will_be(pane: FilterPane) -> None:
    pane.use(Filters(kind=Kind.CENTER))
    seen = [pane.client_state.isVisible()]
    pane.choose_client_state("ny")
    seen.append(pane.client_state.isVisible())
    pane.use(Filters(kind=Kind.PROVIDER))
    seen.append(pane.client_state.isVisible())
    assert seen == [False, True, True]


def test_a_release_that_says_nothing_about_states_offers_none(pane: FilterPane) -> None:
    pane.show_taxonomy(_everything())
    pane.show_counts(some_results(counts=_counts(client_state={})))
    assert pane.client_state.isVisible()
    assert not pane.client_state.combo.isEnabled()
    assert "No listing" in pane.client_state.hint
    pane.show_counts(some_results(counts=_counts()))
    assert pane.client_state.combo.isEnabled()
    assert "confirm with the office" in pane.client_state.hint
    pane.show_taxonomy(a_taxonomy())
    assert pane.client_state.isHidden()


def test_the_list_of_states_shows_its_counts(pane: FilterPane) -> None:
    combo = pane.client_state.combo
    combo.showPopup()
    before = combo.view().viewport().grab().toImage()
    pane.show_counts(some_results(counts=_counts(client_state={"ny": 1})))
    assert combo.view().viewport().grab().toImage() != before
    combo.hidePopup()


def test_the_wheel_over_a_list_scrolls_and_does_not_choose(pane: FilterPane) -> None:
    combo = pane.client_state.combo
    down = QPoint(0, -120)
    spot = QPointF(5, 5)
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(spot, QPointF(combo.mapToGlobal(QPoint(5, 5))), down, down, *none, False)
    QApplication.sendEvent(combo, event)
    assert pane.filters == Filters()


def test_a_place_may_be_far_away(pane: FilterPane) -> None:
    miles = pane._place.miles
    assert [miles.itemText(place) for place in range(miles.count())][-3:] == ["100 mi", "200 mi", "Any"]
    QTest.keyClicks(pane._place.field, "10001")
    miles.setCurrentIndex(miles.count() - 1)
    miles.activated.emit(miles.count() - 1)
    assert pane.filters.near == Near("10001", ANY_MILES)
    assert pane.filters.near.is_anywhere


def test_the_head_counts_and_clears(pane: FilterPane) -> None:
    head = pane.head
    seen = [(head.count_text, head.clear_button.isEnabled())]
    pane.use(Filters("grief", Kind.PROVIDER, frozenset({Choice(Facet.PAYER, "payer-1")}), Near("10001")))
    pane.wish(Choice(Facet.LANGUAGE, "language-1"), Wish.PREFER)
    seen.append((head.count_text, head.clear_button.isEnabled()))
    assert "5 things" in head.clear_button.accessibleDescription()
    QTest.mouseClick(head.clear_button, LEFT)
    seen.append((head.count_text, head.clear_button.isEnabled()))
    assert seen == [("", False), ("5", True), ("", False)]
    assert pane.filters == Filters()


def test_clearing_can_be_undone_until_something_changes(pane: FilterPane) -> None:
    asked = Filters("grief", near=Near("10001"))
    offered: list[bool] = []
    pane.undo_offered.connect(offered.append)
    pane.use(asked)
    pane.clear()
    pane.undo()
    assert pane.filters == asked
    pane.use(asked.cleared())  # as another way out does it
    pane.say_words("x")
    pane.undo()
    assert pane.filters == Filters(words="x")
    assert offered == [False, True, False, True, False]


def test_the_last_word_that_is_erased_is_no_clearing(pane: FilterPane) -> None:
    pane.say_words("g")
    pane.say_words("")
    assert not pane.can_undo
    pane.say_words("g")
    pane.clear()
    assert pane.can_undo


def test_what_was_cleared_can_be_forgotten(pane: FilterPane) -> None:
    pane.use(Filters("grief", near=Near("10001")))
    pane.clear()
    pane.forget()
    assert not pane.can_undo
    pane.undo()
    assert pane.filters == Filters()


def test_every_control_has_a_name_and_says_what_it_does(pane: FilterPane) -> None:
    for section in pane.sections.values():
        if section.list is None:
            QTest.mouseClick(section.heading, LEFT)
    controls = [one for one in pane.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(controls) > 50
    for control in controls:
        if control.isVisible():
            assert control.accessibleName(), control
            assert control.toolTip() or control.accessibleDescription(), control
