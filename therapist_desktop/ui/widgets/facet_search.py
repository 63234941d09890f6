"""Looks for a value in a long list, and says how many of how many are called so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QLineEdit, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.announcing import announce
from therapist_desktop.ui.fonts import interface_font, tabular
from therapist_desktop.ui.i18n import number
from therapist_desktop.ui.icons import pixmap
from therapist_desktop.ui.theme import CAPTION, SPACE_4, SPACE_8, Appearance
from therapist_desktop.ui.widgets.painting import draw_text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

_GLASS = 14


class FacetSearch(QLineEdit):
    """Esc clears it, Down leads into the list, Enter takes the first value."""

    left_below = Signal()
    taken = Signal()

    def __init__(self, label: str, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._tally = ""
        self.setProperty("role", "facet-search")
        self.setPlaceholderText(self.tr("Find in {list}").format(list=label.lower()))
        self.setAccessibleName(self.placeholderText())
        self.setToolTip(self.tr("Part of a name, or of another name for it. Enter takes the first, Esc clears."))
        self.restyle()

    @property
    def tally(self) -> str:
        """How many of how many were found: "3 of 81"."""
        return self._tally

    def show_tally(self, found: int, of: int) -> None:
        """Say how many are called so; nothing while nothing is looked for."""
        asked = bool(self.text().strip())
        self._tally = self.tr("{n} of {m}").format(n=number(found), m=number(of)) if asked else ""
        self.setAccessibleDescription(self._tally)
        announce(self, self._tally)
        self.restyle()
        self.update()

    def restyle(self) -> None:
        """Make room for the glass and for the tally at the size in use."""
        px = self._appearance.px
        wide = self._wide() + px(SPACE_8) if self._tally else 0
        self.setTextMargins(px(_GLASS) + px(SPACE_4), 0, wide, 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left_below.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            self.taken.emit()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, px = self._appearance.theme, self._appearance.px
        painter = QPainter(self)
        glass = pixmap("search", theme.muted, px(_GLASS), self.devicePixelRatioF())
        painter.drawPixmap(QPoint(px(SPACE_8), (self.height() - px(_GLASS)) // 2), glass)
        if self._tally:
            painter.setFont(tabular(interface_font(px(CAPTION))))
            room = QRect(0, 0, self.width() - px(SPACE_8), self.height())
            draw_text(painter, room, self._tally, theme.muted, Qt.AlignmentFlag.AlignRight)
        painter.end()

    def _wide(self) -> int:
        return QFontMetrics(tabular(interface_font(self._appearance.px(CAPTION)))).horizontalAdvance(self._tally)
