"""The tabs in a line with the button that opens another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.theme import SPACE_4
from therapist_desktop.ui.widgets.tab_bar import TabBar

if TYPE_CHECKING:
    from therapist_desktop.ui.theme import Appearance


class TabStrip(QWidget):
    """One line above the search."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.bar = TabBar(appearance)
        self.plus = QToolButton()
        self.plus.setProperty("role", "icon")
        self.plus.setAccessibleName(self.tr("New tab"))
        self.plus.setToolTip(self.tr("Begin another search beside this one (Ctrl+T)"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE_4)
        line.addWidget(self.bar)
        line.addWidget(self.plus)
        line.addStretch(1)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        theme, px = self._appearance.theme, self._appearance.px
        self.plus.setFixedSize(px(28), px(28))
        self.plus.setIcon(icon("plus", theme.muted, px(16)))
        self.plus.setIconSize(QSize(px(16), px(16)))
        self.bar.restyle()
