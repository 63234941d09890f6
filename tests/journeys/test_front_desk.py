"""Ninety seconds on the phone: three listings that fit, by keyboard, by mouse, and where nothing fits at first."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from tests.journeys.desks import LEFT, Desk, desk_at
from therapist_desktop.domain.filters import Choice, Filters, Near
from therapist_desktop.domain.places import Page, View
from therapist_desktop.domain.results import Card
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.ui.models.columns import MARK
from therapist_desktop.ui.models.listings import ListingModel
from therapist_desktop.ui.models.questions import ORDER, Question
from therapist_desktop.ui.panes.call import CallPane
from therapist_desktop.ui.panes.compare import ComparePane
from therapist_desktop.ui.widgets.map_view import MapView
from therapist_desktop.ui.widgets.marks_strip import MarksStrip
from therapist_desktop.ui.widgets.phone_line import CopyButton

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from therapist_desktop.ui.widgets.call_option import CallOption

MEDICAID, SPANISH = Choice(Facet.PAYER, "medicaid"), Choice(Facet.LANGUAGE, "es")
_Part = TypeVar("_Part", bound=QWidget)


def _part(desk: Desk, kind: type[_Part]) -> _Part:
    found: _Part | None = desk.window.findChild(kind)
    assert found is not None
    return found


def _is_answered(desk: Desk) -> bool:
    """What stands there answers what is asked for now."""
    answer = desk.built.search.answer
    return answer is not None and answer.results.filters == desk.window.filters.filters


def _marked(desk: Desk) -> list[str]:
    return [shown.id for shown in desk.built.marking.marked]


def _miles(option: CallOption) -> float:
    near = option.option.filters.near
    return near.miles if near else 0.0


def _miles_now(desk: Desk) -> float:
    near = desk.window.filters.filters.near
    assert near is not None
    return near.miles


def _mark_three(desk: Desk) -> list[str]:
    table, wanted = desk.window.results.table, []
    assert table.hasFocus()
    for _ in range(3):
        assert table.card is not None
        wanted.append(table.card.id)
        desk.press("Space")
        desk.press("Down")
    assert _marked(desk) == wanted
    return wanted


def test_the_ninety_second_call_by_keyboard_alone(desk: Desk) -> None:
    desk.press("F2")
    call = _part(desk, CallPane)
    desk.until(lambda: desk.focus is call.asking.entry)
    desk.type("medicaid")
    assert call.asking.options[0].option.label == "Medicaid"
    desk.press("Return")
    desk.press("1")
    desk.type("New York, NY")
    desk.press("Return")
    desk.until(lambda: _is_answered(desk) and desk.window.filters.filters.near == Near("New York, NY"))
    assert MEDICAID in desk.window.filters.filters.chosen
    desk.until(lambda: call.asking.question is Question.PROBLEM)
    while int(call.best.count_text) < 3:  # somebody says: a little further would do
        desk.press("Backspace")
        wider = next(place for place, one in enumerate(call.asking.options) if _miles(one) > _miles_now(desk))
        desk.press(str(wider + 1))
        desk.until(lambda: _is_answered(desk))
    for _ in ORDER[2:]:
        desk.press("Return")
    assert desk.window.page is Page.FIND
    three = _mark_three(desk)
    desk.press("F4")
    compare = _part(desk, ComparePane)
    desk.until(lambda: [side.shown.id for side in compare.sides] == three and bool(compare.rows))
    desk.press("Esc")
    desk.until(lambda: desk.window.page is Page.FIND)
    desk.window.results.table.setFocus()
    card = desk.window.results.table.card
    assert card is not None
    desk.press("Ctrl+Shift+C")
    assert desk.clipboard == card.phone


def test_a_comparison_is_kept_as_a_file_or_it_is_told(desk: Desk, tmp_path: Path) -> None:
    desk.window.results.focus_list()
    _mark_three(desk)
    desk.press("F4")
    compare = _part(desk, ComparePane)
    desk.until(lambda: bool(compare.rows))
    (tmp_path / "taken.pdf").mkdir()
    for name in ("kept.pdf", "taken.pdf"):
        compare.tools.save_pdf.click()
        dialog = _part(desk, QFileDialog)
        dialog.fileSelected.emit(str(tmp_path / name))
        dialog.reject()
        desk.until(lambda: desk.window.findChild(QFileDialog) is None)
    assert (tmp_path / "kept.pdf").read_bytes().startswith(b"%PDF")
    assert "taken.pdf cannot be written" in desk.window.banner.words


def test_the_call_is_cleared_with_one_key(desk: Desk) -> None:
    desk.press("F2")
    call = _part(desk, CallPane)
    desk.press("1")
    desk.until(lambda: bool(desk.window.filters.filters.chosen) and _is_answered(desk))
    desk.window.show_page(Page.FIND)
    desk.window.results.focus_list()
    _mark_three(desk)
    desk.press("F4")
    desk.until(lambda: len(_part(desk, ComparePane).sides) == 3)
    desk.press("Ctrl+T")
    desk.press("Ctrl+Shift+F2")
    desk.until(lambda: desk.rows == 360 and not _marked(desk))
    assert not _part(desk, ComparePane).sides
    assert len(desk.built.places.tabs.ways) == 1
    assert desk.window.filters.filters == Filters()
    assert not desk.window.actions_["back"].isEnabled(), "nobody can go back to what was asked for"
    desk.press("F2")
    assert not any(call.steps.texts)


def test_the_call_by_mouse(desk: Desk) -> None:
    window, table = desk.window, desk.window.results.table
    desk.value(Facet.PAYER, "medicaid")
    desk.until(lambda: window.filters.filters.chosen == {MEDICAID} and _is_answered(desk))
    wanted = []
    for row in range(3):
        star = table.visualRect(table.model().index(row, MARK)).center()
        QTest.mouseClick(table.viewport(), LEFT, pos=star)
        card = window.results.table.model().data(table.model().index(row, 0), ListingModel.CardRole)
        assert isinstance(card, Card)
        wanted.append(card.id)
    desk.until(lambda: _marked(desk) == wanted)
    strip = _part(desk, MarksStrip)
    desk.until(strip.compare.isVisible)
    QTest.mouseClick(strip.compare, LEFT)
    compare = _part(desk, ComparePane)
    desk.until(lambda: [side.shown.id for side in compare.sides] == wanted)
    assert any(row.differs for row in compare.rows)
    QTest.mouseClick(compare.tools.back, LEFT)
    assert window.page is Page.FIND
    QTest.mouseClick(window.detail.findChildren(CopyButton)[0], LEFT)
    assert desk.clipboard


def test_nothing_fits_then_a_near_miss_then_three_are_marked(desk: Desk) -> None:
    window = desk.window
    window.filters.use(Filters(words="grief", near=Near("59718", 5.0), chosen=frozenset({MEDICAID, SPANISH})))
    desk.until(lambda: window.results.state == "notice" and bool(window.results.notice.buttons))
    window.results.focus_list()
    for _ in range(4):  # one change after the other, the best first
        if _is_answered(desk) and desk.rows >= 3:
            break
        before = window.filters.filters
        button = window.results.notice.buttons[0]
        QTest.keyClick(button, Qt.Key.Key_Space)
        desk.until(lambda before=before: window.filters.filters != before and _is_answered(desk))  # type: ignore[misc]
    assert desk.rows >= 3
    window.results.focus_list()
    assert len(_mark_three(desk)) == 3


def test_the_map_shows_what_was_found_and_a_dot_leads_to_its_row(desk: Desk) -> None:
    window = desk.window
    window.filters.use(Filters(near=Near("10001", 50.0)))
    desk.until(lambda: _is_answered(desk) and 0 < desk.rows < 360)
    desk.press("Shift+F7")
    desk.until(lambda: window.findChild(MapView) is not None)
    view = _part(desk, MapView)
    desk.until(lambda: window.results.view is View.MAP and view.isVisible() and view.is_at_rest)
    desk.press("F7")
    desk.until(window.results.table.isVisible)


def test_a_restart_keeps_the_state_but_no_words_and_no_place(desk: Desk, qapp: QApplication, qtbot: QtBot) -> None:
    window = desk.window
    window.filters.use(Filters(words="grief", near=Near("10001", 100.0), chosen=frozenset({MEDICAID})))
    desk.until(lambda: _is_answered(desk))
    desk.press("Ctrl+Shift+D")
    window.filters.use(Filters(chosen=frozenset({MEDICAID})))
    desk.until(lambda: _is_answered(desk))
    window.results.focus_list()
    three = _mark_three(desk)
    desk.close()
    with desk_at(desk.paths.folder, qapp, qtbot) as again:
        again.until(lambda: _marked(again) == three)
        assert again.window.filters.filters == Filters(chosen=frozenset({MEDICAID}))
        assert again.window.actions_["compact"].isChecked()
        assert again.rows == desk.built.catalogue.search(Filters(chosen=frozenset({MEDICAID}))).total
