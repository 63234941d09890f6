"""The filter panel folds everything into one value, and shows one."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.builders import a_taxonomy, some_results
from tests.ui.showing import shown
from therapist_desktop.domain.filters import Choice, Filters, Kind, Near
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.ui.panes.filters import FilterPane
from therapist_desktop.ui.theme import LIGHT, stylesheet

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from therapist_desktop.domain.taxonomy import Taxonomy
    from therapist_desktop.ui.theme import Appearance

COUNTS = {"payer": {"payer-7": 9, "payer-3": 4}, "language": {"language-1": 2}, "specialty": {"mood": 3}}


@pytest.fixture
def pane(qtbot: QtBot, appearance: Appearance, taxonomy: Taxonomy) -> FilterPane:
    pane = shown(qtbot, FilterPane(appearance), 260, 700)
    pane.show_taxonomy(taxonomy)
    pane.finish()
    pane.show_counts(some_results(counts=COUNTS))
    return pane


def _heard(pane: FilterPane) -> list[Filters]:
    heard: list[Filters] = []
    pane.filters_changed.connect(heard.append)
    return heard


def test_every_control_folds_into_one_value(pane: FilterPane) -> None:
    heard = _heard(pane)
    pane.say_words("grief")
    pane.toggle(Choice(Facet.PAYER, "payer-7"))
    assert heard[-1] == Filters(words="grief", chosen=frozenset({Choice(Facet.PAYER, "payer-7")}))


def test_the_same_again_is_not_told(pane: FilterPane) -> None:
    heard = _heard(pane)
    pane.say_words("grief")
    pane.say_words("grief")
    assert len(heard) == 1


def test_a_click_on_a_value_toggles_it(pane: FilterPane, qtbot: QtBot) -> None:
    values = pane.sections[Facet.PAYER].list
    assert values is not None
    spot = values.visualRect(values.model().index(0, 0)).center()
    QTest.mouseClick(values.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert pane.filters.chosen == {Choice(Facet.PAYER, "payer-7")}
    QTest.mouseClick(values.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert not pane.filters.chosen


def test_keys_choose_values_and_open_groups(pane: FilterPane, qtbot: QtBot) -> None:
    values = pane.sections[Facet.SPECIALTY].list
    assert values is not None
    values.setFocus()
    values.setCurrentIndex(values.model().index(1, 0))
    QTest.keyClick(values, Qt.Key.Key_Right)
    assert [row.value.id for row in pane.sections[Facet.SPECIALTY].model.rows][:3] == ["couples", "mood", "mood-0"]
    assert values.currentIndex().row() == 1
    QTest.keyClick(values, Qt.Key.Key_Down)
    QTest.keyClick(values, Qt.Key.Key_Space)
    assert pane.filters.chosen == {Choice(Facet.SPECIALTY, "mood-0")}


def test_focus_gives_a_screen_reader_something_to_say(pane: FilterPane) -> None:
    values = pane.sections[Facet.LANGUAGE].list
    assert values is not None
    assert not values.currentIndex().isValid()
    pane.activateWindow()
    values.setFocus()
    QTest.qWait(0)
    if values.hasFocus():
        assert values.currentIndex().isValid()


def test_a_facet_that_nothing_has_steps_back_and_is_never_gone(qtbot: QtBot, appearance: Appearance) -> None:
    pane = FilterPane(appearance)
    qtbot.addWidget(pane)
    pane.show_taxonomy(a_taxonomy())
    pane.show_counts(some_results(counts=COUNTS | {"language": {}}))
    payers, languages = pane.sections[Facet.PAYER], pane.sections[Facet.LANGUAGE]
    assert not payers.is_folded
    assert not payers.heading.is_dimmed
    assert not languages.isHidden()
    assert languages.is_folded
    assert languages.heading.is_dimmed
    assert "no listing" in languages.heading.accessibleName()
    QTest.mouseClick(languages.heading, Qt.MouseButton.LeftButton)
    assert languages.list is not None


def test_a_facet_that_has_values_again_comes_forward(qtbot: QtBot, appearance: Appearance) -> None:
    pane = FilterPane(appearance)
    qtbot.addWidget(pane)
    pane.show_taxonomy(a_taxonomy())
    pane.show_counts(some_results(counts={}))
    pane.show_taxonomy(a_taxonomy())
    pane.show_counts(some_results(counts=COUNTS))
    languages = pane.sections[Facet.LANGUAGE]
    assert not languages.heading.is_dimmed
    assert not languages.is_folded


def test_counts_that_fall_to_zero_are_dimmed_not_hidden(pane: FilterPane) -> None:
    pane.show_counts(some_results(0, Filters(words="nothing"), counts={}))
    assert not pane.sections[Facet.PAYER].isHidden()
    model = pane.sections[Facet.PAYER].model
    assert model.count_of(model.rows[0]) == 0


def test_a_place_is_asked_for_when_it_is_complete(pane: FilterPane, qtbot: QtBot) -> None:
    heard = _heard(pane)
    field = pane._place.field
    QTest.keyClicks(field, "1000")
    assert not heard
    QTest.keyClicks(field, "1")
    assert heard[-1].near == Near("10001", 25.0)
    field.clear()
    assert heard[-1].near is None


def test_a_city_waits_for_enter(pane: FilterPane, qtbot: QtBot) -> None:
    heard = _heard(pane)
    QTest.keyClicks(pane._place.field, "Albany, NY")
    assert not heard
    QTest.keyClick(pane._place.field, Qt.Key.Key_Return)
    assert heard[-1].near == Near("Albany, NY", 25.0)


def test_an_unknown_place_is_said_below_the_field(pane: FilterPane) -> None:
    pane.show_unknown_place("Nowhere is not known in this release.")
    assert pane._place.problem.startswith("Nowhere")
    pane.show_counts(some_results())
    assert not pane._place.problem


def test_filters_from_outside_are_shown(pane: FilterPane) -> None:
    chosen = frozenset({Choice(Facet.PAYER, "payer-55")})
    pane.use(Filters(kind=Kind.CENTER, near=Near("Albany, NY", 15.0), chosen=chosen))
    assert pane._kind._buttons[Kind.CENTER].isChecked()
    assert pane._place.field.text() == "Albany, NY"
    assert pane.sections[Facet.PAYER].model.rows[0].value.id == "payer-55"
    pane.clear()
    assert pane.filters.is_open
    assert not pane._place.field.text()


def test_more_opens_the_rest_with_a_search(pane: FilterPane, qtbot: QtBot) -> None:
    section = pane.sections[Facet.PAYER]
    assert section.more is not None
    assert section.more.text() == "54 more..."
    QTest.mouseClick(section.more, Qt.MouseButton.LeftButton)
    assert len(section.model.rows) == 60
    assert section.search is not None
    assert section.search.isVisible()
    assert section.search.hasFocus()
    QTest.keyClicks(section.search, "payer 41")
    assert [row.value.id for row in section.model.rows] == ["payer-41"]


def test_a_folded_facet_costs_no_list(qtbot: QtBot, appearance: Appearance) -> None:
    pane = FilterPane(appearance)
    qtbot.addWidget(pane)
    pane.show_taxonomy(a_taxonomy({Facet.STATE: 50}))
    assert pane.sections[Facet.STATE].list is None
    QTest.mouseClick(pane.sections[Facet.STATE].heading, Qt.MouseButton.LeftButton)
    assert pane.sections[Facet.STATE].list is not None


def test_many_values_update_within_a_frame_or_two(qtbot: QtBot, appearance: Appearance) -> None:
    pane = FilterPane(appearance)
    qtbot.addWidget(pane)
    pane.show_taxonomy(a_taxonomy({Facet.PAYER: 600, Facet.SPECIALTY: 600, Facet.LANGUAGE: 600}))
    first, second = some_results(counts=COUNTS), some_results(counts={"payer": {"payer-599": 1}})
    pane.show_counts(first)
    started = time.perf_counter()
    for _ in range(20):
        pane.show_counts(second)
    assert (time.perf_counter() - started) / 20 < 0.1  # the benchmark has the real limit


def test_large_counts_fit_the_switch_at_its_narrowest(pane: FilterPane) -> None:
    pane.setStyleSheet(stylesheet(LIGHT))
    pane.resize(240, 600)
    pane.show_counts(some_results(98_765, kinds={"provider": 88_888, "center": 98_765}))
    QTest.qWait(0)  # lays it out
    for kind, button in pane._kind._buttons.items():
        assert button.width() >= button.fontMetrics().horizontalAdvance(button.text()), kind
    assert pane._kind._buttons[Kind.CENTER].toolTip() == "Centers: 98,765"


def test_a_value_that_is_cut_short_is_told_in_full(pane: FilterPane) -> None:
    pane.show_counts(some_results(300, counts={"payer": {"payer-0": 1_234}}))
    model = pane.sections[Facet.PAYER].model
    tips = [model.data(model.index(row), Qt.ItemDataRole.ToolTipRole) for row in range(model.rowCount())]
    assert all(tip == f"{row.value.label}: {model.count_of(row):,}" for tip, row in zip(tips, model.rows, strict=True))
