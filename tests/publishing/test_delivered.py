"""What is delivered with the program: taxonomy, places, library, starter."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.publishing.conftest import RESOURCES, Run
from therapist_desktop.data.datafile.library import HotlineRecord
from therapist_desktop.data.datafile.reading import DataFile
from therapist_desktop.data.datafile.records import Place, TaxonomyRecord
from therapist_desktop.domain.errors import WorkBroken
from therapist_desktop.publishing.library import read_library
from therapist_desktop.publishing.samhsa.codes import read_code_map
from therapist_desktop.publishing.taxonomy import CODE_MAP, read_taxonomy

STARTER = RESOURCES / "starter" / "starter.jsonl.zst"


def test_every_library_file_loads() -> None:
    files = [file for file in (RESOURCES / "library").rglob("*.[mt]*") if "." not in file.stem]
    loaded = read_library(RESOURCES / "library")
    assert {one.file for one in loaded} == set(files)
    assert len({one.piece.id for one in loaded}) == len(files) > 100


def test_spelled_hotline_numbers_are_numbers(tmp_path: Path) -> None:
    pieces = {one.piece.id: one.piece for one in read_library(RESOURCES / "library")}
    line = pieces["hotline:domestic-violence-hotline"]
    assert isinstance(line, HotlineRecord)
    assert (line.phones[0].number, line.phones[0].vanity) == ("8007997233", "1-800-799-SAFE")


def test_every_code_means_something_in_the_taxonomy(taxonomy: tuple[TaxonomyRecord, ...]) -> None:
    values = {record.id: number for number, record in enumerate(taxonomy)}
    assert len(read_code_map(RESOURCES / "taxonomy" / CODE_MAP, values).categories) > 250


def test_places_lie_where_people_live(places: tuple[Place, ...]) -> None:
    assert len(places) > 40_000
    assert all(place.latitude and place.longitude for place in places)
    codes = [place.postal_code for place in places]
    assert codes == sorted(set(codes))


@pytest.mark.parametrize(
    ("name", "text", "line", "what"),
    [
        ("topic/x.md", "no front matter", 1, "front matter"),
        ("topic/x.md", '+++\ntitle = "X"\nsection = "nowhere"\n+++\n\nText.\n', 3, "section"),
        ("topic/x.md", '+++\ntitle = "X"\ncolour = 1\nsection = "disorder"\n+++\n\nText.\n', 3, "colour"),
        ("topic/x.md", '+++\ntitle = "X\n+++\n\nText.\n', 2, ""),
        ("faq/x.md", '+++\ntitle = "X"\n+++\n\nOne.\n\n[a](http://plain.example)\n', 7, "is not allowed"),
        ("hotline/x.toml", 'title = "X"\nphones = [{ number = "call us" }]\n', 2, "number"),
        ("term/x.toml", 'title = "X"\n', 1, "definition"),
        ("term/x.toml", 'title = "X"\n<<<<<<< HEAD\ndefinition = "One."\n', 2, "two versions"),
        ("stories/x.md", "", 1, "not a kind"),
        ("term/X Y.toml", "", 1, "file name"),
    ],
)
def test_a_wrong_library_file_is_told_by_line(name: str, text: str, line: int, what: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    with pytest.raises(WorkBroken) as trouble:
        read_library(tmp_path)
    assert (trouble.value.facts["file"], trouble.value.facts["line"]) == (file, line)
    assert what in str(trouble.value)


def test_a_wrong_taxonomy_file_is_told_by_line(tmp_path: Path) -> None:
    file = tmp_path / "age.toml"
    file.write_text('label = "Ages"\n' + 2 * '[[value]]\nid = "old"\nlabel = "Old"\n', encoding="utf-8")
    with pytest.raises(WorkBroken, match="line 5: the id old is given twice"):
        read_taxonomy(tmp_path)


def test_the_starter_is_small_current_and_without_errors(tmp_path: Path, run: Run) -> None:
    code, answer = run("starter", "-o", tmp_path)
    made = tmp_path / "starter.jsonl.zst"
    assert code == 0
    assert answer["bytes"] < 1_500_000
    header = DataFile(made).header
    assert header == DataFile(STARTER).header, "run: make starter"
    assert (header.number, header.sample, header.title) == (1, True, "Sample directory and first library")
    assert (header.counts["provider"], header.counts["center"]) == (300, 60)
    code, report = run("check", made)
    assert (code, report["errors"]) == (0, [])
