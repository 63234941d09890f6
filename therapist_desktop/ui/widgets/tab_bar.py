"""The tabs themselves: one for each way that somebody is on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QToolButton, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.icons import icon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from therapist_desktop.ui.theme import Appearance

_LEAST, _MOST, _HEIGHT = 96, 220, 32


class Tab(NamedTuple):
    """What stands on a tab."""

    title: str
    icon: str


class TabBar(QTabBar):
    """Tells which tab is chosen, closed or dragged; shows nothing that it was not told to show."""

    tab_chosen = Signal(int)
    close_requested = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._shown: list[Tab] = []
        self.setAccessibleName(self.tr("Tabs"))
        self.setProperty("ownRing", True)
        self.setMovable(True)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.currentChanged.connect(self.tab_chosen)
        self.tabMoved.connect(self._keep_order)
        appearance.changed.connect(self.restyle)

    def show_tabs(self, tabs: Sequence[Tab], current: int) -> None:
        """Show these, without telling anybody."""
        blocked = self.blockSignals(True)
        while self.count() > len(tabs):
            self.removeTab(self.count() - 1)
        while self.count() < len(tabs):
            self.setTabButton(self.addTab(""), QTabBar.ButtonPosition.RightSide, self._made_cross())
        for place, tab in enumerate(tabs):
            self._write(place, tab)
        self._shown = list(tabs)
        if current != self.currentIndex():
            self.setCurrentIndex(current)
        self.blockSignals(blocked)
        self._tint()

    def restyle(self) -> None:
        """Take on the theme and size in use."""
        side = self._appearance.px(16)
        self.setIconSize(QSize(side, side))
        for place in range(self.count()):
            cross = self.tabButton(place, QTabBar.ButtonPosition.RightSide)
            if isinstance(cross, QToolButton):
                self._dress(cross)
        self._tint()

    @override
    def tabSizeHint(self, index: int) -> QSize:
        px = self._appearance.px
        wide = super().tabSizeHint(index).width()
        return QSize(min(px(_MOST), max(px(_LEAST), wide)), px(_HEIGHT))

    @override
    def minimumTabSizeHint(self, index: int) -> QSize:
        return QSize(self._appearance.px(_LEAST), self._appearance.px(_HEIGHT))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.MiddleButton:
            place = self.tabAt(event.position().toPoint())
            if place >= 0:
                self.close_requested.emit(place)
            return
        super().mouseReleaseEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._appearance.theme.accent), 2))
        painter.drawRoundedRect(QRectF(self.tabRect(self.currentIndex())).adjusted(2, 2, -3, -2), 7, 7)
        painter.end()

    def _write(self, place: int, tab: Tab) -> None:
        if self._shown[place : place + 1] == [tab]:
            return
        self.setTabText(place, tab.title.replace("&", "&&"))
        self.setTabToolTip(place, tab.title)
        self.setAccessibleTabName(place, tab.title)
        cross = self.tabButton(place, QTabBar.ButtonPosition.RightSide)
        if cross is not None:
            cross.setAccessibleName(self.tr("Close {tab}").format(tab=tab.title))

    def _made_cross(self) -> QToolButton:
        cross = QToolButton(self)
        cross.setProperty("role", "icon")
        cross.setToolTip(self.tr("Close this tab (Ctrl+W)"))
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cross.clicked.connect(lambda: self._close(cross))
        self._dress(cross)
        return cross

    def _close(self, cross: QToolButton) -> None:
        for place in range(self.count()):
            if self.tabButton(place, QTabBar.ButtonPosition.RightSide) is cross:
                self.close_requested.emit(place)
                return

    def _dress(self, cross: QToolButton) -> None:
        px = self._appearance.px
        cross.setIcon(icon("x", self._appearance.theme.muted, px(14)))
        cross.setIconSize(QSize(px(14), px(14)))
        cross.setFixedSize(px(26), px(20))

    def _tint(self) -> None:
        theme = self._appearance.theme
        for place, tab in enumerate(self._shown):
            ink = theme.accent if place == self.currentIndex() else theme.muted
            self.setTabIcon(place, icon(tab.icon, ink, self._appearance.px(16)))

    def _keep_order(self, start: int, end: int) -> None:
        self._shown.insert(end, self._shown.pop(start))
