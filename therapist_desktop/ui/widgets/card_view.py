"""The results as cards: more about each, two or three side by side, the same keys as in the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.models.card_grid import CardGrid
from therapist_desktop.ui.widgets.card_delegate import HEIGHT, CardDelegate
from therapist_desktop.ui.widgets.row_view import RowView

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from therapist_desktop.ui.models.index import AnyIndex
    from therapist_desktop.ui.models.listings import ListingModel
    from therapist_desktop.ui.theme import Appearance

NARROWEST, MOST = 244, 3


class CardView(RowView):
    """Shows a ListingModel through a CardGrid."""

    def __init__(self, listings: ListingModel, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(listings, parent)
        self._appearance = appearance
        self._grid = CardGrid(listings, self)
        self._is_told = False
        self._delegate = CardDelegate(appearance, self, self._grid)
        self.setItemDelegate(self._delegate)
        self.setModel(self._grid)
        self.setProperty("role", "cards")
        self.setAccessibleName(self.tr("Listings as cards"))
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.restyle()

    @property
    def grid(self) -> CardGrid:
        """The cards in their lines."""
        return self._grid

    def restyle(self) -> None:
        """Take on the theme and size in use."""
        self._delegate.restyle()
        self.verticalHeader().setDefaultSectionSize(self._appearance.px(HEIGHT))
        self._share()
        self.draw_anew()

    def stand_on(self, row: int) -> None:
        """Go to this listing without telling anybody."""
        if row == self.row:
            return
        self._is_told = True
        self.setCurrentIndex(self._grid.cell(row))
        self._is_told = False

    @override
    def row_of(self, index: AnyIndex) -> int:
        return self._grid.listing_row(index)

    @override
    def is_on_star(self, index: AnyIndex, spot: QPoint) -> bool:
        return self._delegate.star(self.visualRect(index)).contains(spot)

    @override
    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        self.draw_anew()
        row = self.row_of(current)
        if row >= 0 and not self._is_told:
            self.stood.emit(row)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = event.key(), self._listings.rowCount() - 1
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):  # on to the next line at the end of one
            row = self.row + (1 if key == Qt.Key.Key_Right else -1)
            self.setCurrentIndex(self._grid.cell(max(0, min(last, row))))
        elif key == Qt.Key.Key_Home:
            self.setCurrentIndex(self._grid.cell(min(0, last)))
        elif key == Qt.Key.Key_End:
            self.setCurrentIndex(self._grid.cell(last))
        else:
            super().keyPressEvent(event)

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
