"""Filters in the real window: preferred, cleared, brought back, and forgotten with the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtTest import QTest

from tests.journeys.desks import LEFT, Desk
from therapist_desktop.domain.filters import Choice, Filters, Kind, Near
from therapist_desktop.domain.places import Page
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.services.paths import AppPaths

SPANISH = Choice(Facet.LANGUAGE, "es")


def test_what_is_preferred_stands_first_and_nobody_is_left_out(desk: Desk) -> None:
    values = desk.facet(Facet.LANGUAGE)
    values.setFocus()
    values.keep_current("es")
    desk.press("P")
    desk.until(lambda: "Prefer Spanish" in desk.window.chips.texts and "Spanish" in desk.window.chips.remarks_text)
    results = desk.built.catalogue.search(Filters(preferred=frozenset({SPANISH})))
    spanish = desk.built.catalogue.search(Filters(chosen=frozenset({SPANISH}))).total
    assert 0 < spanish < results.total == desk.rows == 360
    rows = desk.built.catalogue.page(results, 0, spanish)
    assert all(any(reason.subject == "Spanish" for reason in card.why) for card in rows)
    desk.until(lambda: desk.window.results.table.model().index(0, 0).isValid())
    QTest.mouseClick(desk.window.chips.chips[0], LEFT, pos=desk.window.chips.chips[0].cross.center())
    desk.until(lambda: not desk.window.chips.texts)


def test_everything_cleared_comes_back_with_one_key(desk: Desk) -> None:
    window = desk.window
    assert not window.actions_["clear"].isEnabled()
    assert not window.actions_["undo_clear"].isEnabled()
    asked = Filters("grief", Kind.PROVIDER, near=Near("10001", 200.0), preferred=frozenset({SPANISH}))
    window.filters.use(asked)
    desk.until(lambda: len(window.chips.texts) == 4 and desk.rows < 360)
    desk.press("Ctrl+Shift+X")
    desk.until(lambda: desk.rows == 360 and window.chips.undo_button is not None)
    assert not window.search_box.text()
    assert not window.actions_["clear"].isEnabled()
    window.show_page(Page.CRISIS)
    assert not window.actions_["undo_clear"].isEnabled()
    window.show_page(Page.FIND)
    window.results.table.setFocus()
    desk.press("Ctrl+Z")
    desk.until(lambda: desk.rows < 360 and window.chips.undo_button is None)
    assert window.filters.filters == asked
    assert window.search_box.text() == "grief"


def test_filters_in_the_drawer_are_within_reach_of_the_keyboard(desk: Desk) -> None:
    desk.window.resize(820, 640)
    desk.until(lambda: not desk.window.find_page.filters_are_beside)
    desk.press("Ctrl+Shift+F")
    desk.until(desk.window.filters.isVisible)
    desk.window.filters.focus_first()
    field = desk.window.filters.sections[Facet.PAYER].search
    assert field is not None
    while not field.hasFocus():
        desk.press("Tab")
        assert desk.window.filters.isAncestorOf(desk.focus)
    desk.type("medicaid")
    desk.press("Return")
    desk.until(lambda: "Medicaid" in desk.window.chips.texts)


def test_a_value_that_is_gone_is_not_blamed_on_the_place(desk: Desk) -> None:
    gone = Choice(Facet.SPECIALTY, "no-longer-there")
    desk.window.filters.use(Filters(near=Near("10001", 200.0), chosen=frozenset({gone})))
    desk.until(lambda: "no-longer-there" in desk.window.results.notice.words)
    assert not desk.window.filters._place.problem
    QTest.mouseClick(desk.window.chips.chips[1], LEFT, pos=desk.window.chips.chips[1].cross.center())
    desk.until(lambda: desk.window.results.state == "results")


def test_no_place_is_ever_written_to_the_disk(desk: Desk) -> None:
    place = "Truth or Consequences, NM"
    desk.window.filters.use(Filters(near=Near(place)))
    QTest.mouseClick(desk.window.filters.sections[Facet.PAYER].heading, LEFT)
    desk.until(lambda: place in "".join(desk.window.chips.texts))
    desk.window.filters.clear()
    desk.built.keeping.keep()
    desk.deeds.submit(int).result()
    written = [file for file in _files(desk.paths) if place.encode() in file.read_bytes()]
    assert not written
    assert b"payer" in b"".join(file.read_bytes() for file in _files(desk.paths))


def _files(paths: AppPaths) -> list[Path]:
    """Everything in the data folder but the releases, which know every place there is."""
    files = (file for file in paths.folder.rglob("*") if file.is_file())
    return [file for file in files if not file.is_relative_to(paths.catalogues)]
