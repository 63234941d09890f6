"""Texts that are drawn over and over: measured, cut and laid out once for each size of text."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QStaticText

from therapist_desktop.ui.fonts import interface_font, tabular
from therapist_desktop.ui.widgets.fitting_button import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from therapist_desktop.ui.theme import Appearance

Marks = tuple[tuple[int, int], ...]
"""Where parts of a text begin and how long they are, from the left to the right."""

MOST = 1500


class Style(NamedTuple):
    """A kind of text. `size` is at the usual zoom."""

    size: int
    weight: QFont.Weight = QFont.Weight.Normal
    figures: bool = False
    """Figures of equal width."""


class _Face(NamedTuple):
    font: QFont
    metrics: QFontMetrics
    height: int


class _Laid(NamedTuple):
    text: QStaticText
    width: int


class _Run(NamedTuple):
    """A part of a line that is of one style, and how far from the left it begins."""

    left: int
    text: str
    style: Style


class _Runs(NamedTuple):
    runs: tuple[_Run, ...]
    width: int


class Lettering:
    """Draws lines of text. Whoever holds it calls `forget` when the size of text changes."""

    def __init__(self, appearance: Appearance) -> None:
        self._appearance = appearance
        self._faces: dict[Style, _Face] = {}
        self._laid: dict[tuple[str, Style, int], _Laid] = {}
        self._lines: dict[tuple[str, Style, int], tuple[str, str]] = {}
        self._runs: dict[tuple[str, Marks, Style, int], _Runs] = {}
        self._pens: dict[tuple[str, int], QPen] = {}
        self._brushes: dict[str, QColor] = {}

    def forget(self) -> None:
        """Text has another size from now on."""
        self._faces.clear()
        self._laid.clear()
        self._lines.clear()
        self._runs.clear()

    def height(self, style: Style) -> int:
        """How high a line is."""
        return self._face(style).height

    def advance(self, style: Style, text: str) -> int:
        """How wide this text is, uncut."""
        return self._lay(text, style, 1 << 15).width

    def draw(self, painter: QPainter, rect: QRect, text: str, style: Style, colour: str, *, right: bool = False) -> int:
        """One line in the middle of this height, with an ellipsis where it is cut. Returns how wide it is."""
        if not text or rect.width() <= 0:
            return 0
        laid, face = self._lay(text, style, rect.width()), self._face(style)
        left = rect.right() + 1 - laid.width if right else rect.left()
        painter.setFont(face.font)
        painter.setPen(self.pen(colour))
        painter.drawStaticText(QPoint(left, rect.top() + (rect.height() - face.height) // 2), laid.text)
        return laid.width

    def draw_marked(self, painter: QPainter, rect: QRect, text: str, marks: Marks, style: Style, colour: str) -> int:
        """The same with some parts of the text in bold. Returns how wide it is."""
        key = (text, marks, style, rect.width())
        drawn = self._runs.get(key)
        if drawn is None:
            drawn = self._cut(text, marks, style, rect.width())
            _keep(self._runs, key, drawn)
        for run in drawn.runs:
            self.draw(painter, rect.adjusted(run.left, 0, 0, 0), run.text, run.style, colour)
        return drawn.width

    def two_lines(self, text: str, style: Style, width: int) -> tuple[str, str]:
        """The text as one line, or as two where one is too short for it."""
        key = (text, style, width)
        lines = self._lines.get(key)
        if lines is None:
            first, *rest = [text]
            if self.advance(style, text) > width:
                first, *rest = wrapped(text, self._face(style).metrics, width)
            lines = first, " ".join(rest)
            _keep(self._lines, key, lines)
        return lines

    def pen(self, colour: str, width: int = 1) -> QPen:
        """A pen of this colour."""
        pen = self._pens.get((colour, width))
        if pen is None:
            pen = self._pens[colour, width] = QPen(self.colour(colour), width)
        return pen

    def colour(self, name: str) -> QColor:
        """A colour by its name."""
        colour = self._brushes.get(name)
        if colour is None:
            colour = self._brushes[name] = QColor(name)
        return colour

    def fill(self, painter: QPainter, rect: QRect, colour: str) -> None:
        """Lay a colour over this; the painter has no pen and no brush after it."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colour(colour))
        painter.drawRect(rect)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _face(self, style: Style) -> _Face:
        face = self._faces.get(style)
        if face is None:
            font = interface_font(self._appearance.px(style.size), style.weight)
            font = tabular(font) if style.figures else font
            metrics = QFontMetrics(font)
            face = self._faces[style] = _Face(font, metrics, metrics.height())
        return face

    def _cut(self, text: str, marks: Marks, style: Style, width: int) -> _Runs:
        """The parts of a line side by side, with an ellipsis where they are too wide together."""
        whole = self._side_by_side(text, marks, style)
        if whole.width <= width:
            return whole
        metrics = self._face(style).metrics
        bolder = max(0, whole.width - metrics.horizontalAdvance(text))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width - bolder)
        return self._side_by_side(shown, marks, style)

    def _side_by_side(self, text: str, marks: Marks, style: Style) -> _Runs:
        strong, runs, left = style._replace(weight=QFont.Weight.Bold), [], 0
        for part, is_marked in _parts(text, marks):
            kind = strong if is_marked else style
            runs.append(_Run(left, part, kind))
            left += self._face(kind).metrics.horizontalAdvance(part)
        return _Runs(tuple(runs), left)

    def _lay(self, text: str, style: Style, width: int) -> _Laid:
        key = (text, style, width)
        laid = self._laid.get(key)
        if laid is None:
            face = self._face(style)
            laid = _shaped(text, face.font)
            if laid.width > width:
                laid = _shaped(face.metrics.elidedText(text, Qt.TextElideMode.ElideRight, width), face.font)
            _keep(self._laid, key, laid)
        return laid


def _parts(text: str, marks: Marks) -> Iterator[tuple[str, bool]]:
    """The text in its parts, marked ones and others; a mark that is cut off is none."""
    done = 0
    for start, length in marks:
        if start + length > len(text):
            break
        if start > done:
            yield text[done:start], False
        yield text[start : start + length], True
        done = start + length
    if done < len(text):
        yield text[done:], False


def _shaped(text: str, font: QFont) -> _Laid:
    """The text in its glyphs; shaping it is what costs."""
    static = QStaticText(text)
    static.setTextFormat(Qt.TextFormat.PlainText)
    static.prepare(font=font)
    return _Laid(static, ceil(static.size().width()))


def _keep(kept: dict, key: object, value: object) -> None:  # type: ignore[type-arg] # whatever is kept
    """Remember this; the oldest half goes when there is too much."""
    if len(kept) >= MOST:
        for old in list(kept)[: MOST // 2]:
            del kept[old]
    kept[key] = value
