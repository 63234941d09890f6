"""A list over the page that hides what lies below it: its own changes do not paint the page again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.widgets.painting import fill

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
        fill(painter, event.rect(), self._appearance.theme.surface)
        painter.end()
        super().paintEvent(event)
