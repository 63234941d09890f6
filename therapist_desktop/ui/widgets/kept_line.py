"""A line above the text: what has just been kept or taken away with a way back, or where to go on reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from therapist_desktop.ui.announcing import announce
from therapist_desktop.ui.icons import icon, pixmap
from therapist_desktop.ui.theme import SPACE_4, SPACE_8, SPACE_12, Appearance
from therapist_desktop.ui.widgets.spacing import space
from therapist_desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable


class KeptLine(QFrame):
    """Hidden until there is something to say; says one thing at a time."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._picture_name = "bookmark"
        self._deed: Callable[[], object] = self.hide
        self.setProperty("role", "kept-line")
        self._picture = QLabel()
        self._words = Words()
        self.button = QPushButton(self.tr("Undo"))
        self.button.setProperty("role", "strip")
        self.button.clicked.connect(self._go)
        self.close_line = QToolButton()
        self.close_line.setProperty("role", "strip-tool")
        self.close_line.setAccessibleName(self.tr("Close this line"))
        self.close_line.setToolTip(self.tr("Close this line"))
        self.close_line.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        space(row, appearance, SPACE_8, (SPACE_12, SPACE_4, SPACE_4, SPACE_4))
        row.addWidget(self._picture)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        row.addWidget(self.close_line)
        appearance.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    @property
    def words(self) -> str:
        """What it says, nothing while hidden."""
        return "" if self.isHidden() else self._words.words

    def say(self, picture: str, words: str, way: str = "", deed: Callable[[], object] | None = None) -> None:
        """Say this, with one thing that can be done about it."""
        self._picture_name = picture
        self._words.say(words)
        self.setAccessibleName(words)
        self._deed = deed or self.hide
        self.button.setText(way)
        self.button.setToolTip(f"{way}: {words}" if way else "")
        self.button.setAccessibleName(way)
        self.button.setVisible(bool(way))
        self._restyle()
        self.show()
        announce(self, words)

    def _go(self) -> None:
        deed, self._deed = self._deed, self.hide
        self.hide()
        deed()

    def _restyle(self) -> None:
        theme, px = self._appearance.theme, self._appearance.px
        self._picture.setPixmap(pixmap(self._picture_name, theme.accent, px(16), self.devicePixelRatioF()))
        self.close_line.setIcon(icon("x", theme.muted, px(14)))
        self.close_line.setIconSize(QSize(px(14), px(14)))
