"""Above the filters: how much is asked for, and the way back to nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from therapist_desktop.ui.i18n import number, plural
from therapist_desktop.ui.theme import SPACE_8


class FiltersHead(QWidget):
    """A title, a number, a button."""

    clear_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("Filters"))
        title.setProperty("role", "filters-title")
        self._count = QLabel()
        self._count.setProperty("role", "tally")
        self._count.hide()
        self._clear = QPushButton(self.tr("Clear all"))
        self._clear.setProperty("role", "clear-all")
        self._clear.setToolTip(self.tr("Ask for nothing in particular (Ctrl+Shift+X)"))
        self._clear.setAccessibleName(self.tr("Clear all filters"))
        self._clear.setEnabled(False)
        self._clear.clicked.connect(self.clear_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(title)
        row.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self._clear)

    @property
    def clear_button(self) -> QPushButton:
        """What clears all."""
        return self._clear

    @property
    def count_text(self) -> str:
        """How many things are asked for, nothing for none."""
        return self._count.text()

    def show_count(self, asked_for: int) -> None:
        """So many things are asked for."""
        self._count.setText(number(asked_for) if asked_for else "")
        self._count.setVisible(bool(asked_for))
        said = plural("FiltersHead", "{n} thing is asked for", "{n} things are asked for", asked_for)
        self._count.setAccessibleName(said)
        self._count.setToolTip(said)
        self._clear.setAccessibleDescription(said if asked_for else "")
        self._clear.setEnabled(bool(asked_for))
