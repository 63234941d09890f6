"""Asks everything in the release what answers to the words in the search box, behind the table's own question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from therapist_desktop.ui.jobs import if_trouble

if TYPE_CHECKING:
    from typing import Protocol

    from therapist_desktop.domain.answers import Answers, Group
    from therapist_desktop.ui.jobs import NewestOnly, Still

    class Answerer(Protocol):
        """The question that is asked of the catalogue."""

        def answers(
            self, words: str, *, scope: Group | None = None, most: int = 4, still: Still | None = None
        ) -> Answers: ...


REST_MS = 90  # longer than somebody takes from key to key: the rows below must not wait for this
MOST, MOST_OF_ONE = 3, 12


class AnswersController(QObject):
    """The newest words are the only ones that count."""

    answered = Signal(object)  # Answers
    failed = Signal()

    def __init__(self, catalogue: Answerer, reads: NewestOnly, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._reads = reads
        self._wanted: tuple[str, Group | None] = ("", None)
        self._is_due = self._is_free = False
        self._pause = QTimer(self, singleShot=True, interval=REST_MS)
        self._pause.timeout.connect(self._ask_if_free)

    @property
    def is_waiting(self) -> bool:
        """The answers are on their way."""
        return self._is_due or self._reads.is_waiting

    def want(self, words: str, scope: Group | None, *, after_table: bool) -> None:
        """Ask for this once the typing rests and the table has its rows."""
        self.forget()
        self._wanted = words, scope
        self._is_due, self._is_free = True, not after_table
        self._pause.start()

    @Slot()
    def come_after_table(self) -> None:
        """The table has its rows."""
        self._is_free = True
        if not self._pause.isActive():
            self.ask_now()

    @Slot()
    def ask_now(self) -> None:
        """Ask what is due without any more waiting."""
        if not self._is_due:
            return
        self._is_due = False
        self._pause.stop()
        catalogue, (words, scope) = self._catalogue, self._wanted
        most = MOST_OF_ONE if scope else MOST
        self._reads.ask_while_wanted(
            lambda still: catalogue.answers(words, scope=scope, most=most, still=still),
            self.answered.emit,
            if_trouble(lambda _trouble: self.failed.emit()),
        )

    def forget(self) -> None:
        """Nobody waits for an answer any more."""
        self._is_due = False
        self._pause.stop()
        self._reads.forget()

    def _ask_if_free(self) -> None:
        if self._is_free:
            self.ask_now()
