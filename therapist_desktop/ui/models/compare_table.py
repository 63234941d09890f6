"""The comparison as Qt sees it: a heading and a cell for each listing, with a line before each group."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.i18n import translate
from therapist_desktop.ui.models.index import ROOT, AnyIndex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LINE = "\n"


class CompareRow(NamedTuple):
    """One fact of each. An empty cell is not known; `only` has what no other listing has, one tuple a listing."""

    heading: str
    cells: tuple[str, ...]
    differs: bool
    group: str = ""
    only: tuple[frozenset[str], ...] = ()
    is_phone: bool = False


class CompareLine(NamedTuple):
    """A line of the table: a row, or the name of the group that begins."""

    group: str = ""
    row: CompareRow | None = None


class CompareTable(QAbstractTableModel):
    """Rows that are the same for all can be left out."""

    LineRole = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._rows: tuple[CompareRow, ...] = ()
        self._lines: tuple[CompareLine, ...] = ()
        self._differences_only = False

    @property
    def lines(self) -> tuple[CompareLine, ...]:
        """What stands there."""
        return self._lines

    @property
    def names(self) -> tuple[str, ...]:
        """Whose facts these are."""
        return self._names

    def show(self, names: Sequence[str], rows: Sequence[CompareRow]) -> None:
        """Show these rows."""
        self._names, self._rows = tuple(names), tuple(rows)
        self._build()

    def show_differences(self, *, only: bool) -> None:
        """Leave out what is the same for all, or bring it back."""
        self._differences_only = only
        self._build()

    def cell(self, index: AnyIndex) -> str:
        """The text of a cell."""
        row = self._lines[index.row()].row if index.isValid() else None
        return row.cells[index.column() - 1] if row is not None and index.column() > 0 else ""

    @override
    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() or not self._names else len(self._names) + 1

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == self.LineRole:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(line, index.column(), self._names)
        if role == Qt.ItemDataRole.DisplayRole:
            if line.row is None:
                return line.group if index.column() == 0 else ""
            return line.row.heading if index.column() == 0 else line.row.cells[index.column() - 1]
        return None

    def _build(self) -> None:
        self.beginResetModel()
        shown = [row for row in self._rows if row.differs or not self._differences_only]
        self._lines = tuple(_with_groups(shown))
        self.endResetModel()


def _with_groups(rows: Sequence[CompareRow]) -> Iterator[CompareLine]:
    group = ""
    for row in rows:
        if row.group != group:
            group = row.group
            yield CompareLine(group)
        yield CompareLine(group, row)


def _spoken(line: CompareLine, column: int, names: Sequence[str]) -> str:
    """A cell with whose it is, what it is about, and what sets it apart."""
    row = line.row
    if row is None:
        return line.group
    differs = translate("Compare", "differs") if row.differs else translate("Compare", "the same for all")
    if column == 0:
        return f"{row.heading}, {differs}"
    cell = row.cells[column - 1].replace(LINE, ", ") or translate("Compare", "not known")
    parts = [f"{names[column - 1]}, {row.heading}: {cell}", differs]
    only = sorted(row.only[column - 1]) if row.only else []
    if only:
        parts.append(translate("Compare", "only here: {values}").format(values=", ".join(only)))
    return "; ".join(parts) + "."
