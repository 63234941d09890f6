"""The bar above the comparison: back, what differs, paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.i18n import plural
from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.theme import SPACE_8
from therapist_desktop.ui.widgets.spacing import space
from therapist_desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from therapist_desktop.ui.theme import Appearance

TITLE_FROM = 700


class CompareTools(QWidget):
    """Its buttons are public to the pane."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._signs: dict[QPushButton, str] = {}
        self.back = self._button(self.tr("Back to the results"), "arrow-left", self.tr("Back to the results (Esc)"))
        self._title = Words("", "title")
        self._title.setWordWrap(False)
        tip = self.tr("Leave out what is the same for all")
        self.differences = self._button(self.tr("Differences only"), "git-compare", tip)
        self.differences.setCheckable(True)
        self.print_it = self._button(self.tr("Print"), "printer", self.tr("Print this comparison (Ctrl+P)"))
        tip = self.tr("Save this comparison as a PDF (Ctrl+Shift+P)")
        self.save_pdf = self._button(self.tr("PDF"), "file-text", tip)
        row = QHBoxLayout(self)
        space(row, appearance, SPACE_8, (SPACE_8, SPACE_8, SPACE_8, SPACE_8))
        row.addWidget(self.back)
        row.addWidget(self._title)
        row.addStretch(1)
        for button in (self.differences, self.print_it, self.save_pdf):
            row.addWidget(button)
        self.restyle()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._title.setVisible(self.width() >= self._appearance.px(TITLE_FROM))

    @property
    def words(self) -> str:
        """How many are side by side."""
        return self._title.words

    def show_count(self, count: int) -> None:
        """So many are side by side."""
        self._title.say(plural("Compare", "{n} listing", "{n} listings side by side", count) if count else "")
        for button in (self.differences, self.print_it, self.save_pdf):
            button.setEnabled(count > 0)

    def restyle(self) -> None:
        """Take on the theme and size in use."""
        theme, side = self._appearance.theme, self._appearance.px(16)
        for button, sign in self._signs.items():
            button.setIcon(icon(sign, theme.muted, side, theme.control))
            button.setIconSize(QSize(side, side))

    def _button(self, words: str, sign: str, tip: str) -> QPushButton:
        button = QPushButton(f"\u2009{words}")
        button.setProperty("role", "head-tool")
        button.setAccessibleName(words)
        button.setToolTip(tip)
        self._signs[button] = sign
        return button
