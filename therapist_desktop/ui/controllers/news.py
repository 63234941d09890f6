"""Compares the release in use with the one before it, and knows whether anybody has looked at what is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from therapist_desktop.ui.jobs import if_trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Protocol

    from therapist_desktop.domain.changes import LibraryChanges, ListingChanges
    from therapist_desktop.ui.jobs import NewestOnly, OneAtATime, Still

    class Compares(Protocol):
        """Two releases side by side."""

        @property
        def pair(self) -> tuple[str, str]: ...
        def library(self, saved: Iterable[str]) -> LibraryChanges: ...
        def listings(self, tell: Callable[[int], None], still: Still) -> ListingChanges: ...

    class Remembers(Protocol):
        """Keeps a word for another day."""

        def remember(self, name: str, text: str) -> None: ...


NAME = "news"
"""What the release that was looked at last is called in the notebook."""


class NewsController(QObject):
    """Both comparisons are made off the GUI thread, each once for a pair of releases."""

    compared = Signal(object)  # LibraryChanges, or None where there is nothing to compare with
    listings_compared = Signal(object)  # ListingChanges
    progressed = Signal(int)  # thousandths of the listings
    stopped = Signal()
    news_changed = Signal(str)  # how many pieces are not looked at yet; empty: none
    failed = Signal(object)  # Trouble

    def __init__(
        self,
        comparison: Callable[[], Compares | None],
        saved: tuple[Callable[[], Iterable[str]], Callable[[], Iterable[str]]],
        reads: tuple[NewestOnly, NewestOnly],
        memory: tuple[Remembers, OneAtATime, str],
        parent: QObject | None = None,
    ) -> None:
        """`saved` are the ids of what is marked, and of what is kept, which is read where the comparison is made.

        `memory` is where the release that was looked at is kept, and which one it was.
        """
        super().__init__(parent)
        self._comparison = comparison
        self._marked, self._kept = saved
        self._library, self._listings = reads
        self._notebook, self._deeds, self._seen = memory
        self._current: Compares | None = None
        self._changes: LibraryChanges | None = None
        self._known: dict[tuple[str, str], ListingChanges] = {}
        self._is_looked_at = False

    @Slot()
    def look(self) -> None:
        """Compare the library: when the window is there, after a sync, when somebody opens the shelf."""
        marked = tuple(self._marked())

        def compare() -> tuple[Compares, LibraryChanges] | None:
            comparison = self._comparison()
            if comparison is None:
                return None
            return comparison, comparison.library(dict.fromkeys((*marked, *self._kept())))

        self._library.ask(compare, self._show, if_trouble(self.failed.emit))

    def open(self) -> None:
        """Somebody looks at the shelf."""
        self._is_looked_at = True
        self.look()

    def leave(self) -> None:
        """Somebody looks at something else."""
        self._is_looked_at = False

    @Slot()
    def compare_listings(self) -> None:
        """Compare all listings, or show again what is known."""
        comparison = self._current
        if comparison is None:
            return
        if known := self._known.get(comparison.pair):
            self.listings_compared.emit(known)
            return
        self.progressed.emit(0)
        self._listings.ask_while_wanted(
            lambda still: comparison.listings(self.progressed.emit, still),
            self._show_listings,
            if_trouble(self._stop),
        )

    @Slot()
    def cancel(self) -> None:
        """The listings need not be compared."""
        self._listings.forget()
        self.stopped.emit()

    def _show(self, found: tuple[Compares, LibraryChanges] | None) -> None:
        self._current, self._changes = found if found is not None else (None, None)
        self.compared.emit(self._changes)
        if self._current is not None and (known := self._known.get(self._current.pair)):
            self.listings_compared.emit(known)
        if self._is_looked_at:
            self._note_as_seen()
        self._tell_news()

    def _show_listings(self, found: ListingChanges) -> None:
        if self._current is not None:
            self._known = {self._current.pair: found}
        self.listings_compared.emit(found)

    def _stop(self, trouble: object) -> None:
        self.stopped.emit()
        self.failed.emit(trouble)

    def _tell_news(self) -> None:
        is_new = self._current is not None and self._current.pair[1] != self._seen
        many = len(self._changes.pieces) if self._changes is not None else 0
        self.news_changed.emit((str(many) if many else " ") if is_new else "")

    def _note_as_seen(self) -> None:
        state = self._current.pair[1] if self._current is not None else ""
        if state and state != self._seen:
            self._seen = state
            self._deeds.do(lambda: self._notebook.remember(NAME, state), lambda _: None, if_trouble(lambda _: None))
