"""A remark or a warning inside a page: something to know before reading on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from therapist_desktop.ui.icons import pixmap
from therapist_desktop.ui.theme import Appearance
from therapist_desktop.ui.widgets.words import Words
from therapist_desktop.ui.wording.tones import Tone

WARNING = Tone("ageing", "triangle-alert")
DANGER = Tone("stale", "circle-alert")
REMARK = Tone("plain", "info")


class Callout(QFrame):
    """An icon, a sentence and, where it needs one, a second one below it."""

    def __init__(self, words: str, more: str, tone: Tone, appearance: Appearance) -> None:
        super().__init__()
        self.setProperty("role", f"notice-{tone.name}")
        self.setAccessibleName(f"{words} {more}".strip())
        self.words = f"{words} {more}".strip()
        shape = QLabel()
        size = appearance.px(20)
        shape.setPixmap(pixmap(tone.icon, tone.colour(appearance.theme), size, self.devicePixelRatioF()))
        text = QVBoxLayout()
        text.setSpacing(appearance.px(4))
        text.addWidget(Words(words, "strong" if more else ""))
        if more:
            text.addWidget(Words(more))
        row = QHBoxLayout(self)
        row.setContentsMargins(*[appearance.px(12)] * 4)
        row.setSpacing(appearance.px(12))
        row.addWidget(shape, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)
