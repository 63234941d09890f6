"""Paints a row of the results: two lines for the name, figures of equal width, a badge for the age."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate

from therapist_desktop.domain.overriding import override
from therapist_desktop.domain.results import Card
from therapist_desktop.ui.fonts import interface_font, tabular
from therapist_desktop.ui.i18n import openings, translate
from therapist_desktop.ui.models.columns import MILES, NAME, PLACE, Column, Show, place
from therapist_desktop.ui.models.listings import ListingModel
from therapist_desktop.ui.theme import BODY, CAPTION, ROW, ROW_COMPACT, ROW_TITLE, SPACE_8, SPACE_16, Appearance, Theme
from therapist_desktop.ui.widgets.fitting_button import wrapped
from therapist_desktop.ui.widgets.painting import draw_badge, draw_text, fill

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

AnyIndex = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft


class ListingDelegate(QStyledItemDelegate):
    """Draws every cell; sizes follow the font, so they follow the zoom."""

    def __init__(self, appearance: Appearance, view: QTableView) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view = view
        self.compact = False

    @property
    def row_height(self) -> int:
        """How high a row is."""
        return self._appearance.px(ROW_COMPACT if self.compact else ROW)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(0, self.row_height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        model = self._view.model()
        if not isinstance(model, ListingModel):
            return
        painter.save()
        self._ground(painter, option, index)
        card = model.data(index, ListingModel.CardRole)
        px = self._appearance.px
        cell = option.rect.adjusted(px(SPACE_16) if index.column() == NAME else px(SPACE_8), 0, -px(SPACE_8), -1)
        column = model.columns[index.column()]
        if isinstance(card, Card):
            self._cell(painter, cell, card, column, model)
        else:
            self._on_its_way(painter, cell, column)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        theme, rect = self._appearance.theme, option.rect
        chosen = self._view.selectionModel().isSelected(index)
        if chosen:
            fill(painter, rect, theme.selected)
        elif self._view.property("hovered") == index.row():
            fill(painter, rect, theme.sunken)
        fill(painter, QRect(rect.x(), rect.bottom(), rect.width(), 1), theme.line)
        if not chosen:
            return
        if index.column() == NAME:
            fill(painter, QRect(rect.x(), rect.y(), 3, rect.height() - 1), theme.accent)
        if self._view.hasFocus() or theme.contrast:  # one frame around the whole row
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawLine(rect.left(), rect.top() + 1, rect.right(), rect.top() + 1)
            painter.drawLine(rect.left(), rect.bottom() - 1, rect.right(), rect.bottom() - 1)
            if rect.right() >= self._view.viewport().width() - 1:
                painter.drawLine(rect.right(), rect.top(), rect.right(), rect.bottom())

    def _cell(self, painter: QPainter, cell: QRect, card: Card, column: Column, model: ListingModel) -> None:
        theme, px = self._appearance.theme, self._appearance.px
        text = column.text(card, model.today)
        if column.show is Show.NAME:
            self._name(painter, cell, card)
        elif column.show is Show.BADGE:
            painter.setFont(tabular(interface_font(px(CAPTION), QFont.Weight.DemiBold)))
            draw_badge(painter, cell, text, card.freshness, theme)
        elif column.show is Show.NUMBER:
            painter.setFont(tabular(interface_font(px(BODY))))
            draw_text(painter, cell, text, theme.text, Qt.AlignmentFlag.AlignRight)
        elif column.show is Show.FIGURES:
            painter.setFont(tabular(interface_font(px(BODY))))
            draw_text(painter, cell, text, theme.text, _LEFT)
        else:
            painter.setFont(interface_font(px(BODY)))
            self._text(painter, cell, text)

    def _text(self, painter: QPainter, cell: QRect, text: str) -> None:
        """On two lines where one is too short and the row has room for two."""
        ink, metrics = self._appearance.theme.muted, painter.fontMetrics()
        first, *rest = [text] if self.compact else wrapped(text, metrics, cell.width())
        if rest:
            high = metrics.lineSpacing()
            top = cell.y() + (cell.height() - 2 * high) // 2
            draw_text(painter, QRect(cell.x(), top, cell.width(), high), first, ink, _LEFT)
            cell, first = QRect(cell.x(), top + high, cell.width(), high), " ".join(rest)
        draw_text(painter, cell, first, ink, _LEFT)

    def _name(self, painter: QPainter, cell: QRect, card: Card) -> None:
        theme, px = self._appearance.theme, self._appearance.px
        title = interface_font(px(ROW_TITLE), QFont.Weight.DemiBold)
        if self.compact:
            painter.setFont(title)
            draw_text(painter, self._after_badge(painter, cell, card), card.name, theme.text, _LEFT)
            return
        small = interface_font(px(CAPTION))
        high, low = QFontMetrics(title).height(), QFontMetrics(small).height()
        top = cell.y() + (cell.height() - high - low) // 2
        first = QRect(cell.x(), top, cell.width(), high)
        painter.setFont(title)
        draw_text(painter, first, card.name, theme.text, _LEFT)
        second = QRect(cell.x(), top + high, cell.width(), low)
        self._about(painter, self._after_badge(painter, second, card), card, theme)

    def _about(self, painter: QPainter, line: QRect, card: Card, theme: Theme) -> None:
        colours = {"yes": theme.fresh, "waitlist": theme.ageing, "no": theme.stale}
        ink = colours.get(card.accepting)
        if ink is not None:
            painter.setFont(interface_font(self._appearance.px(CAPTION), QFont.Weight.DemiBold))
            word = openings(card.accepting)
            wide = painter.fontMetrics().horizontalAdvance(word + "  ")
            draw_text(painter, line, word, ink, _LEFT)
            line = line.adjusted(wide, 0, 0, 0)
        painter.setFont(interface_font(self._appearance.px(CAPTION)))
        parts = [card.about]
        if self._view.isColumnHidden(PLACE) and self._view.isColumnHidden(MILES):
            parts.insert(0, place(card))
        text = " \u00b7 ".join(part for part in parts if part)
        draw_text(painter, line, text, theme.muted, _LEFT)

    def _after_badge(self, painter: QPainter, line: QRect, card: Card) -> QRect:
        """Draw SAMPLE at the front of a line of a made-up listing; what is left of the line is for words."""
        if not card.sample:
            return line
        theme, px = self._appearance.theme, self._appearance.px
        painter.save()
        painter.setFont(interface_font(px(9), QFont.Weight.Bold))
        word = translate("Row", "SAMPLE")
        metrics = painter.fontMetrics()
        wide, high = metrics.horizontalAdvance(word) + px(8), metrics.height() + 1
        frame = QRectF(line.x() + 0.5, line.center().y() - high / 2 + 1.5, wide, high)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.ageing), 1))
        painter.drawRoundedRect(frame, 3, 3)
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, word)
        painter.restore()
        return line.adjusted(wide + px(8), 0, 0, 0)

    def _on_its_way(self, painter: QPainter, cell: QRect, column: Column) -> None:
        """A quiet bar where text will stand."""
        theme, px = self._appearance.theme, self._appearance.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.line), 1) if theme.contrast else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.sunken))
        wide = min(cell.width(), px(column.width) * 2 // 3)
        bar = QRectF(cell.x(), cell.center().y() - px(5), wide, px(10))
        painter.drawRoundedRect(bar, px(5), px(5))
