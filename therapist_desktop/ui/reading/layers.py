"""What is painted behind the words of a page: highlights, what was found, what is read aloud."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QTextEdit


class Layer(IntEnum):
    """From the lowest to the topmost."""

    SPOKEN = 0  # whole paragraphs, in which the others must still be seen
    HIGHLIGHTS = 1
    FOUND = 2


class Layers:
    """Keeps what several have to paint on one text from wiping each other out."""

    def __init__(self, text: QTextEdit) -> None:
        self._text = text
        self._marks: dict[Layer, tuple[QTextEdit.ExtraSelection, ...]] = {}

    def show(self, layer: Layer, marks: Sequence[QTextEdit.ExtraSelection]) -> None:
        """Paint these, and no longer what this layer had."""
        if not marks and layer not in self._marks:
            return
        self._marks[layer] = tuple(marks)
        self._text.setExtraSelections([mark for one in Layer for mark in self._marks.get(one, ())])

    def clear(self) -> None:
        """The text is another one."""
        self._marks.clear()
        self._text.setExtraSelections([])
