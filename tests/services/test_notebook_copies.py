"""Copies of the notebook: how many are kept, and that each is whole."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.notebooks import ANA, BEN, MONDAY, dump
from therapist_desktop.domain.errors import NotebookDamaged, NotebookNotWritable
from therapist_desktop.services.notebook import Notebook
from therapist_desktop.services.notebook_copies import Copy, superfluous


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    """A notebook with one mark."""
    made = Notebook(tmp_path / "notebook.sqlite")
    made.mark(ANA)
    return made


def days(notebook: Notebook) -> list[str]:
    return [copy.day.isoformat() for copy in notebook.copies.all()]


def test_a_copy_a_day_is_kept_for_seven_days_and_four_weeks(notebook: Notebook) -> None:
    for number in range(80):
        notebook.look_after(MONDAY + timedelta(days=number))
    assert days(notebook) == [
        *((MONDAY + timedelta(days=79 - number)).isoformat() for number in range(7)),
        "2027-02-03",  # the newest of its week that is older than seven days
        "2027-01-31",  # three Sundays
        "2027-01-24",
        "2027-01-17",
    ]
    assert notebook.summary().last_backup == MONDAY + timedelta(days=79)


def test_days_nobody_worked_cost_no_copies(notebook: Notebook) -> None:
    for number in range(0, 200, 10):
        notebook.look_after(MONDAY + timedelta(days=number))
    assert len(days(notebook)) == 7 + 4


def test_copies_before_an_update_are_counted_apart() -> None:
    updates = [Copy(MONDAY + timedelta(days=number), "0002", Path(f"u{number}")) for number in range(6)]
    daily = [Copy(MONDAY + timedelta(days=number), "", Path(f"d{number}")) for number in range(7)]
    assert superfluous([*daily, *updates]) == [updates[1], updates[0]]


def test_a_copy_is_the_notebook_as_it_was(notebook: Notebook) -> None:
    before = dump(notebook.file)
    notebook.look_after(MONDAY)
    notebook.look_after(MONDAY)
    notebook.mark(BEN)
    (copy,) = notebook.copies.all()
    assert dump(copy.file) == before
    notebook.finish(MONDAY)
    assert dump(copy.file) == dump(notebook.file) != before
    assert [one.name for one in notebook.copies.folder.iterdir()] == ["notebook-2026-11-23.sqlite"]


def test_a_day_without_a_note_ends_without_a_copy(notebook: Notebook) -> None:
    again = Notebook(notebook.file)
    again.remember("window", "{}")
    again.finish(MONDAY)
    assert days(again) == []


def test_a_damaged_notebook_never_takes_the_place_of_a_good_copy(notebook: Notebook) -> None:
    notebook.look_after(MONDAY)
    (copy,) = notebook.copies.all()
    good = dump(copy.file)
    content = notebook.file.read_bytes()
    notebook.file.write_bytes(content[:4096] + b"\xa5" * (len(content) - 4096))
    with pytest.raises(NotebookDamaged):
        notebook.finish(MONDAY)
    assert dump(copy.file) == good
    assert [one.name for one in notebook.copies.folder.iterdir()] == [copy.file.name]


def test_a_folder_that_takes_no_copies_costs_the_copy_only(notebook: Notebook) -> None:
    notebook.copies.folder.write_text("in the way")
    with pytest.raises(NotebookNotWritable):
        notebook.look_after(MONDAY)
    notebook.mark(BEN)
    assert len(notebook.standings()) == 2


def test_other_files_in_the_folder_are_left_alone(notebook: Notebook) -> None:
    notebook.copies.folder.mkdir()
    others = ["notes.txt", "notebook-2026-99-99.sqlite", "notebook-2026-01-01.sqlite.bak"]
    for name in others:
        (notebook.copies.folder / name).write_text("mine")
    for number in range(20):
        notebook.look_after(MONDAY + timedelta(days=number))
    assert {name for name in others if (notebook.copies.folder / name).read_text() == "mine"} == set(others)
    assert len(days(notebook)) == 9


def test_the_newest_good_copy_may_be_an_older_one(notebook: Notebook) -> None:
    for number in range(3):
        notebook.look_after(MONDAY + timedelta(days=number))
    newest, second, _third = (copy.file for copy in notebook.copies.all())
    assert notebook.copies.newest_good() == newest
    newest.write_bytes(b"")
    assert notebook.copies.newest_good() == second
