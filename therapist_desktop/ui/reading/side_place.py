"""Where what stands beside a page has its place: beside the text where there is room, below it where there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout

from therapist_desktop.ui.widgets.tall_page import TallPage

if TYPE_CHECKING:
    from therapist_desktop.ui.reading.column import PageColumn
    from therapist_desktop.ui.reading.side import PageSide
    from therapist_desktop.ui.theme import Appearance

_WIDE, _AROUND = 264, 64


class SidePlace(QFrame):
    """A card of its own that scrolls apart from the text."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._side: PageSide | None = None
        self._column: PageColumn | None = None
        self._is_below = False
        self._scroll = TallPage()
        self.setProperty("role", "card")
        held = QVBoxLayout(self)
        held.setContentsMargins(1, 1, 1, 1)
        held.addWidget(self._scroll)
        self.restyle()

    @property
    def side(self) -> PageSide | None:
        """What stands beside the text."""
        return self._side

    def forget(self) -> None:
        """What stood in the old column goes with it."""
        self._side = self._column = None

    def hold(self, side: PageSide, column: PageColumn, *, beside: bool) -> None:
        """Take in what stands beside a new page."""
        self._side, self._column, self._is_below = side, column, False
        self._scroll.setWidget(side)
        self.place(beside=beside)

    def place(self, *, beside: bool) -> None:
        """There is room beside the text from now on, or no longer."""
        side, column = self._side, self._column
        if side is None or column is None:
            return
        if not beside and not self._is_below:
            self._scroll.takeWidget()
            column.hold_side(side)
        elif beside and self._is_below:
            column.release_side(side)
            self._scroll.setWidget(side)
        self._is_below = not beside
        side.set_inset(self._appearance.px(16) if beside else 0)
        self.setVisible(beside and not side.is_empty)
        side.setVisible(not side.is_empty)

    def mark(self, heading: int) -> None:
        """Show which heading is read under, and keep its line in sight."""
        side = self._side
        if side is None or not side.contents:
            return
        side.mark(heading)
        if not self._is_below and heading < len(side.contents):
            self._scroll.ensureWidgetVisible(side.contents[heading], 0, self._appearance.px(_AROUND))

    def restyle(self) -> None:
        """Take on the size of text in use."""
        self.setFixedWidth(self._appearance.px(_WIDE))
