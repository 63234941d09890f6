"""How pages look, to choose from beside the page itself, which shows every choice at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.domain.reading_look import (
    STEP,
    LetterSpacing,
    LineSpacing,
    Measure,
    PageColours,
    ReadingLook,
    Typeface,
)
from therapist_desktop.ui import fonts
from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.reading.choice_row import Choice, ChoiceRow
from therapist_desktop.ui.reading.page_appearance import FAMILIES
from therapist_desktop.ui.widgets.tall_page import TallPage
from therapist_desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from therapist_desktop.ui.theme import Appearance

WIDE = 340


class LookPanel(QFrame):
    """Says what is wanted; whoever shows the pages shows it, and tells the panel."""

    look_wanted = Signal(object)  # ReadingLook
    closed = Signal()

    def __init__(self, look: ReadingLook, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._over = parent
        self._look = look
        self.setProperty("role", "panel")
        self.setAccessibleName(self.tr("Reading look"))
        for family in FAMILIES.values():
            fonts.load(family)
        self._rows = self._made_rows()
        self._size = Words("", "count")
        self._size.selectable = False
        self._size.setWordWrap(False)
        self._terms = QCheckBox(self.tr("Explain terms of the dictionary"))
        self._terms.setToolTip(self.tr("Underline terms and say what they mean (Ctrl+Alt+G)"))
        self._terms.setAccessibleName(self._terms.text())
        self._terms.clicked.connect(lambda on: self._want(glossary=on))
        self._arrange()
        self.show_look(look)

    @property
    def rows(self) -> dict[str, ChoiceRow]:
        """What can be chosen, by the field of the look it is for."""
        return self._rows

    def show_look(self, look: ReadingLook) -> None:
        """Pages look like this now."""
        self._look = look
        for name, row in self._rows.items():
            row.show_choice(getattr(look, name))
        self._size.say(self.tr("{n} %").format(n=look.zoom))
        self._size.setAccessibleName(self.tr("Size of text: {n} percent").format(n=look.zoom))
        self._terms.setChecked(look.glossary)
        self._reset.setEnabled(look != ReadingLook())

    def take_focus(self) -> None:
        """Begin with the colours in use."""
        self._rows["colours"].buttons[self._look.colours].setFocus(Qt.FocusReason.PopupFocusReason)

    def fit(self) -> None:
        """Lie at the right edge of what it lies on, no higher than that."""
        over, px = self._over, self._appearance.px
        wide = min(px(WIDE), over.width() - px(16))
        for part in self.findChildren(QWidget):
            part.ensurePolished()  # it is measured before it is ever shown
        wanted = self._inside.heightForWidth(wide - 2) + self._top.sizeHint().height() + px(16)
        high = min(wanted, over.height() - px(16))
        self.setGeometry(over.width() - wide - px(8), px(8), wide, high)
        self.raise_()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _made_rows(self) -> dict[str, ChoiceRow]:
        colours = (
            Choice(PageColours.WINDOW, self.tr("As the window")),
            Choice(PageColours.LIGHT, self.tr("Light")),
            Choice(PageColours.SEPIA, self.tr("Sepia")),
            Choice(PageColours.DARK, self.tr("Dark")),
            Choice(PageColours.CONTRAST, self.tr("High contrast")),
        )
        letters = (
            Choice(Typeface.SANS, "Inter", (FAMILIES[Typeface.SANS],)),
            Choice(Typeface.SERIF, "Source Serif", (FAMILIES[Typeface.SERIF],)),
            Choice(Typeface.LEGIBLE, "Hyperlegible", (FAMILIES[Typeface.LEGIBLE],)),
            Choice(Typeface.DYSLEXIC, "OpenDyslexic", (FAMILIES[Typeface.DYSLEXIC],)),
        )
        lines = (
            Choice(LineSpacing.USUAL, "1.5"),
            Choice(LineSpacing.WIDE, "1.75"),
            Choice(LineSpacing.DOUBLE, "2"),
        )
        between = (
            Choice(LetterSpacing.USUAL, self.tr("Usual")),
            Choice(LetterSpacing.WIDE, self.tr("Wide")),
            Choice(LetterSpacing.WIDER, self.tr("Wider")),
        )
        measures = (
            Choice(Measure.NARROW, self.tr("Narrow")),
            Choice(Measure.USUAL, self.tr("Usual")),
            Choice(Measure.WIDE, self.tr("Wide")),
        )
        appearance = self._appearance
        rows = {
            "colours": ChoiceRow(self.tr("Colours of the page"), colours, appearance),
            "typeface": ChoiceRow(self.tr("Letters"), letters, appearance, 2),
            "lines": ChoiceRow(self.tr("Space between lines"), lines, appearance),
            "letters": ChoiceRow(self.tr("Space between letters"), between, appearance),
            "measure": ChoiceRow(self.tr("Length of lines"), measures, appearance),
        }
        for name, row in rows.items():
            row.chosen.connect(lambda value, name=name: self._want(**{name: value}))
        return rows

    def _arrange(self) -> None:
        px = self._appearance.px
        self._reset = self._button(self.tr("As usual"), self.tr("Put everything back to how it was delivered"))
        self._reset.clicked.connect(lambda: self.look_wanted.emit(ReadingLook()))
        inside = QWidget()
        inside.setProperty("role", "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(14), 0, px(14), px(14))
        column.setSpacing(px(10))
        rows = self._rows
        parts = (rows["colours"], rows["typeface"], self._size_row(), rows["lines"], rows["letters"], rows["measure"])
        for part in (*parts, self._terms):
            column.addWidget(part)
        column.addWidget(self._reset, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._scroll = TallPage()
        self._scroll.setWidget(inside)
        self._inside, self._top = column, self._head()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, px(6), 1, 1)
        whole.setSpacing(px(2))
        whole.addWidget(self._top)
        whole.addWidget(self._scroll, 1)

    def _head(self) -> QWidget:
        px, head = self._appearance.px, QWidget()
        title = Words(self.tr("Reading look"), "row-title")
        title.selectable = False
        close = self._button("", self.tr("Close the reading look (Esc)"))
        close.setProperty("role", "quiet")
        close.setIcon(icon("x", self._appearance.theme.muted, px(16)))
        close.setIconSize(QSize(px(16), px(16)))
        close.clicked.connect(self.closed)
        row = QHBoxLayout(head)
        row.setContentsMargins(px(14), 0, px(6), 0)
        row.addWidget(title, 1)
        row.addWidget(close)
        return head

    def _size_row(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        label = Words(self.tr("Size of text"), "muted")
        label.selectable = False
        row.addWidget(label, 1)
        smaller = self._button("A\u2212", self.tr("Smaller text (Ctrl+-)"))
        larger = self._button("A+", self.tr("Larger text (Ctrl++)"))
        smaller.clicked.connect(lambda: self._step(-STEP))
        larger.clicked.connect(lambda: self._step(STEP))
        for widget in (smaller, self._size, larger):
            row.addWidget(widget)
        return line

    def _step(self, by: int) -> None:
        self.look_wanted.emit(self._look.zoomed(self._look.zoom + by))

    def _button(self, words: str, name: str) -> QPushButton:
        button = QPushButton(words)
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button

    def _want(self, **what: object) -> None:
        self.look_wanted.emit(replace(self._look, **what))  # type: ignore[arg-type] # each choice is of its row
