"""A view with nothing to show: a picture, a sentence, what to do, and buttons that do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.icons import pixmap
from therapist_desktop.ui.theme import SPACE_8, SPACE_12, SPACE_24, Appearance
from therapist_desktop.ui.widgets.spacing import PAGE, space
from therapist_desktop.ui.widgets.tall_page import TallPage
from therapist_desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

WIDEST, PICTURE_FROM = 460, 240


class Notice(QWidget):
    """First use, nothing chosen, nothing found and trouble all look like this."""

    def __init__(self, appearance: Appearance, role: str = "page") -> None:
        """As "page" it lies on what is there; as "blank" it is a surface of its own."""
        super().__init__()
        self._appearance = appearance
        self._picture_name = "search"
        self.setProperty("role", role)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, role != "page")
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        self._title = Words("", "notice")
        self._words = Words("", "muted")
        self._below = QVBoxLayout()
        space(self._below, appearance, SPACE_8, most=PAGE)
        self._buttons: list[QPushButton] = []

        self._column = column = QWidget()
        column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        page = QVBoxLayout(column)
        space(page, appearance, SPACE_8, (0, 0, 0, 0), PAGE)
        page.addWidget(self._picture)
        for words in (self._title, self._words):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            page.addWidget(words)
        page.addSpacing(SPACE_12)
        page.addLayout(self._below)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(column, 100)
        middle.addStretch(1)
        inside = QWidget()
        inside.setProperty("role", "page")
        scroll = TallPage()  # with large text, many ways out are higher than a window
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(scroll)
        outer = QVBoxLayout(inside)
        space(outer, appearance, SPACE_8, [SPACE_24] * 4, PAGE)
        outer.addStretch(2)
        outer.addLayout(middle)
        outer.addStretch(3)

    @property
    def words(self) -> str:
        """Everything it says."""
        return f"{self._title.words} {self._words.words}".strip()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The ways out."""
        return tuple(self._buttons)

    def say(
        self, picture: str, title: str, words: str, ways: Sequence[tuple[str, Callable[[], object]]] = ()
    ) -> Notice:
        """Show this; the first way out is the main one."""
        self._picture_name = picture
        self._title.say(title)
        self._words.say(words)
        self._words.setVisible(bool(words))
        for button in self._buttons:
            self._below.removeWidget(button)
            button.deleteLater()
        self._buttons = []
        for text, deed in ways:
            button = QPushButton(text)
            button.setProperty("role", "link" if self._buttons else "primary")
            button.clicked.connect(lambda _=False, deed=deed: deed())
            self._below.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
            self._buttons.append(button)
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.restyle()
        return self

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture.setVisible(self.height() >= self._appearance.px(PICTURE_FROM))

    def restyle(self) -> None:
        """Take on the theme in use."""
        self._column.setMaximumWidth(self._appearance.px(WIDEST))
        side, ink = self._appearance.px(36), self._appearance.theme.faint
        self._picture.setPixmap(pixmap(self._picture_name, ink, side, self.devicePixelRatioF()))
