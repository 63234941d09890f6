"""Through the tabs of the details while standing in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.journeys.desks import Desk, desk_at
from therapist_desktop.domain.filters import Choice, Filters, Kind
from therapist_desktop.domain.places import Page
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.ui.widgets.fact import Fact
from therapist_desktop.ui.widgets.qr_square import QrSquare
from therapist_desktop.ui.widgets.value_chip import ValueChip
from therapist_desktop.ui.wording.listing import sentence_case

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


def _point_at(desk: Desk, row: int) -> None:
    table = desk.window.results.table
    table.setFocus()
    table.setCurrentIndex(table.model().index(row, 0))
    desk.until(lambda: table.card is not None and desk.shown == table.card.id)


def test_the_tabs_are_walked_through_from_the_list_and_stay_on_the_way(desk: Desk) -> None:
    window = desk.window
    _point_at(desk, 0)
    desk.press("Ctrl+Shift+PgDown")
    assert window.detail.tab == "contact"
    desk.until(lambda: any(square.code is not None for square in window.detail.findChildren(QrSquare)))
    assert window.results.table.hasFocus()
    desk.press("Down")
    card = window.results.table.card
    assert card is not None
    desk.until(lambda: desk.shown == card.id)
    assert window.detail.tab == "contact"
    desk.press("Ctrl+Shift+PgUp")
    desk.press("Ctrl+Shift+PgUp")
    assert window.detail.tab == "notes"
    window.show_page(Page.LIBRARY)
    assert not window.actions_["next_part"].isEnabled()
    window.show_page(Page.FIND)
    assert window.actions_["next_part"].isEnabled()


def test_the_reasons_of_the_search_stand_on_the_overview(desk: Desk) -> None:
    window = desk.window
    desk.window.filters.use(Filters(chosen=frozenset({Choice(Facet.PAYER, "medicaid")})))
    desk.until(lambda: desk.rows < 360)
    _point_at(desk, 0)
    card = window.results.table.card
    assert card is not None
    assert card.why
    facts = {fact.words for fact in window.detail.findChildren(Fact)}
    assert facts.issuperset(sentence_case(reason.text) for reason in card.why)


def test_a_chip_leads_to_the_page_about_it(desk: Desk) -> None:
    window = desk.window
    window.filters.use(Filters(kind=Kind.PROVIDER, chosen=frozenset({Choice(Facet.APPROACH, "emdr")})))
    desk.until(lambda: desk.rows < 360)
    window.detail.choose("approach")
    _point_at(desk, 0)
    emdr = next(one for one in window.detail.findChildren(ValueChip) if "EMDR" in one.accessibleName())
    emdr.click()
    desk.until(lambda: window.page is Page.LIBRARY and window.reader.piece is not None)
    assert window.reader.piece is not None
    assert window.reader.piece.id == "topic:emdr"


def test_the_tab_is_there_again_the_next_day(starter_folder: Path, qapp: QApplication, qtbot: QtBot) -> None:
    with desk_at(starter_folder, qapp, qtbot) as desk:
        desk.window.detail.choose("sources")
        desk.close()
    with desk_at(starter_folder, qapp, qtbot) as desk:
        assert desk.window.detail.tab == "sources"
