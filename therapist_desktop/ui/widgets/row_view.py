"""Listings to walk through, as rows or as cards: the same keys and the same mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.models.columns import MARK

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from therapist_desktop.domain.results import Card
    from therapist_desktop.ui.models.index import AnyIndex
    from therapist_desktop.ui.models.listings import ListingModel


class RowView(QTableView):
    """Enter opens, Ctrl+Enter opens beside, Space and a press on its star mark a listing.

    A row is a listing and its star has a column; a view where that is otherwise says so in `row_of` and `is_on_star`.
    """

    stood = Signal(int)  # the row that is current now
    chosen = Signal(object)  # Card
    opened_beside = Signal(object)  # Card, in a new tab
    marked = Signal(object)  # Card
    menu_requested = Signal(object, object)  # Card, QPoint on the screen

    def __init__(self, listings: ListingModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listings = listings
        self._hovered = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("ownRing", True)

    @property
    def row(self) -> int:
        """The row that is current, or -1."""
        return self.row_of(self.currentIndex())

    @property
    def card(self) -> Card | None:
        """The listing that is current."""
        return self._listings.card(self.row)

    @property
    def hovered(self) -> int:
        """The row under the mouse, or -1."""
        return self._hovered

    def row_of(self, index: AnyIndex) -> int:
        """The row of the listing in this cell, or -1 where there is none."""
        return index.row()

    def is_on_star(self, index: AnyIndex, spot: QPoint) -> bool:
        """A press here marks the listing of this cell."""
        return index.column() == MARK and self.visualRect(index).contains(spot)

    def draw_anew(self) -> None:
        """Before the first picture nothing needs it, and asking Qt for the ground of a view is dear the first time."""
        if self.isVisible():
            self.viewport().update()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.draw_anew()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.draw_anew()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        card = self.card
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if card is not None:
                is_apart = event.modifiers() & Qt.KeyboardModifier.ControlModifier
                (self.opened_beside if is_apart else self.chosen).emit(card)
        elif event.key() == Qt.Key.Key_Space:
            if card is not None:
                self.marked.emit(card)
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters look for nothing here: Qt would read a million rows for it. The search box is there for that."""

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._marks(event):
            super().mousePressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._marks(event):  # two clicks, two changes
            return
        super().mouseDoubleClickEvent(event)
        card = self._listings.card(self.row_of(self.indexAt(event.position().toPoint())))
        if card is not None and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(card)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.row_of(self.indexAt(event.position().toPoint())))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        card = self._listings.card(self.row_of(index))
        if card is not None:
            spot = self.visualRect(index).bottomLeft() if by_key else event.pos()
            self.menu_requested.emit(card, self.viewport().mapToGlobal(spot))

    def _marks(self, event: QMouseEvent) -> bool:
        """A press on the star of a listing was taken as that."""
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        card = self._listings.card(self.row_of(index))
        if card is None or event.button() is not Qt.MouseButton.LeftButton or not self.is_on_star(index, spot):
            return False
        self.marked.emit(card)
        return True

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.draw_anew()
