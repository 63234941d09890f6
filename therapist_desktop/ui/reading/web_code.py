"""The address of a page as a QR code: this machine may have no network, the telephone in the hand has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapist_desktop.ui.widgets.qr_square import QrSquare
from therapist_desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from therapist_desktop.services.qr import QrCode
    from therapist_desktop.ui.theme import Appearance


class WebCode(QWidget):
    """Keeps the room of the code until it is made."""

    def __init__(self, address: str, appearance: Appearance) -> None:
        super().__init__()
        self.address = address
        self.square = QrSquare(appearance)
        self._sentence = self.tr("Scan with the camera of a phone to open this address there.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(appearance.px(4))
        column.addWidget(self.square, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Words(self._sentence, "muted"))

    def show_code(self, code: QrCode) -> None:
        """The code has been made; one of another address is of no use."""
        if code.text == self.address:
            self.square.show_code(code, self._sentence)
