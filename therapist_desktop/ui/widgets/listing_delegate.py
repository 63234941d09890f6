"""Paints a row of the results: two lines for the name, figures of equal width, a badge for the age."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.i18n import openings
from therapist_desktop.ui.icons import pixmap
from therapist_desktop.ui.models.columns import MILES, OPENINGS, PLACE, STATUS, Column, Show
from therapist_desktop.ui.models.listings import ListingModel
from therapist_desktop.ui.theme import BODY, CAPTION, ROW, ROW_COMPACT, ROW_TITLE, SPACE_8, SPACE_16, Appearance
from therapist_desktop.ui.widgets.lettering import Lettering, Style
from therapist_desktop.ui.widgets.listing_marks import (
    draw_freshness,
    draw_on_its_way,
    draw_sample,
    openings_colour,
)
from therapist_desktop.ui.wording.cards import place
from therapist_desktop.ui.wording.joining import dotted
from therapist_desktop.ui.wording.outcomes import outcome_text, outcome_tone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

    from therapist_desktop.domain.notebook import Standing
    from therapist_desktop.domain.results import Card
    from therapist_desktop.ui.models.index import AnyIndex
    from therapist_desktop.ui.widgets.row_view import RowView

NAME_STYLE = Style(ROW_TITLE, QFont.Weight.DemiBold)
SMALL, SMALL_STRONG = Style(CAPTION), Style(CAPTION, QFont.Weight.DemiBold)
PLAIN, FIGURES = Style(BODY), Style(BODY, figures=True)
STAR, SIGN = 16, 14
LEAST = 36


class ListingDelegate(QStyledItemDelegate):
    """Draws every cell; sizes follow the font, so they follow the zoom."""

    def __init__(self, appearance: Appearance, view: RowView) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view = view
        self._letters = Lettering(appearance)
        self._painters = {
            Show.MARK: self._mark,
            Show.NAME: self._name,
            Show.NUMBER: self._number,
            Show.FIGURES: self._figures,
            Show.BADGE: self._badge,
            Show.OPENINGS: self._openings,
            Show.OUTCOME: self._outcome,
        }
        self.compact = False

    @property
    def row_height(self) -> int:
        """How high a row is."""
        return self._appearance.px(ROW_COMPACT if self.compact else ROW)

    def restyle(self) -> None:
        """Take on the theme and size in use."""
        self._letters.forget()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(0, self.row_height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        model = self._view.model()
        if not isinstance(model, ListingModel):
            return
        px, rect, row = self._appearance.px, option.rect, index.row()
        self._ground(painter, rect, row)
        column = model.columns[index.column()]
        left = 0 if column.show is Show.MARK else px(SPACE_16 if rect.x() <= 0 else SPACE_8)
        cell = rect.adjusted(left, 0, 0 if column.show is Show.MARK else -px(SPACE_8), -1)
        card = model.card(row)
        if card is None:
            if column.show is not Show.MARK:
                wide = min(cell.width(), px(column.width) * 2 // 3)
                draw_on_its_way(painter, cell, wide, self._appearance, self._letters)
            return
        standing = model.standing(card)
        draw = self._painters.get(column.show)
        if draw is None:
            self._text(painter, cell, column.text(card, standing, model.today))
        else:
            draw(painter, cell, card, standing, column, model)

    def _ground(self, painter: QPainter, rect: QRect, row: int) -> None:
        theme, letters = self._appearance.theme, self._letters
        chosen = row == self._view.currentIndex().row()
        if chosen:
            letters.fill(painter, rect, theme.selected)
        elif row == self._view.hovered:
            letters.fill(painter, rect, theme.sunken)
        line = theme.line_width
        letters.fill(painter, QRect(rect.x(), rect.bottom() + 1 - line, rect.width(), line), theme.line)
        if not chosen:
            return
        if rect.x() <= 0:
            letters.fill(painter, QRect(rect.x(), rect.y(), 3, rect.height() - 1), theme.accent)
        if self._view.hasFocus() or theme.contrast:  # one frame around the whole row
            painter.setPen(letters.pen(theme.accent, 2))
            painter.drawLine(rect.left(), rect.top() + 1, rect.right(), rect.top() + 1)
            painter.drawLine(rect.left(), rect.bottom() - 1, rect.right(), rect.bottom() - 1)
            end = min(self._view.viewport().width(), self._view.horizontalHeader().length()) - 1
            if rect.right() >= end:
                painter.drawLine(end, rect.top(), end, rect.bottom())

    def _mark(
        self, painter: QPainter, cell: QRect, _card: Card, standing: Standing, _column: Column, _model: ListingModel
    ) -> None:
        theme, side = self._appearance.theme, self._appearance.px(STAR)
        name, ink = ("star-full", theme.accent) if standing.marked else ("star", theme.control)
        self._picture(
            painter, QPoint(cell.center().x() - side // 2 + 1, cell.center().y() - side // 2), name, ink, side
        )

    def _name(
        self, painter: QPainter, cell: QRect, card: Card, standing: Standing, _column: Column, model: ListingModel
    ) -> None:
        letters, theme = self._letters, self._appearance.theme
        if self.compact:
            line = draw_sample(painter, cell, self._appearance, letters) if card.sample else cell
            letters.draw(painter, line, card.name, NAME_STYLE, theme.text)
            return
        high, low = letters.height(NAME_STYLE), letters.height(SMALL)
        top = cell.y() + (cell.height() - high - low) // 2
        letters.draw(painter, QRect(cell.x(), top, cell.width(), high), card.name, NAME_STYLE, theme.text)
        second = QRect(cell.x(), top + high, cell.width(), low)
        if card.sample:
            second = draw_sample(painter, second, self._appearance, letters)
        self._about(painter, second, card, standing, model)

    def _about(self, painter: QPainter, line: QRect, card: Card, standing: Standing, model: ListingModel) -> None:
        """What has no column of its own just now: how our last call ended, openings, the place; then the rest."""
        letters, theme, px = self._letters, self._appearance.theme, self._appearance.px
        hidden = self._view.isColumnHidden
        if standing.outcome is not None and hidden(STATUS):
            ink = outcome_tone(standing.outcome).colour(theme)
            word = outcome_text(standing, model.today)
            wide = letters.draw(painter, line, word, SMALL_STRONG, ink)
            line = line.adjusted(wide + px(SPACE_8), 0, 0, 0)
        ink_of_openings = openings_colour(card.accepting, theme)
        if ink_of_openings and hidden(OPENINGS):
            wide = letters.draw(painter, line, openings(card.accepting), SMALL_STRONG, ink_of_openings)
            line = line.adjusted(wide + px(SPACE_8), 0, 0, 0)
        parts = [place(card)] if hidden(PLACE) and hidden(MILES) else []
        text = dotted(*parts, card.about)
        if line.width() >= px(LEAST) or letters.advance(SMALL, text) <= line.width():  # a letter or two tell nothing
            letters.draw(painter, line, text, SMALL, theme.muted)

    def _number(
        self, painter: QPainter, cell: QRect, card: Card, standing: Standing, column: Column, model: ListingModel
    ) -> None:
        text = column.text(card, standing, model.today)
        self._letters.draw(painter, cell, text, FIGURES, self._appearance.theme.text, right=True)

    def _figures(
        self, painter: QPainter, cell: QRect, card: Card, standing: Standing, column: Column, model: ListingModel
    ) -> None:
        text = column.text(card, standing, model.today)
        self._letters.draw(painter, cell, text, FIGURES, self._appearance.theme.text)

    def _badge(
        self, painter: QPainter, cell: QRect, card: Card, standing: Standing, column: Column, model: ListingModel
    ) -> None:
        text = column.text(card, standing, model.today)
        draw_freshness(painter, cell, text, card.freshness, self._appearance, self._letters)

    def _openings(
        self, painter: QPainter, cell: QRect, card: Card, _standing: Standing, _column: Column, _model: ListingModel
    ) -> None:
        theme = self._appearance.theme
        ink = openings_colour(card.accepting, theme)
        self._letters.draw(painter, cell, openings(card.accepting), SMALL_STRONG if ink else SMALL, ink or theme.muted)

    def _outcome(
        self, painter: QPainter, cell: QRect, _card: Card, standing: Standing, column: Column, model: ListingModel
    ) -> None:
        if standing.outcome is None:
            return
        side, ink = self._appearance.px(SIGN), outcome_tone(standing.outcome).colour(self._appearance.theme)
        spot = QPoint(cell.x(), cell.center().y() - side // 2)
        self._picture(painter, spot, outcome_tone(standing.outcome).icon, ink, side)
        line = cell.adjusted(side + self._appearance.px(6), 0, 0, 0)
        self._letters.draw(painter, line, column.text(_card, standing, model.today), SMALL_STRONG, ink)

    def _text(self, painter: QPainter, cell: QRect, text: str) -> None:
        """On two lines where one is too short and the row has room for two."""
        letters, ink = self._letters, self._appearance.theme.muted
        first, second = (text, "") if self.compact else letters.two_lines(text, PLAIN, cell.width())
        if second:
            high = letters.height(PLAIN)
            top = cell.y() + (cell.height() - 2 * high) // 2
            letters.draw(painter, QRect(cell.x(), top, cell.width(), high), first, PLAIN, ink)
            cell, first = QRect(cell.x(), top + high, cell.width(), high), second
        letters.draw(painter, cell, first, PLAIN, ink)

    def _picture(self, painter: QPainter, spot: QPoint, name: str, ink: str, side: int) -> None:
        painter.drawPixmap(spot, pixmap(name, ink, side, self._view.devicePixelRatioF()))
