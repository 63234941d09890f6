"""One fact with where it comes from and how old it is: never a colour without a shape and a word."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from therapist_desktop.ui.icons import pixmap
from therapist_desktop.ui.theme import Appearance
from therapist_desktop.ui.widgets.words import Words
from therapist_desktop.ui.wording.joining import listed
from therapist_desktop.ui.wording.tones import Tone


class Fact(QWidget):
    """A shape, what is known, and below it in small letters what there is to know about that."""

    def __init__(self, words: str, more: str, tone: Tone, appearance: Appearance) -> None:
        super().__init__()
        self.words = listed(words, more)
        self.setAccessibleName(self.words)
        side = appearance.px(16)
        shape = QLabel()
        shape.setPixmap(pixmap(tone.icon, tone.colour(appearance.theme), side, self.devicePixelRatioF()))
        shape.setFixedWidth(side)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(appearance.px(8))
        grid.setVerticalSpacing(appearance.px(2))
        grid.setColumnStretch(1, 1)
        grid.addWidget(shape, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Words(words), 0, 1)
        if more:
            below = Words(more, "muted")
            below.setAccessibleDescription(words)
            grid.addWidget(below, 1, 1)
