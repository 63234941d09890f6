"""A file can be read in one sitting, and its name says what is in it."""

from pathlib import Path

import pytest

from tests.rules.source import ROOT, files_of

LIMIT = 400
SCANNED_AT_LEAST = 20
NAMES_THAT_SAY_NOTHING = {
    "base",
    "common",
    "helper",
    "helpers",
    "manager",
    "managers",
    "misc",
    "util",
    "utils",
}


@pytest.fixture(scope="module")
def sources() -> list[Path]:
    return [file for part in ("therapist_desktop", "tests", "benchmarks") for file in files_of(ROOT / part, "*.py")]


def test_the_rules_really_see_the_source(sources: list[Path]) -> None:
    assert len(sources) >= SCANNED_AT_LEAST


def test_no_file_outgrows_a_sitting(sources: list[Path]) -> None:
    lines = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in sources}
    long = {file.relative_to(ROOT).as_posix(): count for file, count in lines.items() if count > LIMIT}
    assert not long, "which of their nouns wants a file of its own?"


def test_every_file_and_folder_is_named_after_something(sources: list[Path]) -> None:
    vague = [
        path.as_posix()
        for path in (file.relative_to(ROOT) for file in sources)
        if NAMES_THAT_SAY_NOTHING.intersection((*path.parent.parts, *path.stem.split("_")))
    ]
    assert not vague, "a module without a home: its noun is missing"
