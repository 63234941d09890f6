"""The highlights of the page that is read: where their words stand now, and what they look like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QTextEdit

from therapist_desktop.domain.anchoring import Span, anchored, found_again
from therapist_desktop.ui.reading.layers import Layer
from therapist_desktop.ui.widgets.highlight_inks import ink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from therapist_desktop.domain.reading_notes import Anchor, Highlight
    from therapist_desktop.ui.reading.browser import SafeBrowser
    from therapist_desktop.ui.theme import Appearance


class TextHighlights(QObject):
    """Finds and paints them. Spans count characters of the text, Qt's positions count halves of some of them."""

    painted = Signal()

    def __init__(self, browser: SafeBrowser, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._browser, self._appearance = browser, appearance
        self._highlights: tuple[Highlight, ...] = ()
        self._text = ""
        self._spans: dict[str, Span] = {}
        appearance.changed.connect(self._paint)

    @property
    def lost(self) -> frozenset[str]:
        """Those whose words are not found in this text."""
        return frozenset(one.id for one in self._highlights if one.id not in self._spans)

    @property
    def shown(self) -> frozenset[str]:
        """Those that belong to this text."""
        return frozenset(one.id for one in self._highlights)

    @property
    def anchor(self) -> Anchor | None:
        """The selected words, if any are."""
        cursor = self._browser.textCursor()
        if not cursor.hasSelection():
            return None
        text = self._browser.toPlainText()
        return anchored(text, _counted(text, cursor.selectionStart()), _counted(text, cursor.selectionEnd()))

    def show(self, highlights: Sequence[Highlight], *, anew: bool = False) -> None:
        """These are highlighted, and no others; `anew` where the text stands there anew."""
        if anew or tuple(highlights) != self._highlights:
            self._highlights = tuple(highlights)
            self._find_again()

    def at(self, position: int) -> Highlight | None:
        """The highlight at this position of the browser, the latest of several."""
        place = _counted(self._text, position)
        here = [one for one in self._highlights if _holds(self._spans.get(one.id), place)]
        return max(here, key=lambda one: one.made_at, default=None)

    def selected(self) -> Highlight | None:
        """The highlight that the selected words, or the cursor without any, lie in."""
        cursor = self._browser.textCursor()
        first, last = self.at(cursor.selectionStart()), self.at(max(cursor.selectionStart(), cursor.selectionEnd() - 1))
        return first if first == last else None

    def cursor_of(self, highlight_id: str) -> QTextCursor | None:
        """Where the words of a highlight stand in the browser."""
        span = self._spans.get(highlight_id)
        return self._cursor(span) if span else None

    def _find_again(self) -> None:
        self._text = self._browser.toPlainText()
        found = ((one.id, found_again(one.anchor, self._text)) for one in self._highlights)
        self._spans = {key: span for key, span in found if span is not None}
        self._paint()

    @Slot()
    def _paint(self) -> None:
        theme = self._appearance.theme
        marks = []
        for one in self._highlights:
            span = self._spans.get(one.id)
            if span is None:
                continue
            look = ink(one.colour, theme)
            mark = QTextEdit.ExtraSelection()
            mark.cursor = self._cursor(span)
            if look.fill:
                mark.format.setBackground(QColor(look.fill))
                mark.format.setForeground(QColor(theme.text))
            mark.format.setFontOverline(not look.fill)  # a link has a line below it, too
            mark.format.setUnderlineStyle(look.style)
            mark.format.setUnderlineColor(QColor(look.line))
            mark.format.setToolTip(one.note)
            marks.append(mark)
        self._browser.layers.show(Layer.HIGHLIGHTS, marks)
        self.painted.emit()

    def _cursor(self, span: Span) -> QTextCursor:
        cursor = QTextCursor(self._browser.document())
        cursor.setPosition(_position(self._text, span.start))
        cursor.setPosition(_position(self._text, span.stop), QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _holds(span: Span | None, place: int) -> bool:
    return span is not None and span.start <= place < span.stop


def _position(text: str, place: int) -> int:
    """Qt's position of a place of the text: letters beyond the first 65,536 take two."""
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


def _counted(text: str, position: int) -> int:
    """The place of the text at Qt's position."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * position].decode("utf-16-le", "replace"))
