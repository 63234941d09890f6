"""The reports that are kept: to read, to save as a file, to write to the publisher, to throw away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from therapist_desktop.ui.theme import SPACE_8, SPACE_24, Appearance
from therapist_desktop.ui.widgets.kept_shelf import KeptShelf, ShelfWords, Way
from therapist_desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from therapist_desktop.ui.wording.kept import KeptEntry

WIDE, HIGH = 620, 520


class ReportsDialog(QDialog):
    """A list like the shelves of the library."""

    way_chosen = Signal(str, object)  # "open", "remove", "save" or "write"; KeptEntry or None

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Reports of errors"))
        self.resize(appearance.px(WIDE), appearance.px(HIGH))
        words = ShelfWords(
            self.tr("Reports of errors"),
            "flag",
            self.tr("No error was written down yet."),
            self.tr("Press Ctrl+Alt+E on a page to report one."),
        )
        ways = (
            Way("open", self.tr("Change..."), self.tr("Read and change this report (Enter)"), "pencil"),
            Way("remove", self.tr("Delete"), self.tr("Throw this report away (Delete)"), "eraser"),
            Way(
                "save",
                self.tr("Save as a file..."),
                self.tr("Save all finished reports, to send them to the publisher"),
                "file-down",
                of_all=True,
            ),
            Way(
                "write",
                self.tr("Write an e-mail..."),
                self.tr("Begin a letter in your e-mail program; it asks first"),
                "message-square",
                of_all=True,
            ),
        )
        self.shelf = KeptShelf(words, ways, appearance)
        self.shelf.way_chosen.connect(self.way_chosen)
        self.shelf.opened.connect(lambda entry: self.way_chosen.emit("open", entry))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        page = QVBoxLayout(self)
        page.setContentsMargins(*[appearance.px(SPACE_24)] * 4)
        page.setSpacing(appearance.px(SPACE_8))
        page.addWidget(Words(self.tr("Reports of errors"), "title"))
        page.addWidget(
            Words(self.tr("Nothing is sent by itself. Drafts are not saved or sent with the rest."), "muted")
        )
        page.addWidget(self.shelf, 1)
        page.addWidget(buttons)
        self.shelf.list.setFocus()

    def show_entries(self, entries: Sequence[KeptEntry]) -> None:
        """These are kept now."""
        self.shelf.show_entries(entries)
