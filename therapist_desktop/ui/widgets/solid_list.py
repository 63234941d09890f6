"""A list that hides what lies below it, so that nothing below is painted again for each of its own changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView

from therapist_desktop.domain.overriding import override

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from therapist_desktop.ui.theme import Appearance


class SolidList(QListView):
    """Paints its own ground in the colour of surfaces."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._appearance.theme.surface))
        painter.end()
        super().paintEvent(event)
