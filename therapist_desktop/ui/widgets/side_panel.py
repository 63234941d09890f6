"""A panel that lies over an edge of a page where there is no room beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.theme import SPACE_32

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from therapist_desktop.ui.theme import Appearance

MOST_OF_THE_PAGE = 0.85


class SidePanel(QFrame):
    """Holds one pane at the left or right edge of its page. Esc closes it, as does the button that opened it."""

    closed = Signal()

    def __init__(self, page: QWidget, edge: Qt.Edge, appearance: Appearance) -> None:
        super().__init__(page)
        self._edge = edge
        self._appearance = appearance
        self._sliding = QPropertyAnimation(self, b"pos", self)
        self._sliding.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._wide = 360
        self.setProperty("role", "panel")
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        page.installEventFilter(self)
        self.hide()

    def hold(self, pane: QWidget, wide: int) -> None:
        """Take this pane in."""
        self._wide = wide
        self._inside.addWidget(pane)
        pane.show()
        self._lie_down()

    def be_wide(self, wide: int) -> None:
        """So wide where the page has the room; the size of text has changed."""
        if wide != self._wide:
            self._wide = wide
            self._lie_down()

    def open(self) -> None:
        """Come into sight from the edge."""
        was_hidden = self.isHidden()
        self._lie_down()
        self.show()
        self.raise_()
        if was_hidden and self._appearance.motion_ms:
            away = QPoint(self._appearance.px(SPACE_32), 0)
            place = self.pos()
            self._sliding.setDuration(self._appearance.motion_ms)
            self._sliding.setStartValue(place - away if self._edge is Qt.Edge.LeftEdge else place + away)
            self._sliding.setEndValue(place)
            self._sliding.start()

    def close_panel(self) -> None:
        """Go out of sight and say so."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent):
            self._lie_down()
        return False

    def _lie_down(self) -> None:
        page = self.parentWidget()
        if page is None:
            return
        self._sliding.stop()
        wide = min(self._wide, round(page.width() * MOST_OF_THE_PAGE))
        left = 0 if self._edge is Qt.Edge.LeftEdge else page.width() - wide
        self.setGeometry(QRect(left, 0, wide, page.height()))
