"""Where little was found: what a small change would bring, each change a button."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from therapist_desktop.ui.i18n import number
from therapist_desktop.ui.theme import SPACE_4, SPACE_8, SPACE_12, Appearance
from therapist_desktop.ui.widgets.flowing import Flowing
from therapist_desktop.ui.widgets.spacing import space
from therapist_desktop.ui.wording.near_misses import change_text

if TYPE_CHECKING:
    from therapist_desktop.domain.results import NearMiss, Results

FEW = 5
MOST, MOST_WHERE_LOW = 4, 2


class NearMissLine(QFrame):
    """Hidden as long as there is enough, or nothing that would bring more."""

    filters_requested = Signal(object)  # Filters

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._misses: tuple[NearMiss, ...] = ()
        self._total = 0
        self._said: tuple[tuple[NearMiss, ...], int] = ((), 0)
        self._buttons: tuple[QPushButton, ...] = ()
        self._has_room = True
        self.setProperty("role", "near-miss")
        self.setAccessibleName(self.tr("A small change brings more"))
        self._only = QLabel()
        self._only.setProperty("role", "row-title")
        self._flow = Flowing(SPACE_4)
        row = QHBoxLayout(self)
        space(row, appearance, SPACE_8, (SPACE_12, SPACE_4, SPACE_8, SPACE_4))
        row.addWidget(self._only, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._flow, 1)
        self.hide()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The changes."""
        return self._buttons

    @property
    def words(self) -> str:
        """How few there are."""
        return self._only.text()

    def show_answer(self, results: Results) -> None:
        """Say what would bring more, where that is worth saying."""
        few = 0 < results.total < FEW
        misses = tuple(miss for miss in results.near_miss if few and miss.total > results.total)[:MOST]
        self._total = results.total
        self._only.setText(self.tr("Only {n}.").format(n=number(results.total)))
        if (misses, results.total) != self._said:
            self._misses, self._said = misses, (misses, results.total)
            self._rebuild()
        self.setVisible(bool(misses))

    def give_room(self, *, roomy: bool) -> None:
        """Where there is little, the listings need it more than all the changes."""
        if roomy != self._has_room:
            self._has_room = roomy
            self._rebuild()

    def _rebuild(self) -> None:
        had_focus = any(button.hasFocus() for button in self._buttons)
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = tuple(self._made(miss) for miss in self._misses[: MOST if self._has_room else MOST_WHERE_LOW])
        self._flow.hold(self._buttons)
        if had_focus and self._buttons:
            self._buttons[0].setFocus()

    def _made(self, miss: NearMiss) -> QPushButton:
        change = change_text(miss)
        button = QPushButton(self.tr("{change}: {n} more").format(change=change, n=number(miss.total - self._total)))
        button.setProperty("role", "link")
        button.setToolTip(self.tr("{change}, and {n} listings are found").format(change=change, n=number(miss.total)))
        button.clicked.connect(partial(self.filters_requested.emit, miss.filters))
        return button
