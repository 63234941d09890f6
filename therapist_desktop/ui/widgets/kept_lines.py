"""Paints the lines of what is kept: a title, what it is, the words that were highlighted, the note to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.fonts import interface_font
from therapist_desktop.ui.icons import pixmap
from therapist_desktop.ui.theme import CAPTION, ROW_TITLE, Appearance
from therapist_desktop.ui.widgets.highlight_swatch import swatch
from therapist_desktop.ui.widgets.section_lines import ground

if TYPE_CHECKING:
    from therapist_desktop.ui.models.index import AnyIndex
    from therapist_desktop.ui.wording.kept import KeptEntry

_PADDING, _GAP, _INDENT, _ICON = 8, 3, 20, 14
_ABOUT = _QUOTED = _NOTED = 2


class KeptLines(QStyledItemDelegate):
    """As high as what stands in it; long quotes and notes are cut after two lines."""

    def __init__(self, appearance: Appearance, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        entry: KeptEntry = index.data(Qt.ItemDataRole.UserRole)
        px = self._appearance.px
        wide = self._view.viewport().width() - 2 * px(_PADDING)
        small = QFontMetrics(self._small()).lineSpacing()
        high = QFontMetrics(self._title()).lineSpacing() + px(_GAP) + 2 * px(_PADDING)
        high += len(self._lines(entry.about, wide, _ABOUT)) * small
        if entry.flag:
            high += small + px(_GAP)
        inner = wide - px(_INDENT)
        if entry.quote:
            high += len(self._lines(entry.quote, inner, _QUOTED)) * small + px(2 * _GAP)
        if entry.note:
            high += len(self._lines(entry.note, inner, _NOTED)) * small + px(2 * _GAP)
        return QSize(0, high)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        entry: KeptEntry = index.data(Qt.ItemDataRole.UserRole)
        px, theme = self._appearance.px, self._appearance.theme
        ratio = option.widget.devicePixelRatioF()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground(painter, option, self._appearance)
        inner = option.rect.adjusted(*(sign * px(_PADDING) for sign in (1, 1, -1, -1)))
        top = inner.top()
        left = inner.left()
        if entry.is_done:
            side = px(_ICON)
            painter.drawPixmap(left, top + px(2), pixmap("circle-check", theme.fresh, side, ratio))
            left += side + px(4)
        top = self._line(painter, self._title(), theme.text, entry.title, QRect(left, top, inner.right() - left, 0))
        top = self._paragraph(painter, entry.about, QPointF(inner.left(), top), inner, _ABOUT, theme.muted)
        if entry.flag:
            side = px(_ICON)
            painter.drawPixmap(inner.left(), top + px(1), pixmap("triangle-alert", theme.ageing, side, ratio))
            room = QRect(inner.left() + side + px(4), top, inner.width() - side - px(4), 0)
            top = self._line(painter, self._small(), theme.ageing, entry.flag, room) + px(_GAP)
        if entry.quote:
            top = self._quote(painter, entry, inner, top + px(_GAP), ratio)
        if entry.note:
            top += px(_GAP)
            side = px(_ICON)
            painter.drawPixmap(inner.left(), top + px(1), pixmap("sticky-note", theme.accent, side, ratio))
            self._paragraph(painter, entry.note, QPointF(inner.left() + px(_INDENT), top), inner, _NOTED)
        painter.restore()

    def _quote(self, painter: QPainter, entry: KeptEntry, inner: QRect, top: int, ratio: float) -> int:
        px, theme = self._appearance.px, self._appearance.theme
        bottom = self._paragraph(painter, entry.quote, QPointF(inner.left() + px(_INDENT), top), inner, _QUOTED)
        if entry.colour is not None:
            side = px(_ICON)
            painter.drawPixmap(inner.left(), top + px(1), swatch(entry.colour, theme, side, ratio))
        return bottom

    def _line(self, painter: QPainter, font: QFont, colour: str, words: str, room: QRect) -> int:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        metrics = painter.fontMetrics()
        room.setHeight(metrics.lineSpacing())
        elided = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)
        return room.bottom() + 1

    def _paragraph(
        self, painter: QPainter, text: str, place: QPointF, inner: QRect, most: int, colour: str = ""
    ) -> int:
        painter.setFont(self._small())
        painter.setPen(QColor(colour or self._appearance.theme.text))
        metrics = painter.fontMetrics()
        top = round(place.y())
        for line in self._lines(text, inner.right() - round(place.x()), most):
            painter.drawText(QPointF(place.x(), top + metrics.ascent()), line)
            top += metrics.lineSpacing()
        return top

    def _lines(self, text: str, width: int, most: int) -> list[str]:
        whole = " ".join(text.split())
        layout = QTextLayout(whole, self._small())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        lines: list[str] = []
        layout.beginLayout()
        while len(lines) < most and (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            start, long = line.textStart(), line.textLength()
            if len(lines) == most - 1 and start + long < len(whole):
                rest = QFontMetrics(self._small())
                lines.append(rest.elidedText(whole[start:], Qt.TextElideMode.ElideRight, max(1, width)))
            else:
                lines.append(whole[start : start + long])
        layout.endLayout()
        return lines

    def _title(self) -> QFont:
        return interface_font(self._appearance.px(ROW_TITLE), QFont.Weight.DemiBold)

    def _small(self) -> QFont:
        return interface_font(self._appearance.px(CAPTION))
