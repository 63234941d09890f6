"""The rows of a result that somebody is looking at, fetched a page at a time off the GUI thread."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from therapist_desktop.domain.results import Card, Results

if TYPE_CHECKING:
    from therapist_desktop.ui.jobs import NewestOnly

PAGE = 64
KEPT = 16
WANTED = 4

Page = tuple[Card, ...]
Fetch = Callable[[Results, int, int], Page]


class Answer(NamedTuple):
    """A result, the pages that are shown first, and where the listing stands that was selected."""

    results: Results
    pages: Mapping[int, Page]
    selected: str = ""
    position: int | None = None


class Pages(QObject):
    """Hands out cards by row. A row that is not there yet is fetched and announced."""

    arrived = Signal(int, int)  # first and last row
    failed = Signal(object)  # BaseException

    def __init__(self, fetch: Fetch, reads: NewestOnly, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._reads = reads
        self._results: Results | None = None
        self._kept: OrderedDict[int, Page] = OrderedDict()
        self._wanted: OrderedDict[int, None] = OrderedDict()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fetch_wanted)

    @property
    def total(self) -> int:
        """How many rows there are."""
        return 0 if self._results is None else self._results.total

    def open(self, answer: Answer | None) -> None:
        """Begin anew with this answer and the pages it brings."""
        self._reads.forget()
        self._wanted.clear()
        self._results = None if answer is None else answer.results
        self._kept = OrderedDict({} if answer is None else answer.pages)

    def card(self, row: int) -> Card | None:
        """The card of this row, or None while it is being fetched."""
        number, place = divmod(row, PAGE)
        page = self._kept.get(number)
        if page is None:
            self._want(number)
            return None
        self._kept.move_to_end(number)
        return page[place] if place < len(page) else None

    def _want(self, number: int) -> None:
        self._wanted[number] = None
        self._wanted.move_to_end(number)
        while len(self._wanted) > WANTED:  # scrolled past long ago
            self._wanted.popitem(last=False)
        if not self._reads.is_waiting and not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _fetch_wanted(self) -> None:
        results, fetch, numbers = self._results, self._fetch, tuple(self._wanted)
        if results is None or not numbers:
            return
        self._wanted.clear()
        self._reads.ask(
            lambda: {number: fetch(results, number * PAGE, PAGE) for number in numbers},
            self._keep,
            self.failed.emit,
        )

    def _keep(self, pages: Mapping[int, Page]) -> None:
        for number, page in pages.items():
            self._kept[number] = page
            self.arrived.emit(number * PAGE, min((number + 1) * PAGE, self.total) - 1)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        self._forget_kept(pages)
        if self._wanted:
            self._soon.start()

    def _forget_kept(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            self._wanted.pop(number, None)
