"""A drop-down with an arrow in the colours of the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.icons import pixmap

if TYPE_CHECKING:
    from therapist_desktop.ui.theme import Appearance


class Combo(QComboBox):
    """A QComboBox whose arrow follows the theme; a style sheet can only name files."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Somebody who scrolls past it means the page, and does not choose."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._appearance.px(16)
        ink = self._appearance.theme.muted if self.isEnabled() else self._appearance.theme.faint
        painter = QPainter(self)
        spot = QPoint(self.width() - side - self._appearance.px(6), (self.height() - side) // 2)
        painter.drawPixmap(spot, pixmap("chevron-down", ink, side, self.devicePixelRatioF()))
        painter.end()
