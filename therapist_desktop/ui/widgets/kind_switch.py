"""All, people or centers, each with its live count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget

from therapist_desktop.domain.filters import Kind
from therapist_desktop.ui.i18n import number, short

if TYPE_CHECKING:
    from collections.abc import Mapping


class KindSwitch(QFrame):
    """Three segments of which one is on."""

    kind_chosen = Signal(object)  # Kind | None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sunken")
        self._labels: dict[Kind | None, str] = {
            None: self.tr("All"),
            Kind.PROVIDER: self.tr("People"),
            Kind.CENTER: self.tr("Centers"),
        }
        self._buttons: dict[Kind | None, QPushButton] = {}
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        for kind, label in self._labels.items():
            button = QPushButton(label)
            button.setCheckable(True)
            button.setChecked(kind is None)
            button.setProperty("role", "segment")
            button.setToolTip(self.tr("Show {kind} only").format(kind=label.lower()) if kind else self.tr("Show both"))
            button.clicked.connect(lambda _=False, kind=kind: self.kind_chosen.emit(kind))
            group.addButton(button)
            row.addWidget(button, 1)
            self._buttons[kind] = button

    def show_kind(self, kind: Kind | None) -> None:
        """Switch this one on."""
        self._buttons[kind].setChecked(True)

    def show_counts(self, kinds: Mapping[str, int]) -> None:
        """How many there would be of each kind; the count is spoken and shown as a tip where it is long."""
        for kind, button in self._buttons.items():
            count = sum(kinds.values()) if kind is None else kinds.get(kind, 0)
            button.setText(self._labels[kind] if kind is None else f"{self._labels[kind]} {short(count)}")
            button.setAccessibleName(f"{self._labels[kind]}, {number(count)}")
            button.setToolTip(f"{self._labels[kind]}: {number(count)}")
