"""Every benchmark runs from end to end on few listings, without peers that must be installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks import frames, memory, search, stall
from benchmarks.questions import QUESTIONS
from benchmarks.usage import can_be_told

if TYPE_CHECKING:
    from collections.abc import Iterable

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
