"""What to say aloud to a caller, large enough to be read from the screen while one speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout

from therapist_desktop.ui.widgets.words import Heading, Words

if TYPE_CHECKING:
    from therapist_desktop.ui.theme import Appearance


class SayThis(QFrame):
    """The words between a heading and the text."""

    def __init__(self, words: str, appearance: Appearance) -> None:
        super().__init__()
        self.setProperty("role", "say")
        self.setAccessibleName(self.tr("Say this: {words}").format(words=words))
        head = Heading(self.tr("Say this"))
        head.setProperty("role", "say-head")
        column = QVBoxLayout(self)
        column.setContentsMargins(appearance.px(16), appearance.px(12), appearance.px(16), appearance.px(14))
        column.setSpacing(appearance.px(6))
        column.addWidget(head)
        column.addWidget(Words(words, "say-words"))
