"""A badge: a shape, a word and a colour, so that none of them has to be told apart alone."""

from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from therapist_desktop.ui.icons import pixmap
from therapist_desktop.ui.theme import Appearance, Theme


@dataclass(frozen=True, slots=True)
class Tone:
    """How a badge or a notice looks."""

    name: str
    icon: str

    def colour(self, theme: Theme) -> str:
        """The colour of its icon."""
        named = {"fresh": theme.fresh, "ageing": theme.ageing, "stale": theme.stale, "sample": theme.ageing}
        return named.get(self.name, theme.muted)


class Badge(QFrame):
    """One word or two with a shape before them."""

    def __init__(self, words: str, tone: Tone, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", f"badge-{tone.name}")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.words = words
        shape = QLabel()
        shape.setPixmap(
            pixmap(tone.icon, tone.colour(appearance.theme), appearance.px(14), self.devicePixelRatioF())
        )
        text = QLabel(words)
        text.setAccessibleName(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(appearance.px(8), appearance.px(3), appearance.px(10), appearance.px(3))
        row.setSpacing(appearance.px(5))
        row.addWidget(shape)
        row.addWidget(text)
