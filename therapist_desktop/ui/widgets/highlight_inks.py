"""How the colours of highlights look on each ground: a soft fill, and a line below that differs by its shape, too."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QTextCharFormat

from therapist_desktop.domain.reading_notes import Colour
from therapist_desktop.ui.i18n import translate
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


def colour_name(colour: Colour) -> str:
    """What a colour is called."""
    return {
        Colour.YELLOW: translate("Highlights", "Yellow"),
        Colour.GREEN: translate("Highlights", "Green"),
        Colour.BLUE: translate("Highlights", "Blue"),
        Colour.PINK: translate("Highlights", "Pink"),
    }[colour]


def line_name(colour: Colour) -> str:
    """What the line below the words is like, for whoever does not see colours."""
    return {
        Colour.YELLOW: translate("Highlights", "solid line"),
        Colour.GREEN: translate("Highlights", "dashed line"),
        Colour.BLUE: translate("Highlights", "dotted line"),
        Colour.PINK: translate("Highlights", "wavy line"),
    }[colour]
