"""The real window with its real threads, and what a person does with it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from therapist_desktop.building import build
from therapist_desktop.services.paths import AppPaths
from therapist_desktop.ui.built import Built
from therapist_desktop.ui.panes.compare import ComparePane

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QAbstractItemView
    from pytestqt.qtbot import QtBot

    from therapist_desktop.domain.taxonomy import Facet
    from therapist_desktop.ui.main_window import MainWindow
    from therapist_desktop.ui.widgets.facet_list import FacetList

_Part = TypeVar("_Part", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton


@dataclass(frozen=True, slots=True)
class Desk:
    """A window, the hands at its keys, and the thread that does its deeds."""

    built: Built
    paths: AppPaths
    deeds: ThreadPoolExecutor
    qtbot: QtBot

    @property
    def window(self) -> MainWindow:
        return self.built.window

    def until(self, is_so: Callable[[], bool]) -> None:
        """Go on as soon as this is so."""
        self.qtbot.waitUntil(is_so, timeout=30_000)

    def close(self) -> None:
        """Close the window, and wait until it has kept what it keeps."""
        self.window.close()
        self.deeds.submit(int).result()

    def press(self, keys: str, where: QWidget | None = None) -> None:
        """Press these keys, on the window or where the keyboard is."""
        if not self.window.isActiveWindow():
            self.window.activateWindow()  # a desktop does so when a dialog goes; where there is none, we do
            self.until(self.window.isActiveWindow)
        one = QKeySequence(keys)[0]  # type: ignore[index] # missing from the stubs
        QTest.keyClick(where or self.focus, one.key(), one.keyboardModifiers())

    def type(self, words: str) -> None:
        """Type into whatever has the keyboard."""
        QTest.keyClicks(self.focus, words)

    def mark(self, many: int) -> list[str]:
        """Mark so many rows from the chosen one on, by keyboard; their listings."""
        table, marked = self.window.results.table, []
        table.setFocus()
        for _ in range(many):
            assert table.card is not None
            marked.append(table.card.id)
            self.press("Space")
            self.press("Down")
        assert [shown.id for shown in self.built.marking.marked] == marked
        return marked

    def compare(self, many: int) -> ComparePane:
        """Mark so many rows and put them side by side; the page, once everything is known."""
        marked = self.mark(many)
        self.press("F4")
        pane = part_of(self.window, ComparePane)
        self.until(lambda: [side.shown.id for side in pane.sides] == marked and bool(pane.rows))
        return pane

    @property
    def focus(self) -> QWidget:
        """What has the keyboard."""
        return QApplication.focusWidget() or self.window

    @property
    def rows(self) -> int:
        """How long the table is."""
        return self.window.results.table.model().rowCount()

    @property
    def clipboard(self) -> str:
        """What was copied."""
        return QGuiApplication.clipboard().text()

    def facet(self, facet: Facet) -> FacetList:
        """The values of a facet, unfolded."""
        section = self.window.filters.sections[facet]
        if section.list is None:
            QTest.mouseClick(section.heading, LEFT)
        assert section.list is not None
        return section.list

    def value(self, facet: Facet, value: str) -> None:
        """Click on a value in the list of a facet."""
        listed = self.facet(facet)
        row = [row.value.id for row in self.window.filters.sections[facet].model.rows].index(value)
        click_row(listed, row)

    def choose(self, row: int) -> None:
        """Click on a row of the table and wait for its details."""
        table = self.window.results.table
        table.scrollTo(table.model().index(row, 0))
        click_row(table, row)
        self.until(lambda: table.card is not None and self.shown == table.card.id)

    @property
    def shown(self) -> str:
        """The listing in the detail pane, as soon as all of it stands there."""
        pane = self.window.detail
        return pane.listing.id if pane.listing and pane.is_whole else ""


def part_of(window: QWidget, kind: type[_Part]) -> _Part:
    """The widget of this kind."""
    found: _Part | None = window.findChild(kind)
    assert found is not None
    return found


def click_row(view: QAbstractItemView, row: int, *, twice: bool = False) -> None:
    """Click where a row is drawn."""
    spot = view.visualRect(view.model().index(row, 0)).center()
    QTest.mouseClick(view.viewport(), LEFT, pos=spot)
    if twice:
        QTest.mouseDClick(view.viewport(), LEFT, pos=spot)


@contextmanager
def desk_at(
    folder: Path, qapp: QApplication, qtbot: QtBot, hold_up: Callable[[], object] | None = None
) -> Iterator[Desk]:
    """A window over a data folder. What holds the deeds up comes before the first of them."""
    paths = AppPaths.under(folder)
    reads, deeds = ThreadPoolExecutor(2), ThreadPoolExecutor(1)
    if hold_up is not None:
        deeds.submit(hold_up)
    try:
        built = build(qapp, paths, reads, deeds)
        desk = Desk(built, paths, deeds, qtbot)
        built.appearance.pin("light")
        built.window.resize(1366, 768)
        built.window.show()
        built.window.activateWindow()
        desk.until(built.window.isActiveWindow)
        if hold_up is None:
            desk.until(lambda: built.window.is_furnished and bool(desk.shown))
        yield desk
        built.syncing.cancel()
        built.window.close()
    finally:
        for executor in (reads, deeds):
            executor.shutdown(wait=True, cancel_futures=True)
    built.window.deleteLater()
    built.appearance.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
