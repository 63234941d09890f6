"""The one field of call mode: numbers pick, letters narrow, Enter goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from therapist_desktop.domain.overriding import override

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class CallEntry(QLineEdit):
    """Keeps the keyboard through the whole call. Where a place is asked for, digits are typed as well."""

    picked = Signal(int)  # 0 to 9
    went_on = Signal()
    went_back = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.takes_digits = False
        self.setProperty("role", "call-entry")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._is_meant_otherwise(event):
            super().keyPressEvent(event)

    def _is_meant_otherwise(self, event: QKeyEvent) -> bool:
        key, letter = event.key(), event.text()
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if plain and letter.isascii() and letter.isdigit() and not self.takes_digits:
            self.picked.emit(int(letter))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.went_on.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif not self.text() and key in (Qt.Key.Key_Backspace, Qt.Key.Key_Left):
            self.went_back.emit()
        elif not self.text() and key == Qt.Key.Key_Right:
            self.went_on.emit()
        else:
            return False
        return True
