"""Text on a page: it wraps at any width, can be selected, and is read aloud as it was written."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_LONG = re.compile(r"\S{22,}")
_BREAK = "\u200b"


class Words(QLabel):
    """A label for a line or a paragraph of plain text."""

    def __init__(self, words: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._words = ""
        self.say(words)

    @property
    def words(self) -> str:
        """The text as it was given."""
        return self._words

    def say(self, words: str) -> None:
        """Show this text. Very long words may be broken on the screen."""
        self._words = words
        self.setText(_LONG.sub(_breakable, words))
        self.setAccessibleName(words)


class Heading(Words):
    """The small heading of a section."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words.upper(), "heading", parent)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setAccessibleName(words)


def _breakable(found: re.Match[str]) -> str:
    word = found[0]
    return _BREAK.join(word[i : i + 12] for i in range(0, len(word), 12))
