"""Terms of the dictionary in a text: the first mention of each is underlined with dots and explained on a card."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QColor, QCursor, QKeySequence, QShortcut, QTextBlock, QTextCharFormat, QTextCursor, QTextTable

from therapist_desktop.domain.glossary import Definition, Glossary
from therapist_desktop.ui.announcing import announce
from therapist_desktop.ui.focus_travel import has_focus
from therapist_desktop.ui.reading.counting import NO_WORD, as_qt_counts
from therapist_desktop.ui.reading.term_card import TermCard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from therapist_desktop.domain.library import Piece
    from therapist_desktop.ui.reading.browser import SafeBrowser
    from therapist_desktop.ui.theme import Appearance

EXPLAIN = "explain:"
"""What the anchor of a mark begins with; no text can hold such a link, for the cleaning lets none through."""
SHOW_AFTER_MS, HIDE_AFTER_MS = 350, 300
_TERM = "term:"


class Explaining(QObject):
    """Marks the terms of one text, and shows what they mean to the pointer, to the keyboard and to a click."""

    piece_requested = Signal(str)

    def __init__(self, browser: SafeBrowser, over: QWidget, appearance: Appearance) -> None:
        super().__init__(browser)
        self._browser, self._over = browser, over
        self._appearance = appearance
        self._glossary = Glossary()
        self._places: dict[str, tuple[int, int]] = {}
        self._hovered = ""
        self._is_pinned = False
        self._show_soon = QTimer(self, singleShot=True, interval=SHOW_AFTER_MS)
        self._hide_soon = QTimer(self, singleShot=True, interval=HIDE_AFTER_MS)
        self._show_soon.timeout.connect(self._show_hovered)
        self._hide_soon.timeout.connect(self.close)
        browser.highlighted.connect(self._hover)
        browser.term_requested.connect(self.open)
        browser.cursorPositionChanged.connect(self._tell)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), over)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self.close)

    @cached_property
    def card(self) -> TermCard:
        """Where a term is explained: made for the first of them."""
        card = TermCard(self._appearance, self._over)
        card.entered.connect(self._hide_soon.stop)
        card.left.connect(self._let_go)
        card.closed.connect(self._go_back)
        card.piece_requested.connect(self._read)
        return card

    @property
    def is_open(self) -> bool:
        """A term is explained just now."""
        return "card" in vars(self) and self.card.isVisible()

    @property
    def terms(self) -> tuple[str, ...]:
        """The ids of the terms that are marked in the text, in their order."""
        return tuple(self._places)

    def use(self, glossary: Glossary) -> None:
        """Explain these terms from now on."""
        self._glossary = glossary

    def mark(self, piece: Piece, end: int) -> None:
        """Mark the first mention of each term in the running text before this position; what stood there is told."""
        self._places = {}
        told = self._glossary.called((piece.title, *piece.also_called)) | {piece.id}
        found: list[tuple[int, int, Definition]] = []
        for block in self._running_text(end):
            text = _without_links(block, told)
            for mention in self._glossary.mentions(text, told):
                told.add(mention.term.id)
                found.append((block.position() + mention.start, mention.length, mention.term))
        if not found:
            return
        cursor = QTextCursor(self._browser.document())
        cursor.beginEditBlock()
        for start, length, term in found:
            self._places[term.id] = (start, length)
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(self._format(term.id))
        cursor.endEditBlock()

    def forget(self) -> None:
        """The text is another one."""
        self._places = {}
        self.close()

    @Slot(str)
    def open(self, term_id: str) -> None:
        """Explain a marked term to the keyboard or to a click."""
        if self._show(term_id):
            self._is_pinned = True
            if self._browser.was_keyed:
                self.card.open_button.setFocus(Qt.FocusReason.PopupFocusReason)

    def close(self) -> None:
        """Take the card away."""
        self._show_soon.stop()
        self._hide_soon.stop()
        self._is_pinned = False
        if self.is_open:
            self.card.close_card()

    @Slot(QUrl)
    def _hover(self, link: QUrl) -> None:
        address = link.toString()
        self._hovered = address.removeprefix(EXPLAIN) if address.startswith((EXPLAIN, _TERM)) else ""
        if self._hovered:
            self._hide_soon.stop()
            self._show_soon.start()
        else:
            self._let_go()

    def _let_go(self) -> None:
        self._show_soon.stop()
        if not self._is_pinned and self.is_open:
            self._hide_soon.start()

    def _show_hovered(self) -> None:
        if self._hovered and not (self._is_pinned and self.is_open):
            self._is_pinned = False
            self._show(self._hovered)

    def _show(self, term_id: str) -> bool:
        term = self._glossary.term(term_id)
        if term is None:
            return False
        self._hide_soon.stop()
        self.card.explain(term, self._spot_of(term_id))
        self._escape.setEnabled(True)
        return True

    def _spot_of(self, term_id: str) -> QRect:
        """Where the word stands, in what the card lies on; for a link of the text where the pointer is."""
        browser, over = self._browser, self._over
        if term_id in self._places:
            start, length = self._places[term_id]
            cursor = QTextCursor(browser.document())
            cursor.setPosition(start)
            first = browser.cursorRect(cursor)
            cursor.setPosition(start + length)
            last = browser.cursorRect(cursor)
            spot = first.united(last) if last.top() == first.top() else first
        else:
            spot = QRect(browser.mapFromGlobal(QCursor.pos()), browser.cursorRect().size())
        return QRect(_mapped(browser, over, spot.topLeft()), spot.size())

    @Slot()
    def _tell(self) -> None:
        """The keyboard has come to a mark: say what can be done there."""
        term = self._glossary.term(self._browser.chosen_link.removeprefix(EXPLAIN))
        if term is not None and self._browser.chosen_link.startswith(EXPLAIN):
            said = self.tr("{term}, in the dictionary. Press Enter for what it means.").format(term=term.title)
            announce(self._browser, said)

    def _go_back(self) -> None:
        self._is_pinned = False
        self._escape.setEnabled(False)
        if has_focus(self.card):
            self._browser.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self, piece_id: str) -> None:
        self.close()
        self.piece_requested.emit(piece_id)

    def _running_text(self, end: int) -> Iterator[QTextBlock]:
        """The paragraphs, items and cells; no headings and no heads of tables."""
        block = self._browser.document().begin()
        while block.isValid() and block.position() < end:
            if not block.blockFormat().headingLevel() and block.length() > 1 and not _is_in_head(block):
                yield block
            block = block.next()

    def _format(self, term_id: str) -> QTextCharFormat:
        theme = self._appearance.theme
        made = QTextCharFormat()
        made.setAnchor(True)
        made.setAnchorHref(f"{EXPLAIN}{term_id}")
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        made.setUnderlineColor(QColor(theme.text if theme.contrast else theme.muted))
        return made


def _is_in_head(block: QTextBlock) -> bool:
    table = _table_of(block)
    return table is not None and table.cellAt(block.position()).row() < table.format().headerRowCount()


def _table_of(block: QTextBlock) -> QTextTable | None:
    return QTextCursor(block).currentTable()


def _without_links(block: QTextBlock, told: set[str]) -> str:
    """The words of a paragraph, counted as Qt counts them, with links blotted out; terms it links to are told."""
    text = as_qt_counts(block.text())
    part = block.begin()
    while not part.atEnd():
        fragment = part.fragment()
        link = fragment.charFormat().anchorHref()
        if link:
            told.add(link)
            start = fragment.position() - block.position()
            text = text[:start] + NO_WORD * fragment.length() + text[start + fragment.length() :]
        part += 1
    return text


def _mapped(inside: QWidget, over: QWidget, spot: QPoint) -> QPoint:
    return over.mapFromGlobal(inside.mapToGlobal(spot))
