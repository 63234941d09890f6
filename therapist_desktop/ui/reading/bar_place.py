"""Where the bar above a page has its place: it stays while the page stays, so that the keyboard can stay on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from therapist_desktop.ui.reading.bar import PageBar
from therapist_desktop.ui.widgets.emptying import empty

if TYPE_CHECKING:
    from collections.abc import Callable

    from therapist_desktop.domain.library import Piece
    from therapist_desktop.ui.theme import Appearance


class BarPlace(QHBoxLayout):
    """Holds a bar, or none."""

    def __init__(self, appearance: Appearance, connect: Callable[[PageBar], None]) -> None:
        """`connect` is called with each bar that is made."""
        super().__init__()
        self._appearance, self._connect_bar = appearance, connect
        self._bar: PageBar | None = None
        self._made_for: tuple[object, ...] = ()

    @property
    def bar(self) -> PageBar | None:
        """What stands above the page, if there is one."""
        return self._bar

    def show_bar(self, piece: Piece, zoom: int) -> None:
        """Stand above this page."""
        made_for = (piece.id, piece.title, self._appearance.theme, self._appearance.zoom)
        if self._bar is not None and made_for == self._made_for:
            self._bar.show_zoom(zoom)
            return
        empty(self)
        self._made_for = made_for
        self._bar = PageBar(piece, zoom, self._appearance)
        self._connect_bar(self._bar)
        self.addWidget(self._bar)

    def clear(self) -> None:
        """There is no page."""
        empty(self)
        self._bar = None
