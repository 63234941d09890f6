"""Where somebody is: back and forward, tabs, what comes back tomorrow, and the one search box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.journeys.desks import Desk, desk_at, part_of
from therapist_desktop.domain.filters import Filters
from therapist_desktop.domain.places import Page
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.ui.widgets.tab_strip import TabStrip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


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
    bar = reader.page.scroller.verticalScrollBar()
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
    strip = part_of(window, TabStrip)
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
