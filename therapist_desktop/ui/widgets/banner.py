"""A line across the page that says what happened and can be closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from therapist_desktop.ui.icons import icon, pixmap
from therapist_desktop.ui.theme import SPACE_8, SPACE_12, Appearance
from therapist_desktop.ui.widgets.spacing import space
from therapist_desktop.ui.wording.messages import Message, WayOut, explain, label

if TYPE_CHECKING:
    from therapist_desktop.domain.errors import Trouble


class Banner(QFrame):
    """Good news or trouble, where it happened, never in the way."""

    way_out_requested = Signal(object)  # WayOut

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._way_out = WayOut.DISMISS
        self._is_trouble = False
        self._picture = QLabel()
        self._words = QLabel(wordWrap=True)
        self._button = QPushButton(label(WayOut.DISMISS))
        self._button.clicked.connect(self._go)
        self._close = QToolButton()
        self._close.setProperty("role", "icon")
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.setToolTip(self.tr("Close this message"))
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        space(row, appearance, SPACE_12, (SPACE_12, SPACE_8, SPACE_8, SPACE_8))
        row.addWidget(self._picture)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        appearance.changed.connect(self._restyle)
        self.hide()

    @property
    def words(self) -> str:
        """What it says, nothing while closed."""
        return "" if self.isHidden() else self._words.text()

    @property
    def button(self) -> QPushButton:
        """The way out."""
        return self._button

    def show_news(self, words: str) -> None:
        """Say something good."""
        self._show(Message(words, "", WayOut.DISMISS), is_trouble=False)

    def show_problem(self, trouble: Trouble) -> None:
        """Say what went wrong and what still works, and offer one way out. To try it again is left to the person."""
        message = explain(trouble)
        is_again = message.way_out is WayOut.TRY_AGAIN
        self._show(message._replace(way_out=WayOut.DISMISS) if is_again else message, is_trouble=True)

    def show_sync_problem(self, trouble: Trouble, *, may_be_late: bool) -> None:
        """The same for a sync, which the window can start again."""
        self._show(explain(trouble, may_be_late=may_be_late), is_trouble=True)

    def _show(self, message: Message, *, is_trouble: bool) -> None:
        self._is_trouble = is_trouble
        self._way_out = message.way_out
        self._words.setText(f"{message.sentence} {message.next_step}".strip())
        self._words.setAccessibleName(self._words.text())
        self._button.setText(label(message.way_out))
        self._button.setVisible(message.way_out is not WayOut.DISMISS)
        self.setAccessibleName(self._words.text())
        self.setProperty("role", "banner-trouble" if is_trouble else "banner")
        self.style().unpolish(self)
        self.style().polish(self)
        self._restyle()
        self.show()

    def _go(self) -> None:
        self.hide()
        self.way_out_requested.emit(self._way_out)

    def _restyle(self) -> None:
        theme, px = self._appearance.theme, self._appearance.px
        name, ink = ("triangle-alert", theme.stale) if self._is_trouble else ("circle-check", theme.accent)
        self._picture.setPixmap(pixmap(name, ink, px(18), self.devicePixelRatioF()))
        self._close.setIcon(icon("x", theme.muted, px(16)))
        self._close.setIconSize(QSize(px(16), px(16)))
