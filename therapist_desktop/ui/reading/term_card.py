"""What a term means, on a card that lies over the page beside the word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.widgets.tall_page import TallPage
from therapist_desktop.ui.widgets.words import Heading, Words

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QKeyEvent

    from therapist_desktop.domain.glossary import Definition
    from therapist_desktop.ui.theme import Appearance

_WIDE, _EDGE = 340, 8


class TermCard(QFrame):
    """Title, meaning, and the way into the dictionary. Esc closes it."""

    piece_requested = Signal(str)
    opened = Signal()
    closed = Signal()
    entered = Signal()
    left = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._over = parent
        self._term_id = ""
        self.setProperty("role", "term-card")
        self._title = Words("", "term")
        self._also, self._meaning = Words("", "muted"), Words("")
        self._open = QPushButton(self.tr("Open in the dictionary"))
        self._open.setAccessibleName(self.tr("Open in the dictionary"))
        self._open.setToolTip(self.tr("Read the whole entry (Enter)"))
        self._open.clicked.connect(lambda: self.piece_requested.emit(self._term_id))
        self._close = QPushButton(self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close (Esc)"))
        self._close.clicked.connect(self.close_card)
        inside = QWidget()
        inside.setProperty("role", "page")
        self._words = QVBoxLayout(inside)
        for words in (self._title, self._also, self._meaning):
            self._words.addWidget(words)
        self._words.addStretch(1)
        self._scroll = TallPage()
        self._scroll.setWidget(inside)
        self._inside = inside
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self._open)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self._close)
        self._column = QVBoxLayout(self)
        self._column.addWidget(Heading(self.tr("Dictionary")))
        self._column.addWidget(self._scroll, 1)
        self._column.addLayout(self._buttons)
        self.hide()

    @property
    def over(self) -> QWidget:
        """What it lies on."""
        return self._over

    @property
    def term_id(self) -> str:
        """What is explained, or was last."""
        return self._term_id

    @property
    def open_button(self) -> QPushButton:
        """The way into the dictionary."""
        return self._open

    def explain(self, term: Definition, spot: QRect) -> None:
        """Show what this means, below the word at this spot or above it."""
        px = self._appearance.px
        self._term_id = term.id
        self._title.say(term.title)
        self._also.say(self.tr("Also called: {names}").format(names=", ".join(term.also_called)))
        self._also.setVisible(bool(term.also_called))
        self._meaning.say(term.meaning)
        self.setAccessibleName(f"{term.title}. {term.meaning}")
        self._words.setContentsMargins(0, 0, 0, 0)
        self._words.setSpacing(px(4))
        self._column.setContentsMargins(px(14), px(12), px(14), px(12))
        self._column.setSpacing(px(8))
        self.ensurePolished()
        self._lie_beside(spot)
        self.show()
        self.raise_()
        self.opened.emit()

    def close_card(self) -> None:
        """Go away, and say so."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
            return
        super().keyPressEvent(event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.entered.emit()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.left.emit()
        super().leaveEvent(event)

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays between the two buttons."""
        other = self._close if QApplication.focusWidget() is self._open else self._open
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        other.setFocus(reason)
        return True

    def _lie_beside(self, spot: QRect) -> None:
        around = self._over.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        wide = min(self._appearance.px(_WIDE), around.width())
        edges = 2 * self.frameWidth()
        inside = wide - self._column.contentsMargins().left() - self._column.contentsMargins().right() - edges
        words = [one for one in (self._title, self._also, self._meaning) if not one.isHidden()]
        for part in self.findChildren(QWidget):
            part.ensurePolished()  # it is measured before it is ever shown
        needed = sum(one.heightForWidth(inside) for one in words) + self._words.spacing() * len(words)
        self._scroll.setMinimumHeight(min(needed, around.height() // 2))
        self._column.invalidate()
        self._column.activate()  # what is inside it is measured anew, too
        self.resize(wide, min(self._column.minimumSize().height() + edges, around.height()))
        below, above = spot.bottom() + _EDGE, spot.top() - _EDGE - self.height()
        fits_below = below + self.height() <= around.bottom()
        top = below if fits_below or above < around.top() else above
        left = min(max(spot.left(), around.left()), around.right() - wide)
        self.move(QPoint(left, min(max(top, around.top()), max(around.top(), around.bottom() - self.height()))))
