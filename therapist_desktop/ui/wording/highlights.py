"""What the colours of highlights and the lines below them are called."""

from __future__ import annotations

from therapist_desktop.domain.reading_notes import Colour
from therapist_desktop.ui.i18n import translate


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
