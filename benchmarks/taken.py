"""How long each question took one of those who were asked."""

import statistics
import time
from collections.abc import Callable, Iterable
from typing import TypeVar

from benchmarks.figures import share
from benchmarks.questions import Question

_T = TypeVar("_T")


class Taken:
    """Milliseconds by question."""

    def __init__(self) -> None:
        self._times: dict[str, list[float]] = {}

    def time(self, question: Question, answer: Callable[[Question], _T]) -> _T:
        """Answer it and keep how long that took."""
        started = time.perf_counter()
        answered = answer(question)
        self._times.setdefault(question.name, []).append((time.perf_counter() - started) * 1000)
        return answered

    def median(self, question: Question) -> float:
        """Of one question."""
        return statistics.median(self._times[question.name])

    def share(self, percent: int, questions: Iterable[Question]) -> float:
        """What so many percent of all times of these questions do not exceed."""
        return share([one for question in questions for one in self._times[question.name]], percent)
