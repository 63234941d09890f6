"""Where a note to highlighted words is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.domain.text import shorten
from therapist_desktop.ui.dialogs.fitting import fit_height
from therapist_desktop.ui.theme import SPACE_12, SPACE_24, Appearance
from therapist_desktop.ui.widgets.personal_warning import PersonalWarning
from therapist_desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

WIDE, HIGH, MOST_QUOTED = 520, 140, 300


class NoteDialog(QDialog):
    """One note. What was written and not kept is told, too, so that it can stand here the next time."""

    written = Signal(str)
    put_off = Signal(str)  # closed without keeping: this had been written

    def __init__(self, quote: str, note: str, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = note
        self.setWindowTitle(self.tr("Note"))
        self.setMinimumWidth(appearance.px(WIDE))
        quoted = Words(f"\u201c{shorten(quote, MOST_QUOTED)}\u201d", "quote")
        self.text = QPlainTextEdit(note)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Note"))
        self.text.setToolTip(self.tr("About the page, never about a patient"))
        self.text.setPlaceholderText(self.tr("What is worth remembering about this?"))
        self.text.setFixedHeight(appearance.px(HIGH))
        self.warning = PersonalWarning(appearance)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save = QPushButton(self.tr("Keep note"))
        self.save.setProperty("role", "primary")
        self.save.setDefault(True)
        self.save.setToolTip(self.tr("Keep this in your notebook (Ctrl+Enter)"))
        self.save.setShortcut("Ctrl+Return")
        buttons.addButton(self.save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._keep)
        buttons.rejected.connect(self.reject)
        page = QVBoxLayout(self)
        page.setContentsMargins(*[appearance.px(SPACE_24)] * 4)
        page.setSpacing(appearance.px(SPACE_12))
        page.addWidget(quoted)
        page.addWidget(self.text)
        page.addWidget(self.warning)
        page.addWidget(Words(self.tr("Notes stay on this computer. No sync touches them."), "caption"))
        page.addWidget(buttons)
        self.text.textChanged.connect(self._look)
        self.rejected.connect(self._put_off)
        self._look()
        self.text.setFocus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self)

    def _look(self) -> None:
        if self.warning.look_at(self.text.toPlainText(), self.save, self.tr("Keep note")) and self.isVisible():
            fit_height(self)

    def _keep(self) -> None:
        self.written.emit(self.text.toPlainText().strip())
        self.accept()

    def _put_off(self) -> None:
        if self.text.toPlainText() != self._before:
            self.put_off.emit(self.text.toPlainText())
