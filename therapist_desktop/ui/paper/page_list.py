"""The pages of a hand-out in their order, with a search for more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.widgets.words import Words
from therapist_desktop.ui.wording.joining import dotted, listed
from therapist_desktop.ui.wording.library import section_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from therapist_desktop.domain.library import Piece, PieceCard
    from therapist_desktop.ui.theme import Appearance

_ID = Qt.ItemDataRole.UserRole
_PAUSE_MS = 120
_FOUND = 6
_LEAST_ROWS = 4


class PageList(QWidget):
    """Tells what is asked for; what is listed comes from outside."""

    wanted = Signal(str)
    unwanted = Signal(str)
    moved = Signal(str, int)
    sought = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = appearance.px
        self._search = QLineEdit(clearButtonEnabled=True)
        self._search.setPlaceholderText(self.tr("Add a page: type some words"))
        self._search.setAccessibleName(self.tr("Add a page"))
        self._search.setToolTip(self.tr("Find a page of the library to put in"))
        self._found = _list(self.tr("Pages found"), self.tr("Put this page in (Enter)"))
        self._found.hide()
        self._pages = _list(
            self.tr("Pages of the hand-out"), self.tr("The pages in their order (Alt+Up, Alt+Down, Delete)")
        )
        self._empty = Words(
            self.tr("No page yet. Search for one above, or choose \u201cAdd to hand-out\u201d on any page."), "muted"
        )
        self._up, self._down, self._out = (
            _button(self.tr("Up"), self.tr("Further up (Alt+Up)")),
            _button(self.tr("Down"), self.tr("Further down (Alt+Down)")),
            _button(self.tr("Take out"), self.tr("Take this page out of the hand-out (Delete)")),
        )
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for button in (self._up, self._down, self._out):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        for part in (self._search, self._found, self._empty, self._pages):
            column.addWidget(part)
        column.setStretchFactor(self._pages, 1)
        column.addLayout(row)
        self._connect()
        self.show_pages(())

    def _connect(self) -> None:
        for watched in (self._search, self._found, self._pages):
            watched.installEventFilter(self)
        self._pausing = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pausing.timeout.connect(lambda: self.sought.emit(self._search.text()))
        self._search.textChanged.connect(self._pausing.start)
        self._search.returnPressed.connect(self._take_first)
        self._found.itemActivated.connect(self._take)
        self._found.itemClicked.connect(self._take)
        self._pages.currentRowChanged.connect(self._look)
        self._up.clicked.connect(lambda: self._move(-1))
        self._down.clicked.connect(lambda: self._move(1))
        self._out.clicked.connect(self._take_out)

    @property
    def search(self) -> QLineEdit:
        """Where pages are looked for."""
        return self._search

    @property
    def pages(self) -> QListWidget:
        """The pages in their order."""
        return self._pages

    @property
    def found(self) -> QListWidget:
        """What was found for the words."""
        return self._found

    @property
    def hint(self) -> QWidget:
        """What to do while there is no page."""
        return self._empty

    def show_pages(self, pieces: Sequence[Piece]) -> None:
        """List these, with the same one chosen as before."""
        row = self._pages.currentRow()
        kept = self._pages.item(row).data(_ID) if row >= 0 else ""
        self._pages.clear()
        for piece in pieces:
            _add(self._pages, piece.id, piece.title, listed(piece.title, section_name(piece.section)))
        at = next((place for place, piece in enumerate(pieces) if piece.id == kept), min(row, len(pieces) - 1))
        self._pages.setCurrentRow(max(0, at) if pieces else -1)
        self._pages.setVisible(bool(pieces))
        self._empty.setVisible(not pieces)
        self._look()

    def show_found(self, cards: Sequence[PieceCard]) -> None:
        """List what was found, the best first."""
        self._found.clear()
        for card in cards[:_FOUND]:
            words = dotted(card.title, section_name(card.section))
            _add(self._found, card.id, words, words)
        self._found.setVisible(bool(cards))
        if cards:
            self._found.setCurrentRow(0)
            high = self._found.sizeHintForRow(0) * self._found.count() + 2 * self._found.frameWidth() + 2
            self._found.setFixedHeight(high)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if watched is self._search and key == Qt.Key.Key_Down and self._found.count():
            self._found.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if watched is self._found and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take(self._found.currentItem())
            return True
        if watched is self._pages and alt and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._move(-1 if key == Qt.Key.Key_Up else 1)
            return True
        if watched is self._pages and key == Qt.Key.Key_Delete:
            self._take_out()
            return True
        return super().eventFilter(watched, event)

    def _take_first(self) -> None:
        if self._found.count():
            self._take(self._found.item(0))

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.wanted.emit(item.data(_ID))
            self._search.clear()
            self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, by: int) -> None:
        item = self._pages.currentItem()
        if item is not None:
            self.moved.emit(item.data(_ID), by)

    def _take_out(self) -> None:
        item = self._pages.currentItem()
        if item is not None:
            self.unwanted.emit(item.data(_ID))

    def _look(self) -> None:
        row, count = self._pages.currentRow(), self._pages.count()
        self._up.setEnabled(row > 0)
        self._down.setEnabled(0 <= row < count - 1)
        self._out.setEnabled(row >= 0)


def _list(name: str, tip: str) -> QListWidget:
    made = QListWidget()
    made.setAccessibleName(name)
    made.setToolTip(tip)
    made.setProperty("role", "choices")
    made.setMinimumHeight(made.fontMetrics().height() * _LEAST_ROWS * 2)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setTextElideMode(Qt.TextElideMode.ElideRight)
    return made


def _button(words: str, tip: str) -> QPushButton:
    button = QPushButton(words)
    button.setToolTip(tip)
    button.setAutoDefault(False)
    return button


def _add(pages: QListWidget, piece_id: str, words: str, said: str) -> None:
    item = QListWidgetItem(words, pages)
    item.setData(_ID, piece_id)
    item.setToolTip(words)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
