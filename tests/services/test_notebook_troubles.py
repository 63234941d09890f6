"""What cannot be noted costs the note and nothing else, and is told in one sentence."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import Engine, event

from tests.notebooks import ANA, BEN, MONDAY, a_notebook, change, marked
from therapist_desktop.data.notebook_file import HEAD, explained
from therapist_desktop.domain.errors import (
    NotANotebook,
    NotebookBusy,
    NotebookDamaged,
    NotebookFull,
    NotebookLost,
    NotebookNotWritable,
    NotebookTooNew,
    NotebookTrouble,
)
from therapist_desktop.domain.notebook import Outcome
from therapist_desktop.services.notebook import Notebook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def test_a_newer_notebook_is_left_as_it_is(file: Path) -> None:
    a_notebook(file, HEAD)
    change(file, "UPDATE alembic_version SET version_num = '0999'", "CREATE TABLE of_tomorrow (x)")
    content = file.read_bytes()
    notebook = Notebook(file)
    for deed in (notebook.standings, notebook.summary, notebook.check, lambda: notebook.mark(ANA)):
        with pytest.raises(NotebookTooNew, match="newer version of this program"):
            deed()
    with pytest.raises(NotebookTooNew):
        notebook.look_after(MONDAY)
    assert notebook.memory() == {}
    assert file.read_bytes() == content
    assert [one.name for one in file.parent.iterdir()] == ["notebook.sqlite"]


@pytest.mark.parametrize("kind", ["text", "database", "catalogue"])
def test_a_foreign_file_is_left_as_it_is(file: Path, kind: str) -> None:
    file.parent.mkdir()
    if kind == "text":
        file.write_text("Dear diary")
    else:
        number = 0 if kind == "database" else 77
        change(file, f"PRAGMA application_id = {number}", "CREATE TABLE mark (x)", "INSERT INTO mark VALUES (1)")
    content = file.read_bytes()
    notebook = Notebook(file)
    for deed in (notebook.standings, notebook.summary, lambda: notebook.remember("window", "{}")):
        with pytest.raises(NotANotebook):
            deed()
    assert notebook.memory() == {}
    assert file.read_bytes() == content


def test_an_empty_file_is_a_notebook_to_begin(file: Path) -> None:
    file.parent.mkdir()
    file.touch()
    notebook = Notebook(file)
    assert notebook.standings() == {}
    notebook.mark(ANA)
    assert marked(notebook) == [ANA.id]


def test_a_damaged_notebook_names_the_newest_good_copy(notebook: Notebook) -> None:
    for days in range(3):
        notebook.remember("window", "x" * 40_000)
        notebook.mark(ANA._replace(id=f"test:{days}"))
        notebook.finish(MONDAY + timedelta(days=days))
    newest = notebook.copies.all()[0].file
    newest.write_bytes(newest.read_bytes()[:3000])
    content = bytearray(notebook.file.read_bytes())
    content[4096:] = b"\x5a" * (len(content) - 4096)
    notebook.file.write_bytes(content)
    with pytest.raises(NotebookDamaged) as told:
        notebook.look_after(MONDAY + timedelta(days=3))
    assert "notebook-2026-11-24.sqlite" in told.value.line()
    with pytest.raises(NotebookDamaged):
        notebook.mark(BEN)
    assert notebook.memory() == {}
    assert notebook.file.read_bytes() == content
    assert len(notebook.copies.all()) == 3
    shutil.copy(notebook.copies.all()[1].file, notebook.file)
    assert marked(notebook) == ["test:0", "test:1"]


def test_damage_without_a_good_copy_says_so(notebook: Notebook) -> None:
    notebook.mark(ANA)
    change(notebook.file, "DROP TABLE mark")
    with pytest.raises(NotebookLost, match="no such table: mark") as told:
        notebook.standings()
    assert "no good copy" in told.value.line()


def test_every_flipped_byte_is_read_through_or_told(notebook: Notebook) -> None:
    """Whatever a disk does to the file, the answer is one of ours."""
    notebook.mark(ANA)
    notebook.note_outcome(BEN, Outcome.FULL, MONDAY)
    content = notebook.file.read_bytes()
    told = 0
    for place in [*range(0, 100, 3), *range(100, len(content), 97)]:
        notebook.file.write_bytes(content[:place] + bytes([content[place] ^ 0xFF]) + content[place + 1 :])
        notebook.memory()
        try:
            notebook.check()
            notebook.summary()
        except NotebookTrouble:
            told += 1
    assert told > 10


@pytest.fixture
def full_disk() -> Iterator[None]:
    """SQLite finds no room for another page, as on a full disk."""

    def no_room(connection: Any, _entry: Any) -> None:
        connection.execute("PRAGMA max_page_count = 1")

    event.listen(Engine, "connect", no_room)
    yield
    event.remove(Engine, "connect", no_room)


def test_a_full_disk_costs_the_note_only(notebook: Notebook, request: pytest.FixtureRequest) -> None:
    notebook.mark(ANA)
    request.getfixturevalue("full_disk")
    with pytest.raises(NotebookFull, match="no room left on the disk"):
        notebook.remember("window", "x" * 100_000)
    assert marked(notebook) == [ANA.id]
    assert notebook.memory() == {}


@pytest.mark.usefixtures("full_disk")
def test_a_full_disk_begins_no_notebook(notebook: Notebook) -> None:
    with pytest.raises(NotebookFull):
        notebook.mark(ANA)
    assert notebook.standings() == {}


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, NotebookFull),
        (errno.EDQUOT, NotebookFull),
        (errno.EROFS, NotebookNotWritable),
        (errno.EACCES, NotebookNotWritable),
    ],
)
def test_what_the_system_says_no_with(file: Path, number: int, kind: type[NotebookTrouble]) -> None:
    with pytest.raises(kind), explained(file):
        raise OSError(number, "no")


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    notebook = Notebook(tmp_path / "file" / "notebook.sqlite")
    assert (notebook.memory(), notebook.standings()) == ({}, {})
    with pytest.raises(NotebookNotWritable, match=r"notebook\.sqlite cannot be written"):
        notebook.mark(ANA)


def test_a_folder_in_its_place(file: Path) -> None:
    file.mkdir(parents=True)
    notebook = Notebook(file)
    assert notebook.standings() == {}
    with pytest.raises(NotebookNotWritable):
        notebook.mark(ANA)


def test_a_program_that_does_not_let_go(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    notebook.mark(ANA)
    monkeypatch.setattr(
        "therapist_desktop.data.writing.notebook.connecting._PRAGMAS", ("busy_timeout = 1", "foreign_keys = 1")
    )
    with closing(sqlite3.connect(notebook.file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotebookBusy):
            notebook.mark(BEN)
        assert marked(notebook) == [ANA.id]
    notebook.mark(BEN)
