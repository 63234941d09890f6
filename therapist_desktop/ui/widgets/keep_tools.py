"""Beside the breadcrumb of a page: a bookmark, and read later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.theme import SPACE_4, Appearance
from therapist_desktop.ui.widgets.spacing import space

if TYPE_CHECKING:
    from therapist_desktop.domain.reading_notes import ToRead

_ICON = 18


class KeepTools(QWidget):
    """What is kept of the page, as a full or an empty picture with a name that says which."""

    bookmark_requested = Signal()
    later_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._has_bookmark = False
        self._later = "glasses"
        self.bookmark, self.later = QToolButton(), QToolButton()
        row = QHBoxLayout(self)
        space(row, appearance, SPACE_4, (0, 0, 0, 0))
        for button, asked in ((self.bookmark, self.bookmark_requested), (self.later, self.later_requested)):
            button.setProperty("role", "strip-tool")
            button.setCheckable(True)
            button.clicked.connect(asked)
            row.addWidget(button)
        appearance.changed.connect(self._restyle)
        self.show_state(has_bookmark=False, to_read=None)

    def show_state(self, *, has_bookmark: bool, to_read: ToRead | None) -> None:
        """What is kept of the page that is read."""
        self._has_bookmark = has_bookmark
        waits, done = to_read is not None and to_read.done_at is None, to_read is not None and to_read.done_at
        self._later = "list-checks" if done else "glasses"
        self.bookmark.setChecked(has_bookmark)
        self.later.setChecked(waits)
        _name(
            self.bookmark,
            self.tr("Take the bookmark out (Ctrl+D)") if has_bookmark else self.tr("Bookmark this page (Ctrl+D)"),
        )
        if waits:
            _name(self.later, self.tr("On the reading list: take it off (Ctrl+Alt+D)"))
        elif done:
            _name(self.later, self.tr("Read to the end: put it on the reading list again (Ctrl+Alt+D)"))
        else:
            _name(self.later, self.tr("Read later (Ctrl+Alt+D)"))
        self._restyle()

    def _restyle(self) -> None:
        theme, side = self._appearance.theme, self._appearance.px(_ICON)
        pictures = (
            (self.bookmark, "bookmark-full" if self._has_bookmark else "bookmark"),
            (self.later, self._later),
        )
        for button, name in pictures:
            button.setIcon(icon(name, theme.accent if button.isChecked() else theme.muted, side))
            button.setIconSize(QSize(side, side))


def _name(button: QToolButton, words: str) -> None:
    button.setAccessibleName(words)
    button.setToolTip(words)
