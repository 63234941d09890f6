"""A shelf of the library with what somebody keeps: bookmarks, reading list, highlights, what was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.theme import SPACE_4, SPACE_8, Appearance
from therapist_desktop.ui.widgets.flowing import Flowing
from therapist_desktop.ui.widgets.kept_line import KeptLine
from therapist_desktop.ui.widgets.kept_lines import KeptLines
from therapist_desktop.ui.widgets.notice import Notice
from therapist_desktop.ui.widgets.spacing import space
from therapist_desktop.ui.wording.kept import matching

if TYPE_CHECKING:
    from collections.abc import Sequence

    from therapist_desktop.ui.wording.kept import KeptEntry

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CTRL = Qt.KeyboardModifier.ControlModifier
_ICON = 16


class ShelfWords(NamedTuple):
    """What a shelf is called and what it says while nothing stands on it."""

    name: str
    picture: str
    empty: str
    how: str


class Way(NamedTuple):
    """A button of the shelf: `of_all` where it is not about one entry."""

    name: str
    words: str
    tip: str
    picture: str
    of_all: bool = False


class KeptShelf(QWidget):
    """A list, what can be done with each entry, and, where it is asked for, a field to search in it."""

    opened = Signal(object)  # KeptEntry
    opened_apart = Signal(object)  # KeptEntry: in a tab of its own
    way_chosen = Signal(str, object)  # the name of a way, and the KeptEntry or None where it is of all

    def __init__(
        self,
        words: ShelfWords,
        ways: Sequence[Way],
        appearance: Appearance,
        parent: QWidget | None = None,
        *,
        search: str = "",
    ) -> None:
        """`search` is what the field says, none where there is none. A way called "remove" is on Delete, too."""
        super().__init__(parent)
        self._words, self._ways, self._appearance = words, tuple(ways), appearance
        self._entries: tuple[KeptEntry, ...] = ()
        self.setAccessibleName(words.name)
        self.line = KeptLine(appearance)
        self.field = self._made_field(search)
        self._is_searched = bool(search)
        self.list = self._made_list()
        self._notice = Notice(appearance)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._notice)
        self._buttons = {way.name: self._button(way) for way in ways}
        self._flow = Flowing(SPACE_4).hold(list(self._buttons.values()))
        self._foot = QFrame()
        self._foot.setProperty("role", "shelf-foot")
        foot = QVBoxLayout(self._foot)
        space(foot, appearance, 0, (0, SPACE_8, 0, 0))
        foot.addWidget(self._flow)
        page = QVBoxLayout(self)
        space(page, appearance, SPACE_8, (0, 0, 0, 0))
        page.addWidget(self.line)
        searching = QHBoxLayout()
        space(searching, appearance, 0, (SPACE_8, 0, SPACE_8, 0))  # in line with the words below
        searching.addWidget(self.field)
        page.addLayout(searching)
        page.addWidget(self._stack, 1)
        page.addWidget(self._foot)
        appearance.changed.connect(self._restyle)
        self._restyle()
        self._fill()

    @property
    def entry(self) -> KeptEntry | None:
        """The entry somebody stands on."""
        row = self.list.currentRow()
        found: KeptEntry | None = self.list.item(row).data(Qt.ItemDataRole.UserRole) if row >= 0 else None
        return found

    @property
    def entries(self) -> tuple[KeptEntry, ...]:
        """What is shown now."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(item.data(Qt.ItemDataRole.UserRole) for item in items)

    @property
    def notice(self) -> str:
        """What it says in place of a list."""
        return self._notice.words if self._stack.currentWidget() is self._notice else ""

    def button(self, name: str) -> QPushButton:
        """The button of this way."""
        return self._buttons[name]

    def show_entries(self, entries: Sequence[KeptEntry]) -> None:
        """These stand on it now."""
        if tuple(entries) != self._entries:
            self._entries = tuple(entries)
            self._fill()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.list.scheduleDelayedItemsLayout()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._pressed(event)
        is_release = isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease
        if is_release and isinstance(event, QMouseEvent) and event.button() is Qt.MouseButton.MiddleButton:
            item = self.list.itemAt(event.position().toPoint())
            if item is not None:
                self.opened_apart.emit(item.data(Qt.ItemDataRole.UserRole))
        return super().eventFilter(watched, event)

    def _made_field(self, search: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(search)
        field.setAccessibleName(search or self._words.name)
        field.setToolTip(search)
        field.setClearButtonEnabled(True)
        field.textChanged.connect(self._fill)
        return field

    def _made_list(self) -> QListWidget:
        made = QListWidget()
        made.setAccessibleName(self._words.name)
        made.setItemDelegate(KeptLines(self._appearance, made))
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        made.setProperty("ownRing", True)
        made.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        made.customContextMenuRequested.connect(self._open_menu)
        made.currentItemChanged.connect(self._show_state)
        made.itemClicked.connect(self._clicked)
        for watched in (made, made.viewport()):
            watched.installEventFilter(self)
        return made

    def _pressed(self, event: QKeyEvent) -> bool:
        entry = self.entry
        if entry is None:
            return False
        if event.key() in _ENTER:
            (self.opened_apart if event.modifiers() & _CTRL else self.opened).emit(entry)
            return True
        if event.key() == Qt.Key.Key_Delete and "remove" in self._buttons:
            self.way_chosen.emit("remove", entry)
            return True
        return False

    def _clicked(self, item: QListWidgetItem) -> None:
        self.opened.emit(item.data(Qt.ItemDataRole.UserRole))

    def _fill(self) -> None:
        row, key = self.list.currentRow(), self.entry.key if self.entry else ""
        had_focus = self.list.hasFocus()
        found = matching(self._entries, self.field.text()) if self._is_searched else self._entries
        self.list.clear()
        for entry in found:
            item = QListWidgetItem(entry.title)
            item.setData(Qt.ItemDataRole.UserRole, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, entry.said)
            self.list.addItem(item)
        keys = [entry.key for entry in found]
        if key in keys:
            self.list.setCurrentRow(keys.index(key))
        elif found and row >= 0:
            self.list.setCurrentRow(min(row, len(found) - 1))
        self.field.setVisible(self._is_searched and bool(self._entries))
        self._foot.setVisible(bool(self._entries))
        if found:
            self._stack.setCurrentWidget(self.list)
            if had_focus:
                self.list.setFocus()
        else:
            self._say_nothing()
        self._show_state()

    def _say_nothing(self) -> None:
        if self._entries:
            self._notice.say("search", self.tr("Nothing here holds all of these words."), "")
        else:
            self._notice.say(self._words.picture, self._words.empty, self._words.how)
        self._stack.setCurrentWidget(self._notice)

    def _show_state(self, *_changed: object) -> None:
        for way in self._ways:
            self._buttons[way.name].setEnabled(bool(self._entries) if way.of_all else self.entry is not None)

    def _open_menu(self) -> None:
        entry = self.entry
        if entry is None:
            return
        menu = QMenu(self)
        read = QAction(self.tr("Read"), menu)
        read.triggered.connect(lambda: self.opened.emit(entry))
        apart = QAction(self.tr("Read in a new tab"), menu)
        apart.triggered.connect(lambda: self.opened_apart.emit(entry))
        menu.addActions([read, apart])
        menu.addSeparator()
        for way in self._ways:
            if not way.of_all:
                action = menu.addAction(way.words)
                action.triggered.connect(self._buttons[way.name].click)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.list.viewport().mapToGlobal(self.list.visualItemRect(self.list.currentItem()).center()))

    def _button(self, way: Way) -> QPushButton:
        button = QPushButton(f" {way.words}")
        button.setProperty("role", "quiet")
        button.setToolTip(way.tip)
        button.setAccessibleName(way.words)
        button.clicked.connect(lambda: self.way_chosen.emit(way.name, None if way.of_all else self.entry))
        return button

    def _restyle(self) -> None:
        theme, px = self._appearance.theme, self._appearance.px
        for way in self._ways:
            button = self._buttons[way.name]
            button.setIcon(icon(way.picture, theme.muted, px(_ICON), theme.faint))
            button.setIconSize(QSize(px(_ICON), px(_ICON)))
        self._flow.set_gap(px(SPACE_4))
        self._notice.restyle()
        self.list.scheduleDelayedItemsLayout()
