"""What stands above every page: back, forward, the search, and help in a crisis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.theme import SPACE_4, SPACE_12
from therapist_desktop.ui.widgets.search_box import SearchBox
from therapist_desktop.ui.widgets.spacing import PAGE, space

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from therapist_desktop.ui.theme import Appearance


class TopBar(QWidget):
    """One line."""

    def __init__(self, appearance: Appearance, back: QAction, forward: QAction) -> None:
        super().__init__()
        self._appearance = appearance
        self.search_box = SearchBox(appearance)
        self.crisis_button = QPushButton(self.tr("Crisis help   F9"))
        self.crisis_button.setProperty("role", "danger")
        self.crisis_button.setAccessibleName(self.tr("Crisis help"))
        self.crisis_button.setToolTip(self.tr("Hotlines for a crisis (F9)"))
        self._ways = {"arrow-left": _made(back), "arrow-right": _made(forward)}
        ways = QHBoxLayout()
        space(ways, appearance, SPACE_4, most=PAGE)
        for button in self._ways.values():
            ways.addWidget(button)
        line = QHBoxLayout(self)
        space(line, appearance, SPACE_12, (0, 0, 0, 0), PAGE)
        line.addLayout(ways)
        line.addWidget(self.search_box, 1)
        line.addWidget(self.crisis_button)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        theme, px = self._appearance.theme, self._appearance.px
        self.crisis_button.setFixedHeight(px(36))
        for name, button in self._ways.items():
            button.setFixedSize(px(32), px(36))
            button.setIcon(icon(name, theme.text, px(18), "" if theme.contrast else theme.line))
            button.setIconSize(QSize(px(18), px(18)))


def _made(action: QAction) -> QToolButton:
    """A button that does what the action does; it may be used where the action may."""
    button = QToolButton()
    button.setProperty("role", "icon")
    button.setAccessibleName(action.text())
    button.setToolTip(action.toolTip())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setEnabled(action.isEnabled())
    button.clicked.connect(action.trigger)
    action.enabledChanged.connect(button.setEnabled)
    return button
