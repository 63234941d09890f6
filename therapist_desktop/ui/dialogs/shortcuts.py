"""All shortcuts on one sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from therapist_desktop.ui.actions import DEEDS, MENUS
from therapist_desktop.ui.i18n import translate
from therapist_desktop.ui.theme import SPACE_4, SPACE_8, SPACE_16, SPACE_24, SPACE_32
from therapist_desktop.ui.widgets.tall_page import TallPage
from therapist_desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDE, HIGH = 38, 40
"""How large the sheet is, in lines of text."""


def lines() -> Iterator[tuple[str, str, str]]:
    """Menu, what it does, keys."""
    for menu in MENUS:
        for deed in DEEDS:
            if deed.menu == menu:
                keys = [QKeySequence(one).toString(QKeySequence.SequenceFormat.NativeText) for one in deed.keys]
                text = translate("Actions", deed.text).removesuffix("...")
                yield translate("Actions", menu), text, translate("Shortcuts", " or ").join(keys)
    here = translate("Shortcuts", "In lists")
    yield here, translate("Shortcuts", "Open the selected listing"), "Enter"
    yield here, translate("Shortcuts", "Open it in a new tab"), "Ctrl+Enter"
    yield here, translate("Shortcuts", "Mark the selected listing, or take its mark away"), "Space"
    yield here, translate("Shortcuts", "Demand a filter, or drop it"), "Space"
    yield here, translate("Shortcuts", "Prefer a filter, or drop it; on a chip, demand or prefer it"), "P"
    yield here, translate("Shortcuts", "Open or close a group of filters"), "\u2192 \u2190"
    yield here, translate("Shortcuts", "Take a chip away"), "Delete"
    yield here, translate("Shortcuts", "Open in a new tab"), "Ctrl+Enter"
    there = translate("Shortcuts", "In the search box")
    yield there, translate("Shortcuts", "Walk through the answers"), "\u2193 \u2191"
    yield there, translate("Shortcuts", "Look through people, centers, topics ... only"), "p: c: t: a: d: h:"
    yield there, translate("Shortcuts", "Close the answers, clear, then go to the list"), "Esc"
    aloud = translate("Shortcuts", "While a page is read aloud")
    yield aloud, translate("Shortcuts", "Pause, or go on"), "Ctrl+Shift+A"
    yield aloud, translate("Shortcuts", "The passage before, the next one"), "Alt+\u2191 Alt+\u2193"
    yield aloud, translate("Shortcuts", "Faster or slower"), "Ctrl+Shift+S"
    yield aloud, translate("Shortcuts", "Stop"), "Esc"
    yield translate("Shortcuts", "Tabs"), translate("Shortcuts", "Go to a tab"), "Alt+1 ... Alt+9"


class ShortcutSheet(QDialog):
    """Two columns of deeds with their keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        inside = _sheet()
        scroll = TallPage()
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrow keys scroll it
        scroll.setWidget(inside)
        scroll.setAccessibleName(self.tr("Keyboard shortcuts"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        line = QFrame()
        line.setProperty("role", "hairline")
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE_24, 0, SPACE_24, 0)
        foot.addWidget(buttons)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, SPACE_16)
        page.setSpacing(SPACE_16)
        held = QHBoxLayout()  # room for the ring of what scrolls
        held.setContentsMargins(SPACE_8, SPACE_8, SPACE_8, 0)
        held.addWidget(scroll)
        page.addLayout(held)
        page.addWidget(line)
        page.addLayout(foot)
        high = self.fontMetrics().height()
        self.resize(QSize(WIDE * high, HIGH * high).boundedTo(self.screen().availableSize()))


def _sheet() -> QWidget:
    inside = QWidget()
    inside.setProperty("role", "page")
    grid = QGridLayout(inside)
    grid.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_16)
    grid.setHorizontalSpacing(SPACE_32)
    grid.setVerticalSpacing(SPACE_4)
    last, row, columns = "", 0, 2
    for menu, text, keys in lines():
        if menu != last:
            heading = QLabel(menu.upper())
            heading.setProperty("role", "heading")
            heading.setContentsMargins(0, SPACE_16 if last else 0, 0, 0)
            grid.addWidget(heading, row, 0, 1, columns)
            last, row = menu, row + 1
        shown = QLabel(keys)
        shown.setProperty("role", "keys")
        grid.addWidget(Words(text), row, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(shown, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row += 1
    grid.setColumnStretch(0, 1)
    return inside
