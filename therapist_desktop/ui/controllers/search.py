"""Asks the catalogue what the person asks for, once they pause, and delivers rows together with the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from therapist_desktop.domain.errors import Trouble
from therapist_desktop.domain.filters import Filters
from therapist_desktop.ui.jobs import if_trouble
from therapist_desktop.ui.models.pages import PAGE, Answer

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol

    from therapist_desktop.domain.results import Card, Results
    from therapist_desktop.ui.jobs import NewestOnly, Still

    class Searches(Protocol):
        """The questions that a search asks of the catalogue."""

        def search(self, filters: Filters, *, still: Still) -> Results: ...
        def page(self, results: Results, offset: int, limit: int) -> tuple[Card, ...]: ...
        def settle(self) -> None: ...
        def position(self, results: Results, listing_id: str) -> int | None: ...


TYPING_PAUSE_MS = 30
PATIENCE_MS = 150


class SearchController(QObject):
    """Remembers what is asked for; the newest question is the only one that counts."""

    started = Signal()  # the answer takes longer than a blink
    answered = Signal(object)  # Answer
    failed = Signal(object)  # Trouble

    def __init__(
        self,
        catalogue: Searches,
        reads: NewestOnly,
        looking_at: Callable[[], tuple[str, int]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._reads = reads
        self._looking_at = looking_at
        self._wanted = Filters()
        self._answer: Answer | None = None
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._ask_now)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self.started)

    @property
    def answer(self) -> Answer | None:
        """The newest answer."""
        return self._answer

    @Slot(object)
    def ask(self, wanted: Filters) -> None:
        """Ask for this; words wait until the typing pauses."""
        is_typing = bool(wanted.words) and wanted.words != self._wanted.words
        pause = TYPING_PAUSE_MS if is_typing else 0
        self._wanted = wanted
        self._pause.start(pause)

    @Slot()
    def ask_again(self) -> None:
        """Ask for the same once more, for the release may be another one."""
        self._pause.start(0)

    def answer_at_once(self, wanted: Filters) -> None:
        """Ask for this and wait for it: only before the window is shown, so that its first picture has rows."""
        self._wanted = wanted
        self._pause.stop()
        try:
            self._deliver(_answer(self._catalogue, wanted, "", 0, _always))
        except Trouble as trouble:
            self._hear(trouble)

    def hold(self, wanted: Filters) -> None:
        """Ask for this with the next `ask_again`: the first picture does not wait for the search engine."""
        self._wanted = wanted
        self._pause.stop()

    @Slot()
    def _ask_now(self) -> None:
        catalogue, wanted = self._catalogue, self._wanted
        selected, row = self._looking_at()
        self._patience.start()

        def answer(still: Still) -> Answer:
            found = _answer(catalogue, wanted, selected, row, still)
            catalogue.settle()
            return found

        self._reads.ask_while_wanted(answer, self._deliver, self._hear)

    def _deliver(self, answer: Answer) -> None:
        self._patience.stop()
        self._answer = answer
        self.answered.emit(answer)

    def _hear(self, error: BaseException) -> None:
        self._patience.stop()
        if_trouble(self.failed.emit)(error)


def _always() -> None:
    """Somebody waits for this answer."""


def _answer(catalogue: Searches, wanted: Filters, selected: str, row: int, still: Still) -> Answer:
    """The result with the pages that will be on the screen: the first, the one looked at, the selected row's."""
    results = catalogue.search(wanted, still=still)
    position = catalogue.position(results, selected) if selected and results.total else None
    first = {0, row // PAGE, (row + PAGE // 2) // PAGE}
    if position is not None:
        first.add(position // PAGE)
    pages = {
        number: catalogue.page(results, number * PAGE, PAGE)
        for number in sorted(first)
        if number * PAGE < results.total
    }
    return Answer(results, pages, selected, position)
