"""Paints one listing as a card: who, whether there is room, how to call, where, what is taken, why, how fresh."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.i18n import openings, translate
from therapist_desktop.ui.icons import pixmap
from therapist_desktop.ui.theme import BODY, CAPTION, CORNER, READING, TITLE, Appearance
from therapist_desktop.ui.widgets.lettering import Lettering, Style
from therapist_desktop.ui.widgets.listing_marks import draw_freshness, draw_on_its_way, draw_sample, openings_colour
from therapist_desktop.ui.wording.cards import miles, phone, place, verified, why_text
from therapist_desktop.ui.wording.joining import dotted
from therapist_desktop.ui.wording.outcomes import outcome_text, outcome_tone
from therapist_desktop.ui.wording.tones import openings_tone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

    from therapist_desktop.domain.notebook import Standing
    from therapist_desktop.domain.results import Card
    from therapist_desktop.ui.models.card_grid import CardGrid
    from therapist_desktop.ui.models.index import AnyIndex
    from therapist_desktop.ui.widgets.row_view import RowView

HEIGHT = 216
WHO = Style(READING, QFont.Weight.DemiBold)
CALL = Style(TITLE, QFont.Weight.DemiBold)
PLAIN, SMALL, STRONG = Style(BODY), Style(CAPTION), Style(CAPTION, QFont.Weight.DemiBold)


class CardDelegate(QStyledItemDelegate):
    """Draws every card; sizes follow the font, so they follow the zoom."""

    def __init__(self, appearance: Appearance, view: RowView, grid: CardGrid) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view = view
        self._grid = grid
        self._letters = Lettering(appearance)

    def restyle(self) -> None:
        """Take on the theme and size in use."""
        self._letters.forget()

    def star(self, rect: QRect) -> QRect:
        """Where the mark of a card is pressed."""
        px = self._appearance.px
        return QRect(rect.right() - px(46), rect.top() + px(8), px(38), px(38))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(0, self._appearance.px(HEIGHT))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row = self._grid.listing_row(index)
        if row < 0:
            return
        px, listings = self._appearance.px, self._grid.listings
        frame = option.rect.adjusted(px(6), px(6), -px(6), -px(6))
        self._ground(painter, frame, row)
        inside = frame.adjusted(px(14), px(10), -px(12), -px(12))
        card = listings.card(row)
        if card is None:
            self._empty(painter, inside)
            return
        self._head(painter, inside, card, listings.standing(card), option.rect)
        self._body(painter, inside, card, listings.standing(card))

    def _ground(self, painter: QPainter, frame: QRect, row: int) -> None:
        theme, letters = self._appearance.theme, self._letters
        chosen = row == self._chosen()
        edge, width = theme.line, theme.line_width
        if chosen:
            edge, width = theme.accent, 2 + theme.contrast
        elif row == self._view.hovered:
            edge = theme.control
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(letters.pen(edge, width))
        painter.setBrush(letters.colour(theme.selected if chosen and self._view.hasFocus() else theme.surface))
        painter.drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _chosen(self) -> int:
        return self._grid.listing_row(self._view.currentIndex())

    def _head(self, painter: QPainter, inside: QRect, card: Card, standing: Standing, rect: QRect) -> None:
        theme, px, letters = self._appearance.theme, self._appearance.px, self._letters
        star, side = self.star(rect), px(18)
        name, ink = ("star-full", theme.accent) if standing.marked else ("star", theme.control)
        spot = QPoint(star.center().x() - side // 2, star.center().y() - side // 2)
        painter.drawPixmap(spot, pixmap(name, ink, side, self._view.devicePixelRatioF()))
        high = letters.height(WHO)
        line = QRect(inside.x(), inside.y(), inside.width() - px(30), high)
        letters.draw(painter, line, card.name, WHO, theme.text)
        line = QRect(inside.x(), line.bottom() + 1 + px(2), inside.width(), letters.height(SMALL) + px(2))
        if card.sample:
            line = draw_sample(painter, line, self._appearance, letters)
        letters.draw(painter, line, card.about, SMALL, theme.muted)

    def _body(self, painter: QPainter, inside: QRect, card: Card, standing: Standing) -> None:
        theme, px, letters = self._appearance.theme, self._appearance.px, self._letters
        top = inside.y() + letters.height(WHO) + letters.height(SMALL) + px(12)
        number = phone(card) or translate("Card", "Phone not known")
        line = QRect(inside.x(), top, inside.width(), letters.height(CALL))
        letters.draw(painter, line, number, CALL if card.phone else PLAIN, theme.text if card.phone else theme.muted)
        top = line.bottom() + 1 + px(5)
        ink = openings_colour(card.accepting, theme) or theme.muted
        lines = [(openings_tone(card.accepting).icon, openings(card.accepting), STRONG, ink)]
        away = translate("Card", "{n} mi").format(n=miles(card)) if card.miles is not None else ""
        where = dotted(place(card), away)
        lines.append(("map-pin", where, SMALL, theme.muted))
        lines.append(("wallet", card.takes or translate("Card", "Payers not known"), SMALL, theme.muted))
        lines.append(("badge-check", why_text(card), SMALL, theme.text))
        for sign, words, style, colour in lines:
            if words:
                self._line(painter, QRect(inside.x(), top, inside.width(), px(19)), sign, words, style, colour)
                top += px(19)
        foot = QRect(inside.x(), inside.bottom() + 1 - px(24), inside.width(), px(24))
        today = self._grid.listings.today
        end = draw_freshness(painter, foot, verified(card, today), card.freshness, self._appearance, letters)
        if standing.outcome is not None:
            colour, words = outcome_tone(standing.outcome).colour(theme), outcome_text(standing, today)
            wide = letters.advance(STRONG, words) + px(20)
            left = max(end + px(8), foot.right() + 1 - wide)
            spot = QRect(left, foot.y(), foot.right() + 1 - left, foot.height())
            self._line(painter, spot, outcome_tone(standing.outcome).icon, words, STRONG, colour)

    def _line(self, painter: QPainter, line: QRect, sign: str, words: str, style: Style, colour: str) -> None:
        px = self._appearance.px
        side = px(14)
        drawn = pixmap(sign, colour, side, self._view.devicePixelRatioF())
        painter.drawPixmap(QPoint(line.x(), line.center().y() - side // 2), drawn)
        self._letters.draw(painter, line.adjusted(side + px(6), 0, 0, 0), words, style, colour)

    def _empty(self, painter: QPainter, inside: QRect) -> None:
        px = self._appearance.px
        for top, share in ((2, 0.6), (26, 0.4), (56, 0.5), (92, 0.7), (114, 0.5), (164, 0.3)):
            line = QRect(inside.x(), inside.y() + px(top), inside.width(), px(14))
            draw_on_its_way(painter, line, round(inside.width() * share), self._appearance, self._letters)
