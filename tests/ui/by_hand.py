"""An executor that runs nothing until the test says so."""

from __future__ import annotations

from collections import deque
from concurrent.futures import Executor, Future
from functools import partial
from typing import TYPE_CHECKING, Any

from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable


class ByHand(Executor):
    """Work waits in order; `step` does the next piece of it."""

    def __init__(self) -> None:
        self.waiting: deque[tuple[Future[Any], Callable[[], Any]]] = deque()

    @override
    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.waiting.append((future, partial(fn, *args, **kwargs)))
        return future

    def step(self) -> None:
        """Do the next piece of work."""
        future, work = self.waiting.popleft()
        if future.set_running_or_notify_cancel():
            try:
                result = work()
            except Exception as error:
                future.set_exception(error)
            else:
                future.set_result(result)

    def run_all(self) -> None:
        """Do everything that waits."""
        while self.waiting:
            self.step()
