"""Which values of a facet are shown, in what order, and as what Qt sees of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from therapist_desktop.domain.overriding import override
from therapist_desktop.domain.text import fold
from therapist_desktop.ui.i18n import number, translate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from therapist_desktop.domain.taxonomy import FacetList, Value

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
SHORT = 8
TOP = 6
MOST_WITHOUT_SEARCH = 14


class FacetRow(NamedTuple):
    """One line of a facet: a value, how deep it hangs, and whether it can be opened."""

    value: Value
    depth: int = 0
    opens: bool = False
    is_open: bool = False


class FacetView(NamedTuple):
    """How a person looks at one facet."""

    chosen: frozenset[str] = frozenset()
    opened: frozenset[str] = frozenset()
    all_shown: bool = False
    looked_for: str = ""


def rows_to_show(facets: FacetList, rank: Mapping[str, int], view: FacetView) -> tuple[FacetRow, ...]:
    """The lines of a facet, chosen values on top of a long one, the rest by how often they occur."""
    if view.looked_for.strip():
        return _found(facets, view.looked_for)
    below = _below(facets)
    tops = below.get("", [])
    is_long = len(tops) > SHORT
    ordered = _by_rank(tops, rank) if is_long else tops
    parents = {value.id: value.parent for value in facets.values}
    first = [
        value
        for value in facets.values
        if value.id in view.chosen and (is_long or not _is_in_sight(value.id, parents, view.opened))
    ]
    rest = [value for value in ordered if value not in first]
    if is_long and not view.all_shown:
        rest = rest[: max(TOP - len(first), 2)]
    lines: list[FacetRow] = []

    def hang(value: Value, depth: int) -> None:
        children = below.get(value.id, [])
        is_open = value.id in view.opened
        lines.append(FacetRow(value, depth, bool(children), is_open and bool(children)))
        for child in _by_rank(children, rank) if is_open else ():
            if child not in first:
                hang(child, depth + 1)

    for value in [*first, *rest]:
        hang(value, 0)
    return tuple(lines)


def more_count(facets: FacetList) -> int:
    """How many values of the first level a long facet keeps behind "more"."""
    tops = len(_below(facets).get("", []))
    return tops - TOP if tops > SHORT else 0


def _below(facets: FacetList) -> Mapping[str, list[Value]]:
    known = {value.id for value in facets.values}
    below: dict[str, list[Value]] = {}
    for value in facets.values:
        below.setdefault(value.parent if value.parent in known else "", []).append(value)
    return below


def _by_rank(values: list[Value], rank: Mapping[str, int]) -> list[Value]:
    return sorted(values, key=lambda value: -rank.get(value.id, 0))  # as in the taxonomy where it is a tie


def _is_in_sight(value: str, parents: Mapping[str, str], opened: frozenset[str]) -> bool:
    parent = parents.get(value, "")
    while parent in parents:
        if parent not in opened:
            return False
        parent = parents[parent]
    return True


def _found(facets: FacetList, looked_for: str) -> tuple[FacetRow, ...]:
    wanted = fold(looked_for)
    begins, holds = [], []
    for value in facets.values:
        names = [fold(name) for name in (value.label, *value.aliases)]
        if any(name.startswith(wanted) for name in names):
            begins.append(FacetRow(value))
        elif any(wanted in name for name in names):
            holds.append(FacetRow(value))
    return (*begins, *holds)


class FacetModel(QAbstractListModel):
    """The lines of one facet with their live counts."""

    def __init__(self, facets: FacetList, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._facets = facets
        self._rank: Mapping[str, int] = {}
        self._counts: Mapping[str, int] = {}
        self._view = FacetView()
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

    def look(self, **changed: object) -> None:
        """Look at the facet in another way."""
        self._view = self._view._replace(**changed)  # type: ignore[arg-type] # the fields of FacetView
        self._arrange()

    def rank_by(self, counts: Mapping[str, int]) -> None:
        """Put the values that occur most often first, now and until the next release."""
        self._rank = counts
        self._arrange()

    def count(self, counts: Mapping[str, int]) -> None:
        """Show these counts beside the values. No line moves."""
        self._counts = counts
        if self._rows:  # else nobody has looked
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def count_of(self, row: FacetRow) -> int:
        """How many results this value would leave."""
        return self._counts.get(row.value.id, 0)

    def is_chosen(self, row: FacetRow) -> bool:
        """This value is asked for."""
        return row.value.id in self._view.chosen

    def row(self, index: AnyIndex) -> FacetRow | None:
        """The line at this index, or None where there is none."""
        return self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None

    @override
    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
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
            return f"{row.value.label}: {number(self.count_of(row))}"
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self.is_chosen(row) else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return None

    def _spoken(self, row: FacetRow) -> str:
        chosen = translate("Facet", "chosen") if self.is_chosen(row) else ""
        counted = translate("Facet", "{n} listings").format(n=number(self.count_of(row)))
        group = ""
        if row.opens:
            group = translate("Facet", "group, open") if row.is_open else translate("Facet", "group, closed")
        return ", ".join(part for part in (row.value.label, counted, chosen, group) if part)

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
