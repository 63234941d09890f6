"""The check of the library finds every mistake that was planted, in its file and line, and nothing in good pieces."""

from __future__ import annotations

import base64
import struct
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.publishing import pages
from tests.publishing.conftest import RESOURCES, Run
from therapist_desktop.publishing.isbn import is_isbn
from therapist_desktop.publishing.portraits import size_of

ERROR, WARNING = "errors", "warnings"
LATER = "2999-01-01"


class Plant(NamedTuple):
    """A change to a good file, and what is to be found then."""

    file: str
    old: str
    new: str
    weight: str
    field: str
    line: int
    rule: str


def png(wide: int, high: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", wide, high) + bytes(40)


def jpeg(wide: int, high: int) -> bytes:
    comment = b"\xff\xfe" + struct.pack(">H", 6) + b"\xff\xc0\xff\xc0"
    frame = b"\xff\xc0" + struct.pack(">HBHH", 17, 8, high, wide) + bytes(12)
    return b"\xff\xd8" + b"\xff\xe0" + struct.pack(">H", 4) + b"JF" + comment + frame


def portrait(picture: bytes) -> str:
    return f'[author]\nportrait = "{base64.b64encode(picture).decode()}"'


ILLEGAL = (
    "The utilization of multidimensional psychotherapeutic interventions necessitates interdisciplinary cooperation. "
)
PLANTS = {
    "no summary": Plant(
        "topic/low-tide.md", 'summary = "What low tide is, and what helps."\n', "", ERROR, "summary", 1, "missing"
    ),
    "no review": Plant("topic/low-tide.md", "reviewed = 2026-11-02\n", "", ERROR, "reviewed", 1, "missing"),
    "no update": Plant("article/tides.md", "updated = 2026-11-01\n", "", ERROR, "updated", 1, "missing"),
    "reviewed in the future": Plant(
        "topic/low-tide.md", "reviewed = 2026-11-02", f"reviewed = {LATER}", ERROR, "reviewed", 6, "future"
    ),
    "one source twice": Plant(
        "topic/low-tide.md",
        "Second Institute. Low tide, once more.",
        "First Institute. Low tide.",
        ERROR,
        "references",
        9,
        "at least 2",
    ),
    "a link to nothing": Plant(
        "topic/low-tide.md", "Call or", "[Call](term:nowhere) or", ERROR, "body", 22, "leads to nothing"
    ),
    "a link of a translation to nothing": Plant(
        "topic/low-tide.es.md", "Llame", "[Llame](term:nowhere)", ERROR, "translations.es.body", 13, "leads to nothing"
    ),
    "a crisis page without help": Plant(
        "topic/low-tide.md", "[988](hotline:988)", "somebody", ERROR, "crisis", 7, "hotline"
    ),
    "hard to read": Plant("topic/low-tide.md", "## What", f"{ILLEGAL * 30}\n\n## What", WARNING, "body", 16, "grade"),
    "too short": Plant("topic/low-tide.md", pages.WORDS, "Little.", WARNING, "body", 16, "250 to"),
    "a dose": Plant("topic/low-tide.md", "Call or", "Take two tablets of 20 mg. Call or", WARNING, "body", 22, "dose"),
    "no medicine": Plant(
        "topic/tidalol.md", '[medicine]\ngenerics = ["tidalol"]\n', "", ERROR, "medicine", 1, "[medicine]"
    ),
    "a name of two terms": Plant("term/ebb.toml", "outgoing tide", "The Flow", ERROR, "also_called", 3, "term:flow"),
    "a definition that says its name": Plant(
        "term/ebb.toml", "The time in", "Ebb is the time in", WARNING, "definition", 2, "begins with the title"
    ),
    "a term nobody reviewed": Plant("term/ebb.toml", "reviewed = 2026-11-02\n", "", ERROR, "reviewed", 1, "missing"),
    "a hotline without Spanish": Plant(
        "hotline/988.toml", 'title_es = "L\u00ednea 988"\n', "", ERROR, "title_es", 1, "missing"
    ),
    "a hotline without an owner": Plant(
        "hotline/988.toml", '[[references]]\ntext = "Owner of 988."\n', "", ERROR, "references", 1, "missing"
    ),
    "a wrong book number": Plant("book/the-tides.toml", "40615-7", "40615-8", ERROR, "isbn", 4, "check digit"),
    "headings that were not translated": Plant(
        "topic/low-tide.es.md",
        "## Signos",
        "## Signos\n\n### Uno\n\n### Dos",
        WARNING,
        "translations.es.body",
        7,
        "headings",
    ),
    "links that were not translated": Plant(
        "topic/low-tide.es.md",
        "Llame",
        "[a](hotline:988) [b](hotline:911) [c](hotline:911) Llame",
        WARNING,
        "translations.es.body",
        7,
        "links",
    ),
    "a translation of long ago": Plant(
        "topic/low-tide.es.md",
        "reviewed = 2026-11-02",
        "reviewed = 2020-01-01",
        WARNING,
        "translations.es.reviewed",
        4,
        "730 days",
    ),
    "a translation nobody reviewed": Plant(
        "topic/low-tide.es.md", "reviewed = 2026-11-02\n", "", ERROR, "translations.es.reviewed", 1, "missing"
    ),
    "a portrait that is none": Plant(
        "article/tides.md", "[author]", portrait(b"GIF89a" + bytes(60)), ERROR, "author.portrait", 7, "neither"
    ),
    "a huge portrait": Plant(
        "article/tides.md", "[author]", portrait(png(30_000, 30_000)), ERROR, "author.portrait", 7, "pixels"
    ),
}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return pages.small_library(tmp_path_factory.mktemp("library"))


def found(report: Any, weight: str) -> list[tuple[str, str, int, str]]:
    return [(Path(one["file"]).name, one["field"], one["line"], one["rule"]) for one in report[weight]]


def test_good_pieces_have_no_findings(good: Path, run: Run) -> None:
    assert run("check", good) == (0, {"errors": [], "warnings": []})


@pytest.mark.parametrize("name", PLANTS)
def test_each_mistake_is_found_where_it_stands(name: str, tmp_path: Path, run: Run) -> None:
    plant = PLANTS[name]
    folder = pages.small_library(tmp_path / "resources")
    pages.put(folder, "term/flow.toml", pages.TERM.replace('"Ebb"', '"The flow"').replace("outgoing", "incoming"))
    file = folder / "library" / plant.file
    text = file.read_text(encoding="utf-8")
    assert plant.old in text
    file.write_text(text.replace(plant.old, plant.new), encoding="utf-8")
    code, report = run("check", folder)
    assert code == (1 if plant.weight == ERROR else 0)
    hits = [one for one in found(report, plant.weight) if one[1] == plant.field and plant.rule in one[3]]
    assert hits
    assert hits[0][:3] == (Path(plant.file).name, plant.field, plant.line)
    others = [one for one in found(report, ERROR) if one not in hits and "term:ebb" not in one[3]]
    assert others == []


def test_the_grade_is_told_with_its_figure(tmp_path: Path, run: Run) -> None:
    folder = pages.small_library(tmp_path / "resources")
    pages.put(folder, "topic/low-tide.md", pages.TOPIC.replace(pages.WORDS, ILLEGAL * 40))
    (rule,) = (one[3] for one in found(run("check", folder)[1], WARNING) if "grade" in one[3])
    assert rule.startswith("reads at grade 30; 9 is the most")


def test_all_broken_files_are_named_at_once(tmp_path: Path, run: Run) -> None:
    folder = pages.small_library(tmp_path / "resources")
    pages.put(folder, "term/broken.toml", "title = 1\n")
    pages.put(folder, "topic/broken.md", "no front matter")
    code, report = run("check", folder)
    assert code == 1
    assert {one[0] for one in found(report, ERROR)} == {"broken.toml", "broken.md"}


def test_rules_of_the_house_only_warn_what_others_publish(tmp_path: Path, run: Run) -> None:
    folder = pages.small_library(tmp_path / "work")
    (folder / "work.toml").write_text('title = "Mine"\n', encoding="utf-8")
    pages.put(folder, "term/ebb.toml", pages.TERM.replace("reviewed = 2026-11-02\n", ""))
    code, report = run("check", folder)
    assert code == 0
    assert ("ebb.toml", "reviewed", 1, "is missing") in found(report, WARNING)


def test_what_is_delivered_has_no_errors(run: Run) -> None:
    code, report = run("check", RESOURCES)
    assert (code, report["errors"]) == (0, [])


@pytest.mark.parametrize(
    ("number", "is_right"),
    [
        ("0306406152", True),
        ("080442957X", True),
        ("9780306406157", True),
        ("9791090636071", True),
        ("0306406153", False),
        ("0804429570", False),
        ("9780306406158", False),
        ("9770306406158", False),
        ("978030640615X", False),
        ("123", False),
    ],
)
def test_book_numbers_add_up(number: str, *, is_right: bool) -> None:
    assert is_isbn(number) is is_right


@pytest.mark.parametrize(
    ("picture", "size"),
    [
        (png(120, 160), (120, 160)),
        (jpeg(120, 160), (120, 160)),
        (b"\x89PNG\r\n\x1a\n", None),
        (b"\xff\xd8\xff", None),
        (b"\xff\xd8" + b"\xff" * 500, None),
        (b"\xff\xd8\xff\xe0\x00\x00" * 50, None),
        (b"GIF89a" + bytes(50), None),
        (b"", None),
    ],
)
def test_a_picture_says_its_size(picture: bytes, size: tuple[int, int] | None) -> None:
    assert size_of(picture) == size
