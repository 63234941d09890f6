"""A line of a list with a check box whose border is told from its ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.theme import BODY, SPACE_8, Appearance
from therapist_desktop.ui.widgets.lettering import Lettering, Style
from therapist_desktop.ui.widgets.painting import draw_check

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from therapist_desktop.ui.models.index import AnyIndex

HEIGHT, BOX = 32, 16
PLAIN = Style(BODY)


class CheckDelegate(QStyledItemDelegate):
    """Draws the box; Qt's own still takes the click and the Space key."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._letters = Lettering(appearance)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(0, self._appearance.px(HEIGHT))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        theme, px, rect = self._appearance.theme, self._appearance.px, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            self._letters.fill(painter, rect, theme.selected)
            if theme.contrast:
                painter.setPen(self._letters.pen(theme.accent, 2))
                painter.drawRect(rect.adjusted(1, 1, -2, -2))
        checked = index.data(Qt.ItemDataRole.CheckStateRole) in (Qt.CheckState.Checked, Qt.CheckState.Checked.value)
        enabled = bool(index.flags() & Qt.ItemFlag.ItemIsUserCheckable)
        box = QRect(rect.x() + px(SPACE_8), rect.center().y() - px(BOX) // 2 + 1, px(BOX), px(BOX))
        draw_check(painter, box, theme, checked=checked, enabled=enabled)
        line = rect.adjusted(px(SPACE_8 + BOX + SPACE_8), 0, 0, 0)
        self._letters.draw(painter, line, str(index.data()), PLAIN, theme.text if enabled else theme.muted)
