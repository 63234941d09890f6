"""A phone number to be read out, dialled and copied."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from therapist_desktop.domain.phone import Phone
from therapist_desktop.ui.i18n import day
from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.theme import BODY, Appearance
from therapist_desktop.ui.widgets.words import Headline, Words


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
        number.setAccessibleName(", ".join(part for part in (phone.shown, purpose) if part))
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


def one_line_each(phones: tuple[Phone, ...]) -> tuple[Phone, ...]:
    """The numbers without repeats: one that takes calls and texts stands there once."""
    texts = {phone.number for phone in phones if phone.type == "text" and not phone.keyword}
    both = texts & {phone.number for phone in phones if phone.type == "voice"}
    label = QCoreApplication.translate("Phone", "Call or text")
    return tuple(
        replace(phone, label=label) if phone.number in both and not phone.keyword else phone
        for phone in phones
        if phone.number not in both or phone.type == "voice" or phone.keyword
    )


def purpose_of(phone: Phone) -> str:
    """What this number is for and when it was last checked, as far as that is known."""
    kinds = {
        "text": QCoreApplication.translate("Phone", "Text message"),
        "fax": QCoreApplication.translate("Phone", "Fax"),
        "tty": QCoreApplication.translate("Phone", "TTY for deaf and hard-of-hearing callers"),
    }
    kind = kinds.get(phone.type, "")
    if phone.keyword:
        kind = QCoreApplication.translate("Phone", "Text {word} to this number").format(word=phone.keyword)
    elif phone.type in phone.label.lower():
        kind = ""
    checked = ""
    if phone.verified_on:
        checked = QCoreApplication.translate("Phone", "checked {day}").format(day=day(phone.verified_on))
    return " \u00b7 ".join(part for part in (phone.label, kind, checked) if part)
