"""The small signs of a listing, drawn the same in a row and on a card: SAMPLE, freshness, a place kept for text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from therapist_desktop.ui.theme import CAPTION
from therapist_desktop.ui.widgets.lettering import Lettering, Style
from therapist_desktop.ui.widgets.painting import draw_mark, freshness_colours
from therapist_desktop.ui.wording.samples import sample_word

if TYPE_CHECKING:
    from therapist_desktop.domain.freshness import Freshness
    from therapist_desktop.ui.theme import Appearance, Theme

TINY = Style(11, QFont.Weight.DemiBold)
BADGE = Style(CAPTION, QFont.Weight.DemiBold, figures=True)


def openings_colour(accepting: str, theme: Theme) -> str:
    """The colour of the word for openings; none where nothing is known."""
    return {"yes": theme.fresh, "waitlist": theme.ageing, "no": theme.stale}.get(accepting, "")


def draw_sample(painter: QPainter, line: QRect, appearance: Appearance, letters: Lettering) -> QRect:
    """Draw SAMPLE at the front of a line of a made-up listing; what is left of the line is for words."""
    theme, px = appearance.theme, appearance.px
    word = sample_word()
    wide, high = letters.advance(TINY, word) + px(8), letters.height(TINY)
    frame = QRect(line.x(), line.center().y() - high // 2 + 1, wide, high)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(letters.pen(theme.ageing))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(frame).translated(0.5, 0.5), 3, 3)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    letters.draw(painter, frame.adjusted(px(4), 0, 0, 0), word, TINY, theme.ageing)
    return line.adjusted(wide + px(8), 0, 0, 0)


def freshness_width(text: str, letters: Lettering) -> int:
    """How wide a band of freshness is with all of its word."""
    dot, side, gap = _around_word(letters)
    return letters.advance(BADGE, text) + dot + gap + 2 * side


def draw_freshness(
    painter: QPainter, cell: QRect, text: str, freshness: Freshness, appearance: Appearance, letters: Lettering
) -> int:
    """Shape, word and colour of a band of freshness, at the left of the cell. Returns where it ends."""
    theme = appearance.theme
    ink, ground = freshness_colours(freshness, theme)
    tall = letters.height(BADGE)
    dot, side, gap = _around_word(letters)
    wide = min(cell.width(), freshness_width(text, letters))
    high = tall + round(tall * 0.5)
    pill = QRectF(cell.x(), cell.center().y() - high // 2 + 1, wide, high)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    if theme.contrast:
        painter.setPen(letters.pen(ink, 2))
        pill.adjust(1, 1, -1, -1)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(letters.colour(ground))
    painter.drawRoundedRect(pill, high / 2, high / 2)
    mark = QRectF(pill.x() + side, pill.center().y() - dot / 2, dot, dot)
    draw_mark(painter, mark, freshness, ink)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    left = round(mark.right() + gap)
    words = QRect(left, round(pill.y()), round(pill.right() - side) - left + 3, round(pill.height()))
    letters.draw(painter, words, text, BADGE, ink)
    return cell.x() + wide


def draw_on_its_way(painter: QPainter, cell: QRect, wide: int, appearance: Appearance, letters: Lettering) -> None:
    """A quiet bar where text will stand."""
    theme, px = appearance.theme, appearance.px
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    if theme.contrast:
        painter.setPen(letters.pen(theme.line))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(letters.colour(theme.sunken))
    painter.drawRoundedRect(QRectF(cell.x(), cell.center().y() - px(5), wide, px(10)), px(5), px(5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _around_word(letters: Lettering) -> tuple[int, int, int]:
    """How wide the dot of a band is, what is free at both ends, and what is free between the dot and the word."""
    tall = letters.height(BADGE)
    return round(tall * 0.55), round(tall * 0.6), round(tall * 0.35)
