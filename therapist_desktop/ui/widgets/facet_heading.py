"""The heading of a facet: it folds the values away, and says how many are wished for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.fonts import interface_font, tabular
from therapist_desktop.ui.i18n import translate
from therapist_desktop.ui.icons import pixmap
from therapist_desktop.ui.theme import CAPTION, SPACE_4, SPACE_8, SPACE_16, Appearance
from therapist_desktop.ui.widgets.painting import draw_text
from therapist_desktop.ui.wording.joining import listed

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

TALL = 28
_SPACING = 0.5


class FacetHeading(QPushButton):
    """Painted: an arrow, the name, and at the right how many must be met and how many are preferred."""

    def __init__(self, label: str, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self._appearance = appearance
        self._folded = self._empty = False
        self._must = self._preferred = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setProperty("role", "heading")
        self.setFixedHeight(appearance.px(TALL))

    @property
    def tallies(self) -> tuple[int, int]:
        """How many must be met and how many are preferred."""
        return self._must, self._preferred

    @property
    def is_dimmed(self) -> bool:
        """There is nothing to choose in this release."""
        return self._empty

    def show_state(self, *, folded: bool, must: int, preferred: int, empty: bool) -> None:
        """Show and speak how it stands."""
        self._folded, self._must, self._preferred, self._empty = folded, must, preferred, empty
        parts = [
            self._label,
            translate("Facet", "folded") if folded else translate("Facet", "unfolded"),
            translate("Facet", "{n} must be met").format(n=must) if must else "",
            translate("Facet", "{n} preferred").format(n=preferred) if preferred else "",
            translate("Facet", "no listing says anything about it yet") if empty else "",
        ]
        self.setAccessibleName(listed(*parts))
        tip = (
            translate("Facet", "Press to show the values") if folded else translate("Facet", "Press to hide the values")
        )
        told = listed(self._label, *parts[2:])
        self.setToolTip(f"{told}\n{tip}")
        self.update()

    def restyle(self) -> None:
        """Take on the theme and size in use."""
        self.setFixedHeight(self._appearance.px(TALL))
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """As in a tree: Right unfolds, Left folds."""
        if event.key() == (Qt.Key.Key_Right if self._folded else Qt.Key.Key_Left):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, self._appearance.px(TALL))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._appearance.theme, self._appearance.px
        painter = QPainter(self)
        ink = theme.text if self.underMouse() else theme.faint if self._empty else theme.muted
        side = px(14)
        arrow = pixmap("chevron-right" if self._folded else "chevron-down", ink, side, self.devicePixelRatioF())
        painter.drawPixmap(QPoint(0, (self.height() - side) // 2), arrow)
        right = self._paint_tallies(painter)
        font = QFont(interface_font(px(CAPTION), QFont.Weight.Normal if self._empty else QFont.Weight.Bold))
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, _SPACING * self._appearance.zoom)
        painter.setFont(font)
        left = side + px(SPACE_4)
        words = QRect(left, 0, right - left, self.height())
        draw_text(painter, words, self._label.upper(), ink, Qt.AlignmentFlag.AlignLeft)
        painter.end()

    def _paint_tallies(self, painter: QPainter) -> int:
        """Where the room for the name ends."""
        theme, px = self._appearance.theme, self._appearance.px
        painter.setFont(tabular(interface_font(px(CAPTION), QFont.Weight.Bold)))
        right = self.width() - px(SPACE_4)
        if not self._folded:
            return right  # there they can be seen
        for count, picture in ((self._preferred, "heart-filled"), (self._must, "check")):
            if not count:
                continue
            shown = str(count)
            side = px(12)
            wide = painter.fontMetrics().horizontalAdvance(shown) + side + px(SPACE_16)
            pill = QRect(right - wide, (self.height() - px(20)) // 2, wide, px(20))
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.accent), 2) if theme.contrast else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_soft))
            painter.drawRoundedRect(QRectF(pill).adjusted(1, 1, -1, -1), px(10), px(10))
            painter.restore()
            mark = pixmap(picture, theme.accent, side, self.devicePixelRatioF())
            painter.drawPixmap(QPoint(pill.x() + px(6), (self.height() - side) // 2), mark)
            words = QRect(pill.x() + px(SPACE_8) + side, pill.y(), wide - px(SPACE_8) - side, pill.height())
            draw_text(painter, words, shown, theme.accent, Qt.AlignmentFlag.AlignLeft)
            right = pill.x() - px(SPACE_4)
        return right
