"""Two to four listings side by side: what differs, what only one has, and what is on paper."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.builders import TODAY, a_release
from tests.ui.by_hand import ByHand
from tests.ui.showing import shown
from therapist_desktop.domain.errors import CatalogueDamaged, NotFound
from therapist_desktop.domain.filters import Kind
from therapist_desktop.domain.freshness import Freshness
from therapist_desktop.domain.listing import Listing, Location, PayerFact, Provenance
from therapist_desktop.domain.notebook import Shown
from therapist_desktop.domain.phone import Phone
from therapist_desktop.domain.taxonomy import Facet, Value
from therapist_desktop.ui.compare_sheet import pdf_of, sheet_of
from therapist_desktop.ui.controllers.comparing import ComparingController, Side
from therapist_desktop.ui.jobs import NewestOnly
from therapist_desktop.ui.models.comparison import compared
from therapist_desktop.ui.models.comparison_size import why_not_compared
from therapist_desktop.ui.panes.compare import ComparePane

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from therapist_desktop.ui.models.compare_table import CompareRow
    from therapist_desktop.ui.theme import Appearance

ROLE = Qt.ItemDataRole.AccessibleTextRole


def a_listing(name: str, **changed: Any) -> Listing:
    facts: dict[str, Any] = {
        "id": f"npi:{name}",
        "kind": Kind.PROVIDER,
        "name": name,
        "accepting": "yes",
        "verified_on": date(2026, 11, 1),
        "freshness": Freshness.FRESH,
        "location": Location("1 Sample Street", "", "New York", "NY", "10001"),
        "phones": (Phone("5555550142"),),
        "payers": (PayerFact("Medicaid", "medicaid"),),
        "values": (Value(Facet.LANGUAGE, "en", "English"),),
        "sources": (Provenance("Sample source"),),
    }
    return Listing(**{**facts, **changed})


def _two() -> tuple[Listing, Listing]:
    more = (PayerFact("Medicaid", "medicaid"), PayerFact("Aetna", "aetna"))
    return a_listing("Ana Sample"), a_listing("Bridge House", payers=more, fees="$80", accepting="waitlist")


def _row(rows: tuple[CompareRow, ...], heading: str) -> CompareRow:
    return next(row for row in rows if row.heading == heading)


def test_what_is_the_same_and_what_differs() -> None:
    rows = compared(_two(), TODAY)
    takes = _row(rows, "Takes")
    assert takes.cells == ("Medicaid", "Medicaid\nAetna")
    assert takes.differs
    assert takes.only == (frozenset(), frozenset({"Aetna"}))
    assert not _row(rows, "Languages").differs
    assert _row(rows, "Fees").cells == ("", "$80")
    assert _row(rows, "Fees").differs, "not known is not the same as known"


def test_the_order_of_values_is_no_difference() -> None:
    payers = (PayerFact("Aetna", "aetna"), PayerFact("Medicaid", "medicaid"))
    rows = compared([a_listing("A", payers=payers), a_listing("B", payers=payers[::-1])], TODAY)
    assert not _row(rows, "Takes").differs


def test_what_nobody_knows_is_left_out_and_groups_follow_the_call() -> None:
    rows = compared(_two(), TODAY)
    assert "Hours" not in {row.heading for row in rows}
    groups = list(dict.fromkeys(row.group for row in rows))
    assert groups[:3] == ["Contact", "Openings", "Payers and fees"]
    assert groups[-1] == "How sure this is"
    assert rows[0].is_phone


def test_one_that_is_gone_makes_no_difference() -> None:
    rows = compared([a_listing("Ana Sample"), None], TODAY)
    assert not any(row.differs for row in rows)
    assert all(row.cells[1] == "" for row in rows)


def test_of_one_that_is_gone_the_number_stays() -> None:
    rows = compared([a_listing("Ana Sample"), None], TODAY, ["", "(518) 555-0143"])
    assert _row(rows, "Phone").cells == ("(555) 555-0142", "(518) 555-0143")
    assert all(row.cells[1] == "" for row in rows if not row.is_phone)


def test_an_altered_record_has_no_number_to_call() -> None:
    rows = compared([a_listing("Ana Sample", intact=False), a_listing("Bridge House")], TODAY)
    assert _row(rows, "Phone").cells == ("", "(555) 555-0142")


@pytest.mark.parametrize(("count", "can"), [(0, False), (1, False), (2, True), (4, True), (5, False)])
def test_two_to_four_can_be_compared(count: int, can: bool) -> None:
    assert (why_not_compared(count) == "") is can


@pytest.fixture
def pane(qtbot: QtBot, appearance: Appearance) -> ComparePane:
    return shown(qtbot, ComparePane(appearance, lambda: TODAY), 1160, 600)


def _sides(*listings: Listing) -> tuple[Side, ...]:
    return tuple(Side(Shown(one.id, one.kind, one.name, "(555) 555-0142"), one) for one in listings)


def test_nothing_marked_says_how_to_begin(pane: ComparePane, qtbot: QtBot) -> None:
    assert not pane.tools.print_it.isEnabled()
    pane.focus_first()
    with qtbot.waitSignal(pane.left):
        QTest.keyClick(pane, Qt.Key.Key_Escape)


def test_each_cell_is_a_sentence(pane: ComparePane) -> None:
    pane.show_sides(_sides(*_two()))
    facts = pane.table.facts
    row = next(place for place, line in enumerate(facts.lines) if line.row and line.row.heading == "Takes")
    assert facts.data(facts.index(row, 0), ROLE) == "Takes, differs"
    said = facts.data(facts.index(row, 2), ROLE)
    assert said == "Bridge House, Takes: Medicaid, Aetna; differs; only here: Aetna."
    assert pane.tools.words == "2 listings side by side"
    pane.grab()


def test_differences_only_leaves_out_what_is_the_same(pane: ComparePane) -> None:
    pane.show_sides(_sides(*_two()))
    before = pane.table.facts.rowCount()
    pane.tools.differences.click()
    rows = [line.row for line in pane.table.facts.lines if line.row]
    assert rows
    assert all(row.differs for row in rows)
    assert pane.table.facts.rowCount() < before
    pane.tools.differences.click()
    assert pane.table.facts.rowCount() == before


def test_each_can_be_opened_copied_and_left_out(pane: ComparePane) -> None:
    pane.show_sides(_sides(*_two(), a_listing("Cedar Sample")))
    heard: list[tuple[str, str]] = []
    pane.listing_chosen.connect(lambda one: heard.append(("open", one)))
    pane.removal_requested.connect(lambda one: heard.append(("remove", one)))
    pane.copy_requested.connect(lambda text: heard.append(("copy", text)))
    second = pane.heads[1]
    for button in (second.open, second.copy, second.remove):
        button.click()
    assert heard == [("open", "npi:Bridge House"), ("copy", "555-555-0142"), ("remove", "npi:Bridge House")]
    QTest.keyClick(pane.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(pane.table, Qt.Key.Key_Right)
    QTest.keyClick(pane.table, Qt.Key.Key_Return)
    assert heard[3:] == [("copy", "(555) 555-0142"), ("open", "npi:Bridge House")]


def test_one_that_is_gone_says_so_and_keeps_its_number(pane: ComparePane) -> None:
    gone = Side(Shown("npi:9", "provider", "Gone Sample", "(555) 555-0199"), None)
    pane.show_sides((*_sides(a_listing("Ana Sample")), gone))
    head = pane.heads[1]
    assert not head.open.isEnabled()
    assert head.copy.isEnabled()
    pane.grab()


@pytest.mark.parametrize("zoom", [0.7, 1.0, 2.0])
def test_four_stand_in_line_with_their_heads(pane: ComparePane, appearance: Appearance, zoom: float) -> None:
    appearance.set_zoom(zoom)
    pane.show_sides(_sides(*(a_listing(f"Person {n} Sample") for n in range(4))))
    pane.grab()
    lefts = [pane.table.columnViewportPosition(column) for column in range(1, 5)]
    assert [head.x() for head in pane.heads] == lefts
    fits = lefts[-1] + pane.table.columnWidth(4) <= pane.table.viewport().width()
    assert fits is (zoom < 2)
    pane.table.horizontalScrollBar().setValue(50)
    assert pane._head_scroll.horizontalScrollBar().value() == pane.table.horizontalScrollBar().value()


def test_trouble_is_told_with_a_way_back(pane: ComparePane, qtbot: QtBot) -> None:
    pane.show_problem(CatalogueDamaged(what="bad page"))
    with qtbot.waitSignal(pane.left):
        pane._notice.buttons[0].click()


def test_paper_says_the_day_the_release_and_to_ask(qapp: object) -> None:
    rows = compared(_two(), TODAY)
    html = sheet_of(("Ana <Sample>", "Bridge House"), rows, a_release(), TODAY)
    for words in (
        "20 Nov 2026",
        "Release 42",
        "Confirm with the office",
        "Ana &lt;Sample&gt;",
        "(differs)",
        "Not known",
    ):
        assert words in html
    assert pdf_of(html).startswith(b"%PDF")


class _Shelf:
    """A catalogue with one listing."""

    def listing(self, listing_id: str) -> Listing:
        if listing_id != "npi:Ana Sample":
            raise NotFound(id=listing_id)
        return a_listing("Ana Sample")


def test_listings_are_fetched_off_the_window_and_gone_ones_stay(qapp: object) -> None:
    hand = ByHand()
    comparing = ComparingController(_Shelf(), NewestOnly(hand))
    arrived: list[tuple[Side, ...]] = []
    comparing.arrived.connect(arrived.append)
    shown = (Shown("npi:Ana Sample", "provider", "Ana Sample"), Shown("npi:9", "provider", "Gone Sample"))
    comparing.compare(shown)
    assert not arrived
    hand.run_all()
    assert [side.listing is not None for side in arrived[-1]] == [True, False]
    comparing.drop("npi:9")
    hand.run_all()
    assert [side.shown.name for side in arrived[-1]] == ["Ana Sample"]
    comparing.drop("npi:Ana Sample")
    assert arrived[-1] == ()
    comparing.reopen()
    assert not hand.waiting
