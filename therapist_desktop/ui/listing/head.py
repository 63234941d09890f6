"""Who it is and how to call: the part of the detail pane that stays while its tabs change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.theme import BODY, READING
from therapist_desktop.ui.widgets.badge import Badge
from therapist_desktop.ui.widgets.callout import DANGER, Callout
from therapist_desktop.ui.widgets.flowing import Flowing
from therapist_desktop.ui.widgets.phone_line import CopyButton
from therapist_desktop.ui.widgets.words import Headline, Words
from therapist_desktop.ui.wording.listing import badges, purpose_among, what_it_is

if TYPE_CHECKING:
    from datetime import date

    from therapist_desktop.domain.listing import Listing
    from therapist_desktop.domain.notebook import Standing
    from therapist_desktop.ui.theme import Appearance
    from therapist_desktop.ui.wording.listing import BadgeWords


class ListingHead(QWidget):
    """Made once and told of one listing after the other, so that nothing jumps on the way through a list."""

    copy_requested = Signal(str)
    closed = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        px = appearance.px
        self._appearance = appearance
        self._name = Headline("", "name", px(BODY))
        self._kind = Words("", "muted")
        self._badges = Flowing(px(4))
        self._shown: tuple[BadgeWords, ...] = ()
        self._number = Headline("", "phone", px(READING), whole=True)
        self._copy = CopyButton("", "", appearance, self.tr("Copy"))
        self._copy.copy_requested.connect(self.copy_requested)
        self._purpose = Words("", "muted")
        self._calling = QWidget()
        self._broken = Callout(
            self.tr("This record does not read back as the publisher signed it."),
            self.tr("Do not use it; sync again."),
            DANGER,
            appearance,
        )
        self._arrange()

    def say(self, listing: Listing, today: date, standing: Standing | None) -> None:
        """Tell of this listing."""
        self._name.say(listing.name)
        self._name.fit()
        self._kind.say(what_it_is(listing))
        self._say_badges(badges(listing, today, standing))
        self._broken.setVisible(not listing.intact)
        self._calling.setVisible(listing.intact)
        if listing.intact:
            self._say_number(listing)

    def _say_badges(self, shown: tuple[BadgeWords, ...]) -> None:
        """Many listings have the same, and a badge is dear to make."""
        if shown == self._shown:
            return
        self._shown = shown
        for old in self._badges.widgets:
            old.hide()
            old.deleteLater()
        self._badges.hold([Badge(one.words, one.tone, self._appearance, one.spoken) for one in shown])

    def _say_number(self, listing: Listing) -> None:
        first = listing.phones[0] if listing.phones else None
        self._number.say(first.shown if first else self.tr("Phone not known"))
        self._purpose.say(purpose_among(listing.phones))
        self._number.setAccessibleName(f"{self._number.words}, {self._purpose.words}")
        if first:
            self._copy.take(first.dialable, first.dialable)
            self._copy.setToolTip(f"{self._copy.toolTip()} ({self.tr('Ctrl+Shift+C')})")
        self._copy.setVisible(first is not None)
        self._number.fit()

    def _arrange(self) -> None:
        px = self._appearance.px
        close = QPushButton()
        close.setProperty("role", "quiet")
        close.setIcon(icon("x", self._appearance.theme.muted, px(20)))
        close.setIconSize(QSize(px(20), px(20)))
        close.setAccessibleName(self.tr("Close the details"))
        close.setToolTip(self.tr("Close the details"))
        close.clicked.connect(self.closed)
        names = QVBoxLayout()
        names.setSpacing(px(2))
        names.addWidget(self._name)
        names.addWidget(self._kind)
        top = QHBoxLayout()
        top.setSpacing(px(4))
        top.addLayout(names, 1)
        top.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addLayout(top)
        column.addWidget(self._badges)
        column.addWidget(self._broken)
        calling = QGridLayout(self._calling)
        calling.setContentsMargins(0, 0, 0, 0)
        calling.setHorizontalSpacing(px(8))
        calling.setVerticalSpacing(0)
        calling.setColumnStretch(0, 1)
        calling.addWidget(self._number, 0, 0)
        calling.addWidget(self._copy, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        calling.addWidget(self._purpose, 1, 0, 1, 2)
        column.addWidget(self._calling)
