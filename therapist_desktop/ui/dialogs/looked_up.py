"""What the dictionary says about some words, over whatever is read."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.dialogs.fitting import fit_height
from therapist_desktop.ui.dialogs.outside import WIDE
from therapist_desktop.ui.widgets.words import Words
from therapist_desktop.ui.wording.library import kind_name

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from therapist_desktop.domain.finding import LookedUp

_MARGIN = 24


class LookedUpDialog(QDialog):
    """The entry and its page, else what is written nearly so and a search of the library."""

    piece_chosen = Signal(str)
    search_wanted = Signal(str)

    def __init__(self, found: LookedUp, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Look up"))
        self.setMinimumWidth(WIDE * self.fontMetrics().height())
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._page.setSpacing(_MARGIN // 2)
        self._buttons = QDialogButtonBox()
        self._close = QPushButton(self.tr("Close"))
        self._close.setToolTip(self.tr("Back to where you were (Esc)"))
        if found.entry is not None:
            self._page.addWidget(Words(found.entry.title, "title"))
            self._page.addWidget(Words(kind_name(found.entry.kind), "caption"))
            self._page.addWidget(Words(found.text))
            self._add(self.tr("Open the page"), partial(self.piece_chosen.emit, found.entry.id))
        else:
            none = self.tr("No entry for \u201c{words}\u201d").format(words=found.words)
            self._page.addWidget(Words(none if found.words else self.tr("Select a word to look it up"), "title"))
            self._add_near(found)
            if found.words:
                search = self.tr("Search the library for \u201c{words}\u201d").format(words=found.words)
                self._add(search, partial(self.search_wanted.emit, found.words))
        self._buttons.addButton(self._close, QDialogButtonBox.ButtonRole.RejectRole)
        self._page.addStretch(1)
        self._page.addWidget(self._buttons)
        self._close.setDefault(True)
        self._close.setFocus()
        self._buttons.rejected.connect(self.reject)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self)

    def _add_near(self, found: LookedUp) -> None:
        if found.near:
            self._page.addWidget(Words(self.tr("Did you mean"), "muted"))
        for card in found.near:
            button = QPushButton(card.title)
            button.setProperty("role", "link")
            button.setToolTip(card.summary)
            button.clicked.connect(partial(self._leave, partial(self.piece_chosen.emit, card.id)))
            self._page.addWidget(button)

    def _add(self, text: str, deed: partial[None]) -> None:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.setToolTip(text)
        button.clicked.connect(partial(self._leave, deed))
        self._buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)

    def _leave(self, deed: partial[None], _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
        self.accept()
        deed()
