"""Where somebody is: back and forward, tabs, what comes back tomorrow, and the one search box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.journeys.desks import Desk, click_row, desk_at
from therapist_desktop.domain.answers import Group
from therapist_desktop.domain.filters import Filters
from therapist_desktop.domain.library import Section
from therapist_desktop.domain.places import Page
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.ui.models.answers import Kind
from therapist_desktop.ui.widgets.answers_panel import AnswersPanel
from therapist_desktop.ui.widgets.tab_strip import TabStrip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from therapist_desktop.ui.models.answers import Line


def _panel(desk: Desk) -> AnswersPanel:
    panel = desk.window.findChild(AnswersPanel)
    assert panel is not None
    return panel


def _titles(desk: Desk) -> list[str]:
    strip = desk.window.findChild(TabStrip)
    if strip is None or strip.isHidden():
        return []
    return [strip.bar.tabToolTip(place) for place in range(strip.bar.count())]


def _alliance(desk: Desk) -> str:
    return desk.built.catalogue.pieces(words="therapeutic alliance")[0].id


def _reads(desk: Desk, piece: str) -> bool:
    shown = desk.window.reader.piece
    return desk.window.page is Page.LIBRARY and shown is not None and shown.id == piece


def _answered(desk: Desk, group: Group) -> bool:
    return any(line.answer is not None and line.answer.group is group for line in _panel(desk).lines)


def _walk_to(desk: Desk, group: Group) -> Line:
    for _ in range(40):
        desk.press("Down")
        line = _panel(desk).current
        if line is not None and line.answer is not None and line.answer.group is group:
            return line
    raise AssertionError(group)


def test_back_and_forward_over_a_search_a_listing_and_an_article(desk: Desk) -> None:
    window, places = desk.window, desk.built.places
    desk.value(Facet.PAYER, "medicaid")
    desk.until(lambda: 0 < desk.rows < 360)
    found = desk.rows
    window.results.table.setFocus()
    desk.press("Down")
    desk.press("Return")
    listing = places.here.listing
    assert listing
    desk.until(lambda: desk.shown == listing)
    window.detail.piece_requested.emit(_alliance(desk))
    desk.until(lambda: _reads(desk, _alliance(desk)))

    desk.press("Alt+Left")
    assert window.page is Page.FIND
    assert desk.shown == listing
    assert window.detail.isAncestorOf(desk.focus)
    desk.press("Alt+Left")
    assert window.results.table.hasFocus()
    assert window.filters.filters.chosen
    assert window.results.selected == listing
    desk.press("Alt+Left")
    desk.until(lambda: desk.rows == 360)
    assert window.filters.filters == Filters()
    assert not window.actions_["back"].isEnabled()

    desk.press("Alt+Right")
    desk.until(lambda: desk.rows == found)
    desk.until(lambda: window.results.selected == listing)
    desk.press("Alt+Right")
    desk.until(lambda: desk.shown == listing)
    desk.press("Alt+Right")
    desk.until(lambda: _reads(desk, _alliance(desk)))
    assert not window.actions_["forward"].isEnabled()


def test_words_typed_one_after_another_are_one_step(desk: Desk) -> None:
    desk.press("Ctrl+K")
    desk.type("grief")
    desk.until(lambda: desk.rows < 360)
    desk.press("Return")
    desk.until(desk.window.results.table.hasFocus)
    desk.press("Ctrl+K")
    desk.type("trauma")
    desk.until(lambda: desk.window.chips.texts == ("\u201ctrauma\u201d",))
    for words in ("grief", ""):
        desk.press("Alt+Left")
        desk.until(lambda words=words: desk.window.search_box.text() == words)  # type: ignore[misc]
    assert not desk.window.actions_["back"].isEnabled()


def test_the_place_in_a_text_is_kept(desk: Desk) -> None:
    places, reader = desk.built.places, desk.window.reader
    places.open_piece(_alliance(desk))
    desk.until(lambda: _reads(desk, _alliance(desk)) and reader.is_whole)
    bar = reader._scroll.verticalScrollBar()
    reader.set_zoom(300)
    desk.until(lambda: bar.maximum() > 200)
    bar.setValue(150)
    other = next(card.id for card in desk.built.catalogue.pieces() if card.id != _alliance(desk))
    places.open_piece(other)
    desk.until(lambda: _reads(desk, other) and reader.is_whole)
    assert reader.place == 0
    desk.press("Alt+Left")
    desk.until(lambda: _reads(desk, _alliance(desk)) and reader.place == 150)


def test_the_mouse_has_keys_for_it_too(desk: Desk) -> None:
    desk.press("Ctrl+2")
    handle, spot = desk.window.windowHandle(), QPoint(600, 400)
    QTest.mouseClick(handle, Qt.MouseButton.BackButton, Qt.KeyboardModifier.NoModifier, spot)
    desk.until(lambda: desk.window.page is Page.FIND)
    QTest.mouseClick(handle, Qt.MouseButton.ForwardButton, Qt.KeyboardModifier.NoModifier, spot)
    desk.until(lambda: desk.window.page is Page.LIBRARY)


def test_two_tabs_each_with_its_own(desk: Desk) -> None:
    window = desk.window
    assert not _titles(desk)
    desk.value(Facet.PAYER, "medicaid")
    desk.until(lambda: 0 < desk.rows < 360)
    medicaid = desk.rows
    desk.press("Ctrl+T")
    desk.until(lambda: desk.rows == 360)
    assert window.search_box.hasFocus()
    assert _titles(desk) == ["Medicaid", "Everybody"]
    desk.value(Facet.LANGUAGE, "es")
    desk.until(lambda: desk.rows not in {360, medicaid})
    spanish = desk.rows
    assert _titles(desk) == ["Medicaid", "Spanish"]
    desk.press("Alt+1")
    desk.until(lambda: desk.rows == medicaid)
    strip = window.findChild(TabStrip)
    assert strip is not None
    strip.bar.moveTab(0, 1)
    assert _titles(desk) == ["Spanish", "Medicaid"]
    assert desk.built.places.tabs.current == 1
    strip.bar.moveTab(1, 0)
    desk.press("Ctrl+PgDown")
    desk.until(lambda: desk.rows == spanish)
    assert not window.actions_["forward"].isEnabled()
    desk.press("Ctrl+W")
    desk.until(lambda: desk.rows == medicaid)
    assert not _titles(desk)
    desk.press("Ctrl+Shift+T")
    desk.until(lambda: desk.rows == spanish)
    assert _titles(desk) == ["Medicaid", "Spanish"]
    QTest.mouseClick(
        strip.bar, Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier, strip.bar.tabRect(0).center()
    )
    assert not _titles(desk)
    assert desk.rows == spanish


def test_the_last_tab_that_is_closed_leaves_a_new_search(desk: Desk) -> None:
    desk.value(Facet.PAYER, "medicaid")
    desk.until(lambda: desk.rows < 360)
    desk.press("Ctrl+W")
    desk.until(lambda: desk.rows == 360)
    assert not desk.window.actions_["close_tab"].isEnabled()


def test_a_page_of_the_library_opens_in_a_tab_of_its_own(desk: Desk) -> None:
    desk.press("Ctrl+2")
    lines = desk.window.library._list
    desk.until(lambda: lines.count() > 3)
    lines.setFocus()
    lines.setCurrentRow(2)
    title = lines.item(2).text()
    desk.press("Ctrl+Return")
    desk.until(lambda: desk.window.reader.piece is not None)
    assert _titles(desk) == ["Library", title]
    desk.press("Ctrl+Shift+Tab")
    desk.until(lambda: not desk.built.places.here.piece)
    spot = lines.visualItemRect(lines.item(1)).center()
    QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, spot)
    assert len(_titles(desk)) == 3


def test_tomorrow_tabs_and_filters_are_back_but_no_words(desk: Desk, qapp: QApplication, qtbot: QtBot) -> None:
    desk.value(Facet.PAYER, "medicaid")
    desk.until(lambda: 0 < desk.rows < 360)
    medicaid = desk.rows
    desk.press("Ctrl+T")
    desk.press("Ctrl+K")
    desk.type("grief")
    desk.until(lambda: desk.window.chips.texts == ("\u201cgrief\u201d",) and desk.rows < 360)
    desk.press("Ctrl+T")
    desk.built.places.open_piece(_alliance(desk))
    desk.until(lambda: _reads(desk, _alliance(desk)))
    title = desk.built.places.names[_alliance(desk)]
    desk.close()
    assert b"grief" not in desk.paths.notebook.read_bytes()
    with desk_at(desk.paths.folder, qapp, qtbot) as again:
        again.until(lambda: _reads(again, _alliance(again)))
        assert _titles(again) == ["Medicaid", "Everybody", title]
        again.press("Alt+1")
        again.until(lambda: again.rows == medicaid)


def test_what_is_gone_tomorrow_is_as_if_it_had_not_been_open(desk: Desk, qapp: QApplication, qtbot: QtBot) -> None:
    desk.built.places.open_listing("npi:gone")
    desk.built.places.open_in_new_tab(desk.built.places.here._replace(page=Page.LIBRARY, piece="topic:gone"))
    desk.close()
    with desk_at(desk.paths.folder, qapp, qtbot) as again:
        again.until(lambda: not again.built.places.here.piece)
        assert again.window.page is Page.LIBRARY
        again.until(lambda: again.window.library._list.count() > 3)
        again.press("Alt+1")
        again.until(lambda: not again.built.places.here.listing)
        again.until(lambda: again.shown == again.window.results.pointed)
        assert "no longer" not in again.window.banner.words


def test_forgetting_leaves_nothing_to_go_back_to(desk: Desk) -> None:
    desk.press("Ctrl+K")
    desk.type("grief")
    desk.until(lambda: desk.rows < 360)
    desk.press("Return")
    desk.until(desk.window.results.table.hasFocus)
    desk.press("Ctrl+T")
    desk.press("Ctrl+W")
    assert desk.built.places.recents
    desk.built.places.forget()
    assert not desk.built.places.recents
    for name in ("back", "forward", "reopen_tab"):
        assert not desk.window.actions_[name].isEnabled()


def test_the_search_box_finds_a_hotline(desk: Desk) -> None:
    desk.press("Ctrl+K")
    desk.type("988")
    desk.until(lambda: _answered(desk, Group.HOTLINES))
    line = _panel(desk).current
    assert line is not None
    assert line.answer is not None, "what is named is what Enter opens"
    assert line.answer.phone == "988"
    desk.press("Return")
    desk.until(lambda: line.answer is not None and _reads(desk, line.answer.id))
    assert _panel(desk).isHidden()
    desk.until(lambda: desk.window.reader.isAncestorOf(desk.focus))


def test_the_answers_are_walked_from_the_box(desk: Desk) -> None:
    desk.press("Ctrl+K")
    desk.type("grief")
    desk.until(lambda: _answered(desk, Group.TOPICS))
    line = _walk_to(desk, Group.TOPICS)
    assert desk.window.search_box.hasFocus(), "the keyboard stays in the box"
    assert desk.window.search_box.accessibleDescription() == line.sentence
    desk.press("Up")
    assert _panel(desk).current != line
    desk.press("Down")
    desk.press("Return")
    desk.until(lambda: line.answer is not None and _reads(desk, line.answer.id))


def test_the_search_box_finds_a_topic_in_a_new_tab(desk: Desk) -> None:
    desk.press("Ctrl+K")
    desk.type("t:grief")
    assert desk.window.search_box.text() == "grief"
    desk.until(lambda: _answered(desk, Group.TOPICS) and not _answered(desk, Group.PEOPLE))
    line = _panel(desk).current
    assert line is not None
    assert line.text == "Grief", "what was named is what Enter opens"
    desk.press("Ctrl+Return")
    desk.until(lambda: line.answer is not None and _reads(desk, line.answer.id))
    assert _titles(desk)[-1] == "Grief"


def test_a_name_and_enter_open_the_listing(desk: Desk) -> None:
    desk.press("Ctrl+K")
    desk.type("alex sample")
    desk.press("Return")  # faster than any answer
    desk.until(lambda: bool(desk.built.places.here.listing))
    desk.until(lambda: desk.shown == desk.built.places.here.listing)
    listing = desk.window.detail.listing
    assert listing is not None
    assert listing.name == "Alex Sample"
    assert desk.window.detail.isAncestorOf(desk.focus)


def test_a_problem_and_enter_lead_to_the_rows(desk: Desk) -> None:
    desk.press("Ctrl+K")
    desk.type("grief")
    desk.press("Return")
    desk.until(lambda: desk.window.results.table.hasFocus() and desk.rows < 360)
    assert _panel(desk).isHidden()
    assert not desk.built.places.here.listing


def test_people_only(desk: Desk) -> None:
    desk.press("Ctrl+K")
    desk.type("p:grief")
    desk.until(lambda: _answered(desk, Group.PEOPLE))
    assert not _answered(desk, Group.CENTERS)
    assert [chip.text() for chip in _panel(desk).scopes if chip.isChecked()] == ["People"]
    desk.press("Return")
    desk.until(lambda: desk.window.chips.texts == ("\u201cgrief\u201d", "People"))
    assert [chip.text() for chip in _panel(desk).scopes if chip.isChecked()] == ["All"]


def test_a_group_of_the_library_leads_to_its_list(desk: Desk) -> None:
    desk.press("Ctrl+K")
    desk.type("d:line")
    desk.until(lambda: _answered(desk, Group.TERMS))
    _panel(desk).walk(-1)
    _panel(desk).walk(1)
    assert _panel(desk).current == _panel(desk).lines[0]
    desk.press("Return")
    desk.until(lambda: desk.window.page is Page.LIBRARY and desk.built.reading.listed == (Section.TERM, "line"))
    assert desk.window.library.isAncestorOf(desk.focus)


def test_an_empty_box_offers_what_was_there_before(desk: Desk) -> None:
    desk.press("Ctrl+K")
    assert [line.kind for line in _panel(desk).lines] == [Kind.HINT]
    desk.type("grief")
    desk.press("Return")
    desk.until(desk.window.results.table.hasFocus)
    desk.window.filters.clear()
    desk.until(lambda: desk.rows == 360)
    desk.press("Ctrl+K")
    desk.press("Down")
    desk.press("Return")
    desk.until(lambda: desk.window.filters.filters.words == "grief" and desk.rows < 360)
    assert "grief" not in "".join(file.name for file in desk.paths.folder.iterdir())


def test_the_answers_follow_the_window_and_go_with_the_keyboard(desk: Desk) -> None:
    desk.press("Ctrl+K")
    desk.type("grief")
    desk.until(lambda: _answered(desk, Group.TOPICS))
    panel = _panel(desk)
    desk.window.resize(900, 600)
    desk.until(lambda: panel.width() <= desk.window.search_box.width())
    assert desk.window.frame.rect().contains(panel.geometry())
    desk.press("Tab")
    assert panel.isAncestorOf(desk.focus), "the chips can be reached"
    assert panel.isVisible()
    desk.press("Right")
    assert [chip.text() for chip in panel.scopes if chip.isChecked()] == ["People"]
    desk.until(lambda: _answered(desk, Group.PEOPLE) and not _answered(desk, Group.TOPICS))
    assert panel.isAncestorOf(desk.focus)
    desk.press("Esc")
    assert desk.window.search_box.hasFocus()
    desk.window.results.table.setFocus()
    desk.until(panel.isHidden)


def test_a_click_opens_an_answer(desk: Desk) -> None:
    desk.press("Ctrl+K")
    desk.type("grief")
    desk.until(lambda: _answered(desk, Group.PEOPLE))
    panel = _panel(desk)
    row = next(row for row, line in enumerate(panel.lines) if line.answer is not None)
    answer = panel.lines[row].answer
    click_row(panel._list, row)
    desk.until(lambda: answer is not None and desk.shown == answer.id)
