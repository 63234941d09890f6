"""A script of questions, each with its total, the live counts of all values of all facets, and a page of rows in order,
asked of the program's own catalogue service and of its peers in turn. The peers index the same words and values, and
before anything is timed their totals and counts are checked to be ours. What is easier for tantivy: it gives its first
50 hits in the order of its index, fetches no rows, explains nothing, and takes a radius for a box."""

import statistics
from contextlib import closing

from benchmarks.agreement import APART, must_agree
from benchmarks.besides import besides
from benchmarks.directory import TODAY, Directory, directory_of
from benchmarks.figures import FRAME_MS, Figure
from benchmarks.fts_peer import FtsPeer
from benchmarks.hostile import worst_of_hostile
from benchmarks.opening import openings
from benchmarks.popcount_peer import Counting
from benchmarks.questions import PAGE, QUESTIONS, Question
from benchmarks.taken import Taken
from benchmarks.tantivy_peer import TantivyPeer, is_installed
from benchmarks.telling import say, warn
from therapist_desktop.data.reading.opening import OpenCatalogue
from therapist_desktop.domain.filters import Filters
from therapist_desktop.domain.results import Results
from therapist_desktop.services.catalogue import Catalogue

LARGE = 1_000_000
"""From here on our engine is held against its peers; below, what a call costs in Python covers everything else."""
_MIDDLING = 100_000
_ROUNDS = 15
_COUNTED_EVERY = 4
_FTS_ROUNDS = 3
_SLOW_MS = 1000.0
_COMPARED = tuple(question for question in QUESTIONS if not question.is_mistyped)
_TEXTS = tuple(question for question in _COMPARED if question.filters.words)
_LONGER = tuple(question for question in _TEXTS if min(map(len, question.filters.words.split())) >= 3)
"""Beginnings of one and two letters are stored with our index; tantivy joins thousands of words for them."""


def measure(rows: int) -> list[Figure]:
    """All figures of searching so many listings."""
    return measure_on(directory_of(rows), _ROUNDS)


def measure_on(directory: Directory, rounds: int) -> list[Figure]:
    """The same on a directory that is there. Raises RuntimeError where a peer answers otherwise than we do."""
    catalogue = Catalogue(directory.catalogue)
    found = {question.name: _ask(catalogue, question) for question in QUESTIONS}
    if is_installed():
        ours, figures, questions = _beside_tantivy(directory, catalogue, found, rounds)
    else:
        warn("tantivy is not installed; `make setup-benchmarks` installs it, and then it is measured as well")
        ours, figures, questions = _alone(catalogue, rounds)
    middling = directory.rows <= _MIDDLING
    return [
        *_overall(ours, 0.5 if middling else None),
        *figures,
        *((_beside_fts(directory, ours, found),) if middling else ()),
        _counting(directory, found, rounds),
        *besides(catalogue, bound=1.0 if middling else None),
        *openings(directory.catalogue),
        *((worst_of_hostile(catalogue),) if middling else ()),
        *questions,
    ]


