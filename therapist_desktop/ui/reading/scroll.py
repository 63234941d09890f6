"""The part of the reader that scrolls, and the places on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal, Slot

from therapist_desktop.ui.reading.kept_place import KeptPlace
from therapist_desktop.ui.widgets.tall_page import TallPage

if TYPE_CHECKING:
    from therapist_desktop.ui.reading.browser import SafeBrowser
    from therapist_desktop.ui.theme import Appearance

_ABOVE, _READ, _AROUND = 8, 40, 48


class PageScroll(TallPage):
    """Leads to places of the text, wherever in its column the text stands.

    Places of the text are in pixels from its own top, places of the page from the top of the column.
    """

    moved = Signal()

    def __init__(self, browser: SafeBrowser, appearance: Appearance) -> None:
        super().__init__()
        self._browser = browser
        self._appearance = appearance
        self._bar = self.verticalScrollBar()
        self._kept = KeptPlace(self._bar)
        self._bar.valueChanged.connect(self.moved)
        self._bar.rangeChanged.connect(self.moved)
        browser.cursorPositionChanged.connect(self._keep_link_in_sight)

    @property
    def place(self) -> int:
        """How far down the page somebody has read."""
        return self._bar.value()

    @property
    def place_to_be(self) -> int:
        """The same, or where the page will stand once it is high enough."""
        return self._kept.place

    @property
    def is_growing(self) -> bool:
        """The page waits until it is high enough for its place."""
        return self._kept.is_kept

    @property
    def headings(self) -> list[str]:
        """What the headings of the text say, in order."""
        return [block.text() for block in self._browser.headings()]

    @property
    def levels(self) -> list[int]:
        """How deep each of them is, beginning with 1."""
        deep = [block.blockFormat().headingLevel() for block in self._browser.headings()]
        top = min(deep, default=1)
        return [level - top + 1 for level in deep]

    @property
    def heading(self) -> int:
        """Which heading is read under, counted from zero; the first one above all of them."""
        at = self.place + self._appearance.px(_READ)
        tops = [self._top_of(self._browser.top_of(block)) for block in self._browser.headings()]
        return max((number for number, top in enumerate(tops) if top <= at), default=0)

    def keep(self, place: int) -> None:
        """Stand here, as soon as the page reaches so far."""
        self._kept.keep(place)

    def let_go(self) -> None:
        """The page is as high as it will be."""
        self._kept.let_go()

    @Slot()
    def go_to_top(self) -> None:
        """Back to the beginning of the page."""
        self._bar.setValue(0)

    @Slot()
    def go_to_end(self) -> None:
        """To the last line of the page."""
        self._bar.setValue(self._bar.maximum())

    @Slot(int)
    def go_to_heading(self, number: int) -> None:
        """Show this heading on top. One that is not there is passed over."""
        headings = self._browser.headings()
        if number < len(headings):
            self._bar.setValue(self._top_of(self._browser.top_of(headings[number])))

    def bring_in_sight(self, inside: QPoint, around: int) -> None:
        """Scroll as little as it takes to see this point of the text with so many pixels above and below."""
        spot = self._spot(inside)
        self.ensureVisible(spot.x(), spot.y(), 0, around)

    @Slot()
    def _keep_link_in_sight(self) -> None:
        if self._browser.hasFocus():
            self.bring_in_sight(self._browser.cursorRect().center(), self._appearance.px(_AROUND))

    def _top_of(self, inside: int) -> int:
        return self._spot(QPoint(0, inside)).y() - self._appearance.px(_ABOVE)

    def _spot(self, inside: QPoint) -> QPoint:
        """A point of the text as a point of the column."""
        column = self.widget()
        return self._browser.mapTo(column, inside) if column and column.isAncestorOf(self._browser) else inside
