"""What is noted is there the next day, and two windows lose nothing."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.notebooks import ANA, BEN, HOUSE, MONDAY, a_notebook, change, dump, end_at_once, marked
from therapist_desktop.data.drives import is_remote
from therapist_desktop.data.notebook_file import HEAD
from therapist_desktop.data.writing.notebook import deeds
from therapist_desktop.domain.errors import (
    NotebookTooNew,
    NotebookTrouble,
)
from therapist_desktop.domain.notebook import Kept, Outcome, Standing
from therapist_desktop.services.notebook import Notebook
from therapist_desktop.services.notebook_writer import NotebookWriter

if TYPE_CHECKING:
    from pathlib import Path


def test_reading_begins_no_notebook(notebook: Notebook) -> None:
    assert (notebook.memory(), notebook.standings()) == ({}, {})
    assert notebook.summary() == Kept(notebook.file)
    notebook.check()
    notebook.look_after(MONDAY)
    notebook.finish(MONDAY)
    assert not notebook.file.parent.exists()


def test_what_is_noted_is_there_for_the_next_program(notebook: Notebook) -> None:
    notebook.mark(BEN)
    notebook.mark(ANA)
    notebook.note_outcome(HOUSE, Outcome.NO_ANSWER, MONDAY)
    notebook.note_outcome(ANA, Outcome.FULL, MONDAY)
    notebook.remember("window", "{}")
    again = Notebook(notebook.file)
    assert again.standings() == {
        BEN.id: Standing(BEN, marked=True),
        ANA.id: Standing(ANA, marked=True, outcome=Outcome.FULL, noted_on=MONDAY),
        HOUSE.id: Standing(HOUSE, outcome=Outcome.NO_ANSWER, noted_on=MONDAY),
    }
    assert marked(again) == [BEN.id, ANA.id]
    assert again.memory() == {"window": "{}"}
    assert again.summary() == Kept(again.file, marks=2, outcomes=2, revision=HEAD)


def test_nothing_lies_beside_the_notebook_between_two_notes(notebook: Notebook) -> None:
    notebook.mark(ANA)
    notebook.standings()
    assert [one.name for one in notebook.file.parent.iterdir()] == ["notebook.sqlite"]


def test_a_mark_is_taken_away_and_what_was_known_of_the_listing_with_it(notebook: Notebook) -> None:
    notebook.mark(ANA)
    notebook.unmark(ANA.id)
    notebook.unmark("test:unknown")
    assert notebook.standings() == {}
    assert not [line for line in dump(notebook.file) if "Ana" in line]
    assert b"Ana Sample" not in notebook.file.read_bytes()


def test_marking_twice_renews_what_is_known_and_keeps_the_place(notebook: Notebook) -> None:
    for shown in (ANA, BEN, ANA._replace(phone="(555) 555-0199")):
        notebook.mark(shown)
    assert marked(notebook) == [ANA.id, BEN.id]
    assert notebook.standings()[ANA.id].listing.phone == "(555) 555-0199"


def test_cleared_marks_are_put_back_where_they_were(notebook: Notebook) -> None:
    for shown in (BEN, ANA, HOUSE):
        notebook.mark(shown)
    notebook.note_outcome(ANA, Outcome.FULL, MONDAY)
    before = notebook.standings()
    marks = notebook.clear_marks()
    assert [mark.listing for mark in marks] == [BEN, ANA, HOUSE]
    assert all(timedelta() <= datetime.now(UTC) - mark.marked_at < timedelta(minutes=5) for mark in marks)
    assert notebook.standings() == {ANA.id: Standing(ANA, outcome=Outcome.FULL, noted_on=MONDAY)}
    notebook.put_back(marks)
    assert notebook.standings() == before
    assert marked(notebook) == [BEN.id, ANA.id, HOUSE.id]
    notebook.put_back(marks)
    assert marked(notebook) == [BEN.id, ANA.id, HOUSE.id]
    assert Notebook(notebook.file).clear_marks() == marks


def test_the_last_call_counts_and_earlier_ones_are_kept(notebook: Notebook) -> None:
    notebook.note_outcome(ANA, Outcome.NO_ANSWER, MONDAY)
    notebook.note_outcome(ANA, Outcome.FULL, MONDAY + timedelta(days=1))
    assert notebook.standings()[ANA.id] == Standing(ANA, outcome=Outcome.FULL, noted_on=MONDAY + timedelta(days=1))
    notebook.note_outcome(ANA, None, MONDAY)
    assert notebook.standings() == {}
    assert notebook.summary().outcomes == 0
    notebook.note_outcome(ANA, Outcome.GONE, MONDAY)
    assert notebook.standings()[ANA.id].outcome is Outcome.GONE
    assert len([line for line in dump(notebook.file) if line.startswith('INSERT INTO "call"')]) == 3


def test_notes_follow_a_listing_that_was_merged(notebook: Notebook) -> None:
    for shown in (ANA, BEN):
        notebook.mark(shown)
    notebook.note_outcome(ANA, Outcome.FULL, MONDAY)
    notebook.note_outcome(HOUSE, Outcome.GONE, MONDAY)
    notebook.follow({ANA.id: "test:new", HOUSE.id: BEN.id, "test:unknown": "test:p9"})
    assert marked(notebook) == ["test:new", BEN.id]
    assert notebook.standings() == {
        "test:new": Standing(ANA._replace(id="test:new"), marked=True, outcome=Outcome.FULL, noted_on=MONDAY),
        BEN.id: Standing(BEN, marked=True, outcome=Outcome.GONE, noted_on=MONDAY),
    }
    notebook.follow({"test:new": BEN.id})
    assert marked(notebook) == [BEN.id]
    notebook.check()


def test_an_outcome_of_a_newer_program_is_passed_over(notebook: Notebook) -> None:
    notebook.note_outcome(ANA, Outcome.FULL, MONDAY)
    change(notebook.file, "UPDATE call SET outcome = 'moved-to-mars'")
    assert notebook.standings() == {}


@pytest.mark.parametrize(
    "text", ["", "'; DROP TABLE mark; --", "x" * 1_000_000, "\u202e\u0000 \U0001f468", "{}"], ids=len
)
def test_any_text_is_kept_as_it_is(notebook: Notebook, text: str) -> None:
    notebook.remember("window", text)
    notebook.mark(ANA._replace(id=text[:100] or "-", name=text[:100]))
    assert notebook.memory()["window"] == text
    assert next(iter(notebook.standings().values())).listing.name == text[:100]


def test_a_process_of_its_own_writes_the_same(file: Path) -> None:
    notebook = Notebook(file, apart=True)
    notebook.mark(ANA)
    notebook.note_outcome(BEN, Outcome.LEFT_MESSAGE, MONDAY)
    marks = notebook.clear_marks()
    notebook.rest()
    notebook.rest()
    notebook.put_back(marks)
    assert marked(notebook) == [ANA.id]
    assert notebook.standings()[BEN.id].outcome is Outcome.LEFT_MESSAGE
    change(file, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NotebookTooNew):
        notebook.mark(ANA)
    with pytest.raises(NotebookTooNew) as told:
        notebook.finish(MONDAY)
    assert told.value.facts["file"] == file


def test_a_process_that_was_ended_is_told_and_another_takes_its_place(file: Path) -> None:
    writer = NotebookWriter(file, apart=True)
    with pytest.raises(NotebookTrouble, match=r"ended by the system \(exit code 3\)"):
        writer.do(end_at_once)
    writer.do(deeds.bring_up_to_date)
    writer.do(deeds.mark, list(ANA), datetime.now(UTC).isoformat())
    writer.end()
    assert marked(Notebook(file)) == [ANA.id]


def test_two_programs_write_at_once(file: Path) -> None:
    """The first notes of two windows begin one notebook, and none is lost."""

    def note(name: str) -> None:
        own = Notebook(file)
        for number in range(20):
            own.mark(ANA._replace(id=f"{name}:{number}"))

    with ThreadPoolExecutor(2) as windows:
        list(windows.map(note, ("a", "b")))
    assert sorted(marked(Notebook(file))) == sorted(f"{name}:{number}" for name in "ab" for number in range(20))


def test_an_older_notebook_is_copied_and_brought_up_to_date(file: Path) -> None:
    a_notebook(file, "0001")
    before = dump(file)
    notebook = Notebook(file)
    assert notebook.memory() == {"window": "{}"}
    assert notebook.summary() == Kept(file, marks=1, revision="0001")
    assert marked(notebook) == [ANA.id]
    assert notebook.summary().revision == HEAD
    (copy,) = notebook.copies.all()
    assert copy.before == HEAD
    assert dump(copy.file) == before
    notebook.note_outcome(ANA, Outcome.FULL, MONDAY)
    assert len(notebook.copies.all()) == 1


def test_a_share_is_no_place_for_a_write_ahead_log(notebook: Notebook, tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    here = str(tmp_path.resolve()).replace(" ", "\\040")
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\nserver:/home {here} nfs4 rw 0 0\n/dev/sdb1 {here}/own ext4 rw 0 0\n")
    assert is_remote(tmp_path / "notebook.sqlite", mounts)
    assert not is_remote(notebook.file, mounts)
    assert not is_remote(tmp_path.parent / "notebook.sqlite", mounts)
    assert not is_remote(notebook.file, tmp_path / "no such list")


@pytest.mark.parametrize(("remote", "mode"), [(False, "wal"), (True, "delete")])
def test_the_journal_suits_the_drive(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch, remote: bool, mode: str
) -> None:
    monkeypatch.setattr("therapist_desktop.data.writing.notebook.connecting.is_remote", lambda _file: remote)
    notebook.mark(ANA)
    notebook.mark(BEN)
    with closing(sqlite3.connect(notebook.file)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == (mode,)
    assert marked(notebook) == [ANA.id, BEN.id]
