"""A list that scrolls smoothly and never sideways."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QListWidget, QWidget

from therapist_desktop.domain.overriding import override


class CalmList(QListWidget):
    """It has a current line as soon as it has the focus, so that a screen reader has something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setProperty("ownRing", True)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentRow() < 0:
            rows = range(self.count())
            first = next((row for row in rows if self.item(row).flags() & Qt.ItemFlag.ItemIsSelectable), -1)
            self.setCurrentRow(first)
