"""Nearer, farther, and all of it: three buttons on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.theme import SPACE_4

if TYPE_CHECKING:
    from therapist_desktop.ui.theme import Appearance


class MapButtons(QWidget):
    """One below the other."""

    nearer = Signal()
    farther = Signal()
    fit = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self._buttons: dict[str, QToolButton] = {}
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(SPACE_4)
        for name, words, tip, signal in (
            ("plus", self.tr("Zoom in"), self.tr("Zoom in (+ on the map)"), self.nearer),
            ("minus", self.tr("Zoom out"), self.tr("Zoom out (- on the map)"), self.farther),
            ("maximize", self.tr("Fit"), self.tr("Show all results (Home on the map)"), self.fit),
        ):
            button = QToolButton()
            button.setProperty("role", "map")
            button.setAccessibleName(words)
            button.setToolTip(tip)
            button.setCursor(Qt.CursorShape.ArrowCursor)
            button.clicked.connect(signal)
            page.addWidget(button)
            self._buttons[name] = button
        self.restyle()

    @property
    def buttons(self) -> tuple[QToolButton, ...]:
        """From top to bottom."""
        return tuple(self._buttons.values())

    def restyle(self) -> None:
        """Take on the theme and size in use."""
        px, theme = self._appearance.px, self._appearance.theme
        for name, button in self._buttons.items():
            button.setIcon(icon(name, theme.text, px(16)))
            button.setIconSize(QSize(px(16), px(16)))
        self.adjustSize()
