"""Paints the lines below the search box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from therapist_desktop.domain.answers import Group
from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.i18n import band
from therapist_desktop.ui.icons import pixmap
from therapist_desktop.ui.models.answers import Kind, Line
from therapist_desktop.ui.theme import BODY, CAPTION, SPACE_8, SPACE_12
from therapist_desktop.ui.widgets.lettering import Lettering, Style
from therapist_desktop.ui.widgets.listing_marks import draw_freshness, freshness_width

if TYPE_CHECKING:
    from therapist_desktop.ui.models.index import AnyIndex
    from therapist_desktop.ui.theme import Appearance

LINE, LOW = 32, 28
PLAIN, ALL = Style(BODY), Style(BODY, QFont.Weight.DemiBold)
FIGURES, NUMBER = Style(BODY, figures=True), Style(BODY, QFont.Weight.DemiBold, figures=True)
SMALL, COUNT, HEADING = Style(CAPTION), Style(CAPTION, figures=True), Style(CAPTION, QFont.Weight.Bold)
_SIDE, _ROOM_FOR_BADGE, _LEAST_ABOUT = 16, 220, 80


class AnswerLines(QStyledItemDelegate):
    """An icon, a name with what was typed in bold, what it is, and at the right its age or its phone."""

    def __init__(self, appearance: Appearance, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._letters = Lettering(appearance)

    def restyle(self) -> None:
        """Take on the theme and size in use."""
        self._letters.forget()

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
        theme, letters = self._appearance.theme, self._letters
        is_heading = line.kind is Kind.HEADING
        text = line.text.upper() if is_heading else line.text
        used = letters.draw(painter, inner, text, HEADING if is_heading else SMALL, theme.muted)
        letters.draw(painter, inner.adjusted(used, 0, 0, 0), line.about, COUNT, theme.faint, right=True)

    def _line(self, painter: QPainter, inner: QRect, line: Line) -> None:
        theme, px = self._appearance.theme, self._appearance.px
        side = px(_SIDE)
        ink = theme.stale if line.answer is not None and line.answer.group is Group.HOTLINES else theme.muted
        spot = QRect(inner.x(), inner.center().y() - side // 2 + 1, side, side)
        painter.drawPixmap(spot, pixmap(line.icon, ink, side, self._ratio))
        room = inner.adjusted(side + px(SPACE_12), 0, 0, 0)
        room = self._right(painter, room, line)
        style = ALL if line.kind is Kind.ALL else PLAIN
        used = self._letters.draw_marked(painter, room, line.text, line.marks, style, theme.text)
        rest = room.adjusted(used + px(SPACE_12), 0, 0, 0)
        if line.about and line.kind is Kind.ANSWER and rest.width() > px(_LEAST_ABOUT):
            self._letters.draw(painter, rest, line.about, SMALL, theme.muted)

    @property
    def _ratio(self) -> float:
        view = self.parent()
        return view.devicePixelRatioF() if isinstance(view, QAbstractItemView) else 1.0

    def _right(self, painter: QPainter, room: QRect, line: Line) -> QRect:
        """Draw what stands at the right; what is left of the line is for words."""
        theme, px, letters = self._appearance.theme, self._appearance.px, self._letters
        answer = line.answer
        if answer is None:
            used = letters.draw(painter, room, line.about, FIGURES, theme.muted, right=True)
            return room.adjusted(0, 0, -used - px(SPACE_8), 0)
        if answer.group is Group.HOTLINES and answer.phone:
            used = letters.draw(painter, room, answer.phone, NUMBER, theme.stale, right=True)
            return room.adjusted(0, 0, -used - px(SPACE_12), 0)
        if answer.freshness is not None and room.width() > px(_ROOM_FOR_BADGE):
            text = band(answer.freshness)
            wide = freshness_width(text, letters)
            badge = QRect(room.right() + 1 - wide, room.y(), wide, room.height())
            draw_freshness(painter, badge, text, answer.freshness, self._appearance, letters)
            return room.adjusted(0, 0, -wide - px(SPACE_8), 0)
        return room
