"""The rows of a ListingModel side by side, as many in a line as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.models.columns import NAME
from therapist_desktop.ui.models.index import ROOT, AnyIndex

if TYPE_CHECKING:
    from therapist_desktop.ui.models.listings import ListingModel


class CardGrid(QAbstractTableModel):
    """Fetches nothing and keeps nothing: a cell is a row of the model behind it."""

    def __init__(self, listings: ListingModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listings = listings
        self._wide = 1
        listings.modelAboutToBeReset.connect(self.beginResetModel)
        listings.modelReset.connect(self.endResetModel)
        listings.dataChanged.connect(self._tell_changed)

    @property
    def listings(self) -> ListingModel:
        """The rows."""
        return self._listings

    @property
    def wide(self) -> int:
        """How many cards stand in a line."""
        return self._wide

    def stand(self, wide: int) -> None:
        """So many in a line from now on."""
        if wide != self._wide:
            self.beginResetModel()
            self._wide = wide
            self.endResetModel()

    def listing_row(self, index: AnyIndex) -> int:
        """The row of the listing in this cell, or -1 behind the last one."""
        row = index.row() * self._wide + index.column() if index.isValid() else -1
        return row if row < self._listings.rowCount() else -1

    def cell(self, row: int) -> QModelIndex:
        """The cell of this listing."""
        if row < 0:
            return QModelIndex()
        line, column = divmod(row, self._wide)
        return self.index(line, column)

    @override
    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else -(-self._listings.rowCount() // self._wide)

    @override
    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else self._wide

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        return super().flags(index) if self.listing_row(index) >= 0 else Qt.ItemFlag.NoItemFlags

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.listing_row(index)
        return None if row < 0 else self._listings.data(self._listings.index(row, NAME), role)

    def _tell_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        top, bottom = first.row() // self._wide, last.row() // self._wide
        if bottom < self.rowCount():
            self.dataChanged.emit(self.index(top, 0), self.index(bottom, self._wide - 1))
