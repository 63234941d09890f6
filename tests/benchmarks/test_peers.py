"""A peer is compared only where it answers as we do."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from benchmarks import tantivy_peer
from benchmarks.agreement import APART, must_agree
from benchmarks.directory import TODAY
from benchmarks.fts_peer import FtsPeer
from benchmarks.popcount_peer import Counting
from benchmarks.questions import QUESTIONS, Question
from therapist_desktop.data.reading.opening import OpenCatalogue
from therapist_desktop.domain.filters import Filters
from therapist_desktop.services.catalogue import Catalogue

if TYPE_CHECKING:
    from benchmarks.directory import Directory

ALIKE = tuple(question for question in QUESTIONS if question not in APART)


def test_the_questions_are_many_and_told_apart() -> None:
    assert len(ALIKE) >= 16
    assert len({question.name for question in QUESTIONS}) == len(QUESTIONS)


def test_sqlite_finds_and_counts_what_we_do(directory: Directory) -> None:
    catalogue = Catalogue(directory.catalogue)
    with closing(FtsPeer(directory)) as peer:
        for question in ALIKE:
            must_agree(question, catalogue.search(question.filters, TODAY), *peer.search_with_counts(question))


@pytest.mark.skipif(not tantivy_peer.is_installed(), reason="make setup-benchmarks")
def test_tantivy_finds_and_counts_what_we_do(directory: Directory) -> None:
    catalogue, peer = Catalogue(directory.catalogue), tantivy_peer.TantivyPeer(directory)
    for question in ALIKE:
        must_agree(question, catalogue.search(question.filters, TODAY), *peer.search_with_counts(question))
        if question.filters.words:
            assert peer.search(question) == catalogue.search(Filters(words=question.filters.words), TODAY).total


def test_who_answers_otherwise_is_not_compared(directory: Directory) -> None:
    question = Question(Filters(words="grief"))
    ours = Catalogue(directory.catalogue).search(question.filters, TODAY)
    must_agree(question, ours, ours.total, ours.counts)
    with pytest.raises(RuntimeError, match="the peer 7"):
        must_agree(question, ours, 7, ours.counts)
    with pytest.raises(RuntimeError, match="counts language differently"):
        must_agree(question, ours, ours.total, {**ours.counts, "language": {"en": 1}})


def test_the_floor_under_counts_has_a_line_for_every_value(directory: Directory) -> None:
    catalogue = OpenCatalogue(directory.catalogue)
    everything = Catalogue(directory.catalogue).search(Filters(), TODAY)
    counting = Counting(catalogue)
    assert counting.values == sum(len(values) for values in everything.counts.values())
    assert counting.ours_ms(everything) > 0
    assert counting.pass_ms() > 0
