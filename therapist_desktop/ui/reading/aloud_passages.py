"""What there is to read aloud on a page, passage by passage, in the order in which one reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QTextCursor

from therapist_desktop.domain.speaking import spoken
from therapist_desktop.domain.translating import OWN_LANGUAGE, languages_of
from therapist_desktop.ui.i18n import translate
from therapist_desktop.ui.wording.page import age_warning, facts_of
from therapist_desktop.ui.wording.phones import one_line_each, purpose_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from PySide6.QtGui import QTextBlock, QTextDocument, QTextTable

    from therapist_desktop.domain.library import Piece


class Passage(NamedTuple):
    """A heading, a paragraph, a point of a list or a row of a table: what is said, and where it stands in the text.

    What stands above the text has no place in it: it starts and stops at -1.
    """

    words: str
    start: int = -1
    stop: int = -1
    is_heading: bool = False

    @property
    def is_in_text(self) -> bool:
        """It can be pointed at."""
        return self.start >= 0


def passages_of(piece: Piece, document: QTextDocument, today: date) -> tuple[Passage, ...]:
    """Everything of a page, in the language it is shown in: its head first, then its text."""
    above = (Passage(spoken(words), is_heading=number == 0) for number, words in enumerate(_head(piece, today)))
    return tuple(one for one in (*above, *_text(document)) if one.words)


def language_of(piece: Piece, shown: Piece) -> str:
    """The language of what is shown of a page."""
    if shown is piece:
        return OWN_LANGUAGE
    for language in languages_of(piece):
        one = next((one for one in piece.translations if one.language == language), None)
        if one is not None and (one.title, one.body) == (shown.title, shown.body):
            return language
    return OWN_LANGUAGE


def _head(piece: Piece, today: date) -> Iterator[str]:
    yield piece.title
    if piece.correction:
        yield translate("ReadAloud", "Correction. {words}").format(words=piece.correction)
    warning = age_warning(piece, today)
    if warning:
        yield " ".join(warning)
    if piece.summary and not piece.body:
        yield piece.summary
    for phone in one_line_each(piece.phones):
        yield ": ".join(part for part in (purpose_of(phone), phone.shown) if part)
    for name, value in facts_of(piece):
        yield f"{name}: {value}"
    yield piece.say


def _text(document: QTextDocument) -> Iterator[Passage]:
    block, row = document.begin(), None
    cells: list[QTextBlock] = []
    while block.isValid():
        here = _row_of(block)
        if cells and here != row:
            yield _of_cells(cells)
            cells = []
        row = here
        if here is None:
            yield _of_block(block)
        else:
            cells.append(block)
        block = block.next()
    if cells:
        yield _of_cells(cells)


def _row_of(block: QTextBlock) -> tuple[int, int] | None:
    """Which table and which of its rows a block stands in."""
    cursor = QTextCursor(block)
    table: QTextTable | None = cursor.currentTable()
    return (table.firstPosition(), table.cellAt(cursor).row()) if table is not None else None


def _of_block(block: QTextBlock) -> Passage:
    is_heading = block.blockFormat().headingLevel() > 0
    return Passage(spoken(block.text()), block.position(), _end(block), is_heading)


def _of_cells(cells: list[QTextBlock]) -> Passage:
    """The cells of a row with a short rest between them."""
    said = (spoken(one.text()) for one in cells)
    words = " ".join(one if one[-1] in ".,;:!?" else f"{one}." for one in said if one)
    return Passage(words, cells[0].position(), _end(cells[-1]))


def _end(block: QTextBlock) -> int:
    return block.position() + block.length() - 1
