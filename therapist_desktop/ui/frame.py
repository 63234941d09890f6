"""Where the parts of the window stand: the rail, beside it the search over the pages, the status below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from therapist_desktop.ui.theme import SPACE_12, SPACE_16
from therapist_desktop.ui.widgets.spacing import PAGE, space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from therapist_desktop.ui.theme import Appearance


class Frame(QWidget):
    """Holds every part of the window that is always there."""

    def __init__(
        self,
        rail: QWidget,
        above: Sequence[QWidget],
        chips: Sequence[QWidget],
        pages: QWidget,
        appearance: Appearance,
    ) -> None:
        super().__init__()
        below = QHBoxLayout()
        space(below, appearance, SPACE_12, most=PAGE)
        for place, part in enumerate(chips):
            below.addWidget(part, place, Qt.AlignmentFlag.AlignTop if not place else Qt.AlignmentFlag(0))
        self._right = right = QVBoxLayout()
        space(right, appearance, SPACE_12, (SPACE_16, SPACE_12, SPACE_16, SPACE_12), PAGE)
        for part in above:
            right.addWidget(part)
        right.addLayout(below)
        right.addWidget(pages, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(rail)
        middle.addLayout(right, 1)
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.setSpacing(0)
        self._page.addLayout(middle, 1)

    def hold_status(self, status: QWidget) -> None:
        """Put this at the lower edge."""
        self._page.addWidget(status)

    def hold_tabs(self, tabs: QWidget) -> None:
        """Put the tabs above everything that they change."""
        self._right.insertWidget(0, tabs)
