"""The page and the chart are made from the record; a benchmark writes its own section and no other."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from benchmarks import machine
from benchmarks.__main__ import NAMES, main, write_down
from benchmarks.figures import Figure, share, table
from benchmarks.record import Record, Run
from tests.rules.source import loaded_by

if TYPE_CHECKING:
    from pathlib import Path

KEPT = Figure("a short wait", 1.0, "ms", "a <long> one & more", 4.0, 0.5)
MISSED = Figure("a | long wait", 1234.5, "ms", "a frame", 16.0, 1.0)
FREE = Figure("a wait", 5.0, "ms", "another", 16.0)
SVG = "{http://www.w3.org/2000/svg}"


def run(name: str, rows: int, *figures: Figure) -> Run:
    return Run(name, rows, "2026-11-20", machine.facts(), figures)


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    write_down(run("search", 1_000, KEPT, FREE), "About searching.", tmp_path)
    write_down(run("stall", 1_000, MISSED), "About stalls.", tmp_path)
    return tmp_path


def page(docs: Path) -> str:
    return (docs / "performance.md").read_text(encoding="utf-8")


def test_a_section_tells_machine_day_and_figures(docs: Path) -> None:
    text = page(docs)
    assert "2026-11-20. Processor: " in text
    assert "| a short wait | 1.00 ms | a &lt;long> one & more | 4.00 ms | 0.25x | &lt;= 0.5x | met |" in text
    assert "| a wait | 5.00 ms | another | 16.00 ms | 0.31x |  |  |" in text
    assert "| a \\| long wait | 1,234.50 ms | a frame | 16.00 ms | 77.16x | &lt;= 1x | **missed** |" in text


def test_writing_a_section_anew_leaves_all_else(docs: Path) -> None:
    words = "What somebody wrote by hand."
    (docs / "performance.md").write_text(
        page(docs).replace("<!-- stall begins -->", f"{words}\n\n<!-- stall begins -->")
    )
    before = page(docs)
    write_down(run("search", 1_000, FREE), "About searching, again.", docs)
    after = page(docs)
    assert after.split(words)[1] == before.split(words)[1]
    assert "About searching, again." in after
    assert "a short wait" not in after
    assert after.count("<!-- search begins -->") == after.count("<!-- search ends -->") == 1


def test_each_number_of_listings_has_its_own_table(docs: Path) -> None:
    write_down(run("search", 1_000_000, MISSED), "About searching.", docs)
    text = page(docs)
    assert text.index("### 1,000 listings") < text.index("### 1,000,000 listings") < text.index("## Stall")
    assert [(one.benchmark, one.rows) for one in Record(docs / "performance.json")] == [
        ("search", 1_000),
        ("search", 1_000_000),
        ("stall", 1_000),
    ]


def test_the_record_reads_back_as_it_was_kept(docs: Path) -> None:
    (kept,) = Record(docs / "performance.json").of("search")
    assert kept == run("search", 1_000, KEPT, FREE)


def test_the_chart_is_text_and_bars_with_a_title(docs: Path) -> None:
    root = ET.parse(docs / "pictures" / "performance.svg").getroot()
    told = root.find(f"{SVG}desc")
    texts = [one.text or "" for one in root.iter(f"{SVG}text")]
    bars = [one for one in root.iter(f"{SVG}rect") if one.get("rx")]
    assert root.find(f"{SVG}title") is not None
    assert told is not None
    assert "a short wait against a <long> one & more is 0.25x of 0.5x." in (told.text or "")
    assert len(bars) == 2
    assert any(text.endswith(", missed") for text in texts)
    assert not any("a wait / another" in text for text in texts)


def test_figures_are_a_table_and_a_json_document() -> None:
    lines = table("two", [KEPT, FREE]).splitlines()
    assert lines[3].split("  ")[0] == "a short wait"
    assert lines[3].endswith("met")
    told = json.loads(json.dumps(run("load", 5, MISSED).as_json()))
    assert set(told) == {"benchmark", "rows", "day", "machine", "figures"}
    assert told["figures"][0]["ratio"] == pytest.approx(77.156)


def test_shares() -> None:
    times = [float(one) for one in range(1, 101)]
    assert share(times, 50) == pytest.approx(50.5)
    assert share(times, 99) == pytest.approx(99.01)


def test_a_benchmark_is_loaded_when_it_is_asked_for() -> None:
    loaded = loaded_by(["benchmarks.__main__"])
    assert not {"numpy", "PySide6", *(f"benchmarks.{name}" for name in NAMES)}.intersection(loaded)
    with pytest.raises(SystemExit, match="2"):
        main(["nothing-like-it"])
