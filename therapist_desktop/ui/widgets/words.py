"""Text on a page: it wraps at any width, can be selected, and is read aloud as it was written."""

import re

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from therapist_desktop.domain.overriding import override

_WORD = re.compile(r"\S+")
_BREAK = "\u200b"
_LEAST = 48
_LETTERS = 80  # in a line at the most, as far as that is up to the text
_FEW = 20
_SLACK = QSize(2, 0)
_ANY_ROOM = QRect(0, 0, 1 << 20, 1 << 20)


class Words(QLabel):
    """A label for a line or a paragraph of plain text. Whoever presses the mouse on it selects it."""

    selectable = True  # whether a selection is of any use

    def __init__(self, words: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._words = words
        self._heights: dict[int, int] = {}
        self._whole: QSize | None = None
        self.setText(words)
        self.setAccessibleName(words)

    @property
    def words(self) -> str:
        """The text as it was given."""
        return self._words

    def say(self, words: str) -> None:
        """Show this text."""
        self._words = words
        self._put(words)
        self.setAccessibleName(words)
        self._break_long_words()

    @override
    def sizeHint(self) -> QSize:
        if not self.wordWrap() or self.frameWidth():
            return super().sizeHint()
        whole = self._measured()
        most = self.fontMetrics().averageCharWidth() * _LETTERS
        return whole if whole.width() <= most else QSize(most, self.heightForWidth(most))

    @override
    def minimumSizeHint(self) -> QSize:
        if not self.wordWrap() or self.frameWidth() or len(self._words) < _FEW:
            least = super().minimumSizeHint()
            return QSize(min(least.width(), _LEAST), least.height())
        return QSize(_LEAST, self._measured().height())

    @override
    def heightForWidth(self, width: int) -> int:
        """Asked for over and over while a page is laid out, so it is worked out once."""
        if width not in self._heights:
            whole = self._measured()
            one_line_each = whole.width() <= width and not self.frameWidth()
            self._heights[width] = whole.height() if one_line_each else super().heightForWidth(width)
        return self._heights[width]

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._forget()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._break_long_words()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        if self.selectable:
            self.setCursor(Qt.CursorShape.IBeamCursor)
        super().enterEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.selectable and self.focusPolicy() is Qt.FocusPolicy.NoFocus:
            self._let_select()
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def _let_select(self) -> None:
        """Text that can be selected costs twice as much as a label, and few are ever pressed."""
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def _break_long_words(self) -> None:
        """A word wider than the label may be broken anywhere; nothing is ever cut off."""
        if not self.wordWrap():
            return
        metrics, width = self.fontMetrics(), self.contentsRect().width() - 2
        longest = max(map(len, self._words.split()), default=0)
        shown = self._words
        if not shown.isascii() or longest * metrics.height() > width:  # no plain letter is wider than a line is tall
            shown = _WORD.sub(
                lambda word: _BREAK.join(word[0]) if metrics.horizontalAdvance(word[0]) > width else word[0], shown
            )
        if shown != self.text():
            self._put(shown)

    def _put(self, text: str) -> None:
        self.setText(text)
        self._forget()

    def _forget(self) -> None:
        self._heights.clear()
        self._whole = None

    def _measured(self) -> QSize:
        """How large the text is where no line has to wrap."""
        if self._whole is None:
            self.ensurePolished()
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            self._whole = self.fontMetrics().boundingRect(_ANY_ROOM, flags, self.text()).size() + _SLACK
        return self._whole


class Headline(Words):
    """Large text that rather gets smaller than has its words broken, or with `whole` goes on to a second line."""

    def __init__(
        self, words: str, role: str, least: int, parent: QWidget | None = None, *, whole: bool = False
    ) -> None:
        super().__init__(words, role, parent)
        self._is_whole = whole
        self._let_select()  # from the start: large letters would move by a pixel when they are pressed
        self._least = least
        self._full = 0

    @override
    def say(self, words: str) -> None:
        if self.styleSheet():
            self.setStyleSheet("")
        super().say(words)

    def fit(self) -> None:
        """Get smaller if the words need it, where no change of size tells so."""
        if self.isVisible():
            self._shrink()

    @override
    def sizeHint(self) -> QSize:
        return self._measured()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._shrink()
        super().resizeEvent(event)

    def _shrink(self) -> None:
        self.ensurePolished()
        self._full = self._full or self.fontInfo().pixelSize()
        font = QFont(self.font())
        font.setPixelSize(self._full)
        metrics = QFontMetrics(font)
        parts = [self.words] if self._is_whole else self.words.split()
        widest = max(map(metrics.horizontalAdvance, parts), default=0)
        room = self.contentsRect().width() - 2
        size = self._full if widest <= max(0, room) else max(self._least, self._full * room // widest)
        sheet = "" if size == self._full else f"font-size: {size}px"
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)


class Heading(Words):
    """The small heading of a section."""

    selectable = False

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words.upper(), "heading", parent)
        self.setAccessibleName(words)
