"""The shape and the colour that go with a word, so that none of the three has to be told apart alone."""

from dataclasses import dataclass

from therapist_desktop.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Tone:
    """How a badge or a notice looks."""

    name: str
    icon: str

    def colour(self, theme: Theme) -> str:
        """The colour of its icon."""
        named = {"fresh": theme.fresh, "ageing": theme.ageing, "stale": theme.stale, "sample": theme.ageing}
        return named.get(self.name, theme.muted)
