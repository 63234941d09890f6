"""The languages a page can be read in, each called as its speakers call it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy

from therapist_desktop.ui.wording.page import language_in_itself

if TYPE_CHECKING:
    from collections.abc import Sequence

    from therapist_desktop.ui.theme import Appearance


class LanguageSwitch(QFrame):
    """A segment for each of which one is on."""

    chosen = Signal(str)

    def __init__(self, languages: Sequence[str], now: str, appearance: Appearance) -> None:
        super().__init__()
        self.setProperty("role", "facts")
        self.setAccessibleName(self.tr("Languages of this page"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(*[appearance.px(3)] * 4)
        row.setSpacing(appearance.px(2))
        group = QButtonGroup(self)
        for language in languages:
            button = QPushButton(language_in_itself(language))
            button.setCheckable(True)
            button.setChecked(language == now)
            button.setProperty("role", "segment")
            button.setAccessibleName(language_in_itself(language))
            button.setToolTip(
                self.tr("Read the page in {language} (Ctrl+Alt+L)").format(language=language_in_itself(language))
            )
            button.clicked.connect(lambda _=False, language=language: self.chosen.emit(language))
            group.addButton(button)
            row.addWidget(button)
