"""A strip beside selected or highlighted words: four colours, a note, and away with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.domain.reading_notes import Colour
from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.theme import SPACE_4, Appearance
from therapist_desktop.ui.widgets.highlight_swatch import swatch
from therapist_desktop.ui.widgets.spacing import space
from therapist_desktop.ui.wording.highlights import colour_name, line_name

if TYPE_CHECKING:
    from therapist_desktop.domain.reading_notes import Highlight

_SWATCH, _ICON, _APART = 20, 18, 6


class HighlightStrip(QFrame):
    """Lies over the text it is about and goes with it. It takes the keyboard only when it is asked to."""

    colour_chosen = Signal(object)  # Colour
    note_requested = Signal()
    remove_requested = Signal()
    left = Signal()  # with Esc: the keyboard goes back to the text

    def __init__(self, appearance: Appearance, over: QWidget) -> None:
        super().__init__(over)
        self._appearance, self._over = appearance, over
        self.setProperty("role", "highlight-strip")
        self.setAccessibleName(self.tr("Highlight"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._colours: dict[Colour, QToolButton] = {}
        row = QHBoxLayout(self)
        space(row, appearance, SPACE_4, [SPACE_4] * 4)
        for colour in Colour:
            button = self._button(
                self.tr("Highlight in {colour} ({line})").format(
                    colour=colour_name(colour).lower(), line=line_name(colour)
                )
            )
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, colour=colour: self.colour_chosen.emit(colour))
            self._colours[colour] = button
            row.addWidget(button)
        self.note = self._button(self.tr("Write a note (Ctrl+Alt+N)"))
        self.note.clicked.connect(self.note_requested)
        self.remove = self._button(self.tr("Remove this highlight"))
        self.remove.clicked.connect(self.remove_requested)
        for button in (self.note, self.remove):
            row.addWidget(button)
        appearance.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    @property
    def buttons(self) -> dict[Colour, QToolButton]:
        """A button for each colour."""
        return dict(self._colours)

    def show_at(self, words: QRect, highlight: Highlight | None) -> None:
        """Beside these words, below them where there is room; `highlight` is what they are already."""
        for colour, button in self._colours.items():
            button.setChecked(highlight is not None and highlight.colour is colour)
        self.remove.setVisible(highlight is not None)
        self.adjustSize()
        over = self._over
        gap = self._appearance.px(_APART)
        left = min(max(0, words.center().x() - self.width() // 2), max(0, over.width() - self.width()))
        below = words.bottom() + gap
        sight = _in_sight(over)
        above = max(sight.top(), words.top() - gap - self.height())
        top = below if below + self.height() + gap <= sight.bottom() else above
        self.move(QPoint(left, top))
        self.show()
        self.raise_()

    def take_focus(self) -> None:
        """Give the keyboard to the colour it has, or to the first."""
        checked = next((button for button in self._colours.values() if button.isChecked()), None)
        (checked or self._colours[Colour.YELLOW]).setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
            return
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
            return
        super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.isVisible():
            self.adjustSize()

    def _button(self, words: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "strip-tool")
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _restyle(self) -> None:
        theme, px = self._appearance.theme, self._appearance.px
        for colour, button in self._colours.items():
            button.setIcon(QIcon(swatch(colour, theme, px(_SWATCH), self.devicePixelRatioF())))
            button.setIconSize(QSize(px(_SWATCH), px(_SWATCH)))
        for button, name in ((self.note, "sticky-note"), (self.remove, "eraser")):
            button.setIcon(icon(name, theme.text, px(_ICON)))
            button.setIconSize(QSize(px(_ICON), px(_ICON)))
        self.adjustSize()


def _in_sight(widget: QWidget) -> QRect:
    """The part of it that what it lies in does not cut off."""
    sight, around = widget.rect(), widget.parentWidget()
    while around is not None:
        sight &= QRect(widget.mapFrom(around, QPoint()), around.size())
        around = None if around.isWindow() else around.parentWidget()
    return sight
