"""Finds words on a page, shows all of them and steps from one to the next."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QTextEdit

from therapist_desktop.ui.reading.layers import Layer, Layers
from therapist_desktop.ui.theme import Appearance

MOST = 2_000


class PageSearch:
    """What was found on the page of one browser."""

    def __init__(self, browser: QTextEdit, layers: Layers, appearance: Appearance) -> None:
        self._browser, self._layers = browser, layers
        self._appearance = appearance
        self._found: list[QTextCursor] = []
        self._at = 0

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self._found)

    @property
    def at(self) -> int:
        """Which one is shown, counted from one."""
        return self._at + 1 if self._found else 0

    def seek(self, words: str) -> None:
        """Find all of these, without regard to case."""
        self._found, self._at = [], 0
        document = self._browser.document()
        cursor = document.find(words) if words.strip() else QTextCursor()
        while not cursor.isNull() and len(self._found) < MOST:
            self._found.append(cursor)
            cursor = document.find(words, cursor)
        self._show()

    def step(self, by: int) -> None:
        """Go to the next or the one before, around the end."""
        if self._found:
            self._at = (self._at + by) % len(self._found)
            self._show()

    def place(self) -> QRect | None:
        """Where the shown one stands in the browser."""
        return self._browser.cursorRect(self._found[self._at]) if self._found else None

    def settle(self) -> None:
        """Stop looking; what was shown last stays chosen."""
        if self._found:
            self._browser.setTextCursor(self._found[self._at])
        self._found, self._at = [], 0
        self._show()

    def _show(self) -> None:
        theme = self._appearance.theme
        marks = []
        for place, cursor in enumerate(self._found):
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor
            here = place == self._at
            mark.format.setBackground(QColor(theme.accent if here else theme.ageing_soft))
            mark.format.setForeground(QColor(theme.on_accent if here else theme.text))
            mark.format.setFontUnderline(theme.contrast)
            marks.append(mark)
        self._layers.show(Layer.FOUND, marks)
