"""Every mistake that was planted is found where it was planted."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.publishing.conftest import Run
from therapist_desktop.data.datafile.canonical import encode
from therapist_desktop.data.datafile.reading import DataFile
from therapist_desktop.data.datafile.writing import write_data_file

Lines = list[bytes]
Plant = Callable[[Lines], None]


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from therapist_desktop.publishing.commands import main

    folder = tmp_path_factory.mktemp("good")
    assert main(["sample", "-n", "5", "--centers", "2", "-o", str(folder / "work")]) == 0
    assert main(["build", str(folder / "work"), "-o", str(folder), "--published", "2026-11-20T09:00:00Z"]) == 0
    return with_few_places(folder / "release-000001.jsonl.zst", folder / "good.jsonl.zst")


def with_few_places(whole: Path, file: Path) -> Path:
    """The same release with the ZIP codes of its listings only, so that many checks take little time."""
    data = DataFile(whole)
    lines = [line.text for line in data.lines()]
    listings = [json.loads(line) for line in lines if b'"sample":true' in line]
    used = {f'"id":"zip:{one["address"]["postal_code"]}"'.encode() for one in listings}
    kept = [line for line in lines if b'"kind":"place"' not in line or any(zip_ in line for zip_ in used)]
    write_data_file(file, data.header, kept, level=1)
    return file


def planted(good: Path, file: Path, plant: Plant) -> Path:
    data = DataFile(good)
    lines = [line.text for line in data.lines()]
    plant(lines)
    write_data_file(file, data.header, lines, level=1)
    return file


def changed(id_: str, **facts: Any) -> Plant:
    def plant(lines: Lines) -> None:
        at = place_of(id_, lines)
        lines[at] = encode({**json.loads(lines[at]), **facts})

    return plant


def gone(id_: str) -> Plant:
    def plant(lines: Lines) -> None:
        del lines[place_of(id_, lines)]

    return plant


def place_of(id_: str, lines: Iterable[bytes]) -> int:
    return next(at for at, line in enumerate(lines) if f'"id":"{id_}"'.encode() in line)


ALEX = "sample:provider-000001"
ERRORS: dict[str, tuple[Plant, str, str]] = {
    "a broken field": (changed(ALEX, npi="12"), ALEX, "npi"),
    "an unknown field": (changed(ALEX, shoe_size=42), ALEX, ""),
    "a value outside the taxonomy": (changed(ALEX, specialty=["flying"]), ALEX, "specialty"),
    "a payer outside the taxonomy": (changed(ALEX, payer=[{"id": "nobody"}]), ALEX, "payer"),
    "a plan outside the taxonomy": (
        changed(ALEX, payer=[{"id": "aetna", "plan_type": "platinum"}]),
        ALEX,
        "payer.plan_type",
    ),
    "a compact outside the taxonomy": (changed(ALEX, compact=["handshake"]), ALEX, "compact"),
    "a time outside the taxonomy": (changed(ALEX, when=["yesterday"]), ALEX, "when"),
    "a claim without a source": (
        changed(ALEX, claims=[{"field": "hours", "value": "9 to 5"}]),
        ALEX,
        "claims[0].source",
    ),
    "a claim about nothing": (
        changed(ALEX, claims=[{"field": "shoes", "value": "42", "source": "Test list"}]),
        ALEX,
        "claims[0].field",
    ),
    "a compact with a state there is not": (changed("compact/psypact", codes=["NJ", "ZZ"]), "compact/psypact", "codes"),
    "a lost related page": (changed("topic:depression", related=["topic:nowhere"]), "topic:depression", "related"),
    "a lost value": (changed("topic:depression", values=["specialty/flying"]), "topic:depression", "values"),
    "a lost link in a text": (
        changed("topic:depression", body='<p><a href="term:nowhere">x</a></p>'),
        "topic:depression",
        "body",
    ),
    "a text too large": (changed("topic:depression", body="<p>word</p>" * 40_000), "topic:depression", "body"),
    "a text too deep": (changed("topic:depression", body="<div>" * 10_000), "topic:depression", ""),
    "a translation too deep": (
        changed("topic:depression", translations=[{"language": "es", "title": "X", "body": "<div>" * 10_000}]),
        "topic:depression",
        "translations[0]",
    ),
    "a text too tangled": (changed("topic:depression", body="<div>" * 100), "topic:depression", "body"),
    "a lost author": (gone(ALEX), "article:therapeutic-alliance", "author.listing"),
    "a lost parent": (gone("specialty/mood-and-safety"), "specialty/depression", "parent"),
    "no 988": (gone("hotline:988"), "hotline:988", "phones"),
    "no 911": (gone("hotline:911"), "hotline:911", "phones"),
    "a line twice": (lambda lines: lines.append(lines[-1]), "", "id"),
    "spaces in a line": (lambda lines: lines.append(lines.pop().replace(b'":', b'": ')), "", ""),
    "a default written out": (changed(ALEX, other_addresses=[]), ALEX, ""),
    "a redirect to nothing": (
        lambda lines: lines.append(encode({"kind": "redirect", "id": "old:1", "to": "new:1"})),
        "old:1",
        "to",
    ),
}
WARNINGS: dict[str, tuple[Plant, str, str]] = {
    "a sliding scale that rises": (
        changed(ALEX, fees={"session": 8_000, "low": 15_000}),
        ALEX,
        "fees.low",
    ),
    "an unlikely number": (changed(ALEX, phones=[{"number": "1125550142"}]), ALEX, "phones[0].number"),
    "an unread number": (changed(ALEX, phones=[{"raw": "ask"}]), ALEX, "phones[0]"),
    "an unknown ZIP code": (changed(ALEX, address={"postal_code": "00000"}), ALEX, "address.postal_code"),
    "an old hotline": (changed("hotline:988", verified_on="2020-01-01"), "hotline:988", "verified_on"),
    "listings out of order": (lambda lines: lines.append(lines.pop(-4)), "", "name"),
}


@pytest.mark.parametrize("name", ERRORS)
def test_errors_are_found(name: str, good: Path, tmp_path: Path, run: Run) -> None:
    plant, id_, field = ERRORS[name]
    code, report = run("check", planted(good, tmp_path / "planted.jsonl.zst", plant))
    assert code == 1
    found = [one for one in report["errors"] if (not id_ or one["id"] == id_) and one["field"] == field]
    assert found
    assert found[0]["line"] >= 1
    assert set(found[0]) == {"line", "kind", "id", "field", "rule", "value"}


@pytest.mark.parametrize("name", WARNINGS)
def test_doubts_are_told_and_fail_nothing(name: str, good: Path, tmp_path: Path, run: Run) -> None:
    plant, id_, field = WARNINGS[name]
    code, report = run("check", planted(good, tmp_path / "planted.jsonl.zst", plant))
    assert (code, report["errors"]) == (0, [])
    assert [one for one in report["warnings"] if (not id_ or one["id"] == id_) and one["field"] == field]


def test_the_line_is_the_line_in_the_file(good: Path, tmp_path: Path, run: Run) -> None:
    _, report = run("check", planted(good, tmp_path / "planted.jsonl.zst", changed(ALEX, npi="12")))
    lines = [line.text for line in DataFile(good).lines()]
    assert report["errors"][0]["line"] == place_of(ALEX, lines) + 2
    assert report["errors"][0]["value"] == "12"


def test_a_header_that_promises_something_else_is_found(good: Path, tmp_path: Path, run: Run) -> None:
    import msgspec
    import zstandard

    data = DataFile(good)
    header = msgspec.structs.replace(data.header, counts={**data.header.counts, "provider": 9}, state="0" * 32)
    lines = b"\n".join([encode(header), *(line.text for line in data.lines()), b""])
    file = tmp_path / "promise.jsonl.zst"
    file.write_bytes(zstandard.compress(lines))
    code, report = run("check", file)
    assert code == 1
    assert {one["field"] for one in report["errors"]} == {"counts", "state"}


def test_a_cut_file_is_one_error(good: Path, tmp_path: Path, run: Run) -> None:
    file = tmp_path / "cut.jsonl.zst"
    file.write_bytes(good.read_bytes()[:-200])
    code, report = run("check", file)
    assert code == 1
    assert "cut short" in report["errors"][0]["rule"]


def test_a_good_file_has_nothing(good: Path, run: Run) -> None:
    assert run("check", good) == (0, {"errors": [], "warnings": []})


def test_a_work_folder_is_told_by_file_and_line_and_not_built(tmp_path: Path, run: Run) -> None:
    work = tmp_path / "work"
    run("sample", "-n", 3, "-o", work)
    file = work / "provider.jsonl"
    lines = file.read_bytes().splitlines()
    lines[1] = lines[1].replace(b'"language":["en', b'"language":["xx","en')
    file.write_bytes(b"\n".join(lines) + b"\n")
    code, report = run("check", work)
    error = report["errors"][0]
    assert code == 1
    assert (error["file"], error["line"], error["field"], error["value"]) == (str(file), 2, "language", "xx")
    code, line = run("build", work, "-o", tmp_path / "out")
    assert code == 1
    assert "provider.jsonl, line 2" in line
    assert not (tmp_path / "out").exists()
