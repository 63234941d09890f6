"""Mistakes of a publisher: said in one sentence, and nothing half is left behind."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.publishing.conftest import ROOT, Run, records_in
from tests.publishing.workbooks import a_row, write_directory
from therapist_desktop.data.datafile.records import Header, Publisher
from therapist_desktop.data.datafile.writing import write_data_file
from therapist_desktop.publishing.files import write_whole

HEADER = Header(
    format=1,
    number=1,
    published=datetime(2026, 11, 20, tzinfo=UTC),
    title="Sample",
    publisher=Publisher(name="Sample County"),
    state="0" * 32,
    counts={},
)


def test_two_editions_of_a_book_are_counted_as_they_are_listed(tmp_path: Path, run: Run) -> None:
    old = write_directory(tmp_path / "National_Directory_MH_2023.xlsx", a_row(), a_row(name1="Sample Closed Clinic"))
    new = write_directory(tmp_path / "National_Directory_MH_2024.xlsx", a_row(street2="Floor 2"), a_row())
    for files in ((old, new), (new, new)):
        _, report = run("import", "samhsa", *files, "-o", tmp_path / "work")
        listed = records_in(tmp_path / "work" / "center.jsonl")
        assert report["listings"] == len(listed)
        assert report["read"] == report["listings"] + report["merged"]


def test_records_without_an_id_do_not_stand_twice(tmp_path: Path, run: Run) -> None:
    file = tmp_path / "release.jsonl.zst"
    write_data_file(file, HEADER, [b'{"kind":"center","name":"a"}', b'{"kind":"center","name":"b"}'])
    _, found = run("check", file)
    assert [one["rule"] for one in found["errors"] if one["line"] in {2, 3}] == [
        "Object missing required field `id`",
        "Object missing required field `id`",
    ]


@pytest.mark.parametrize("number", ["1000000000", "9" * 30])
def test_a_number_that_no_reader_would_find_is_refused(tmp_path: Path, run: Run, number: str) -> None:
    run("sample", "-n", 1, "-o", tmp_path / "work")
    code, line = run("build", tmp_path / "work", "-o", tmp_path / "out", "--number", number)
    assert (code, "999999999" in line) == (2, True)
    (tmp_path / "work" / "work.toml").write_text(f"next_number = {number[:12]}\n")
    code, line = run("build", tmp_path / "work", "-o", tmp_path / "out")
    assert (code, "at most 999999999" in line) == (2, True)
    assert not (tmp_path / "out").exists()


def test_a_time_before_all_time_is_wrong_usage(tmp_path: Path, run: Run) -> None:
    code, line = run("build", tmp_path, "-o", tmp_path / "out", "--published", "0001-01-01T00:00:00+14:00")
    assert (code, "is not a time" in line) == (2, True)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise there")
def test_a_reader_that_has_enough_is_no_trouble(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    command = "import sys; from therapist_desktop.publishing.commands import main; sys.exit(main())"
    (tmp_path / "file").write_text("no data file")
    called = [sys.executable, "-c", command, "check", str(tmp_path / "file")]
    ended = subprocess.run(called, stdout=write, stderr=subprocess.PIPE, cwd=ROOT, text=True, check=False)
    os.close(write)
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    "writing",
    [
        lambda folder: write_whole(folder / "file", b"content"),
        lambda folder: write_data_file(folder / "release.jsonl.zst", HEADER, []),
    ],
    ids=["file", "data file"],
)
def test_a_write_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writing: Callable[[Path], object]
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        writing(tmp_path)
    assert not list(tmp_path.iterdir())
