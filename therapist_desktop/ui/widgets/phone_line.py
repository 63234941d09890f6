"""A phone number to be read out, dialled and copied."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from therapist_desktop.domain.phone import Phone
from therapist_desktop.ui.i18n import day
from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.theme import Appearance
from therapist_desktop.ui.widgets.words import Words


class CopyButton(QPushButton):
    """Puts one text on the clipboard, through whoever hears it."""

    def __init__(self, copied: str, what: str, appearance: Appearance) -> None:
        super().__init__(QCoreApplication.translate("Copy", "Copy"))
        self.copied = copied
        self.setIcon(icon("copy", appearance.theme.muted, appearance.px(16)))
        self.setIconSize(QSize(appearance.px(16), appearance.px(16)))
        self.setAccessibleName(QCoreApplication.translate("Copy", "Copy {what}").format(what=what))
        self.setToolTip(
            QCoreApplication.translate("Copy", "Copy {what} to the clipboard").format(what=copied)
        )


class PhoneLine(QWidget):
    """The number as large as its role says, what it is for below it, and a button that copies it."""

    copy_requested = Signal(str)

    def __init__(self, phone: Phone, appearance: Appearance, role: str = "phone", shortcut: str = "") -> None:
        super().__init__()
        self.phone = phone
        number = Words(phone.shown, role)
        purpose = purpose_of(phone)
        number.setAccessibleName(", ".join(part for part in (phone.shown, purpose) if part))
        self.copy = CopyButton(phone.dialable, phone.dialable, appearance)
        if shortcut:
            self.copy.setToolTip(f"{self.copy.toolTip()} ({shortcut})")
        self.copy.clicked.connect(lambda: self.copy_requested.emit(phone.dialable))

        row = QHBoxLayout()
        row.setSpacing(appearance.px(8))
        row.addWidget(number, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(appearance.px(2))
        page.addLayout(row)
        if purpose:
            page.addWidget(Words(purpose, "muted"))


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
    checked = ""
    if phone.verified_on:
        checked = QCoreApplication.translate("Phone", "checked {day}").format(day=day(phone.verified_on))
    parts = (phone.label, kind if kind != phone.label else "", checked)
    return " \u00b7 ".join(part for part in parts if part)
