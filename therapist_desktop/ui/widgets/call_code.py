"""The QR code of a number with what it does in words, so that a mobile phone does the typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from therapist_desktop.ui.widgets.qr_square import QrSquare
from therapist_desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from therapist_desktop.domain.phone import Phone
    from therapist_desktop.services.qr import QrCode
    from therapist_desktop.ui.theme import Appearance


class CallCode(QWidget):
    """Asks for the code of the number it is given and shows it when it comes."""

    code_requested = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._phone: Phone | None = None
        self.square = QrSquare(appearance)
        self._words = Words("", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(appearance.px(12))
        row.addWidget(self.square, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignTop)

    @property
    def words(self) -> str:
        """What stands beside the code."""
        return self._words.words

    def say(self, phone: Phone) -> None:
        """Tell of this number; `ask` brings its code."""
        self._phone = phone
        self._words.say(self._sentence(phone))

    def ask(self) -> None:
        """Have the code made of the number that is told of."""
        if self._phone is not None:
            self.code_requested.emit(self._phone.address)

    def show_phone(self, phone: Phone) -> None:
        """Show the code of another number."""
        self.say(phone)
        self.ask()

    def show_code(self, code: QrCode) -> None:
        """The code has been made; one that is not of the number shown is of no use."""
        if self._phone is not None and code.text == self._phone.address:
            self.square.show_code(code, self._sentence(self._phone))

    def _sentence(self, phone: Phone) -> str:
        number = phone.shown.split(" ext.")[0].replace(" ", "\u00a0")
        if phone.extension:
            words = self.tr("Scan with the camera of a phone to call {number}, then dial extension {extension}.")
            return words.format(number=number, extension=phone.extension)
        return self.tr("Scan with the camera of a phone to call {number}.").format(number=number)
