"""A ground that hides what lies below it, so that a panel over the page is not painted again with the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.widgets.painting import fill

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from therapist_desktop.ui.theme import Appearance


class SolidGround(QWidget):
    """Paints all of itself in the colour of surfaces."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, event.rect(), self._appearance.theme.surface)
        painter.end()
