"""One thing to pick in call mode: its number key, its words, how many listings it leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from therapist_desktop.domain.filters import Wish
from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.fonts import interface_font, tabular
from therapist_desktop.ui.i18n import number, plural
from therapist_desktop.ui.icons import pixmap
from therapist_desktop.ui.theme import BODY, CORNER, READING, SPACE_8, SPACE_12, SPACE_16, Appearance
from therapist_desktop.ui.widgets.painting import draw_text
from therapist_desktop.ui.wording.joining import listed

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent

    from therapist_desktop.ui.models.questions import Option

HIGH, CAP, NARROWEST = 48, 26, 140


class CallOption(QPushButton):
    """A wide key. Says whether it is picked by shape and word as well as by colour."""

    def __init__(self, key: int, option: Option, appearance: Appearance) -> None:
        super().__init__()
        self._key, self._option, self._appearance = key, option, appearance
        self._is_hovered = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCheckable(False)
        self.setAccessibleName(self._spoken())
        self.setToolTip(self.tr("{label} (press {key})").format(label=option.label, key=key))

    @property
    def option(self) -> Option:
        """What is picked."""
        return self._option

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._appearance.px(240), self._appearance.px(HIGH))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._appearance.px(NARROWEST), self._appearance.px(HIGH))

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._is_hovered = True
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._is_hovered = False
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter)
        px, option = self._appearance.px, self._option
        theme = self._appearance.theme
        row = self.rect().adjusted(px(SPACE_12), 0, -px(SPACE_12), 0)
        self._cap(painter, QRect(row.x(), row.y() + (row.height() - px(CAP)) // 2, px(CAP), px(CAP)))
        left, right = row.x() + px(CAP) + px(SPACE_12), row.right()
        if option.leaves is not None:
            painter.setFont(tabular(interface_font(px(BODY))))
            shown = number(option.leaves)
            wide = painter.fontMetrics().horizontalAdvance(shown)
            ink = theme.muted if option.leaves else theme.faint
            draw_text(
                painter, QRect(right - wide, row.y(), wide + 1, row.height()), shown, ink, Qt.AlignmentFlag.AlignRight
            )
            right -= wide + px(SPACE_16)
        if option.picked:
            name = "check" if option.picked is Wish.MUST else "heart"
            side = px(16)
            mark = pixmap(name, theme.accent, side, self.devicePixelRatioF())
            painter.drawPixmap(right - side, row.center().y() - side // 2 + 1, mark)
            right -= side + px(SPACE_8)
        weight = QFont.Weight.DemiBold if option.picked else QFont.Weight.Normal
        painter.setFont(interface_font(px(READING), weight))
        ink = theme.faint if option.leaves == 0 and not option.picked else theme.text
        draw_text(
            painter, QRect(left, row.y(), right - left, row.height()), option.label, ink, Qt.AlignmentFlag.AlignLeft
        )
        painter.end()

    def _ground(self, painter: QPainter) -> None:
        theme = self._appearance.theme
        picked = bool(self._option.picked)
        strong = picked or self.hasFocus() or self._is_hovered
        width = 2 if picked or theme.contrast else 1
        painter.setPen(QPen(QColor(theme.accent if strong else theme.control), width))
        painter.setBrush(QColor(theme.accent_soft if picked else theme.sunken if self._is_hovered else theme.surface))
        inset = width / 2
        corner = self._appearance.px(CORNER)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), corner, corner)

    def _cap(self, painter: QPainter, cap: QRect) -> None:
        theme, px = self._appearance.theme, self._appearance.px
        painter.setPen(QPen(QColor(theme.control), 1))
        painter.setBrush(QColor(theme.window))
        painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6))
        painter.setFont(tabular(interface_font(px(BODY), QFont.Weight.Bold)))
        painter.setPen(QColor(theme.text))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, str(self._key))

    def _spoken(self) -> str:
        option = self._option
        picked = {
            Wish.NONE: "",
            Wish.MUST: self.tr("picked, must have"),
            Wish.PREFER: self.tr("picked, preferred"),
        }[option.picked]
        counted = "" if option.leaves is None else plural("Call", "{n} listing", "{n} listings", option.leaves)
        key = self.tr("key {key}").format(key=self._key)
        return listed(option.label, counted, picked, key)
