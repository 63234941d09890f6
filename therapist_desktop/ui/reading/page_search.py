"""Finds words on a page, shows all of them and steps from one to the next."""

from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QTextEdit

from therapist_desktop.domain.places_in_text import SoughtText
from therapist_desktop.ui.reading.counting import as_qt_counts
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
        self._paragraphs: list[tuple[int, SoughtText]] = []

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self._found)

    @property
    def at(self) -> int:
        """Which one is shown, counted from one."""
        return self._at + 1 if self._found else 0

    def forget(self) -> None:
        """The text is another one."""
        self._paragraphs = []

    def seek(self, words: str) -> None:
        """Find all of these, without regard to case, accents and the shape of quotes and dashes."""
        self._found, self._at = [], 0
        if words.strip():
            self._found = [self._cursor(*place) for place in islice(self._places(words), MOST)]
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

    def _places(self, words: str) -> Iterator[tuple[int, int]]:
        for start, text in self._texts():
            for place, end in text.places(words):
                yield start + place, start + end

    def _texts(self) -> list[tuple[int, SoughtText]]:
        """The paragraphs, read once for each text."""
        if not self._paragraphs:
            block = self._browser.document().begin()
            while block.isValid():
                self._paragraphs.append((block.position(), SoughtText(as_qt_counts(block.text()))))
                block = block.next()
        return self._paragraphs

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self._browser.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

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
