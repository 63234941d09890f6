"""The tables of the notebook are what the steps make, and every step keeps what was there."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from tests.notebooks import ROWS, a_notebook, dump
from therapist_desktop.data.notebook_file import APPLICATION_ID, HEAD, REVISIONS, faults, recognised, revision_of
from therapist_desktop.data.writing.notebook.connecting import engine_over
from therapist_desktop.data.writing.notebook.piece_tables import PieceRow
from therapist_desktop.data.writing.notebook.room import NotebookRoom
from therapist_desktop.data.writing.notebook.tables import Row
from therapist_desktop.data.writing.notebook.upgrading import steps, upgrade

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("before", ["", *REVISIONS])
def test_the_steps_make_the_tables_from_anywhere(tmp_path: Path, before: str) -> None:
    file = tmp_path / "notebook.sqlite"
    engine = engine_over(file)
    if before:
        a_notebook(file, before)
    upgrade(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Row.metadata) == []
    assert revision_of(file) == HEAD
    assert faults(file) == ""


def test_every_revision_has_its_step_and_nothing_else_has() -> None:
    newest_first = [step.revision for step in steps().walk_revisions()]
    assert tuple(reversed(newest_first)) == REVISIONS
    assert set(ROWS) == set(REVISIONS)


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_step_from_the_revision_before_keeps_every_row(tmp_path: Path, revision: str) -> None:
    place = REVISIONS.index(revision)
    if not place:
        a_notebook(tmp_path / "notebook.sqlite", revision)
        return
    file = a_notebook(tmp_path / "notebook.sqlite", REVISIONS[place - 1])
    before = {line for line in dump(file) if line.startswith("INSERT") and "alembic_version" not in line}
    upgrade(engine_over(file), revision)
    assert len(before) >= 3
    assert before <= set(dump(file))
    assert revision_of(file) == revision


def test_an_upgraded_notebook_is_like_a_new_one(tmp_path: Path) -> None:
    new, old = tmp_path / "new.sqlite", tmp_path / "old.sqlite"
    upgrade(engine_over(new))
    for revision in REVISIONS:
        upgrade(engine_over(old), revision)
    assert dump(new) == dump(old)


def test_a_notebook_is_known_by_its_header(tmp_path: Path) -> None:
    with closing(sqlite3.connect(a_notebook(tmp_path / "notebook.sqlite", HEAD))) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_there_is_no_column_for_a_person() -> None:
    assert PieceRow.__table__ in Row.metadata.sorted_tables
    columns = {f"{table.name}.{column.name}" for table in Row.metadata.sorted_tables for column in table.columns}
    assert columns == {
        "bookmark.made_at",
        "bookmark.piece_id",
        "call.day",
        "call.listing_id",
        "call.number",
        "call.outcome",
        "call.withdrawn",
        "highlight.after",
        "highlight.before",
        "highlight.changed_at",
        "highlight.colour",
        "highlight.id",
        "highlight.language",
        "highlight.made_at",
        "highlight.note",
        "highlight.piece_id",
        "highlight.quote",
        "highlight.start",
        "highlight.stop",
        "listing.city",
        "listing.id",
        "listing.kind",
        "listing.name",
        "listing.phone",
        "listing.state",
        "mark.listing_id",
        "mark.marked_at",
        "mark.number",
        "memory.name",
        "memory.text",
        "piece.id",
        "piece.kind",
        "piece.section",
        "piece.title",
        "reading.fraction",
        "reading.heading",
        "reading.last_read",
        "reading.piece_id",
        "reading.times",
        "report.changed_at",
        "report.exported_at",
        "report.id",
        "report.is_draft",
        "report.made_at",
        "report.piece_id",
        "report.quote",
        "report.release",
        "report.text",
        "report.wrong",
        "to_read.added_at",
        "to_read.done_at",
        "to_read.piece_id",
    }


def test_a_notebook_that_is_begun_between_two_looks_is_no_foreign_file(tmp_path: Path) -> None:
    file, asked = tmp_path / "notebook.sqlite", []

    def begin_before_the_second(statement: str) -> None:
        asked.append(statement)
        if len(asked) == 2:
            NotebookRoom(file).bring_up_to_date()

    with closing(sqlite3.connect(file)) as reader:
        reader.set_trace_callback(begin_before_the_second)
        assert recognised(reader, file) == HEAD
