"""The one search box: a glass, a hint about its shortcut, a cross that clears."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.domain.text import tidied
from therapist_desktop.ui.fonts import interface_font
from therapist_desktop.ui.icons import icon, pixmap
from therapist_desktop.ui.theme import CAPTION, SPACE_12, SPACE_16, SPACE_32, Appearance
from therapist_desktop.ui.widgets.painting import draw_text


class SearchBox(QLineEdit):
    """Says what was typed. Esc closes the answers below, then clears, and then leaves.

    While there are answers, the arrow keys walk through them.
    """

    words_changed = Signal(str)
    left = Signal()
    submitted = Signal(bool)  # in a new tab
    summoned = Signal()
    walked = Signal(int)
    answers_closed = Signal()
    scope_left = Signal()
    focus_changed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.has_answers = False
        self.setProperty("role", "search")
        self._cross = QToolButton(self)
        self._cross.setProperty("role", "icon")
        self._cross.setToolTip(self.tr("Clear the search (Esc)"))
        self._cross.setAccessibleName(self.tr("Clear the search"))
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.setCursor(Qt.CursorShape.ArrowCursor)
        self._cross.clicked.connect(self.clear)
        self.textChanged.connect(self._changed)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def say(self, placeholder: str, spoken: str) -> None:
        """What can be searched here."""
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(spoken)

    def show_words(self, words: str) -> None:
        """Show these words without telling anybody."""
        if tidied(words) != tidied(self.text()):
            blocked = self.blockSignals(True)
            self.setText(words)
            self.blockSignals(blocked)
            self._cross.setVisible(bool(words))
            self.update()

    def take_focus(self) -> None:
        """Take the keyboard; what stands there is selected, so that typing replaces it."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self.summoned.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._escape()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif self.has_answers and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.walked.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Down:
            self.left.emit()
        elif key == Qt.Key.Key_Backspace and not self.text():
            self.scope_left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.summoned.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_cross()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
        self.focus_changed.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, px = self._appearance.theme, self._appearance.px
        painter = QPainter(self)
        side = px(18)
        spot = QPoint(px(SPACE_12) + 1, (self.height() - side) // 2)
        painter.drawPixmap(spot, pixmap("search", theme.muted, side, self.devicePixelRatioF()))
        if not self.text():
            painter.setFont(interface_font(px(CAPTION)))
            hint = QRect(0, 0, self.width() - px(SPACE_16), self.height())
            used = px(60) + self.fontMetrics().horizontalAdvance(self.placeholderText()) + px(60)
            if used < self.width():
                draw_text(painter, hint, self.tr("Ctrl+K"), theme.faint, Qt.AlignmentFlag.AlignRight)
        painter.end()

    def _escape(self) -> None:
        if self.has_answers:
            self.answers_closed.emit()
        elif self.text():
            self.clear()
        else:
            self.left.emit()

    def _changed(self, text: str) -> None:
        self._cross.setVisible(bool(text))
        self.words_changed.emit(text)

    def _restyle(self) -> None:
        px = self._appearance.px
        self._cross.setIcon(icon("x", self._appearance.theme.muted, px(16)))
        self._cross.setVisible(bool(self.text()))
        self._cross.setIconSize(QSize(px(16), px(16)))
        self.setTextMargins(px(SPACE_12) + px(SPACE_16), 0, px(SPACE_32), 0)
        self._place_cross()

    def _place_cross(self) -> None:
        side = self._appearance.px(28)
        inset = (self.height() - side) // 2
        self._cross.setGeometry(self.width() - side - inset, inset, side, side)