def _ask(catalogue: Catalogue, question: Question) -> Results:
    """As the window asks: everything about the result, and the rows that are looked at."""
    results = catalogue.search(question.filters, TODAY)
    catalogue.page(results, results.total // 2 if question.is_deep else 0, PAGE, TODAY)
    return results


def _ask_all(catalogue: Catalogue, ours: Taken) -> None:
    for question in QUESTIONS:
        ours.time(question, lambda one: _ask(catalogue, one))


def _alone(catalogue: Catalogue, rounds: int) -> tuple[Taken, list[Figure], list[Figure]]:
    ours = Taken()
    for turn in range(rounds):
        say(f"asking, round {turn + 1} of {rounds}")
        _ask_all(catalogue, ours)
    return ours, [], [_of(question, ours, "one 60 Hz frame", FRAME_MS) for question in QUESTIONS]


def _beside_tantivy(
    directory: Directory, catalogue: Catalogue, found: dict[str, Results], rounds: int
) -> tuple[Taken, list[Figure], list[Figure]]:
    """In rounds: everything to us, the words alone to tantivy, and every few rounds everything to tantivy."""
    peer = TantivyPeer(directory)
    _make_sure_of(peer, catalogue, found)
    ours, words, whole = Taken(), Taken(), Taken()
    for turn in range(rounds):
        say(f"asking, round {turn + 1} of {rounds}")
        _ask_all(catalogue, ours)
        for question in _TEXTS:
            words.time(question, peer.search)
        for question in _COMPARED if turn % _COUNTED_EVERY == 0 else ():
            whole.time(question, peer.search_with_counts)
    large = directory.rows >= LARGE
    alone, counted = "tantivy, words alone", "tantivy, same counts"
    figures = [
        _ms("text questions, p50", ours.share(50, _TEXTS), alone, words.share(50, _TEXTS), 2.0 if large else None),
        _ms("text questions, p95", ours.share(95, _TEXTS), alone, words.share(95, _TEXTS), 1.0 if large else None),
        _ms("text questions from 3 letters on, p95", ours.share(95, _LONGER), alone, words.share(95, _LONGER)),
        _ms("all questions, p50", ours.share(50, _COMPARED), counted, whole.share(50, _COMPARED)),
        _ms(
            "all questions, p95", ours.share(95, _COMPARED), counted, whole.share(95, _COMPARED), 0.1 if large else None
        ),
    ]
    questions = [_of(question, ours, alone, words.median(question)) for question in _TEXTS]
    questions += [_of(question, ours, counted, whole.median(question)) for question in _COMPARED]
    return ours, figures, questions


def _make_sure_of(peer: TantivyPeer, catalogue: Catalogue, found: dict[str, Results]) -> None:
    for question in _COMPARED:
        must_agree(question, found[question.name], *peer.search_with_counts(question))
    for question in _TEXTS:
        total = catalogue.search(Filters(words=question.filters.words), TODAY).total
        if peer.search(question) != total:
            raise RuntimeError(f"tantivy finds another total for the words of {question.name}")
    warn("no peer mends slips, and each takes a radius for a box; not compared, or not quite equal:")
    for question in APART:
        warn(f"  {question.name}")


def _beside_fts(directory: Directory, ours: Taken, found: dict[str, Results]) -> Figure:
    """A question that takes SQLite long is asked once."""
    say("asking SQLite")
    taken = Taken()
    with closing(FtsPeer(directory)) as peer:
        for question in _COMPARED:
            must_agree(question, found[question.name], *taken.time(question, peer.search_with_counts))
            for _again in range(1, _FTS_ROUNDS if taken.median(question) < _SLOW_MS else 1):
                taken.time(question, peer.search_with_counts)
    name = "SQLite FTS5 and GROUP BY"
    return _ms("all questions, p95", ours.share(95, _COMPARED), name, taken.share(95, _COMPARED))


def _counting(directory: Directory, found: dict[str, Results], rounds: int) -> Figure:
    """The counts of every result once more, without the search around them."""
    say("counting")
    counting = Counting(OpenCatalogue(directory.catalogue))
    ours, passes = [], []
    for _round in range(rounds):
        ours += [counting.ours_ms(results) for results in found.values()]
        passes += [counting.pass_ms() for _ in found]
    bound = 1.2 if directory.rows >= LARGE else None
    return _ms(
        f"{counting.values} counts, p50", statistics.median(ours), "one popcount pass", statistics.median(passes), bound
    )


def _overall(ours: Taken, bound: float | None) -> list[Figure]:
    return [
        _ms("all questions, p50", ours.share(50, QUESTIONS), "one 60 Hz frame", FRAME_MS),
        _ms("all questions, p95", ours.share(95, QUESTIONS), "one 60 Hz frame", FRAME_MS, bound),
    ]


def _of(question: Question, ours: Taken, peer_name: str, peer: float) -> Figure:
    return _ms(question.name, ours.median(question), peer_name, peer)


def _ms(name: str, value: float, peer_name: str, peer: float, bound: float | None = None) -> Figure:
    return Figure(name, value, "ms", peer_name, peer, bound)
