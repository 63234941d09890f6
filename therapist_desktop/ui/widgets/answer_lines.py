"""Paints the lines below the search box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from therapist_desktop.domain.answers import Group
from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.fonts import interface_font, tabular
from therapist_desktop.ui.i18n import band
from therapist_desktop.ui.icons import pixmap
from therapist_desktop.ui.models.answers import Kind, Line
from therapist_desktop.ui.theme import BODY, CAPTION, SPACE_8, SPACE_12
from therapist_desktop.ui.widgets.painting import draw_badge, draw_text

if TYPE_CHECKING:
    from therapist_desktop.ui.models.index import AnyIndex
    from therapist_desktop.ui.theme import Appearance

LINE, LOW = 32, 28
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_SIDE, _ROOM_FOR_BADGE, _LEAST_ABOUT = 16, 220, 80
_AROUND_BADGE = 2.15  # of the height of a line: its dot, and what is left free


class AnswerLines(QStyledItemDelegate):
    """An icon, a name with what was typed in bold, what it is, and at the right its age or its phone."""

    def __init__(self, appearance: Appearance, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._appearance = appearance

    def height_of(self, line: Line) -> int:
        """How high a line is."""
        return self._appearance.px(LOW if line.kind in {Kind.HEADING, Kind.HINT} else LINE)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(0, self.height_of(index.data(Qt.ItemDataRole.UserRole)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        line: Line = index.data(Qt.ItemDataRole.UserRole)
        px = self._appearance.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = option.rect.adjusted(px(SPACE_12), 0, -px(SPACE_12), 0)
        if line.can_be_chosen:
            self._ground(painter, option)
            self._line(painter, inner, line)
        else:
            self._caption(painter, inner, line)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme, px = self._appearance.theme, self._appearance.px
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if not chosen and not option.state & QStyle.StateFlag.State_MouseOver:
            return
        edge = QPen(QColor(theme.accent), 2) if chosen and theme.contrast else Qt.PenStyle.NoPen
        painter.setPen(edge)
        painter.setBrush(QColor(theme.selected if chosen else theme.sunken))
        painter.drawRoundedRect(option.rect.adjusted(px(4), 1, -px(4), -1), px(6), px(6))
        if chosen and not theme.contrast:
            painter.setBrush(QColor(theme.accent))
            painter.drawRoundedRect(QRect(option.rect.x() + px(4), option.rect.y() + px(7), 3, px(LINE - 14)), 1.5, 1.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _caption(self, painter: QPainter, inner: QRect, line: Line) -> None:
        theme, px = self._appearance.theme, self._appearance.px
        is_heading = line.kind is Kind.HEADING
        weight = QFont.Weight.Bold if is_heading else QFont.Weight.Normal
        painter.setFont(tabular(interface_font(px(CAPTION), weight)))
        draw_text(painter, inner, line.text.upper() if is_heading else line.text, theme.muted, _LEFT)
        draw_text(painter, inner, line.about, theme.faint, _RIGHT)

    def _line(self, painter: QPainter, inner: QRect, line: Line) -> None:
        theme, px = self._appearance.theme, self._appearance.px
        side = px(_SIDE)
        ink = theme.stale if line.answer is not None and line.answer.group is Group.HOTLINES else theme.muted
        spot = QRect(inner.x(), inner.center().y() - side // 2 + 1, side, side)
        painter.drawPixmap(spot, pixmap(line.icon, ink, side, self._ratio))
        room = inner.adjusted(side + px(SPACE_12), 0, 0, 0)
        room = self._right(painter, room, line)
        used = self._title(painter, room, line)
        rest = room.adjusted(used + px(SPACE_12), 0, 0, 0)
        if line.about and line.kind is Kind.ANSWER and rest.width() > px(_LEAST_ABOUT):
            painter.setFont(interface_font(px(CAPTION)))
            draw_text(painter, rest, line.about, theme.muted, _LEFT)

    @property
    def _ratio(self) -> float:
        view = self.parent()
        return view.devicePixelRatioF() if isinstance(view, QAbstractItemView) else 1.0

    def _right(self, painter: QPainter, room: QRect, line: Line) -> QRect:
        """Draw what stands at the right; what is left of the line is for words."""
        theme, px = self._appearance.theme, self._appearance.px
        answer = line.answer
        if answer is None:
            painter.setFont(tabular(interface_font(px(BODY))))
            draw_text(painter, room, line.about, theme.muted, _RIGHT)
            return room.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(line.about) - px(SPACE_8), 0)
        if answer.group is Group.HOTLINES and answer.phone:
            painter.setFont(tabular(interface_font(px(BODY), QFont.Weight.DemiBold)))
            draw_text(painter, room, answer.phone, theme.stale, _RIGHT)
            return room.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(answer.phone) - px(SPACE_12), 0)
        if answer.freshness is not None and room.width() > px(_ROOM_FOR_BADGE):
            painter.setFont(interface_font(px(CAPTION), QFont.Weight.DemiBold))
            metrics, text = painter.fontMetrics(), band(answer.freshness)
            wide = metrics.horizontalAdvance(text) + round(metrics.height() * _AROUND_BADGE)
            badge = QRect(room.right() + 1 - wide, room.y(), wide, room.height())
            draw_badge(painter, badge, text, answer.freshness, theme)
            return room.adjusted(0, 0, -wide - px(SPACE_8), 0)
        return room

    def _title(self, painter: QPainter, room: QRect, line: Line) -> int:
        """Draw the name and say how wide it is."""
        theme = self._appearance.theme
        weight = QFont.Weight.DemiBold if line.kind is Kind.ALL else QFont.Weight.Normal
        font = interface_font(self._appearance.px(BODY), weight)
        text = QFontMetrics(font).elidedText(line.text, Qt.TextElideMode.ElideRight, room.width())
        layout = QTextLayout(text, font)
        layout.setFormats([_bold(start, length) for start, length in line.marks if start + length <= len(text)])
        layout.beginLayout()
        drawn = layout.createLine()
        drawn.setLineWidth(1 << 20)
        layout.endLayout()
        painter.setPen(QColor(theme.text))
        layout.draw(painter, QPointF(room.x(), room.y() + (room.height() - drawn.height()) / 2))
        return round(drawn.naturalTextWidth())


def _bold(start: int, length: int) -> QTextLayout.FormatRange:
    strong = QTextCharFormat()
    strong.setFontWeight(QFont.Weight.Bold)
    mark = QTextLayout.FormatRange()
    mark.start, mark.length, mark.format = start, length, strong
    return mark
