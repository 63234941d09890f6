"""Paints the lines of a tree of pages: the sections in strong letters, how many pages there are in quiet ones."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.fonts import interface_font, tabular
from therapist_desktop.ui.models.contents import COUNT_ROLE, TITLE_ROLE
from therapist_desktop.ui.models.index import AnyIndex
from therapist_desktop.ui.theme import BODY, CAPTION, Appearance
from therapist_desktop.ui.widgets.section_lines import ground

_HEIGHT, _INSIDE, _GAP = 30, 6, 8
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TreeLines(QStyledItemDelegate):
    """The same ground and ring as in the lists of the library."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(0, self._appearance.px(_HEIGHT))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        px, theme = self._appearance.px, self._appearance.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground(painter, option, self._appearance)
        count = str(index.data(COUNT_ROLE))
        small = tabular(interface_font(px(CAPTION)))
        is_section = not index.parent().isValid()
        painter.setFont(interface_font(px(BODY), QFont.Weight.DemiBold if is_section else QFont.Weight.Normal))
        painter.setPen(QColor(theme.text))
        inner = option.rect.adjusted(px(_INSIDE), 0, -px(_INSIDE), 0)
        room = inner.width() - (painter.fontMetrics().horizontalAdvance(count) + px(_GAP) if count else 0)
        words = painter.fontMetrics().elidedText(index.data(TITLE_ROLE), Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, _LEFT, words)
        if count:
            inner.adjust(painter.fontMetrics().horizontalAdvance(words) + px(_GAP), 0, 0, 0)
            painter.setFont(small)
            painter.setPen(QColor(theme.muted))
            painter.drawText(inner, _LEFT, count)
        painter.restore()
