"""The results as a table: whole rows, one stop each for the keyboard and the screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from therapist_desktop.domain.filters import Sort
from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.models.columns import MILES
from therapist_desktop.ui.widgets.listing_delegate import ListingDelegate
from therapist_desktop.ui.widgets.listing_header import ListingHeader

if TYPE_CHECKING:
    from therapist_desktop.domain.results import Card
    from therapist_desktop.ui.models.listings import AnyIndex, ListingModel
    from therapist_desktop.ui.theme import Appearance


class ListingView(QTableView):
    """Shows a ListingModel. Columns leave one by one as it gets narrow."""

    pointed = Signal(object)  # Card, by the person
    chosen = Signal(object)  # Card
    sort_requested = Signal(object, bool)  # Sort | None, descending
    menu_requested = Signal(object, object)  # Card, QPoint on the screen

    def __init__(self, model: ListingModel, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listings = model
        self._appearance = appearance
        self._sort: Sort = Sort.RELEVANCE
        self._descending = False
        self._has_miles = False
        self._hovered = -1
        self._wide = 0
        self._is_told = False
        self._is_awaited = False
        self._header = ListingHeader(appearance, model.columns, self)
        self._delegate = ListingDelegate(appearance, self)
        self.setHorizontalHeader(self._header)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("ownRing", True)
        self.setAccessibleName(self.tr("Listings"))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        model.dataChanged.connect(self._arrived)
        self._header.sectionClicked.connect(self._sort_by)
        self.doubleClicked.connect(self._choose)
        self.restyle()

    def restyle(self) -> None:
        """Take on the theme and size in use."""
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height)
        self._share_width()
        self._draw_anew()

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - a slot
        """One line a row, or two."""
        self._delegate.compact = compact
        self.restyle()

    def show_order(self, sort: Sort, *, descending: bool, has_miles: bool) -> None:
        """Point out the order in use, and show distances where there are any."""
        self._sort, self._descending, self._has_miles = sort, descending, has_miles
        self._header.show_sort(sort, descending=descending)
        self._share_width()

    @property
    def card(self) -> Card | None:
        """The listing that is selected."""
        return self._listings.card(self.currentIndex().row()) if self.currentIndex().isValid() else None

    @property
    def is_current_seen(self) -> bool:
        """The selected row is on the screen."""
        now = self.currentIndex()
        return now.isValid() and self.visualRect(now).intersects(self.viewport().rect())

    def stand_on(self, row: int) -> None:
        """Select a row without telling anybody."""
        self._is_told, self._is_awaited = True, False
        self.setCurrentIndex(self._listings.index(row, 0))
        self._is_told = False

    @override
    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        self._draw_anew()
        if self._is_told or current.row() == previous.row():
            return
        self._is_awaited = current.isValid()
        self._arrived()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._listings.rowCount():
            self.setCurrentIndex(self._listings.index(max(0, self.rowAt(0)), 0))
        self._draw_anew()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._draw_anew()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # a row is one stop
        elif event.key() == Qt.Key.Key_Home:
            self.setCurrentIndex(self._listings.index(0, 0))
        elif event.key() == Qt.Key.Key_End:
            self.setCurrentIndex(self._listings.index(self._listings.rowCount() - 1, 0))
        else:
            super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(round(event.position().y())))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        card = self._listings.card(index.row()) if index.isValid() else None
        if card is not None:
            spot = self.visualRect(index).bottomLeft() if by_key else event.pos()
            self.menu_requested.emit(card, self.viewport().mapToGlobal(spot))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wide = event.size().width()
        self._share_width()

    def _draw_anew(self) -> None:
        """Before the first picture nothing needs it, and asking Qt for the ground of a view is dear the first time."""
        if self.isVisible():
            self.viewport().update()

    def _arrived(self) -> None:
        """Tell which row is selected as soon as it is known what stands there."""
        card = self.card
        if self._is_awaited and card is not None:
            self._is_awaited = False
            self.pointed.emit(card)

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.setProperty("hovered", row)
            self._draw_anew()

    def _choose(self, index: QModelIndex) -> None:
        card = self._listings.card(index.row()) if index.isValid() else None
        if card is not None:
            self.chosen.emit(card)

    def _sort_by(self, section: int) -> None:
        sort = self._listings.columns[section].sort
        if sort is None:
            return
        if sort is not self._sort:
            self.sort_requested.emit(sort, False)
        elif self._descending:
            self.sort_requested.emit(None, False)
        else:
            self.sort_requested.emit(sort, True)

    def _share_width(self) -> None:
        px, columns, width = self._appearance.px, self._listings.columns, self._wide
        if not width:
            return
        shown = [number for number in range(len(columns)) if number != MILES or self._has_miles]
        shown.sort(key=lambda number: -columns[number].keep)
        while len(shown) > 1 and sum(px(columns[number].width) for number in shown) > width:
            shown.pop()
        spare = max(0, width - sum(px(columns[number].width) for number in shown))
        weights = sum(columns[number].stretch for number in shown) or 1
        for number, column in enumerate(columns):
            self.setColumnHidden(number, number not in shown)
            if number in shown:
                self.setColumnWidth(number, px(column.width) + spare * column.stretch // weights)
