"""The ring around whatever has the keyboard: 2 px, 2 px off the control, the same everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QMoveEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QLineEdit,
    QMainWindow,
    QMenuBar,
    QWidget,
)
from shiboken6 import isValid

from therapist_desktop.domain.overriding import override

if TYPE_CHECKING:
    from therapist_desktop.ui.theme import Appearance

_MOVES = (QMoveEvent, QResizeEvent, QShowEvent, QHideEvent)  # cheaper than asking for the type of every event


class FocusRing(QWidget):
    """Lies over a window and lets everything through.

    Views with `ownRing` draw theirs inside, parts with `ringColour` say which colour it has on them.
    """

    def __init__(self, appearance: Appearance, window: QWidget, app: QApplication) -> None:
        super().__init__(window)
        self._appearance = appearance
        self._window = window
        self._app = app
        self._watched: list[QWidget] = []
        self._colour = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._lie_around)
        app.focusChanged.connect(self._follow)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, _MOVES):
            self._soon.start()  # not while others are being hidden or taken to another place: Qt would crash
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._colour or self._appearance.theme.accent), 2))
        corner = self._appearance.px(9)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), corner, corner)
        painter.end()

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if isValid(self):  # else the window is going
            self.follow(now)

    def follow(self, now: QWidget | None) -> None:
        """Lie around this, if it is a control of this window."""
        for watched in self._watched:
            if isValid(watched):
                watched.removeEventFilter(self)
        self._watched = []
        if now is not None and isinstance(self._window, QMainWindow):
            self._give_ring(now)
        if now is None or now.window() is not self._window or isinstance(now, (QMainWindow, QMenuBar)):
            self.hide()
            return
        if now.property("ownRing"):
            self.hide()
            return
        widget: QWidget | None = now
        while widget is not None and widget is not self._window:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()
        self._colour = next((str(colour) for one in self._watched if (colour := one.property("ringColour"))), "")
        self._soon.start()

    def _give_ring(self, now: QWidget) -> None:
        """A dialog has a ring of its own, which goes with it."""
        dialog = now.window()
        if isinstance(dialog, QDialog) and dialog.findChild(FocusRing) is None:
            ring = FocusRing(self._appearance, dialog, self._app)
            ring.follow(now)

    def _lie_around(self) -> None:
        if not self._watched or not isValid(self._watched[0]) or not self._watched[0].isVisible():
            self.hide()
            return
        control = self._watched[0]
        seen = control.visibleRegion().boundingRect()
        if seen.isEmpty():
            self.hide()
            return
        off = 1 if isinstance(control, QLineEdit) else 4  # a field has a line of its own: the ring lies on it
        spot = QRect(control.mapTo(self._window, seen.topLeft()), seen.size()).adjusted(-off, -off, off, off)
        held = next((one for one in self._watched[1:] if isinstance(one, QAbstractScrollArea)), None)
        if held is not None and seen != control.rect():  # it goes on out of sight: the ring ends where the page does
            spot &= QRect(held.mapTo(self._window, held.rect().topLeft()), held.size())
        self.setGeometry(spot)
        self.show()
        self.raise_()
