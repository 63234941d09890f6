"""One of the two numbers everybody must find at once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from therapist_desktop.domain.library import Hotline
from therapist_desktop.domain.phone import Phone
from therapist_desktop.services.html import link_scheme
from therapist_desktop.ui.theme import BODY, Appearance
from therapist_desktop.ui.widgets.fitting_button import FittingButton
from therapist_desktop.ui.widgets.flowing import Flowing
from therapist_desktop.ui.widgets.phone_line import copy_of
from therapist_desktop.ui.widgets.words import Headline, Words


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
        column.addWidget(number)
        column.addWidget(Words(line.title, "crisis-title"))
        column.addWidget(Words(line.what_for, "sentence"))
        for words in (self._ways(line.phones), line.notes, line.hours):
            if words:
                column.addWidget(Words(words, "sentence" if words == line.notes else ""))
        column.addWidget(Words(age, "caption"))
        column.addStretch(1)
        copy = copy_of(main, appearance, self.tr("Copy"))
        copy.copy_requested.connect(self.copy_requested)
        row = [copy]
        if link_scheme(line.chat) == "https":
            chat = FittingButton(line.chat.removeprefix("https://"), "line")
            chat.setToolTip(self.tr("Open {what} in the web browser").format(what=line.chat))
            chat.clicked.connect(lambda: self.link_requested.emit(line.chat))
            column.addWidget(Flowing(px(8)).hold([*row, chat]))
        else:
            column.addWidget(Flowing(px(8)).hold(row))

    def _ways(self, phones: tuple[Phone, ...]) -> str:
        main, *others = phones
        texts = [phone.number for phone in others if phone.type == "text"]
        if main.number in texts:
            return self.tr("Call or text.")
        return self.tr("Text {number}.").format(number=texts[0]) if texts else ""
