"""One tab of a listing as a page that grows from its top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapist_desktop.ui.listing.access import access
from therapist_desktop.ui.listing.approach import approach
from therapist_desktop.ui.listing.articles import articles
from therapist_desktop.ui.listing.contact import contact
from therapist_desktop.ui.listing.fees import fees
from therapist_desktop.ui.listing.notes import notes
from therapist_desktop.ui.listing.overview import overview
from therapist_desktop.ui.listing.provenance import sources
from therapist_desktop.ui.listing.tabs import Tab
from therapist_desktop.ui.widgets.pile import Pile
from therapist_desktop.ui.widgets.words import Heading, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from therapist_desktop.ui.listing.maker import Maker, Section

_CONTENTS: dict[Tab, Callable[[Maker], Iterator[Section]]] = {
    Tab.OVERVIEW: overview,
    Tab.CONTACT: contact,
    Tab.FEES: fees,
    Tab.APPROACH: approach,
    Tab.ACCESS: access,
    Tab.ARTICLES: articles,
    Tab.SOURCES: sources,
    Tab.NOTES: notes,
}


class ListingPage(Pile):
    """Empty when it is made; each step of `fill` adds a section."""

    def __init__(self, make: Maker, tab: Tab) -> None:
        px = make.appearance.px
        super().__init__(QMargins(px(16), px(12), px(16), px(24)), px(14))
        self.tab = tab
        self._make = make

    def fill(self) -> Iterator[None]:
        """The page from the top, one section after the other."""
        for heading, content in _CONTENTS[self.tab](self._make):
            self.add(self._section(heading or "", content), self._make.appearance.px(6) if heading is None else None)
            yield

    def _section(self, heading: str, content: Sequence[QWidget]) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._make.appearance.px(6))
        if heading:
            column.addWidget(Heading(heading))
        for widget in content:
            if isinstance(widget, Words) and heading:
                widget.setAccessibleDescription(heading)
            column.addWidget(widget)
        return part
