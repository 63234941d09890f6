"""How far down a page somebody reads, kept while the page grows to its height."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QScrollBar


class KeptPlace(QObject):
    """A page that is laid out anew is short at first: without this its bar would come back from the end of that."""

    def __init__(self, bar: QScrollBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._kept: int | None = None
        bar.rangeChanged.connect(self._stay)

    @property
    def is_kept(self) -> bool:
        """The page still grows."""
        return self._kept is not None

    @property
    def place(self) -> int:
        """Where the page stands, or will stand."""
        return self._bar.value() if self._kept is None else self._kept

    def keep(self, place: int) -> None:
        """Stand here from now on, as far as the page reaches."""
        self._kept = place
        self._stay()

    def let_go(self) -> None:
        """The page is as high as it will be: from now on it stands where it is led."""
        self._stay()
        self._kept = None

    @Slot()
    def _stay(self) -> None:
        if self._kept is not None:
            self._bar.setValue(self._kept)
