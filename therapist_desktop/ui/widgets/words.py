"""Text on a page: it wraps at any width, can be selected, and is read aloud as it was written."""

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from therapist_desktop.domain.overriding import override

_WORD = re.compile(r"\S+")
_BREAK = "\u200b"
_LEAST = 48


class Words(QLabel):
    """A label for a line or a paragraph of plain text."""

    def __init__(self, words: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
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
        """Show this text."""
        self._words = words
        self.setText(words)
        self.setAccessibleName(words)
        self._break_long_words()

    @override
    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(min(least.width(), _LEAST), least.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._break_long_words()

    def _break_long_words(self) -> None:
        """A word wider than the label may be broken anywhere; nothing is ever cut off."""
        if not self.wordWrap():
            return
        metrics, width = self.fontMetrics(), self.contentsRect().width() - 2
        shown = _WORD.sub(
            lambda word: _BREAK.join(word[0]) if metrics.horizontalAdvance(word[0]) > width else word[0], self._words
        )
        if shown != self.text():
            self.setText(shown)


class Headline(Words):
    """Large text that rather gets smaller than has its words broken."""

    def __init__(self, words: str, role: str, least: int, parent: QWidget | None = None) -> None:
        super().__init__(words, role, parent)
        self._least = least
        self._full = 0

    @override
    def sizeHint(self) -> QSize:
        self.ensurePolished()
        width = max(map(self.fontMetrics().horizontalAdvance, self.words.split("\n"))) + 2
        return QSize(width, self.heightForWidth(width))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._shrink()
        super().resizeEvent(event)

    def _shrink(self) -> None:
        self._full = self._full or self.fontInfo().pixelSize()
        font = QFont(self.font())
        font.setPixelSize(self._full)
        metrics = QFontMetrics(font)
        widest = max((metrics.horizontalAdvance(word) for word in self.words.split()), default=0)
        room = self.contentsRect().width() - 2
        size = self._full if widest <= room else max(self._least, self._full * room // widest)
        sheet = "" if size == self._full else f"font-size: {size}px"
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)


class Heading(Words):
    """The small heading of a section."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words.upper(), "heading", parent)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setAccessibleName(words)
