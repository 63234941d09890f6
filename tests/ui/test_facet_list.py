"""The values of a facet: what must be met, what is preferred, what is found by its name."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from tests.builders import a_grouped_facet, a_taxonomy, some_results
from tests.ui.showing import shown
from therapist_desktop.domain.filters import Choice, Filters, Wish
from therapist_desktop.domain.taxonomy import Facet, FacetList, Taxonomy, Value
from therapist_desktop.ui.panes.filters import FilterPane
from therapist_desktop.ui.widgets.facet_list import FacetList as ValueList
from therapist_desktop.ui.widgets.wish_menu import WishMenu

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from therapist_desktop.ui.theme import Appearance
    from therapist_desktop.ui.widgets.facet_section import FacetSection

LEFT = Qt.MouseButton.LeftButton
ROLE = Qt.ItemDataRole.AccessibleTextRole
MEDICAID = Choice(Facet.PAYER, "medicaid")


def _payers() -> FacetList:
    """Fifteen payers, two of them below another, one with names of its own."""
    values = [
        Value(Facet.PAYER, "medicaid", "Medicaid", aliases=("MassHealth", "medical assistance")),
        Value(Facet.PAYER, "blue", "Blue Cross", aliases=("BCBS",)),
        Value(Facet.PAYER, "blue-ma", "Blue Cross of Massachusetts", parent="blue"),
        Value(Facet.PAYER, "blue-ny", "Empire", parent="blue"),
        *(Value(Facet.PAYER, f"payer-{n}", f"Payer {n}") for n in range(11)),
    ]
    return FacetList(Facet.PAYER, "Payer", tuple(values))


@pytest.fixture
def pane(qtbot: QtBot, appearance: Appearance) -> FilterPane:
    pane = shown(qtbot, FilterPane(appearance), 260, 900)
    pane.show_taxonomy(Taxonomy((_payers(), a_grouped_facet(), *a_taxonomy({Facet.LANGUAGE: 4}).lists[:1])))
    pane.finish()
    counts = {
        "payer": {"medicaid": 9, "blue": 7, "payer-1": 5},
        "specialty": {"mood": 3},
        "language": {"language-1": 2},
    }
    pane.show_counts(some_results(counts=counts))
    QTest.qWait(0)  # lays it out
    return pane


@pytest.fixture
def payers(pane: FilterPane) -> FacetSection:
    return pane.sections[Facet.PAYER]


def _listed(section: FacetSection) -> ValueList:
    assert section.list is not None
    return section.list


def _ids(section: FacetSection) -> list[str]:
    return [row.value.id for row in section.model.rows]


def _stand_on(section: FacetSection, value: str) -> ValueList:
    listed = _listed(section)
    listed.setFocus()
    listed.keep_current(value)
    return listed


def test_space_demands_and_p_prefers(pane: FilterPane, payers: FacetSection) -> None:
    listed = _stand_on(payers, "medicaid")
    seen = []
    for key in (Qt.Key.Key_P, Qt.Key.Key_Space, Qt.Key.Key_P, Qt.Key.Key_P, Qt.Key.Key_Space, Qt.Key.Key_Space):
        QTest.keyClick(listed, key)
        seen.append(pane.filters.wish(MEDICAID))
    assert seen == [Wish.PREFER, Wish.MUST, Wish.PREFER, Wish.NONE, Wish.MUST, Wish.NONE]
    assert listed.currentIndex().row() == _ids(payers).index("medicaid")


def test_a_click_on_the_heart_prefers(pane: FilterPane, payers: FacetSection) -> None:
    listed = _listed(payers)
    QTest.mouseClick(listed.viewport(), LEFT, pos=listed.heart_of(_ids(payers).index("medicaid")))
    assert pane.filters == Filters(preferred=frozenset({MEDICAID}))
    QTest.mouseClick(listed.viewport(), LEFT, pos=listed.heart_of(_ids(payers).index("medicaid")))
    assert pane.filters == Filters()


def test_the_heart_says_what_it_does(payers: FacetSection) -> None:
    listed = _listed(payers)
    told = []
    for spot in (listed.heart_of(0), listed.visualRect(payers.model.index(0)).topLeft() + QPoint(40, 8)):
        event = QHelpEvent(QEvent.Type.ToolTip, spot, listed.viewport().mapToGlobal(spot))
        QApplication.sendEvent(listed.viewport(), event)
        told.append(QToolTip.text())
    assert told == ["Prefer: lifts, leaves nobody out (P)", "Medicaid: 9"]


def test_the_arrow_of_a_group_opens_it(payers: FacetSection) -> None:
    listed = _listed(payers)
    line = _ids(payers).index("blue")
    arrow = listed._delegate.parts(listed.visualRect(payers.model.index(line)), payers.model.rows[line]).arrow
    QTest.mouseClick(listed.viewport(), LEFT, pos=arrow.center())
    assert _ids(payers)[line : line + 3] == ["blue", "blue-ma", "blue-ny"]


def test_a_letter_in_the_middle_of_a_name_prefers_nothing(pane: FilterPane) -> None:
    listed = _stand_on(pane.sections[Facet.SPECIALTY], "couples")
    QTest.keyClicks(listed, "mp")
    assert pane.filters == Filters()
    assert listed.currentIndex().data() == "Mood"


def test_home_and_end_go_to_the_ends(payers: FacetSection) -> None:
    listed = _stand_on(payers, "medicaid")
    QTest.keyClick(listed, Qt.Key.Key_End)
    assert listed.currentIndex().row() == len(payers.model.rows) - 1
    QTest.keyClick(listed, Qt.Key.Key_Home)
    assert listed.currentIndex().row() == 0


@pytest.mark.parametrize("wish", [Wish.MUST, Wish.PREFER])
def test_the_menu_of_a_value_says_and_does_all_three(pane: FilterPane, payers: FacetSection, wish: Wish) -> None:
    listed = _stand_on(payers, "medicaid")

    def menu() -> WishMenu:
        keyboard = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
        QApplication.sendEvent(listed, keyboard)
        return listed.findChildren(WishMenu)[-1]

    opened = menu()
    assert [action.text() for action in opened.actions()] == ["Must have", "Prefer\tP", "Take away"]
    assert not opened.actions()[2].isEnabled()
    opened.actions()[[Wish.MUST, Wish.PREFER].index(wish)].trigger()
    assert pane.filters.wish(MEDICAID) is wish
    opened.close()
    again = menu()
    assert [action.isChecked() for action in again.actions()] == [wish is Wish.MUST, wish is Wish.PREFER, False]
    again.actions()[2].trigger()
    again.close()
    assert pane.filters == Filters()


def test_a_wish_is_spoken_and_told(pane: FilterPane, payers: FacetSection) -> None:
    model = payers.model
    said = []
    for wish in Wish:
        pane.wish(MEDICAID, wish)
        line = model.index(_ids(payers).index("medicaid"))
        said.append((model.data(line, ROLE), model.data(line, Qt.ItemDataRole.ToolTipRole)))
    assert said == [
        ("Medicaid, 9 listings", "Medicaid: 9"),
        ("Medicaid, 9 listings, must", "Medicaid: 9\nmust be met"),
        ("Medicaid, 9 listings, preferred", "Medicaid: 9\npreferred: lifts, leaves nobody out"),
    ]


def test_a_screen_reader_that_listens_is_told(pane: FilterPane, payers: FacetSection) -> None:
    assert payers.search is not None
    pane.activateWindow()
    QAccessible.setActive(True)
    try:
        QTest.keyClick(_stand_on(payers, "medicaid"), Qt.Key.Key_P)
        QTest.keyClicks(payers.search, "blue")
    finally:
        QAccessible.setActive(False)
    spoken = QAccessible.queryAccessibleInterface(_listed(payers))
    assert spoken.childCount() == len(payers.model.rows) == 2
    assert pane.filters.wish(MEDICAID) is Wish.PREFER


def test_nothing_anybody_presses_makes_a_value_both(pane: FilterPane, payers: FacetSection) -> None:
    chance, expected = random.Random(7), Filters()
    listed = _listed(payers)
    for _ in range(150):
        value = chance.choice(_ids(payers))
        wish = chance.choice((Wish.MUST, Wish.PREFER))
        if chance.random() < 0.5:
            _stand_on(payers, value)
            QTest.keyClick(listed, Qt.Key.Key_P if wish is Wish.PREFER else Qt.Key.Key_Space)
        else:
            line = _ids(payers).index(value)
            box = listed.visualRect(payers.model.index(line)).topLeft() + QPoint(30, 8)
            QTest.mouseClick(listed.viewport(), LEFT, pos=listed.heart_of(line) if wish is Wish.PREFER else box)
        expected = expected.toggled(Choice(Facet.PAYER, value), wish)
        assert pane.filters == expected
        assert pane.filters.chosen.isdisjoint(pane.filters.preferred)


def test_a_group_shows_a_dash_while_only_a_part_of_it_is_chosen(pane: FilterPane) -> None:
    section = pane.sections[Facet.SPECIALTY]
    pane.choose(Choice(Facet.SPECIALTY, "mood-1"))

    def state(value: str) -> object:
        return section.model.data(section.model.index(_ids(section).index(value)), Qt.ItemDataRole.CheckStateRole)

    assert state("mood") == Qt.CheckState.PartiallyChecked
    assert state("mood-1") == Qt.CheckState.Checked
    assert state("trauma") == Qt.CheckState.Unchecked
    assert "some below it" in section.model.data(section.model.index(_ids(section).index("mood")), ROLE)  # type: ignore[operator]
    pane.wish(Choice(Facet.SPECIALTY, "mood-1"), Wish.PREFER)
    assert state("mood") == Qt.CheckState.Unchecked
    QTest.keyClick(_stand_on(section, "mood"), Qt.Key.Key_Space)
    assert state("mood") == Qt.CheckState.Checked


def test_groups_open_and_shut_with_keys_and_left_leads_up(pane: FilterPane) -> None:
    section = pane.sections[Facet.SPECIALTY]
    listed = _stand_on(section, "mood")
    QTest.keyClick(listed, Qt.Key.Key_Right)
    QTest.keyClick(listed, Qt.Key.Key_Down)
    assert listed.currentIndex().data() == "Mood 0"
    QTest.keyClick(listed, Qt.Key.Key_Left)
    assert listed.currentIndex().data() == "Mood"
    QTest.keyClick(listed, Qt.Key.Key_Left)
    assert "mood-0" not in _ids(section)


def test_a_long_list_has_a_field_and_a_short_one_has_none(pane: FilterPane, payers: FacetSection) -> None:
    assert payers.search is not None
    assert payers.search.isVisible()
    assert pane.sections[Facet.LANGUAGE].search is None


@pytest.mark.parametrize(
    ("typed", "found", "tally"),
    [
        ("massh", ["medicaid"], "1 of 15"),
        ("empire", ["blue-ny"], "1 of 15"),
        ("MASS", ["medicaid", "blue-ma"], "2 of 15"),
        ("bcbs", ["blue"], "1 of 15"),
        ("nobody", [], "0 of 15"),
    ],
)
def test_other_names_and_children_are_found(payers: FacetSection, typed: str, found: list[str], tally: str) -> None:
    assert payers.search is not None
    QTest.keyClicks(payers.search, typed)
    assert _ids(payers) == found
    assert payers.search.tally == payers.search.accessibleDescription() == tally
    assert _listed(payers).grab().width() > 0  # also where there is nothing, which it says


def test_a_line_found_by_another_name_shows_it(payers: FacetSection) -> None:
    assert payers.search is not None
    QTest.keyClicks(payers.search, "massh")
    assert payers.model.rows[0].alias == "MassHealth"
    assert payers.model.data(payers.model.index(0), ROLE) == "Medicaid, also called MassHealth, 9 listings"
    assert payers.model.data(payers.model.index(0), Qt.ItemDataRole.ToolTipRole) == "Medicaid (MassHealth): 9"


def test_a_group_that_was_found_can_be_opened(payers: FacetSection) -> None:
    assert payers.search is not None
    QTest.keyClicks(payers.search, "bcbs")
    QTest.keyClick(_stand_on(payers, "blue"), Qt.Key.Key_Right)
    assert _ids(payers) == ["blue", "blue-ma", "blue-ny"]
    assert payers.search.tally == "1 of 15"


def test_enter_takes_the_first_and_esc_shows_all_again(pane: FilterPane, payers: FacetSection) -> None:
    field = payers.search
    assert field is not None
    before = _ids(payers)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert pane.filters == Filters()
    QTest.keyClicks(field, "medic")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert pane.filters.chosen == {MEDICAID}
    assert field.selectedText() == "medic"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.text()
    assert not field.tally
    assert _ids(payers) == before


def test_down_leads_from_the_field_into_the_list(pane: FilterPane, payers: FacetSection) -> None:
    assert payers.search is not None
    pane.activateWindow()
    payers.search.setFocus()
    QTest.keyClick(payers.search, Qt.Key.Key_Down)
    assert _listed(payers).hasFocus()
    assert _listed(payers).currentIndex().isValid()
