"""Ratios mean something only between equal answers: whoever is compared must find and count the same."""

from collections.abc import Mapping

from benchmarks.questions import QUESTIONS, Question
from therapist_desktop.domain.results import Counts, Results

APART = tuple(question for question in QUESTIONS if question.is_mistyped or question.filters.near is not None)
"""Where nobody agrees with us: no peer mends a slip of the finger, and each takes a radius for a box."""


def must_agree(question: Question, ours: Results, total: int, counts: Counts) -> None:
    """Raises RuntimeError where a peer's total or one of its counts is not ours; the questions of APART may differ."""
    if question in APART:
        return
    if total != ours.total:
        raise RuntimeError(f"{question.name}: we find {ours.total}, the peer {total}")
    for facet, values in ours.counts.items():
        if _there(values) != _there(counts.get(facet, {})):
            raise RuntimeError(f"{question.name}: the peer counts {facet} differently")


def _there(values: Mapping[str, int]) -> dict[str, int]:
    return {value: count for value, count in values.items() if count}
