"""What Qt sees of the values of one facet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from therapist_desktop.domain.filters import Wish
from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.i18n import number, plural, translate
from therapist_desktop.ui.models.facet_rows import FacetView, partly_chosen, rows_to_show
from therapist_desktop.ui.models.index import ROOT, AnyIndex
from therapist_desktop.ui.wording.joining import listed, stacked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from therapist_desktop.domain.taxonomy import FacetList
    from therapist_desktop.ui.models.facet_rows import FacetRow


class FacetModel(QAbstractListModel):
    """The lines of one facet with their live counts."""

    def __init__(self, facets: FacetList, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._facets = facets
        self._rank: Mapping[str, int] = {}
        self._counts: Mapping[str, int] = {}
        self._view = FacetView()
        self._partly: frozenset[str] = frozenset()
        self._rows: tuple[FacetRow, ...] | None = None  # put in order when somebody looks

    @property
    def facets(self) -> FacetList:
        """The facet shown here."""
        return self._facets

    @property
    def view(self) -> FacetView:
        """How it is looked at."""
        return self._view

    @property
    def rows(self) -> tuple[FacetRow, ...]:
        """The lines shown."""
        if self._rows is None:
            self._rows = rows_to_show(self._facets, self._rank, self._view)
        return self._rows

    def offer(self, facets: FacetList) -> None:
        """Have these values from now on, looked at as the ones before."""
        self._facets = facets
        self.look()

    def look(self, **changed: object) -> None:
        """Look at the facet in another way."""
        self._view = self._view._replace(**changed)  # type: ignore[arg-type] # the fields of FacetView
        self._partly = partly_chosen(self._facets, self._view.chosen)
        self._arrange()

    def rank_by(self, counts: Mapping[str, int]) -> None:
        """Put the values that occur most often first, now and until the next release."""
        if counts != self._rank:
            self._rank = counts
            self._arrange()

    def count(self, counts: Mapping[str, int]) -> None:
        """Show these counts beside the values. No line moves."""
        if counts == self._counts:
            return
        self._counts = counts
        if self._rows:  # else nobody has looked
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def count_of(self, row: FacetRow) -> int:
        """How many results this value would leave."""
        return self._counts.get(row.value.id, 0)

    def wish_of(self, row: FacetRow) -> Wish:
        """How much this value is wished for."""
        if row.value.id in self._view.chosen:
            return Wish.MUST
        return Wish.PREFER if row.value.id in self._view.preferred else Wish.NONE

    def is_partly_chosen(self, row: FacetRow) -> bool:
        """Something below this value is chosen, and the value itself is not."""
        return row.value.id in self._partly

    def row(self, index: AnyIndex) -> FacetRow | None:
        """The line at this index, or None where there is none."""
        return self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None

    @override
    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        return usual if index.isValid() else Qt.ItemFlag.NoItemFlags

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.value.label
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row)
        if role == Qt.ItemDataRole.CheckStateRole:
            return self._checked(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return None

    def _checked(self, row: FacetRow) -> Qt.CheckState:
        if self.wish_of(row) is Wish.MUST:
            return Qt.CheckState.Checked
        return Qt.CheckState.PartiallyChecked if self.is_partly_chosen(row) else Qt.CheckState.Unchecked

    def _tip(self, row: FacetRow) -> str:
        name = f"{row.value.label} ({row.alias})" if row.alias else row.value.label
        state = {
            Wish.NONE: translate("Facet", "some below it must be met") if self.is_partly_chosen(row) else "",
            Wish.MUST: translate("Facet", "must be met"),
            Wish.PREFER: translate("Facet", "preferred: lifts, leaves nobody out"),
        }[self.wish_of(row)]
        return stacked(f"{name}: {number(self.count_of(row))}", state)

    def _spoken(self, row: FacetRow) -> str:
        wish = {
            Wish.NONE: translate("Facet", "some below it must be met") if self.is_partly_chosen(row) else "",
            Wish.MUST: translate("Facet", "must"),
            Wish.PREFER: translate("Facet", "preferred"),
        }[self.wish_of(row)]
        alias = translate("Facet", "also called {name}").format(name=row.alias) if row.alias else ""
        counted = plural("Facet", "{n} listing", "{n} listings", self.count_of(row))
        group = ""
        if row.opens:
            group = translate("Facet", "group, open") if row.is_open else translate("Facet", "group, closed")
        return listed(row.value.label, alias, counted, wish, group)

    def _arrange(self) -> None:
        if self._rows is None:
            return
        rows = rows_to_show(self._facets, self._rank, self._view)
        if [(row.value.id, row.depth, row.opens) for row in rows] == [
            (row.value.id, row.depth, row.opens) for row in self._rows
        ]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
