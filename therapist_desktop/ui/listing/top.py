"""The part of the detail pane that is the same for every tab: the head, and the tabs themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapist_desktop.ui.i18n import translate
from therapist_desktop.ui.listing.head import ListingHead
from therapist_desktop.ui.listing.tabs import PICTURES, is_empty, label_of, tip_of
from therapist_desktop.ui.widgets.tab_row import TabRow

if TYPE_CHECKING:
    from datetime import date

    from therapist_desktop.domain.listing import Listing
    from therapist_desktop.domain.notebook import Standing
    from therapist_desktop.ui.theme import Appearance


class ListingTop(QWidget):
    """Made once for a size and a theme, and told of one listing after the other."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.head = ListingHead(appearance)
        self.tabs = TabRow(tuple(PICTURES.items()), appearance)
        self.tabs.setAccessibleName(translate("Tabs", "Parts of the details"))
        for tab in PICTURES:
            self.tabs.say(tab, label_of(tab), tip_of(tab), empty=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(appearance.px(10))
        column.addWidget(self.head)
        column.addWidget(self.tabs)

    def say(self, listing: Listing, today: date, standing: Standing | None) -> None:
        """Tell of this listing."""
        self.head.say(listing, today, standing)
        for tab in PICTURES:
            self.tabs.say(tab, label_of(tab, listing.kind), tip_of(tab), empty=is_empty(tab, listing))
