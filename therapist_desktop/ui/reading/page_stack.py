"""A page with what stands beside it, or a sentence where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from therapist_desktop.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from therapist_desktop.ui.theme import Appearance


class PageStack(QStackedWidget):
    """Shows one of them."""

    def __init__(self, page: QWidget, side: QWidget, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        held = QWidget()
        columns = QHBoxLayout(held)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(appearance.px(12))
        columns.addWidget(page, 1)
        columns.addWidget(side)
        self.addWidget(held)

    def show_page(self) -> None:
        """Show the page."""
        self.setCurrentIndex(0)

    def show_notice(self, picture: str, sentence: str, more: str) -> None:
        """Show a sentence, in the colours in use."""
        old = self.widget(1)
        if old is not None:
            self.removeWidget(old)
            old.deleteLater()
        self.setCurrentIndex(self.addWidget(Notice(self._appearance, "blank").say(picture, sentence, more)))
