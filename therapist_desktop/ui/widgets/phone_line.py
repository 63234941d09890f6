"""A phone number to be read out, dialled and copied."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from therapist_desktop.domain.phone import Phone
from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.theme import BODY, Appearance
from therapist_desktop.ui.widgets.words import Headline, Words
from therapist_desktop.ui.wording.joining import listed
from therapist_desktop.ui.wording.phones import purpose_of


class CopyButton(QPushButton):
    """Puts one text on the clipboard, through whoever hears it. In a row it is an icon, alone it has a word."""

    copy_requested = Signal(str)

    def __init__(self, copied: str, what: str, appearance: Appearance, word: str = "") -> None:
        super().__init__(f" {word}" if word else "")
        side = appearance.px(16)
        self.copied = copied
        self.setProperty("role", "" if word else "copy")
        self.setIcon(icon("copy", appearance.theme.muted, side))
        self.setIconSize(QSize(side, side))
        self.take(copied, what)
        self.clicked.connect(lambda: self.copy_requested.emit(self.copied))

    def take(self, copied: str, what: str) -> None:
        """Copy this from now on."""
        self.copied = copied
        self.setAccessibleName(QCoreApplication.translate("Copy", "Copy {what}").format(what=what))
        self.setToolTip(QCoreApplication.translate("Copy", "Copy {what} to the clipboard").format(what=copied))


class PhoneLine(QWidget):
    """The number as large as its role says, what it is for below it, and a button that copies it."""

    copy_requested = Signal(str)

    def __init__(
        self, phone: Phone, appearance: Appearance, role: str, copy: CopyButton | None = None, *, near: bool = False
    ) -> None:
        super().__init__()
        self.phone = phone
        number = Headline(phone.shown, role, appearance.px(BODY))
        purpose = purpose_of(phone)
        number.setAccessibleName(listed(phone.shown, purpose))
        row = QHBoxLayout()
        row.setSpacing(appearance.px(8))
        row.addWidget(number, 0 if near else 1)
        if copy:
            copy.copy_requested.connect(self.copy_requested)
            row.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        if near:
            row.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(appearance.px(2))
        page.addLayout(row)
        if purpose:
            page.addWidget(Words(purpose, "muted"))


def copy_of(phone: Phone, appearance: Appearance, word: str = "") -> CopyButton:
    """A button that copies this number."""
    return CopyButton(phone.dialable, phone.dialable, appearance, word)
