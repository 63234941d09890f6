"""The results as Qt sees them: every row there is, each fetched when it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal, Slot

from therapist_desktop.domain.notebook import NOTHING
from therapist_desktop.domain.overriding import override
from therapist_desktop.services.clock import local_day
from therapist_desktop.ui.i18n import translate
from therapist_desktop.ui.models.columns import COLUMNS, NAME, Column, Show, tip
from therapist_desktop.ui.models.index import ROOT, AnyIndex
from therapist_desktop.ui.wording.cards import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from therapist_desktop.domain.notebook import Standing
    from therapist_desktop.domain.results import Card
    from therapist_desktop.ui.models.pages import Answer, Pages


class ListingModel(QAbstractTableModel):
    """Rows are cards, columns are data. Knows no widgets and no catalogue."""

    CardRole = Qt.ItemDataRole.UserRole

    standings_shown = Signal()

    def __init__(
        self,
        pages: Pages,
        columns: tuple[Column, ...] = COLUMNS,
        today: Callable[[], date] = local_day,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._pages = pages
        self._columns = columns
        self._today = today
        self._standings: Mapping[str, Standing] = {}
        pages.arrived.connect(self._tell_arrived)

    @property
    def columns(self) -> tuple[Column, ...]:
        """What is shown of a row."""
        return self._columns

    @property
    def today(self) -> date:
        """The day that ages are counted from."""
        return self._today()

    def show(self, answer: Answer | None) -> None:
        """Show this answer from now on."""
        self.beginResetModel()
        self._pages.open(answer)
        self.endResetModel()

    def show_standings(self, standings: Mapping[str, Standing]) -> None:
        """What the notebook says about listings, by their id, from now on."""
        self._standings = standings
        self._tell_arrived(0, self._pages.total - 1)
        self.standings_shown.emit()

    @property
    def has_calls(self) -> bool:
        """Somebody has called some listing."""
        return any(standing.outcome is not None for standing in self._standings.values())

    def standing(self, card: Card) -> Standing:
        """What the notebook says about this listing."""
        return self._standings.get(card.id, NOTHING)

    def card(self, row: int) -> Card | None:
        """The card of a row, or None while it is on its way."""
        return self._pages.card(row) if 0 <= row < self._pages.total else None

    @override
    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else self._pages.total

    @override
    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role not in _SPOKEN_OR_SHOWN:
            return None
        card = self._pages.card(index.row())
        if role == self.CardRole:
            return card
        is_spoken = role == Qt.ItemDataRole.AccessibleTextRole
        if card is None:
            return translate("Row", "Loading") if is_spoken else None
        return self._said(card, index.column(), role)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return translate("Columns", column.title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None

    def _said(self, card: Card, number: int, role: int) -> str:
        """A cell as it is shown, as its tip, or as it is spoken."""
        standing, today = self.standing(card), self._today()
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(number, card, standing, today)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[number].text(card, standing, today)
        say = sentence if number == NAME else self._columns[number].text
        return say(card, standing, today) or translate("Row", "Not known")

    @Slot(int, int)
    def _tell_arrived(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))


_SPOKEN_OR_SHOWN = frozenset(
    {
        int(Qt.ItemDataRole.DisplayRole),
        int(Qt.ItemDataRole.AccessibleTextRole),
        int(Qt.ItemDataRole.ToolTipRole),
        int(Qt.ItemDataRole.UserRole),
    }
)


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.show is Show.NUMBER else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
