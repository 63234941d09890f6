"""Shows cleaned HTML. It loads nothing, goes nowhere by itself, and asks before it opens anything outside."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QMouseEvent, QResizeEvent, QTextBlock, QTextDocument
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.services.html import clean, link_scheme
from therapist_desktop.ui.dialogs.outside import ask_to_open
from therapist_desktop.ui.reading.layers import Layers

# Qt takes no scheme with an underscore for one.
_SAFE_FOR_QT, _OURS = "support-group:", "support_group:"
_PAGE_KEYS = {
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Space,
}
_EXPLAIN = "explain:"
DEEPEST_IN_CONTENTS = 3


def _as_it_is() -> None:
    """Nothing else is done to the text."""


class SafeBrowser(QTextBrowser):
    """A text as tall as it is long; whatever holds it does the scrolling."""

    link_requested = Signal(str)  # a link inside the program: "topic:anxiety"
    focus_changed = Signal()
    term_requested = Signal(str)  # a marked term of the dictionary that is to be explained
    text_shown = Signal()  # the text stands there anew, without its layers

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layers = Layers(self)
        self.was_keyed = False
        """The last thing that was done here was done with the keyboard."""
        self._headings: list[QTextBlock] = []
        self.setOpenLinks(False)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.anchorClicked.connect(self._follow)

    def show_html(self, html: str, style: str, font: QFont, finish: Callable[[], None] = _as_it_is) -> None:
        """Clean this text and show it. `finish` does what else is done to it, before lines are made of it for good."""
        self.layers.clear()
        document = self.document()
        document.setLayoutEnabled(False)
        if font != document.defaultFont():
            document.setDefaultFont(font)
        document.setDefaultStyleSheet(style)
        self.setHtml(clean(html).replace(f'href="{_OURS}', f'href="{_SAFE_FOR_QT}'))
        self._headings = self._found_headings()
        finish()
        document.setLayoutEnabled(True)
        self._fit()
        self.text_shown.emit()

    @property
    def chosen_link(self) -> str:
        """Where the link leads that the keyboard has come to, if it has come to one."""
        cursor = self.textCursor()
        return cursor.charFormat().anchorHref() if cursor.hasSelection() else ""

    def headings(self) -> list[QTextBlock]:
        """The headings of the text that belong in its contents, in order."""
        return self._headings

    def top_of(self, block: QTextBlock) -> int:
        """How far down a part of the text begins."""
        return round(self.document().documentLayout().blockBoundingRect(block).top())

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return QByteArray()

    @override
    def doSetSource(
        self,
        name: QUrl | str,
        type: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource,
    ) -> None:
        """A text comes through show_html or not at all."""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._explains(event):
            event.accept()  # before the key means something to the window
            return True
        return super().event(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.was_keyed = False
        super().mousePressEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.was_keyed = True
        if self._explains(event):
            self.term_requested.emit(self.chosen_link.removeprefix(_EXPLAIN))
            return
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _PAGE_KEYS and held == Qt.KeyboardModifier.NoModifier:
            event.ignore()
            return
        super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _explains(self, event: QKeyEvent) -> bool:
        """Space or Ctrl+E on a marked term."""
        keys = ((Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier))
        return (event.key(), event.modifiers()) in keys and self.chosen_link.startswith(_EXPLAIN)

    def _found_headings(self) -> list[QTextBlock]:
        found = []
        block = self.document().begin()
        while block.isValid():
            if 0 < block.blockFormat().headingLevel() <= DEEPEST_IN_CONTENTS and block.text().strip():
                found.append(block)
            block = block.next()
        return found

    @Slot()
    def _fit(self) -> None:
        if not self.document().isLayoutEnabled():
            return
        height = round(self.document().size().height()) + 1
        if height != self.height():
            self.setFixedHeight(height)

    @Slot(QUrl)
    def _follow(self, url: QUrl) -> None:
        if url.scheme() == _EXPLAIN[:-1]:
            self.term_requested.emit(url.toString().removeprefix(_EXPLAIN))
            return
        address = url.toString().replace(_SAFE_FOR_QT, _OURS, 1)
        if link_scheme(address) == "id":
            self.link_requested.emit(address)
        else:
            ask_to_open(url.toString(QUrl.ComponentFormattingOption.FullyEncoded), self.window())
