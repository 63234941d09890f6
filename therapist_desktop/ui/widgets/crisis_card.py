"""One of the two numbers everybody must find at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from therapist_desktop.domain.library import Hotline
from therapist_desktop.domain.phone import Phone
from therapist_desktop.services.html import link_scheme
from therapist_desktop.ui.theme import BODY, Appearance
from therapist_desktop.ui.widgets.fitting_button import FittingButton
from therapist_desktop.ui.widgets.flowing import Flowing
from therapist_desktop.ui.widgets.phone_line import copy_of
from therapist_desktop.ui.widgets.words import Headline, Words
from therapist_desktop.ui.wording.joining import dotted


class CrisisCard(QFrame):
    """The number as large as it gets, what it is for, and how to reach it otherwise."""

    copy_requested = Signal(str)
    link_requested = Signal(str)

    def __init__(self, line: Hotline, age: str, appearance: Appearance) -> None:
        super().__init__()
        px = appearance.px
        main = line.phones[0]
        self.setProperty("role", "crisis-card")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(4))
        number = Headline(main.shown, "crisis-number", px(BODY))
        number.setAccessibleName(self.tr("{title}: call {number}").format(title=line.title, number=main.shown))
        self.copy = copy_of(main, appearance, self.tr("Copy"))
        self.copy.copy_requested.connect(self.copy_requested)
        top = QHBoxLayout()
        top.addWidget(number, 1)
        top.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(top)
        column.addWidget(Words(line.title.removesuffix(f": {main.number}"), "crisis-title"))
        column.addWidget(Words(line.what_for, "sentence"))
        known = dotted(line.hours, self._ways(line.phones))
        ways: list[QWidget] = [Headline(known, "strong", px(BODY))] if known else []
        if link_scheme(line.chat) == "https":
            chat = FittingButton(line.chat.removeprefix("https://"), "line")
            chat.setToolTip(self.tr("Open {what} in the web browser").format(what=line.chat))
            chat.clicked.connect(lambda: self.link_requested.emit(line.chat))
            ways.append(chat)
        column.addWidget(Flowing(px(16)).hold(ways))
        if line.notes:
            column.addWidget(Words(line.notes))
        column.addWidget(Words(age, "caption"))
        column.addStretch(1)

    def _ways(self, phones: tuple[Phone, ...]) -> str:
        main, *others = phones
        texts = [phone.number for phone in others if phone.type == "text"]
        if main.number in texts:
            return self.tr("Call or text")
        return self.tr("Text {number}").format(number=texts[0]) if texts else ""
