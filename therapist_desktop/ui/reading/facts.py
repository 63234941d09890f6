"""What is known of a piece in a word or two: a quiet table, a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout

from therapist_desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from therapist_desktop.ui.theme import Appearance

STACKED_FROM = 1.75
_NAMES = 150


class FactTable(QFrame):
    """Names at the left, facts beside them; at a large size of text the facts stand below their names."""

    def __init__(self, facts: tuple[tuple[str, str], ...], appearance: Appearance) -> None:
        super().__init__()
        px, stacked = appearance.px, appearance.zoom >= STACKED_FROM
        self.setProperty("role", "facts")
        grid = QGridLayout(self)
        grid.setContentsMargins(px(12), px(8), px(12), px(8))
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(1, 1)
        row = 0
        for name, fact in facts:
            if row:
                grid.addWidget(_hairline(), row, 0, 1, 2)
                row += 1
            label, known = Words(name, "fact-name"), Words(fact, "fact")
            label.selectable = False
            label.setMinimumWidth(0 if stacked else min(px(_NAMES), _NAMES * 2))
            known.setAccessibleName(f"{name}: {fact}")
            grid.addWidget(label, row, 0, 1, 2 if stacked else 1, Qt.AlignmentFlag.AlignTop)
            row += stacked
            grid.addWidget(known, row, 0 if stacked else 1, 1, 2 if stacked else 1)
            row += 1


def _hairline() -> QFrame:
    line = QFrame()
    line.setProperty("role", "hairline")
    return line
