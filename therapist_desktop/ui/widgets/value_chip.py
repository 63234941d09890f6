"""A value of a listing that leads somewhere: to the library page about it, or to all who have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QMenu

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.widgets.fitting_button import FittingButton

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent

    from therapist_desktop.domain.listing import PieceLink
    from therapist_desktop.ui.theme import Appearance


class ValueChip(FittingButton):
    """With a book on it, it opens the page; Ctrl+Enter, and its menu, find more with this value all the same."""

    read_requested = Signal()
    more_requested = Signal()

    def __init__(self, label: str, heading: str, topic: PieceLink | None, appearance: Appearance) -> None:
        super().__init__(label if topic is None else f"\u2005{label}", "tag")
        self._topic = topic
        self.setAccessibleName(f"{heading}: {label}")
        more = self.tr("Find more with: {label}").format(label=label)
        if topic is None:
            self.setToolTip(more)
            self.clicked.connect(self.more_requested)
            return
        side = appearance.px(14)
        self.setIcon(icon("book-open", appearance.theme.accent, side))
        self.setIconSize(QSize(side, side))
        read = self.tr("Read in the library: {title}").format(title=topic.title)
        self.setToolTip(f"{read}\n{more} ({self.tr('Ctrl+Enter')})")
        self.setAccessibleDescription(f"{read}. {self.tr('Ctrl+Enter')}: {more}")
        self.clicked.connect(self.read_requested)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.more_requested.emit()
        elif is_enter:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_of().popup(event.globalPos())

    def menu_of(self) -> QMenu:
        """What can be done with it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Find more with this"), self.more_requested.emit)
        if self._topic is not None:
            title = self.tr("Read: {title}").format(title=self._topic.title)
            menu.addAction(title.replace("&", "&&"), self.read_requested.emit)
        return menu
