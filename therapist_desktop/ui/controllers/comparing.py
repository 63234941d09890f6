"""Fetches the listings that are put side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from therapist_desktop.domain.errors import NotFound
from therapist_desktop.ui.jobs import if_trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Protocol

    from therapist_desktop.domain.listing import Listing
    from therapist_desktop.domain.notebook import Shown
    from therapist_desktop.ui.jobs import NewestOnly

    class Listings(Protocol):
        """The question that comparing asks of the catalogue."""

        def listing(self, listing_id: str) -> Listing: ...


class Side(NamedTuple):
    """One column: the listing, or what was known of it before it went."""

    shown: Shown
    listing: Listing | None

    @property
    def name(self) -> str:
        """What it is called now, or was."""
        return self.listing.name if self.listing else self.shown.name


class ComparingController(QObject):
    """Knows what is side by side."""

    arrived = Signal(object)  # tuple[Side, ...]
    failed = Signal(object)  # Trouble

    def __init__(self, catalogue: Listings, reads: NewestOnly, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._reads = reads
        self._shown: tuple[Shown, ...] = ()

    @property
    def shown(self) -> tuple[Shown, ...]:
        """What is side by side."""
        return self._shown

    def compare(self, shown: Sequence[Shown]) -> None:
        """Put these side by side."""
        self._shown = tuple(shown)
        if not self._shown:
            self._reads.forget()
            self.arrived.emit(())
        self.reopen()

    def drop(self, listing_id: str) -> None:
        """Go on without this one."""
        self.compare([one for one in self._shown if one.id != listing_id])

    def reopen(self) -> None:
        """Fetch the same again, from the release now in use."""
        if not self._shown:
            return
        catalogue, wanted = self._catalogue, self._shown
        self._reads.ask(
            lambda: tuple(_side(catalogue.listing, one) for one in wanted),
            self.arrived.emit,
            if_trouble(self.failed.emit),
        )


def _side(fetch: Callable[[str], Listing], shown: Shown) -> Side:
    try:
        return Side(shown, fetch(shown.id))
    except NotFound:
        return Side(shown, None)
