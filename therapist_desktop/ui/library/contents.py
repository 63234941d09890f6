"""What there is in the library: its sections, and below them the shelves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from therapist_desktop.domain.library import Section, Shelf
from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.i18n import number, plural
from therapist_desktop.ui.library.calm_list import CalmList
from therapist_desktop.ui.widgets.section_lines import SectionLines
from therapist_desktop.ui.wording.library import section_name, shelf_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from therapist_desktop.ui.theme import Appearance

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_VALUE = Qt.ItemDataRole.UserRole
_OWN = (Shelf.READING_LIST, Shelf.BOOKMARKS, Shelf.HIGHLIGHTS, Shelf.RECENT)
"""What the person keeps stands apart."""


class ContentsList(CalmList):
    """Walking through it chooses; Enter goes on to what is listed."""

    chosen = Signal(object)  # Section or Shelf, or None for everything
    left = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[Section | Shelf | None] = []  # of the rows; Qt would make plain texts of them
        self._shelves: set[Shelf] = set()
        self._news: dict[Shelf, str] = {}
        self._sections: Mapping[Section, int] = {}
        self.setAccessibleName(self.tr("Contents of the library"))
        self.setToolTip(self.tr("Choose a section (arrow keys, Enter)"))
        self.setItemDelegate(SectionLines(appearance, self))
        self.currentItemChanged.connect(self._picked)

    def show_sections(self, sections: Mapping[Section, int]) -> None:
        """List the sections that hold something, each with its count."""
        self._sections = sections
        self._list_again()

    def hold(self, shelf: Shelf) -> None:
        """This shelf is there, too."""
        self._shelves.add(shelf)
        self._list_again()

    def tell_news(self, shelf: Shelf, news: str) -> None:
        """Say with a dot that there is something new on this shelf: "12", or nothing to say so no more."""
        self._news[shelf] = news
        if shelf in self._values:
            self._say_news(self.item(self._values.index(shelf)), shelf)

    def mark(self, wanted: Section | Shelf | None) -> None:
        """Show where one stands, without asking for it again."""
        self.blockSignals(True)
        self._mark(wanted)
        self.blockSignals(False)
        self.viewport().update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        before = self.currentItem()
        super().mousePressEvent(event)
        item = self.itemAt(event.position().toPoint())
        if item is not None and item is before and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(self._values[self.row(item)])  # back to the list of what is read

    def _list_again(self) -> None:
        row = self.currentRow()
        kept = self._values[row] if row >= 0 else None
        self.blockSignals(True)
        self.clear()
        self._values = []
        self._add_section(None, QCoreApplication.translate("Library", "Everything"), sum(self._sections.values()))
        for section in Section:
            if self._sections.get(section):
                self._add_section(section, section_name(section), self._sections[section])
        for shelf in Shelf:
            if shelf in self._shelves:
                self._add_shelf(shelf)
        self._mark(kept)
        self.blockSignals(False)

    def _add_section(self, section: Section | None, name: str, count: int) -> None:
        item = QListWidgetItem(name, self)
        self._values.append(section)
        item.setData(_VALUE, section)
        item.setData(SectionLines.CountRole, number(count))
        pages = plural("Library", "{n} page", "{n} pages", count)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {pages}")

    def _add_shelf(self, shelf: Shelf) -> None:
        item = QListWidgetItem(shelf_name(shelf), self)
        self._values.append(shelf)
        item.setData(_VALUE, shelf)
        before = [one for one in Shelf if one in self._shelves and (one in _OWN) == (shelf in _OWN)]
        item.setData(SectionLines.ApartRole, before[0] is shelf)
        self._say_news(item, shelf)

    def _say_news(self, item: QListWidgetItem, shelf: Shelf) -> None:
        news, name = self._news.get(shelf, ""), shelf_name(shelf)
        item.setData(SectionLines.CountRole, news.strip())
        item.setData(SectionLines.NewsRole, bool(news))
        new = QCoreApplication.translate("Library", "something new {n}").format(n=news).strip()
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {new}" if news else name)

    def _mark(self, wanted: Section | Shelf | None) -> None:
        if wanted in self._values:
            self.setCurrentRow(self._values.index(wanted))

    def _picked(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(self._values[self.row(item)])
