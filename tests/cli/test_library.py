"""library, status and show: what they say about the library."""

from pathlib import Path

import pytest

from tests.cli.conftest import Ask
from tests.data.test_library_search import PIECES
from tests.made import crowd, whole
from tests.services.machines import Machine
from tests.services.repositories import Repository


@pytest.fixture(scope="module")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a release that has a piece of nearly every kind."""
    folder = tmp_path_factory.mktemp("stocked")
    repository = Repository(folder / "published")
    repository.publish(42, [*whole(crowd(3)), *PIECES])
    machine = Machine(folder / "data")
    machine.install(repository)
    return machine.paths.folder


def test_status_counts_the_sections(run: Ask, stocked: Path) -> None:
    said = run("--data-dir", stocked, "status", "--json").json
    assert said["sections"]["medication"] == 1
    assert said["sections"]["term"] == 3
    assert sum(said["sections"].values()) == sum(
        count for kind, count in said["counts"].items() if kind not in {"provider", "center", "taxonomy", "place"}
    )
    assert "medication 1" in run("--data-dir", stocked, "status").out


def test_rows_say_what_lists_say(run: Ask, stocked: Path) -> None:
    (row,) = run("--data-dir", stocked, "library", "--kind", "medication", "--json").json["rows"]
    assert row["facts"] == {
        "drug_class": "SSRI",
        "generics": ["sertraline"],
        "brands": ["Zoloft"],
        "used_for": ["Depression"],
    }
    (row,) = run("--data-dir", stocked, "library", "--kind", "support_group", "--json").json["rows"]
    assert row["facts"]["phones"][0]["shown"] == "(555) 555-0142"


def test_a_search_counts_by_section_and_says_what_was_meant(run: Ask, stocked: Path) -> None:
    said = run("--data-dir", stocked, "library", "panic", "--kind", "term", "--json").json
    assert [row["id"] for row in said["rows"]] == ["term:panic-attack"]
    assert said["found"] == {"disorder": 1, "medication": 1, "term": 1}
    said = run("--data-dir", stocked, "library", "anxeity", "--json").json
    assert (said["total"], said["meant"]) == (0, "anxiety")
    assert "Did you mean: anxiety" in run("--data-dir", stocked, "library", "anxeity").out


def test_a_piece_is_shown_with_what_is_special_about_it(run: Ask, stocked: Path) -> None:
    said = run("--data-dir", stocked, "show", "topic:sertraline", "--json").json
    assert said["medicine"]["brands"] == ["Zoloft"]
    assert said.keys() >= {"say", "grade", "translations", "before", "after", "named_by"}
    said = run("--data-dir", stocked, "show", "topic:grief", "--json").json
    assert said["translations"][0]["title"] == "Duelo"
    assert said["before"]["id"] == "topic:depression"
