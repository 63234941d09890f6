"""Articles opened in the reader one after another, from the call to the end of the painting of the text on the clock
(work is the processor time of the GUI thread, which other programs on the machine do not make longer); and questions to
a library of made-up articles, twenty answers with a snippet each, beside Xapian (the search engine of Kiwix) over the
same texts in the same run. Both read from disk, find other forms of a word, take the last one for a word that is still
being typed, keep to the order of a phrase, and correct the spelling where nothing was found; ours also counts the hits
in every section. The questions are one word, two words, the beginning of a word, a phrase, a rare word and a slip of
the finger. `--rows` says how many articles there are, 5,000 where it is not said."""

import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks import xapian_peer
from benchmarks.children import told_by
from benchmarks.figures import FRAME_MS, Figure, share
from benchmarks.telling import say, warn
from benchmarks.text_library import TextLibrary, library_of
from benchmarks.texts import KINDS, Asked, questions
from therapist_desktop.services.catalogue import Catalogue

WORDS = (800, 3_000)
_OPENED, _ROUNDS, _EACH, _TIMES = 40, 2, 25, 5
_FRAME, _FRAMES = "one 60 Hz frame", "two 60 Hz frames"


def measure(count: int) -> list[Figure]:
    """All figures of the reader with a library of so many articles."""
    return [*opened(_ROUNDS, _OPENED), *searched(library_of(count), _EACH, _TIMES)]


def opened(rounds: int, count: int) -> list[Figure]:
    """Opening so many articles of each length in so many windows."""
    figures = []
    for words in WORDS:
        shown: list[float] = []
        whole: list[float] = []
        work: list[float] = []
        for turn in range(rounds):
            say(f"opening articles of {words:,} words, round {turn + 1} of {rounds}")
            told = told_by("benchmarks.opener", str(words), str(count))
            shown += told["shown"]
            whole += told["whole"]
            work += told["work"]
        name = f"article of {words:,} words"
        figures += [
            Figure(f"{name}: painted, p50", share(shown, 50), "ms", _FRAMES, 2 * FRAME_MS),
            Figure(f"{name}: painted, p95", share(shown, 95), "ms", _FRAMES, 2 * FRAME_MS, 1.0),
            Figure(f"{name}: work until then, p95", share(work, 95), "ms", _FRAMES, 2 * FRAME_MS),
            Figure(f"{name}: with everything beside it, p95", share(whole, 95), "ms", _FRAMES, 2 * FRAME_MS),
        ]
    return figures


def searched(library: TextLibrary, each: int, times: int) -> list[Figure]:
    """Questions to a library that is there: so many of each kind, each asked so many times."""
    asked = questions([*library.articles()], each)
    say(f"asking {len(asked)} questions {times} times")
    ours = _ours(library, asked, times)
    every = [one for some in ours for one in some]
    figures = [
        Figure("search, p50", share(every, 50), "ms", _FRAME, FRAME_MS),
        Figure("search, p95", share(every, 95), "ms", _FRAME, FRAME_MS, 1.0),
    ]
    python, version = xapian_peer.version()
    if not python:
        warn("Xapian is not there: `make setup-benchmarks` installs it on Debian; only our own figures are told")
        return [*figures, *_by_kind(asked, ours, None)]
    say(f"the same of Xapian {version}")
    with tempfile.TemporaryDirectory() as folder:
        told = xapian_peer.asked(python, library.lines, Path(folder) / "index", times, [one.words for one in asked])
    theirs: list[list[float]] = told["times"]
    flat = [one for some in theirs for one in some]
    peer = f"Xapian {version}"
    figures += [
        Figure("search, p50", share(every, 50), "ms", f"{peer}, p50", share(flat, 50)),
        Figure("search, p95", share(every, 95), "ms", f"{peer}, p95", share(flat, 95)),
    ]
    return [*figures, *_by_kind(asked, ours, theirs)]


def _ours(library: TextLibrary, asked: Sequence[Asked], times: int) -> list[list[float]]:
    catalogue = Catalogue(library.catalogue)
    taken: list[list[float]] = [[] for _ in asked]
    for one in asked[: len(KINDS)]:
        answered(catalogue, one.words)  # the file is opened and its first pages are read
    for _ in range(times):
        for place, one in enumerate(asked):
            started = time.perf_counter()
            answered(catalogue, one.words)
            taken[place].append((time.perf_counter() - started) * 1000)
    return taken


def answered(catalogue: Catalogue, words: str) -> int:
    """How many cards there are in the end: where nothing is found, what was meant is asked for."""
    found = catalogue.hits(words, limit=xapian_peer.TOP)
    if not found.cards and found.meant:
        found = catalogue.hits(found.meant, limit=xapian_peer.TOP)
    return len(found.cards)


def _by_kind(asked: Sequence[Asked], ours: list[list[float]], theirs: list[list[float]] | None) -> list[Figure]:
    figures = []
    for kind in KINDS:
        places = [place for place, one in enumerate(asked) if one.kind == kind]
        value = statistics.median(time for place in places for time in ours[place])
        peer = statistics.median(time for place in places for time in theirs[place]) if theirs else FRAME_MS
        figures.append(Figure(f"{kind}, median", value, "ms", "Xapian, median" if theirs else _FRAME, peer))
    return figures
