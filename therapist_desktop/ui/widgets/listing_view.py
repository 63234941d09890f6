"""The results as a table: whole rows, one stop each for the keyboard and the screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.models.ordering import clicked, orders_of
from therapist_desktop.ui.models.table_layout import Room, TableLayout, shared
from therapist_desktop.ui.widgets.listing_delegate import ListingDelegate
from therapist_desktop.ui.widgets.listing_header import ListingHeader
from therapist_desktop.ui.widgets.row_view import RowView

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

    from therapist_desktop.domain.filters import Order, Sort
    from therapist_desktop.domain.results import Results
    from therapist_desktop.ui.models.index import AnyIndex
    from therapist_desktop.ui.models.listings import ListingModel
    from therapist_desktop.ui.theme import Appearance


class ListingView(RowView):
    """Shows a ListingModel. Columns leave one by one as it gets narrow."""

    pointed = Signal(object)  # Card, by the person
    orders_requested = Signal(object)  # tuple[Order, ...]
    heads_menu_requested = Signal(object)  # QPoint on the screen

    def __init__(self, model: ListingModel, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._appearance = appearance
        self._orders: tuple[Order, ...] = ()
        self._layout = TableLayout()
        self._room = Room(0, has_miles=False, has_reasons=False, has_calls=False)
        self._shares = False
        self._dragged = -1
        self._is_told = False
        self._is_awaited = False
        self._header = ListingHeader(appearance, model.columns, self)
        self._delegate = ListingDelegate(appearance, self)
        self.setHorizontalHeader(self._header)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAccessibleName(self.tr("Listings"))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._place_columns()
        model.dataChanged.connect(self._arrived)
        model.standings_shown.connect(self._look_for_calls)
        self._header.sort_clicked.connect(self._sort_by)
        self._header.menu_requested.connect(self.heads_menu_requested)
        self._header.sectionResized.connect(self._resized)
        self._header.sectionMoved.connect(self._moved)
        self._header.let_go.connect(self._take_width)
        self.restyle()

    def restyle(self) -> None:
        """Take on the theme and size in use."""
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height)
        self._delegate.restyle()
        self._header.restyle()
        self._share_width()
        self.draw_anew()

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - a slot
        """One line a row, or two."""
        self._delegate.compact = compact
        self.restyle()

    def show_answer_of(self, results: Results) -> None:
        """Point out the order in use, and show distances and reasons where there are any."""
        filters = results.filters
        self._orders = orders_of(filters)
        self._header.show_orders(self._orders)
        wishes = bool(filters.words.strip() or filters.chosen or filters.preferred)
        self._room = self._room._replace(has_miles=results.spot is not None, has_reasons=wishes)
        self._share_width()

    @property
    def columns_layout(self) -> TableLayout:
        """Which columns there are, in what order and how wide."""
        return self._layout

    def use_layout(self, layout: TableLayout) -> None:
        """Have these columns from now on."""
        if layout != self._layout:
            self._layout = layout
            self._place_columns()
            self._share_width()
            self.draw_anew()

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
        self.draw_anew()
        if current.row() != previous.row():
            self.stood.emit(current.row())
        if self._is_told or current.row() == previous.row():
            return
        self._is_awaited = current.isValid()
        self._arrived()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._listings.rowCount():
            self.setCurrentIndex(self._listings.index(max(0, self.rowAt(0)), 0))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # a row is one stop
        elif event.key() == Qt.Key.Key_Home:
            self.setCurrentIndex(self._listings.index(0, 0))
        elif event.key() == Qt.Key.Key_End:
            self.setCurrentIndex(self._listings.index(self._listings.rowCount() - 1, 0))
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._room = self._room._replace(width=event.size().width())
        self._share_width()

    def _arrived(self) -> None:
        """Tell which row is selected as soon as it is known what stands there."""
        card = self.card
        if self._is_awaited and card is not None:
            self._is_awaited = False
            self.pointed.emit(card)

    def _look_for_calls(self) -> None:
        """The column of our calls is there as soon as there has been one."""
        has_calls = self._listings.has_calls
        if has_calls != self._room.has_calls:
            self._room = self._room._replace(has_calls=has_calls)
            self._share_width()

    def _sort_by(self, sort: Sort, adds: bool) -> None:  # noqa: FBT001 - a slot
        self.orders_requested.emit(clicked(self._orders, sort, adds=adds))

    def _resized(self, section: int, _before: int, _now: int) -> None:
        if not self._shares:
            self._dragged = section

    def _take_width(self) -> None:
        """The mouse has let go of the edge of a head: that column keeps its width, the others share what is left."""
        section, self._dragged = self._dragged, -1
        if section < 0:
            return
        width = round(self._header.sectionSize(section) / self._appearance.zoom)
        self._layout = self._layout.made_wide(self._listings.columns[section].id, width)
        self._share_width()

    def _moved(self, _section: int, _before: int, _now: int) -> None:
        if self._shares:
            return
        columns, logical = self._listings.columns, self._header.logicalIndex
        order = tuple(columns[logical(place)].id for place in range(len(columns)))
        self._layout = self._layout._replace(order=order)
        self.draw_anew()

    def _place_columns(self) -> None:
        numbers = {column.id: number for number, column in enumerate(self._listings.columns)}
        self._shares = True
        for place, column in enumerate(self._layout.order):
            self._header.moveSection(self._header.visualIndex(numbers[column]), place)
        self._shares = False

    def _share_width(self) -> None:
        if not self._room.width:
            return
        columns = self._listings.columns
        widths = shared(columns, self._layout, self._room, self._appearance.px)
        self._shares = True
        for number in range(len(columns)):
            self.setColumnHidden(number, number not in widths)
            if number in widths:
                self.setColumnWidth(number, widths[number])
        self._shares = False
