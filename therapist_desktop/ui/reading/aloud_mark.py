"""Shows which passage is being said: a bar beside it, a ground behind it, and always in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPropertyAnimation, QRect, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit
from shiboken6 import isValid

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.reading.layers import Layer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from therapist_desktop.ui.reading.aloud_passages import Passage
    from therapist_desktop.ui.reading.page_appearance import PageAppearance
    from therapist_desktop.ui.reading.page_card import PageCard

_BAR, _BESIDE, _ABOVE = 4, 12, 0.25


class SpokenMark(QObject):
    """Follows the voice through one page, and leaves the keyboard where it is."""

    def __init__(self, card: PageCard, page: PageAppearance, parent: QObject) -> None:
        super().__init__(parent)
        self._card, self._page = card, page
        self._browser = card.browser
        self._passage: Passage | None = None
        self._bar: QFrame | None = None
        scroll_bar = card.scroller.verticalScrollBar()
        self._going = QPropertyAnimation(scroll_bar, b"value", self)
        self._browser.installEventFilter(self)
        page.changed.connect(self._paint)

    @property
    def bar(self) -> QFrame | None:
        """What stands beside the passage, if it is to be seen."""
        return self._bar if self._bar is not None and isValid(self._bar) and not self._bar.isHidden() else None

    @property
    def is_in_sight(self) -> bool:
        """Some of the passage is to be seen; what stands above the text is where the page is at its top."""
        return self.would_be_in_sight(self._passage)

    def would_be_in_sight(self, passage: Passage | None) -> bool:
        """The same of any other passage."""
        where, top, high = self._where(passage), self._card.scroller.place, self._card.scroller.viewport().height()
        return where.bottom() >= top and where.top() < top + high

    def show(self, passage: Passage | None, *, follow: bool = True) -> None:
        """Mark this and nothing else, and bring it in sight, if somebody did not go elsewhere meanwhile."""
        self._passage = passage
        self._paint()
        if follow and passage is not None:
            self._follow()

    def first_in_sight(self, passages: Sequence[Passage]) -> int:
        """Which passage is the first that is to be seen as a whole line, the head of a page at its top included."""
        top = self._card.scroller.place
        if not top:
            return 0
        for number, one in enumerate(passages):
            if one.is_in_text and self._where(one).bottom() > top + self._page.px(_BESIDE):
                return number
        return 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self._passage is not None:
            QTimer.singleShot(0, self, self._place)  # laid out by then
        return False

    @Slot()
    def _paint(self) -> None:
        passage = self._passage
        marks = []
        if passage is not None and passage.is_in_text:
            theme = self._page.theme
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(self._browser.document())
            mark.cursor.setPosition(passage.start)
            mark.cursor.setPosition(passage.stop, QTextCursor.MoveMode.KeepAnchor)
            mark.format.setBackground(QColor(theme.accent_soft))
            if theme.contrast:
                mark.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
                mark.format.setUnderlineColor(QColor(theme.accent))
            marks.append(mark)
        self._browser.layers.show(Layer.SPOKEN, marks)
        self._place()

    @Slot()
    def _place(self) -> None:
        """Put the bar where the passage stands now."""
        column = self._card.column
        if self._bar is None or not isValid(self._bar) or self._bar.parent() is not column:
            self._bar = QFrame(column)  # a page that is laid out anew took the old one with it
            self._bar.setProperty("role", "spoken")
            self._bar.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._bar.hide()
        passage = self._passage
        if passage is None or not passage.is_in_text or column is None:
            self._bar.hide()
            return
        where, px = self._where(passage), self._page.px
        left = max(0, self._browser.mapTo(column, QPoint()).x() - px(_BESIDE))
        self._bar.setGeometry(left, where.top(), px(_BAR), where.height())
        self._bar.show()
        self._bar.raise_()

    def _where(self, one: Passage | None) -> QRect:
        """Where a passage stands on the page; what is above the text stands at the top."""
        column = self._card.column
        if one is None or not one.is_in_text or column is None or not column.isAncestorOf(self._browser):
            return QRect(0, 0, 1, 1)
        document = self._browser.document()
        block, where = document.findBlock(one.start), QRectF()
        while block.isValid() and block.position() <= one.stop:
            where = where.united(document.documentLayout().blockBoundingRect(block))
            block = block.next()
        return where.toAlignedRect().translated(self._browser.mapTo(column, QPoint()))

    def _follow(self) -> None:
        """Not at all where all of it is to be seen."""
        scroller = self._card.scroller
        where, high = self._where(self._passage), scroller.viewport().height()
        top = scroller.place
        if where.top() >= top and where.bottom() <= top + high:
            return
        bar = scroller.verticalScrollBar()
        goal = max(0, min(bar.maximum(), where.top() - round(high * _ABOVE)))
        self._going.stop()
        if self._page.motion_ms:
            self._going.setDuration(self._page.motion_ms)
            self._going.setStartValue(top)
            self._going.setEndValue(goal)
            self._going.start()
        else:
            bar.setValue(goal)
