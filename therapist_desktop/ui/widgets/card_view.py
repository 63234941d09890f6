"""The results as cards: more about each, two or three side by side, the same keys as in the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.models.card_grid import CardGrid
from therapist_desktop.ui.widgets.card_delegate import HEIGHT, CardDelegate

if TYPE_CHECKING:
    from therapist_desktop.domain.results import Card
    from therapist_desktop.ui.models.index import AnyIndex
    from therapist_desktop.ui.models.listings import ListingModel
    from therapist_desktop.ui.theme import Appearance

NARROWEST, MOST = 244, 3


class CardView(QTableView):
    """Shows a ListingModel through a CardGrid."""

    stood = Signal(int)  # the row of the listing somebody went to
    chosen = Signal(object)  # Card
    opened_beside = Signal(object)  # Card
    marked = Signal(object)  # Card
    menu_requested = Signal(object, object)  # Card, QPoint on the screen

    def __init__(self, listings: ListingModel, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listings = listings
        self._appearance = appearance
        self._grid = CardGrid(listings, self)
        self._is_told = False
        self._delegate = CardDelegate(appearance, self, self._grid)
        self.setItemDelegate(self._delegate)
        self.setModel(self._grid)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("ownRing", True)
        self.setProperty("role", "cards")
        self.setAccessibleName(self.tr("Listings as cards"))
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(lambda index: self._choose(self._grid.listing_row(index)))
        self.restyle()

    @property
    def grid(self) -> CardGrid:
        """The cards in their lines."""
        return self._grid

    @property
    def row(self) -> int:
        """The row of the listing that is current, or -1."""
        return self._grid.listing_row(self.currentIndex())

    def restyle(self) -> None:
        """Take on the theme and size in use."""
        self._delegate.restyle()
        self.verticalHeader().setDefaultSectionSize(self._appearance.px(HEIGHT))
        self._share()
        self.viewport().update()

    def stand_on(self, row: int) -> None:
        """Go to this listing without telling anybody."""
        if row == self.row:
            return
        self._is_told = True
        self.setCurrentIndex(self._grid.cell(row))
        self._is_told = False

    @override
    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        row = self._grid.listing_row(current)
        if row >= 0 and not self._is_told:
            self.stood.emit(row)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, last = self.row, self._listings.rowCount() - 1
        card = self._listings.card(row)
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier and card is not None:
                self.opened_beside.emit(card)
            else:
                self._choose(row)
        elif key == Qt.Key.Key_Space:
            if card is not None:
                self.marked.emit(card)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):  # on to the next line at the end of one
            self.setCurrentIndex(self._grid.cell(max(0, min(last, row + (1 if key == Qt.Key.Key_Right else -1)))))
        elif key == Qt.Key.Key_Home:
            self.setCurrentIndex(self._grid.cell(min(0, last)))
        elif key == Qt.Key.Key_End:
            self.setCurrentIndex(self._grid.cell(last))
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters look for nothing here: Qt would read a million rows for it."""

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        card = self._marked_at(event)
        if card is None:
            super().mousePressEvent(event)
        else:
            self.marked.emit(card)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        card = self._marked_at(event)
        if card is None:
            super().mouseDoubleClickEvent(event)
        else:
            self.marked.emit(card)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self._grid.listing_row(self.indexAt(event.position().toPoint())))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        card = self._listings.card(self._grid.listing_row(index))
        if card is not None:
            spot = self.visualRect(index).center() if by_key else event.pos()
            self.menu_requested.emit(card, self.viewport().mapToGlobal(spot))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """As many in a line as are wide enough to be read."""
        wide = max(1, min(MOST, self.viewport().width() // self._appearance.px(NARROWEST)))
        if wide != self._grid.wide:
            row = self.row
            self._grid.stand(wide)
            self.stand_on(row)

    def _marked_at(self, event: QMouseEvent) -> Card | None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return None
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        if not index.isValid() or not self._delegate.star(self.visualRect(index)).contains(spot):
            return None
        return self._listings.card(self._grid.listing_row(index))

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()

    def _choose(self, row: int) -> None:
        card = self._listings.card(row)
        if card is not None:
            self.chosen.emit(card)
