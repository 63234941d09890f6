"""Paints the lines of a list of pieces: a title, below it what it is about or where the words were found."""

import re
from functools import lru_cache
from html import unescape

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from therapist_desktop.domain.library import PieceCard
from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.fonts import interface_font
from therapist_desktop.ui.models.index import AnyIndex
from therapist_desktop.ui.theme import CAPTION, ROW_TITLE, Appearance
from therapist_desktop.ui.widgets.section_lines import ground
from therapist_desktop.ui.wording.library import kind_name

_TAG = re.compile(r"</?[a-z]+>")
_LINES_BELOW = 2
_AROUND = 22


class PieceLines(QStyledItemDelegate):
    """Two or three lines of text for each piece, found words in bold on a soft ground."""

    def __init__(self, appearance: Appearance, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._size = lru_cache(maxsize=8)(self._size_of)  # asked for each line of a list

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        card, _ = index.data(Qt.ItemDataRole.UserRole)
        return self._size(self._appearance.zoom, _LINES_BELOW if card.snippet or card.summary else 1)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        card, mixed = index.data(Qt.ItemDataRole.UserRole)
        px, theme = self._appearance.px, self._appearance.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground(painter, option, self._appearance)
        inner = option.rect.adjusted(px(8), px(8), -px(8), -px(8))
        painter.setFont(self._title_font())
        painter.setPen(QColor(theme.text))
        metrics = painter.fontMetrics()
        title = metrics.elidedText(card.title, Qt.TextElideMode.ElideRight, inner.width())
        line = QRect(inner.left(), inner.top(), inner.width(), metrics.lineSpacing())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        painter.setPen(QColor(theme.muted))
        below = self._below(card, mixed=mixed, width=inner.width())
        below.draw(painter, QPointF(inner.left(), inner.top() + metrics.lineSpacing() + px(3)))
        painter.restore()

    def _size_of(self, _zoom: float, lines: int) -> QSize:
        below = QFontMetrics(interface_font(self._appearance.px(CAPTION))).lineSpacing()
        title = QFontMetrics(self._title_font()).lineSpacing()
        return QSize(0, title + lines * below + self._appearance.px(_AROUND))

    def _title_font(self) -> QFont:
        return interface_font(self._appearance.px(ROW_TITLE), QFont.Weight.DemiBold)

    def _below(self, card: PieceCard, *, mixed: bool, width: int) -> QTextLayout:
        kind = f"{kind_name(card.kind)} \u00b7 " if mixed else ""
        text, marks = marked(card.snippet or escaped(card.summary))
        text = kind + text if text else kind.rstrip(" \u00b7")
        layout = QTextLayout(text, interface_font(self._appearance.px(CAPTION)))
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.setFormats([self._mark(start + len(kind), length) for start, length in marks])
        metrics = QFontMetrics(layout.font())
        layout.beginLayout()
        top = 0.0
        for place in range(_LINES_BELOW):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, top))
            top += metrics.lineSpacing()
            rest = len(text) - line.textStart()
            if place == _LINES_BELOW - 1 and line.textLength() < rest:
                layout.endLayout()
                return self._cut(text, line.textStart() + line.textLength(), layout)
        layout.endLayout()
        return layout

    def _cut(self, text: str, end: int, whole: QTextLayout) -> QTextLayout:
        """The same lines again with an ellipsis at their end."""
        kept = text[: max(0, end - 2)].rstrip(" ,.;:") + "\u2026"
        layout = QTextLayout(kept, whole.font())
        layout.setFormats([mark for mark in whole.formats() if mark.start + mark.length < len(kept)])
        layout.beginLayout()
        for place in range(_LINES_BELOW):
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


def escaped(text: str) -> str:
    """Plain text in the form of a snippet."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


def plain(snippet: str) -> str:
    """A snippet without its marks."""
    return marked(snippet)[0]


def marked(snippet: str) -> tuple[str, list[tuple[int, int]]]:
    """The words of a snippet, and where in them the found ones stand."""
    text, marks, start = "", [], 0
    position = 0
    for tag in _TAG.finditer(snippet):
        text += unescape(snippet[position : tag.start()])
        position = tag.end()
        if tag[0] == "<b>":
            start = len(text)
        elif tag[0] == "</b>":
            marks.append((start, len(text) - start))
    return text + unescape(snippet[position:]), marks
