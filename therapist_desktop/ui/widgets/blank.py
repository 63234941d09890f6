"""What stands where there is nothing to show: a sentence, what to do next, and one button at most."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from therapist_desktop.ui.icons import pixmap
from therapist_desktop.ui.theme import Appearance
from therapist_desktop.ui.widgets.words import Words


class Blank(QWidget):
    """An empty page that says why it is empty."""

    way_out_chosen = Signal()

    def __init__(self, picture: str, sentence: str, more: str, appearance: Appearance, way_out: str = "") -> None:
        super().__init__()
        self.setProperty("role", "page")
        shape = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        size = appearance.px(40)
        shape.setPixmap(pixmap(picture, appearance.theme.faint, size, self.devicePixelRatioF()))
        self.sentence = Words(sentence, "sentence")
        self.more = Words(more, "muted")
        page = QVBoxLayout(self)
        page.setContentsMargins(*[appearance.px(24)] * 4)
        page.setSpacing(appearance.px(12))
        page.addStretch(2)
        page.addWidget(shape)
        for words in (self.sentence, self.more):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            page.addWidget(words)
        if way_out:
            button = QPushButton(way_out)
            button.setAccessibleName(way_out)
            button.setToolTip(way_out)
            button.clicked.connect(self.way_out_chosen)
            page.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        page.addStretch(3)
