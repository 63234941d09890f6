"""Looks for words on the page: a field, a count, and a way to the next and the one before."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.theme import Appearance
from therapist_desktop.ui.widgets.words import Words


class FindBar(QFrame):
    """Says what is looked for; the page finds it."""

    words_changed = Signal(str)
    next_requested = Signal()
    previous_requested = Signal()
    closed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setProperty("role", "card")
        self._field = QLineEdit(placeholderText=self.tr("Find on this page"), clearButtonEnabled=True)
        self._field.setAccessibleName(self.tr("Find on this page"))
        self._field.setToolTip(self.tr("Find on this page (Ctrl+F)"))
        self._count = Words("", "muted")
        self._count.setWordWrap(False)
        self._count.selectable = False
        self._previous = self._button(self.tr("Previous (Shift+F3)"), self.previous_requested.emit)
        self._next = self._button(self.tr("Next (F3)"), self.next_requested.emit)
        self._close = self._button(self.tr("Close (Esc)"), self.closed.emit)

        row = QHBoxLayout(self)
        row.setContentsMargins(*[appearance.px(8)] * 4)
        row.setSpacing(appearance.px(8))
        row.addWidget(self._field, 1)
        for widget in (self._count, self._previous, self._next, self._close):
            row.addWidget(widget)

        self._field.textChanged.connect(self.words_changed)
        self._field.returnPressed.connect(self.next_requested)
        self.restyle()

    @property
    def field(self) -> QLineEdit:
        """Where the words are typed."""
        return self._field

    @property
    def words(self) -> str:
        """What is looked for."""
        return self._field.text()

    def open(self) -> None:
        """Come up with the old words chosen, so that typing replaces them."""
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def forget(self) -> None:
        """Wipe what was looked for; unlike clearing, that leaves nothing to undo."""
        self._field.setText("")

    def say(self, at: int, total: int) -> None:
        """Show how many there are and at which one the page stands."""
        text = ""
        if self.words:
            text = self.tr("{at} of {total}").format(at=at, total=total) if total else self.tr("Not on this page")
        self._count.say(text)
        for button in (self._previous, self._next):
            button.setEnabled(total > 0)

    def restyle(self) -> None:
        """Take on the theme in use."""
        side = self._appearance.px(18)
        clear = self._field.findChild(QAction)  # Qt's own cross is a dark disc in every theme
        if clear is not None:
            clear.setIcon(icon("x", self._appearance.theme.muted, side))
        names = ((self._previous, "chevron-up"), (self._next, "chevron-down"), (self._close, "x"))
        for button, name in names:
            theme = self._appearance.theme
            button.setIcon(icon(name, theme.muted, side, faded=theme.line))
            button.setIconSize(QSize(side, side))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _button(self, name: str, clicked: Callable[[], None]) -> QPushButton:
        button = QPushButton()
        button.setProperty("role", "copy")
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(clicked)
        return button
