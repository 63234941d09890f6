"""How the colours of highlights look on each ground: a soft fill, and a line below that differs by its shape, too."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QTextCharFormat

from therapist_desktop.domain.reading_notes import Colour
from therapist_desktop.ui.theme import HIGHLIGHTS, HIGHLIGHTS_ON_DARK

if TYPE_CHECKING:
    from therapist_desktop.ui.theme import Theme


class Ink(NamedTuple):
    """The fill behind the words, nothing in high contrast, and the line below them."""

    fill: str
    line: str
    style: QTextCharFormat.UnderlineStyle


_STYLES = {
    Colour.YELLOW: QTextCharFormat.UnderlineStyle.SingleUnderline,
    Colour.GREEN: QTextCharFormat.UnderlineStyle.DashUnderline,
    Colour.BLUE: QTextCharFormat.UnderlineStyle.DotLine,
    Colour.PINK: QTextCharFormat.UnderlineStyle.WaveUnderline,
}


def ink(colour: Colour, theme: Theme) -> Ink:
    """How this colour looks on the ground of this theme."""
    if theme.contrast:
        return Ink("", theme.text, _STYLES[colour])
    fill, line = (HIGHLIGHTS_ON_DARK if theme.dark else HIGHLIGHTS)[colour.value]
    return Ink(fill, line, _STYLES[colour])
