"""Who is compared: one head above each column, which stays while the facts scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.widgets.trust_line import TrustLine
from therapist_desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from therapist_desktop.domain.listing import Listing
    from therapist_desktop.domain.notebook import Shown
    from therapist_desktop.ui.theme import Appearance


class CompareHead(QFrame):
    """The name, and what can be done with this one."""

    listing_chosen = Signal(str)
    removal_requested = Signal(str)
    copy_requested = Signal(str)

    def __init__(self, shown: Shown, listing: Listing | None, what: str, today: date, appearance: Appearance) -> None:
        super().__init__()
        px, theme = appearance.px, appearance.theme
        self.setProperty("role", "compare-head")
        name = Words(listing.name if listing else shown.name, "row-title")
        gone = self.tr("No longer in the directory. This is how you kept it.")
        name.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        below = Words(what if listing else gone, "muted" if listing else "error")
        self.open = self._button(self.tr("Open"), "panel-right", appearance)
        self.open.setToolTip(self.tr("Show all about {name}").format(name=shown.name))
        self.open.setEnabled(listing is not None)
        self.open.clicked.connect(lambda _=False: self.listing_chosen.emit(shown.id))
        number = next((one.dialable for one in listing.phones), "") if listing and listing.intact else shown.phone
        self.copy = self._button(self.tr("Copy phone"), "copy", appearance)
        self.copy.setToolTip(self.tr("Copy {number}").format(number=number))
        self.copy.setEnabled(bool(number))
        self.copy.clicked.connect(lambda _=False: self.copy_requested.emit(number))
        self.remove = self._button("", "x", appearance)
        self.remove.setAccessibleName(self.tr("Leave {name} out").format(name=shown.name))
        self.remove.setToolTip(self.tr("Leave this one out of the comparison"))
        self.remove.clicked.connect(lambda _=False: self.removal_requested.emit(shown.id))
        self.remove.setIcon(icon("x", theme.muted, px(16)))
        below.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        trust = TrustLine(listing, today, appearance) if listing else None
        self._less: tuple[QWidget, ...] = (below, trust) if trust is not None else ()
        self._arrange(name, below, trust, px)

    def give_room(self, *, roomy: bool) -> None:
        """Where there is little, the facts need it more than what stands among them too."""
        for part in self._less:
            part.setVisible(roomy)

    def _arrange(self, name: QWidget, below: QWidget, trust: QWidget | None, px: Callable[[float], int]) -> None:
        words = QVBoxLayout()
        words.setSpacing(px(4))
        words.addWidget(name)
        words.addWidget(below)
        if trust is not None:
            words.addWidget(trust)
        top = QHBoxLayout()
        top.setContentsMargins(px(8), 0, 0, 0)  # in line with the words on the buttons and in the cells
        top.setSpacing(px(4))
        top.addLayout(words, 1)
        top.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(4))
        buttons.addWidget(self.open)
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(px(4), px(8), px(4), px(8))
        page.setSpacing(px(4))
        page.addLayout(top)
        page.addStretch(1)
        page.addLayout(buttons)

    def _button(self, words: str, sign: str, appearance: Appearance) -> QPushButton:
        side = appearance.px(14)
        button = QPushButton(f"\u2009{words}" if words else "")
        button.setProperty("role", "head-tool")
        button.setIcon(icon(sign, appearance.theme.muted, side, appearance.theme.control))
        button.setIconSize(QSize(side, side))
        return button
