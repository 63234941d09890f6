"""Every benchmark runs from end to end on few listings, without peers that must be installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks import frames, memory, reader, search, stall, xapian_peer
from benchmarks.questions import QUESTIONS
from benchmarks.text_library import library_of
from benchmarks.texts import KINDS, articles, questions
from benchmarks.usage import can_be_told
from therapist_desktop.services.catalogue import Catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from benchmarks.directory import Directory
    from benchmarks.figures import Figure


def sound(figures: Iterable[Figure]) -> list[str]:
    """The names of figures that are figures."""
    told = [one.as_json() for one in figures]
    keys = {"name", "value", "unit", "peer_name", "peer", "ratio", "bound"}
    assert [one for one in told if set(one) != keys] == []
    assert [one for one in told if not (float(str(one["value"])) > 0 and float(str(one["peer"])) > 0)] == []
    return [str(one["name"]) for one in told]


def test_search(directory: Directory, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(search, "is_installed", lambda: False)
    names = sound(search.measure_on(directory, rounds=2))
    assert {question.name for question in QUESTIONS} < set(names)
    assert "worst of the hostile texts" in names
    assert "`make setup-benchmarks`" in capsys.readouterr().err


@pytest.mark.skipif(not can_be_told(), reason="only Linux tells")
def test_memory(directory: Directory) -> None:
    names = sound(memory.measure_on(directory, rounds=1))
    assert "window, scrolled to the end" in names


def test_stall(directory: Directory) -> None:
    names = sound(stall.measure_on(directory, rounds=1, times=1, intervals=()))
    assert "away while typing, p99" in names
    assert len([name for name in names if name.endswith("key to painted answer, p50")]) == 2


def test_frames(directory: Directory) -> None:
    names = sound(frames.measure_on(directory, rounds=1, steps=12))
    assert [name for name in names if name.endswith("work a frame, p99")] == [
        f"{series}: work a frame, p99" for series in frames.SERIES
    ]


def test_the_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    library = library_of(60, tmp_path)
    monkeypatch.setattr(xapian_peer, "PYTHONS", ())
    names = sound([*reader.opened(rounds=1, count=2), *reader.searched(library, each=2, times=2)])
    assert "article of 800 words: painted, p95" in names
    assert "search, p95" in names
    assert {f"{kind}, median" for kind in KINDS} < set(names)
    assert "`make setup-benchmarks`" in capsys.readouterr().err


@pytest.mark.skipif(not xapian_peer.version()[0], reason="make setup-benchmarks")
def test_xapian_finds_what_we_find(tmp_path: Path) -> None:
    library = library_of(60, tmp_path)
    asked = [
        one
        for one in questions([*library.articles()], 3)
        if one.kind in {"one word", "a rare word", "a slip of the finger"}
    ]
    told = xapian_peer.asked(
        xapian_peer.version()[0], library.lines, tmp_path / "index", 1, [one.words for one in asked]
    )
    found = [reader.answered(Catalogue(library.catalogue), one.words) for one in asked]
    assert all(found)
    assert all(told["hits"])


def test_made_up_articles_are_always_the_same() -> None:
    one, two = ([*articles(5)] for _ in range(2))
    assert one == two
    assert len({text.title for text in one}) == 5
    assert len(next(articles(1, 800)).text.split()) == 800
