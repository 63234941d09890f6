"""The one road to a thread and the one road back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from therapist_desktop.domain.errors import Outdated, Trouble

if TYPE_CHECKING:
    from concurrent.futures import Future
    from typing import Protocol

    class Threads(Protocol):
        """What does the work: an executor, or one that is made when there is work."""

        def submit(self, work: Callable[[], _T], /) -> Future[_T]: ...


_T = TypeVar("_T")
OnError = Callable[[BaseException], None]
Still = Callable[[], None]
"""Asked now and then by a long question: raises Outdated once nobody waits for its answer."""


def if_trouble(tell: Callable[[Trouble], object]) -> OnError:
    """What to do with an error: a trouble is told, anything else is a bug and goes on to be logged."""

    def hear(error: BaseException) -> None:
        if not isinstance(error, Trouble):
            raise error
        tell(error)

    return hear


class _Asked(NamedTuple):
    future: Future[Any]
    on_answer: Callable[[Any], None]
    on_error: OnError


class NewestOnly(QObject):
    """Asks questions off the GUI thread. Only the answer to the newest one is delivered."""

    _finished = Signal(object)

    def __init__(self, executor: Threads, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = executor
        self._asked: _Asked | None = None
        self._turn = object()
        self._finished.connect(self._deliver)

    @property
    def is_waiting(self) -> bool:
        """An answer is on its way."""
        return self._asked is not None

    def ask(self, question: Callable[[], _T], on_answer: Callable[[_T], None], on_error: OnError) -> None:
        """Answer this question instead of any that was asked before."""
        self.forget()
        self._ask(question, on_answer, on_error)

    def ask_while_wanted(
        self, question: Callable[[Still], _T], on_answer: Callable[[_T], None], on_error: OnError
    ) -> None:
        """The same for a question that may take long: it is told to give up when another one is asked."""
        self.forget()
        turn = self._turn

        def still() -> None:
            if self._turn is not turn:
                raise Outdated

        self._ask(lambda: question(still), on_answer, on_error)

    def forget(self) -> None:
        """Drop the question under way; its answer is not delivered."""
        self._turn = object()
        stale, self._asked = self._asked, None  # cleared first: cancel() calls back at once
        if stale is not None:
            stale.future.cancel()

    def _ask(self, question: Callable[[], _T], on_answer: Callable[[_T], None], on_error: OnError) -> None:
        self._asked = _Asked(self._executor.submit(question), on_answer, on_error)
        self._asked.future.add_done_callback(self._come_home)

    def _come_home(self, future: Future[Any]) -> None:
        try:
            self._finished.emit(future)
        except RuntimeError:
            return  # the window went while the question was running

    @Slot(object)
    def _deliver(self, arrived: Future[Any]) -> None:
        asked = self._asked
        if asked is None or arrived is not asked.future:
            return
        self._asked = None
        _hand_over(asked)


class OneAtATime(QObject):
    """Does deeds off the GUI thread, first come, first served. Every end is delivered."""

    _finished = Signal(object)

    def __init__(self, executor: Threads, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = executor
        self._under_way: dict[Future[Any], _Asked] = {}
        self._finished.connect(self._deliver)

    @property
    def is_busy(self) -> bool:
        """A deed is under way or waits for its turn."""
        return bool(self._under_way)

    def do(self, deed: Callable[[], _T], on_done: Callable[[_T], None], on_error: OnError) -> None:
        """Do this after everything that was asked for before. The executor must have one worker."""
        future = self._executor.submit(deed)
        self._under_way[future] = _Asked(future, on_done, on_error)
        future.add_done_callback(self._come_home)

    def _come_home(self, future: Future[Any]) -> None:
        try:
            self._finished.emit(future)
        except RuntimeError:
            return  # the window went while the deed was running

    @Slot(object)
    def _deliver(self, arrived: Future[Any]) -> None:
        asked = self._under_way.pop(arrived, None)
        if asked is not None:
            _hand_over(asked)


def _hand_over(asked: _Asked) -> None:
    from concurrent.futures import CancelledError  # loaded with the first thread

    try:
        error = asked.future.exception()
    except CancelledError:
        return
    if error is None:
        asked.on_answer(asked.future.result())
    else:
        asked.on_error(error)
