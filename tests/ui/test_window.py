"""The whole window over a real starter_folder, driven by keys, every background step taken by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QMenuBar, QTableView, QWidget

from tests.ui.by_hand import ByHand
from therapist_desktop.building import build
from therapist_desktop.domain.filters import Choice, Filters, Near, Sort
from therapist_desktop.domain.places import Page
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.services.paths import AppPaths
from therapist_desktop.services.shelf import Shelf
from therapist_desktop.services.starter import BUNDLED
from therapist_desktop.ui.actions import DEEDS
from therapist_desktop.ui.built import Built
from therapist_desktop.ui.dialogs.about import AboutDialog
from therapist_desktop.ui.dialogs.shortcuts import ShortcutSheet, lines
from therapist_desktop.ui.dialogs.source import SourceDialog

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from therapist_desktop.ui.main_window import MainWindow


@dataclass
class Desk:
    """A window and the hands that do its work."""

    built: Built
    reads: ByHand
    deeds: ByHand
    paths: AppPaths

    @property
    def window(self) -> MainWindow:
        return self.built.window

    def settle(self) -> None:
        """Let timers fire and do what waits, until nothing does."""
        for _ in range(6):
            QTest.qWait(0)
            self.reads.run_all()

    def until_asked(self) -> None:
        """Let the typing rest until a question waits to be answered."""
        patience = QDeadlineTimer(5000)
        while not self.reads.waiting and not patience.hasExpired():
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
        assert self.reads.waiting

    def ask(self, filters: Filters) -> None:
        """Ask and wait for the answer."""
        self.window.filters.use(filters)
        self.until_asked()
        self.settle()


def _desk(qapp: QApplication, folder: Path) -> Desk:
    reads, deeds, paths = ByHand(), ByHand(), AppPaths.under(folder)
    built = build(qapp, paths, reads, deeds)
    built.appearance.pin("light")
    built.window.resize(1280, 720)
    built.window.show()
    return Desk(built, reads, deeds, paths)


def _take_down(desk: Desk) -> None:
    desk.window.close()
    desk.window.deleteLater()
    desk.built.appearance.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, starter_folder: Path) -> Iterator[Desk]:
    desk = _desk(qapp, starter_folder)
    with qtbot.waitSignal(desk.window.furnished):
        pass
    desk.settle()
    yield desk
    _take_down(desk)


def _press(window: QWidget, keys: str) -> None:
    combination = QKeySequence(keys)[0]  # type: ignore[index] # missing from the stubs
    QTest.keyClick(window, combination.key(), combination.keyboardModifiers())


def test_the_window_opens_with_everybody(desk: Desk) -> None:
    assert desk.window.results.state == "results"
    assert desk.window.chips.count_text == "360 listings"
    assert "Release 1" in desk.window.status.text
    assert "SAMPLE DATA" in desk.window.status.text


def test_words_find_and_enter_opens(desk: Desk) -> None:
    _press(desk.window, "Ctrl+K")
    QTest.keyClicks(desk.window.search_box, "trauma")
    desk.until_asked()
    desk.settle()
    assert desk.window.filters.filters.words == "trauma"
    assert "\u201ctrauma\u201d" in desk.window.chips.texts
    QTest.keyClick(desk.window.search_box, Qt.Key.Key_Return)
    desk.settle()
    assert desk.window.results.table.currentIndex().row() == 0
    assert desk.window.detail.listing is not None


def test_escape_closes_the_answers_then_clears_then_goes_to_the_list(desk: Desk) -> None:
    desk.window.activateWindow()
    desk.window.search_box.take_focus()
    QTest.keyClicks(desk.window.search_box, "x")
    QTest.keyClick(desk.window.search_box, Qt.Key.Key_Escape)
    assert desk.window.search_box.text() == "x"
    QTest.keyClick(desk.window.search_box, Qt.Key.Key_Escape)
    assert not desk.window.search_box.text()
    QTest.keyClick(desk.window.search_box, Qt.Key.Key_Escape)
    assert desk.window.results.table.hasFocus()
    assert desk.window.results.table.currentIndex().isValid()


def test_the_selected_listing_stays_through_another_order(desk: Desk) -> None:
    desk.window.results.table.setCurrentIndex(desk.window.results.table.model().index(7, 0))
    desk.settle()
    chosen = desk.window.results.selected
    places = []
    for _ in ("by name", "and the other way round"):
        desk.window.results.table.horizontalHeader().sectionClicked.emit(0)
        desk.settle()
        assert desk.window.filters.filters.sort is Sort.NAME
        assert desk.window.results.selected == chosen
        places.append(desk.window.results.table.currentIndex().row())
    assert sum(places) == 360 - 1


def test_a_value_from_the_detail_becomes_the_filter(desk: Desk) -> None:
    desk.window.detail.filter_requested.emit(Choice(Facet.PAYER, "medicaid"))
    desk.settle()
    assert desk.window.chips.texts == ("Medicaid",)
    assert not desk.window.chips.count_text.startswith("360")


def test_nothing_found_leads_out(desk: Desk) -> None:
    desk.ask(Filters(words="qqqxyzzy"))
    assert desk.window.results.state == "notice"
    QTest.mouseClick(desk.window.results.notice.buttons[-1], Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.window.results.state == "results"
    assert not desk.window.search_box.text()


def test_an_unknown_place_is_told_where_it_was_typed(desk: Desk) -> None:
    desk.ask(Filters(near=Near("Nowhereville, ZZ", 25.0)))
    assert "Nowhereville" in desk.window.filters._place.problem
    assert desk.window.results.state == "notice"
    desk.window.filters.use(Filters())
    desk.settle()
    assert desk.window.results.state == "results"


def test_f9_shows_crisis_lines_and_typing_leads_back(desk: Desk) -> None:
    _press(desk.window, "F9")
    assert desk.window.crisis.isVisible()
    QTest.keyClicks(desk.window.search_box, "a")
    assert desk.window.results.isVisible()


def test_the_library_is_searched_from_the_same_box(desk: Desk, qtbot: QtBot) -> None:
    _press(desk.window, "Ctrl+2")
    desk.settle()
    QTest.keyClicks(desk.window.search_box, "alliance")
    qtbot.waitUntil(lambda: desk.built.places.here.words == "alliance")
    desk.settle()
    assert not desk.window.filters.filters.words
    desk.built.places.open_piece(desk.built.catalogue.pieces(words="alliance")[0].id)
    desk.settle()
    assert desk.window.reader.piece is not None
    _press(desk.window, "Ctrl+1")
    assert not desk.window.search_box.text()
    _press(desk.window, "Ctrl+2")
    assert desk.window.search_box.text() == "alliance"


def test_f6_goes_around_the_panes(desk: Desk) -> None:
    desk.window.activateWindow()
    desk.window.search_box.setFocus()
    parts = (desk.window.filters, desk.window.results, desk.window.rail)
    for part in (parts[0], parts[1]):
        _press(desk.window, "F6")
        now = QApplication.focusWidget()
        assert now is not None
        assert part.isAncestorOf(now)
    _press(desk.window, "Shift+F6")
    now = QApplication.focusWidget()
    assert now is not None
    assert parts[0].isAncestorOf(now)


def test_copying_a_phone_puts_it_on_the_clipboard(desk: Desk) -> None:
    desk.window.results.table.setCurrentIndex(desk.window.results.table.model().index(0, 0))
    _press(desk.window, "Ctrl+Shift+C")
    card = desk.window.results.table.card
    assert card is not None
    assert QGuiApplication.clipboard().text() == card.phone


@pytest.mark.parametrize("width", [700, 850, 1000, 1280, 1800])
def test_panes_make_room(desk: Desk, width: int) -> None:
    desk.window.resize(width, 700)
    desk.settle()
    page = desk.window.find_page
    assert page.detail_is_beside == (width >= 1100)
    assert page.filters_are_beside == (width >= 900)
    assert desk.window.filters_button.isVisible() == (width < 900)
    desk.window.results.table.setCurrentIndex(desk.window.results.table.model().index(0, 0))
    QTest.keyClick(desk.window.results.table, Qt.Key.Key_Return)
    desk.settle()
    assert desk.window.detail.isVisible()
    assert desk.window.detail.listing is not None
    desk.window.detail.closed.emit()
    assert desk.window.detail.isVisible() == (width >= 1100)


def test_the_window_comes_back_as_it_was(desk: Desk, qapp: QApplication) -> None:
    desk.built.appearance.pin("dark")
    desk.window.zoom_by(2)
    desk.window.set_compact(True)
    desk.window.close()
    desk.deeds.run_all()
    again = _desk(qapp, desk.paths.folder)
    assert again.built.appearance.zoom == 1.2
    assert again.window.actions_["compact"].isChecked()
    _take_down(again)


def test_the_first_use_installs_what_came_along(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    desk = _desk(qapp, tmp_path / "new")
    QTest.qWait(1)
    assert desk.window.results.state == "notice"
    assert "F9" in desk.window.results.notice.words
    desk.window.show_page(Page.CRISIS)
    assert desk.window.crisis.isVisible()
    desk.deeds.run_all()
    desk.settle()
    desk.window.show_page(Page.FIND)
    assert desk.window.chips.count_text == "360 listings"
    _take_down(desk)


def test_a_damaged_catalogue_is_explained(qtbot: QtBot, qapp: QApplication, starter_folder: Path) -> None:
    folder = starter_folder
    current = Shelf(AppPaths.under(folder).catalogues).in_use()
    size = current.file.stat().st_size
    current.file.write_bytes(b"SQLite format 3\0" + b"\xaa" * (size - 16))
    desk = _desk(qapp, folder)
    desk.settle()
    assert desk.window.results.state == "notice"
    assert "damaged" in desk.window.results.notice.words
    desk.window.show_page(Page.CRISIS)
    assert desk.window.crisis.isVisible()
    _take_down(desk)


@pytest.mark.parametrize("deed", ["crisis", "library", "next_pane"])
def test_what_is_asked_for_before_its_turn_is_there_at_once(
    qtbot: QtBot, qapp: QApplication, starter_folder: Path, deed: str
) -> None:
    desk = _desk(qapp, starter_folder)
    assert not hasattr(desk.window, "crisis")
    with qtbot.waitSignal(desk.window.furnished):
        desk.window.actions_[deed].trigger()
        assert desk.window.page is {"crisis": Page.CRISIS, "library": Page.LIBRARY}.get(deed, Page.FIND)
        if deed == "crisis":
            assert desk.window.crisis.isVisible()
            desk.window.crisis.copy_requested.emit("988")
            assert QGuiApplication.clipboard().text() == "988"
    desk.settle()
    assert desk.window.is_furnished
    assert desk.window.detail.listing is not None
    _take_down(desk)


def test_the_parts_to_read_in_come_one_after_the_other(qtbot: QtBot, qapp: QApplication, starter_folder: Path) -> None:
    desk = _desk(qapp, starter_folder)
    parts = ("crisis", "detail", "library", "reader", "library_page")
    seen: list[tuple[str, ...]] = []
    while not desk.window.is_furnished:
        there = tuple(part for part in parts if hasattr(desk.window, part))
        if not seen or seen[-1] != there:
            seen.append(there)
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    assert all(there == parts[: len(there)] for there in seen)
    assert all(hasattr(desk.window, part) for part in parts)
    desk.settle()
    _take_down(desk)


def test_one_changed_byte_is_noticed_behind_the_first_picture(
    qtbot: QtBot, qapp: QApplication, starter_folder: Path
) -> None:
    folder = starter_folder
    file = Shelf(AppPaths.under(folder).catalogues).in_use().file
    data = file.read_bytes()
    file.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    desk = _desk(qapp, folder)
    with qtbot.waitSignal(desk.window.furnished):
        pass
    desk.settle()
    assert "has changed since it was loaded" in desk.window.banner.words
    assert desk.window.chips.count_text == "360 listings"
    _take_down(desk)


def test_samples_never_stand_in_for_a_release_that_is_gone(
    qtbot: QtBot, qapp: QApplication, starter_folder: Path
) -> None:
    folder = starter_folder
    shelf = Shelf(AppPaths.under(folder).catalogues)
    shelf.in_use().file.unlink()
    for pointer in shelf.folder.glob("*.json"):
        pointer.write_text(pointer.read_text().replace(f'"{BUNDLED}"', '"https://county.example"'))
    desk = _desk(qapp, folder)
    QTest.qWait(1)
    desk.deeds.run_all()
    desk.settle()
    assert "gone or cut short" in desk.window.banner.words
    assert desk.window.release is None
    _take_down(desk)


def test_every_control_has_a_name(desk: Desk) -> None:
    for page in desk.window.pages:
        desk.window.show_page(page)
        desk.settle()
    kinds = (QAbstractButton, QLineEdit, QComboBox)
    controls = [control for kind in kinds for control in desk.window.findChildren(kind)]
    nameless = [
        f"{type(control).__name__} in {type(control.parentWidget()).__name__}"
        for control in controls
        if not (control.accessibleName() or getattr(control, "text", str)())
        if not isinstance(control.parentWidget(), (QLineEdit, QTableView, QMenuBar))  # Qt's own, without focus
    ]
    assert not nameless


def test_every_action_has_a_menu_a_shortcut_and_a_tip(desk: Desk) -> None:
    keys: list[str] = []
    for deed in DEEDS:
        action = desk.window.actions_[deed.name]
        assert action.toolTip()
        assert action.shortcuts()
        keys += [shortcut.toString() for shortcut in action.shortcuts()]
    assert len(keys) == len(set(keys))
    assert len(list(lines())) > len(DEEDS)


def test_dialogs_open_with_names_and_words(desk: Desk) -> None:
    for name, kind in (("source", SourceDialog), ("shortcuts", ShortcutSheet), ("about", AboutDialog)):
        desk.window.actions_[name].trigger()
        dialog = desk.window.findChild(kind)
        assert dialog is not None
        assert dialog.windowTitle()
        dialog.reject()
    dialog = SourceDialog()
    assert not dialog.go_button.isEnabled()
    dialog.fill("https://example.org/directory", "root.json")
    assert dialog.go_button.isEnabled()
    assert dialog.trust is not None
    dialog.deleteLater()
