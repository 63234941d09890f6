"""Asks where releases come from and whom to trust."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.dialogs.fitting import fit_height
from therapist_desktop.ui.theme import SPACE_8, SPACE_16, SPACE_24

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

WIDE = 35
"""How wide the words are at the least, in lines of text."""


class SourceDialog(QDialog):
    """An address or a folder, and for a new one the publisher's key file."""

    def __init__(self, source: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Sync source"))
        self.setMinimumWidth(WIDE * self.fontMetrics().height())
        title = QLabel(self.tr("Where do releases come from?"))
        title.setProperty("role", "title")
        words = QLabel(
            self.tr(
                "A source is a web address, a folder or a USB stick on which a publisher puts signed releases. "
                "Ask your network or county for it. Nothing about you or your clients is ever sent there."
            ),
            wordWrap=True,
        )
        words.setProperty("role", "muted")
        self._source = QLineEdit(source, placeholderText="https://example.org/directory")
        self._trust = QLineEdit(placeholderText=self.tr("only needed the first time"))
        trust_words = QLabel(
            self.tr(
                "The key file (root.json) says whose signature to believe. Get it from the publisher in person or "
                "by another way than the address above. With it, a forged or damaged release cannot get in."
            ),
            wordWrap=True,
        )
        trust_words.setProperty("role", "caption")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._go = QPushButton(self.tr("Sync from here"))
        self._go.setProperty("role", "primary")
        self._go.setDefault(True)
        self._buttons.addButton(self._go, QDialogButtonBox.ButtonRole.AcceptRole)

        page = QVBoxLayout(self)
        page.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_16)
        page.setSpacing(SPACE_8)
        page.addWidget(title)
        page.addWidget(words)
        page.addSpacing(SPACE_8)
        choosers = (
            self._add_field(page, self.tr("Address or folder"), self._source, self.tr("Folder..."), self._ask_folder),
            self._add_field(
                page, self.tr("Key file of the publisher"), self._trust, self.tr("File..."), self._ask_file
            ),
        )
        page.addWidget(trust_words)
        for chooser in choosers:  # the fields end at one line
            chooser.setMinimumWidth(max(one.sizeHint().width() for one in choosers))
        page.addSpacing(SPACE_16)
        page.addStretch(1)
        page.addWidget(self._buttons)

        self._source.textChanged.connect(self._look_again)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._look_again()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self)

    @property
    def source(self) -> str:
        """The address or folder."""
        return self._source.text().strip()

    @property
    def trust(self) -> Path | None:
        """The key file, where one was named."""
        text = self._trust.text().strip()
        return Path(text) if text else None

    @property
    def go_button(self) -> QPushButton:
        """What starts the sync."""
        return self._go

    def fill(self, source: str, trust: str = "") -> None:
        """Fill in what is known."""
        self._source.setText(source)
        self._trust.setText(trust)

    def _add_field(
        self, page: QVBoxLayout, name: str, field: QLineEdit, button: str, deed: Callable[[], None]
    ) -> QPushButton:
        label = QLabel(name)
        label.setProperty("role", "row-title")
        label.setBuddy(field)
        field.setAccessibleName(name)
        field.setToolTip(name)
        chooser = QPushButton(button)
        chooser.setAccessibleName(f"{name}: {button}")
        chooser.setAutoDefault(False)
        chooser.clicked.connect(deed)
        row = QHBoxLayout()
        row.addWidget(field, 1)
        row.addWidget(chooser)
        page.addWidget(label)
        page.addLayout(row)
        page.addSpacing(SPACE_8)
        return chooser

    def _ask_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder with releases"))
        if folder:
            self._source.setText(folder)

    def _ask_file(self) -> None:
        file, _ = QFileDialog.getOpenFileName(
            self, self.tr("Key file of the publisher"), "", self.tr("Key file (*.json)")
        )
        if file:
            self._trust.setText(file)

    def _look_again(self) -> None:
        self._go.setEnabled(bool(self.source))
