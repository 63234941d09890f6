"""The shape and the colour that go with a word, so that none of the three has to be told apart alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from therapist_desktop.domain.freshness import Freshness

if TYPE_CHECKING:
    from therapist_desktop.ui.theme import Theme


class Tone(NamedTuple):
    """How a badge or a notice looks."""

    name: str
    icon: str

    def colour(self, theme: Theme) -> str:
        """The colour of its icon."""
        named = {"fresh": theme.fresh, "ageing": theme.ageing, "stale": theme.stale, "sample": theme.ageing}
        return named.get(self.name, theme.muted)


TONES = {
    Freshness.FRESH: Tone("fresh", "fresh"),
    Freshness.AGEING: Tone("ageing", "ageing"),
    Freshness.STALE: Tone("stale", "stale"),
    Freshness.NEVER: Tone("stale", "never"),
}
UNDATED = Tone("plain", "circle-help")
_OPENINGS = {"yes": Tone("fresh", "check"), "waitlist": Tone("ageing", "clock"), "no": Tone("plain", "minus")}


def openings_tone(accepting: str) -> Tone:
    """How the word for openings looks; unknown is a state of its own."""
    return _OPENINGS.get(accepting, UNDATED)
