"""Paints the lines of a list of pieces: a title, below it what it is about or where the words were found."""

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.fonts import interface_font, tabular
from therapist_desktop.ui.models.index import AnyIndex
from therapist_desktop.ui.models.lines import Line, marked, plain
from therapist_desktop.ui.theme import CAPTION, PHONE, ROW_TITLE, Appearance
from therapist_desktop.ui.widgets.section_lines import ground

_AROUND, _INSIDE, _GAP = 18, 8, 3
_WRAPPED = 1.08  # a text in lines is longer than in one
_NARROW = 0.7  # of an average letter
_KNOWN = 20_000
"""More than a list can hold: with less than it holds, nothing would be known when it is gone through again."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PieceLines(QStyledItemDelegate):
    """As many lines of text for each piece as it needs, found words in bold on a soft ground."""

    def __init__(self, appearance: Appearance, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view = view
        self._wide = lru_cache(maxsize=_KNOWN)(self._wide_of)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        line: Line = index.data(Qt.ItemDataRole.UserRole)
        px, zoom = self._appearance.px, self._appearance.zoom
        height = _height(zoom, ROW_TITLE, is_bold=True) + px(_AROUND)
        if line.is_heading:
            return QSize(0, _height(zoom, CAPTION, is_bold=True) + px(_AROUND))
        if line.large:
            height += _height(zoom, PHONE, is_bold=True)
        if line.below:
            room = max(1, self._view.viewport().width() - 2 * px(_INSIDE))
            height += self._count(line, room, zoom) * _height(zoom, CAPTION) + px(_GAP)
        return QSize(0, height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        line: Line = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.is_heading:
            self._paint_heading(painter, option.rect, line)
        else:
            ground(painter, option, self._appearance)
            self._paint_piece(painter, option.rect, line)
        painter.restore()

    def _paint_heading(self, painter: QPainter, place: QRect, line: Line) -> None:
        px, theme = self._appearance.px, self._appearance.theme
        inner = place.adjusted(px(_INSIDE), 0, -px(_INSIDE), -px(4))
        painter.setFont(interface_font(px(CAPTION), QFont.Weight.Bold))
        painter.setPen(QColor(theme.muted))
        low = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        words = painter.fontMetrics().elidedText(line.title, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, low, words)
        painter.setPen(QColor(theme.line))
        painter.drawLine(inner.left(), place.bottom(), inner.right(), place.bottom())

    def _paint_piece(self, painter: QPainter, place: QRect, line: Line) -> None:
        px, theme, zoom = self._appearance.px, self._appearance.theme, self._appearance.zoom
        inner = place.adjusted(px(_INSIDE), px(_INSIDE), -px(_INSIDE), -px(_INSIDE))
        title = QRect(inner.left(), inner.top(), inner.width(), _height(zoom, ROW_TITLE, is_bold=True))
        if line.aside:
            painter.setFont(tabular(interface_font(px(CAPTION))))
            painter.setPen(QColor(theme.muted))
            aside = painter.fontMetrics().elidedText(line.aside, Qt.TextElideMode.ElideRight, inner.width() // 2)
            painter.drawText(title, _RIGHT, aside)
            title.setWidth(title.width() - painter.fontMetrics().horizontalAdvance(aside) - px(_INSIDE))
        painter.setFont(interface_font(px(ROW_TITLE), QFont.Weight.DemiBold))
        painter.setPen(QColor(theme.text))
        words = painter.fontMetrics().elidedText(line.title, Qt.TextElideMode.ElideRight, title.width())
        painter.drawText(title, _LEFT, words)
        if line.leads:
            rest = title.adjusted(painter.fontMetrics().horizontalAdvance(words) + px(_INSIDE), 0, 0, 0)
            painter.setFont(interface_font(px(ROW_TITLE)))
            painter.setPen(QColor(theme.muted))
            leads = painter.fontMetrics().elidedText(line.leads, Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, _LEFT, leads)
        top = title.bottom() + 1
        if line.large:
            number = QRect(inner.left(), top, inner.width(), _height(zoom, PHONE, is_bold=True))
            painter.setFont(tabular(interface_font(px(PHONE), QFont.Weight.DemiBold)))
            painter.setPen(QColor(theme.accent))
            painter.drawText(number, _LEFT, line.large)
            top = number.bottom() + 1
        if line.below:
            painter.setPen(QColor(theme.muted))
            self._below(line, inner.width()).draw(painter, QPointF(inner.left(), top + px(_GAP)))

    def _count(self, line: Line, room: int, zoom: float) -> int:
        """How many lines are below the title. A long text fills all it may have, even with narrow letters; the others
        are measured, and laid out only where their width alone leaves it open."""
        if len(line.below) * _narrow(zoom) > line.most * room:
            return line.most
        wide = self._wide(line.below, zoom)
        least, most = max(1, ceil(wide / room)), max(1, ceil(wide * _WRAPPED / room))
        if least == most or least >= line.most:
            return min(line.most, most)
        return self._below(line, room).lineCount()

    def _wide_of(self, below: str, zoom: float) -> int:
        return QFontMetrics(interface_font(round(CAPTION * zoom))).horizontalAdvance(plain(below))

    def _below(self, line: Line, width: int) -> QTextLayout:
        text, marks = marked(line.below)
        layout = QTextLayout(text, interface_font(self._appearance.px(CAPTION)))
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.setFormats([self._mark(start, length) for start, length in marks])
        metrics = QFontMetrics(layout.font())
        layout.beginLayout()
        top = 0.0
        for place in range(line.most):
            made = layout.createLine()
            if not made.isValid():
                break
            made.setLineWidth(max(1, width))
            made.setPosition(QPointF(0, top))
            top += metrics.lineSpacing()
            rest = len(text) - made.textStart()
            if place == line.most - 1 and made.textLength() < rest:
                layout.endLayout()
                return self._cut(text, made.textStart() + made.textLength(), layout, line.most)
        layout.endLayout()
        return layout

    def _cut(self, text: str, end: int, whole: QTextLayout, most: int) -> QTextLayout:
        """The same lines again with an ellipsis at their end."""
        kept = text[: max(0, end - 2)].rstrip(" ,.;:") + "\u2026"
        layout = QTextLayout(kept, whole.font())
        layout.setFormats([mark for mark in whole.formats() if mark.start + mark.length < len(kept)])
        layout.beginLayout()
        for place in range(most):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(whole.lineAt(0).width())
            line.setPosition(QPointF(0, place * QFontMetrics(whole.font()).lineSpacing()))
        layout.endLayout()
        return layout

    def _mark(self, start: int, length: int) -> QTextLayout.FormatRange:
        theme = self._appearance.theme
        found = QTextCharFormat()
        found.setForeground(QColor(theme.text))
        found.setBackground(QColor(theme.ageing_soft))
        found.setFontWeight(QFont.Weight.Bold)
        mark = QTextLayout.FormatRange()
        mark.start, mark.length, mark.format = start, length, found
        return mark


@lru_cache(maxsize=64)
def _height(zoom: float, size: int, *, is_bold: bool = False) -> int:
    """How high a line of this size is."""
    weight = QFont.Weight.DemiBold if is_bold else QFont.Weight.Normal
    return QFontMetrics(interface_font(round(size * zoom), weight)).lineSpacing()


@lru_cache(maxsize=64)
def _narrow(zoom: float) -> float:
    """How wide a letter is on average in a text of narrow ones."""
    return QFontMetrics(interface_font(round(CAPTION * zoom))).averageCharWidth() * _NARROW
