"""What is kept of pages is there the next day, follows pages that were merged, and goes into every copy."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.notebooks import ANA, MONDAY, a_notebook, dump
from tests.reading_notes import (
    GRIEF,
    NOW,
    SLEEP,
    a_bookmark,
    a_highlight,
    a_reading,
    a_report,
    a_to_read,
    newer_colour,
)
from therapist_desktop.data.notebook_file import HEAD
from therapist_desktop.domain.notebook import Kept, KeptCounts
from therapist_desktop.domain.reading_notes import Colour, ReadingNotes
from therapist_desktop.services.notebook import Notebook

if TYPE_CHECKING:
    from pathlib import Path


def keep_everything(notebook: Notebook) -> ReadingNotes:
    notebook.pieces.keep_bookmark(a_bookmark())
    notebook.pieces.keep_to_read(a_to_read())
    notebook.pieces.keep_highlight(a_highlight())
    notebook.pieces.keep_reading(a_reading())
    notebook.pieces.keep_report(a_report())
    return ReadingNotes(
        {GRIEF.id: a_bookmark()},
        {GRIEF.id: a_to_read()},
        {"h1": a_highlight()},
        {GRIEF.id: a_reading()},
        {"r1": a_report()},
    )


def test_reading_begins_no_notebook(notebook: Notebook) -> None:
    assert notebook.pieces.all() == ReadingNotes()
    assert notebook.pieces.counts() == KeptCounts()
    notebook.pieces.follow({GRIEF.id: SLEEP.id})
    notebook.pieces.rename([])
    assert not notebook.file.exists()


@pytest.mark.parametrize("apart", [False, True])
def test_what_is_kept_is_there_for_the_next_program(file: Path, apart: bool) -> None:
    notebook = Notebook(file, apart=apart)
    kept = keep_everything(notebook)
    notebook.finish(MONDAY)
    again = Notebook(file)
    assert again.pieces.all() == kept
    assert again.summary() == Kept(file, 0, 0, HEAD, MONDAY, KeptCounts(1, 1, 1, 1, 1))
    (copy,) = again.copies.all()
    assert dump(copy.file) == dump(file)


def test_keeping_again_changes_what_was_kept(notebook: Notebook) -> None:
    keep_everything(notebook)
    later = a_highlight()._replace(colour=Colour.PINK, note="See page 2.", changed_at=NOW + timedelta(days=1))
    notebook.pieces.keep_highlight(later)
    done = a_to_read()._replace(done_at=NOW + timedelta(hours=1))
    notebook.pieces.keep_to_read(done)
    notes = notebook.pieces.all()
    assert (dict(notes.highlights), dict(notes.to_read)) == ({"h1": later}, {GRIEF.id: done})


def test_what_is_taken_away_leaves_nothing(notebook: Notebook) -> None:
    keep_everything(notebook)
    for drop in (notebook.pieces.drop_bookmark, notebook.pieces.drop_to_read):
        drop(GRIEF.id)
    notebook.pieces.forget_readings()
    notebook.pieces.drop_report("r1")
    assert [*notebook.pieces.all().highlights] == ["h1"]
    notebook.pieces.drop_highlight("h1")
    notebook.pieces.drop_highlight("h1")
    assert notebook.pieces.all() == ReadingNotes()
    assert notebook.pieces.ids() == ()
    assert b"Grief" not in notebook.file.read_bytes()


def test_a_page_that_is_gone_is_read_about_as_it_was_last_shown(notebook: Notebook) -> None:
    keep_everything(notebook)
    notebook.pieces.rename([GRIEF._replace(title="Grief and loss"), SLEEP])
    assert notebook.pieces.ids() == (GRIEF.id,)
    assert {one.piece.title for one in notebook.pieces.all().highlights.values()} == {"Grief and loss"}


def test_what_is_kept_follows_a_page_that_was_merged(notebook: Notebook) -> None:
    notebook.mark(ANA)
    keep_everything(notebook)
    notebook.pieces.keep_bookmark(a_bookmark()._replace(piece=SLEEP, made_at=NOW + timedelta(days=1)))
    assert set(notebook.noted_ids()) == {ANA.id, GRIEF.id, SLEEP.id}
    notebook.follow({GRIEF.id: SLEEP.id, "topic:unknown": "topic:other"})
    notes = notebook.pieces.all()
    assert notes.bookmarks == {SLEEP.id: a_bookmark()._replace(piece=SLEEP, made_at=NOW + timedelta(days=1))}
    assert [one.piece for one in notes.to_read.values()] == [SLEEP]
    assert [one.piece for one in notes.highlights.values()] == [SLEEP]
    assert [one.piece for one in notes.reports.values()] == [SLEEP]
    notebook.follow({SLEEP.id: "topic:new"})
    assert notebook.pieces.ids() == ("topic:new",)
    assert notebook.pieces.all().readings["topic:new"].piece.title == SLEEP.title
    notebook.check()


@pytest.mark.parametrize("revision", ["0001", "0002"])
def test_an_older_notebook_keeps_nothing_of_pages_until_it_is_brought_up_to_date(file: Path, revision: str) -> None:
    a_notebook(file, revision)
    notebook = Notebook(file)
    assert notebook.pieces.all() == ReadingNotes()
    assert notebook.summary().of_pages == KeptCounts()
    assert notebook.summary().revision == revision
    notebook.pieces.keep_bookmark(a_bookmark())
    assert [*notebook.pieces.all().bookmarks] == [GRIEF.id]
    assert notebook.summary().marks == 1
    assert notebook.copies.all()[0].before == HEAD


@pytest.mark.parametrize(
    "text", ["", "'; DROP TABLE highlight; --", "x" * 100_000, "\U0001f468\u202e", "a\nb"], ids=len
)
def test_any_note_is_kept_as_it_is(notebook: Notebook, text: str) -> None:
    one = a_highlight()._replace(note=text)
    notebook.pieces.keep_highlight(one)
    assert notebook.pieces.all().highlights == {"h1": one}


def test_a_colour_of_a_newer_program_is_shown_in_one_we_have(notebook: Notebook) -> None:
    notebook.pieces.keep_highlight(a_highlight())
    with_other = newer_colour(notebook.file)
    assert with_other.pieces.all().highlights["h1"].colour is Colour.YELLOW


def test_recent_draft_and_order() -> None:
    early, late = a_reading(), a_reading()._replace(piece=SLEEP, last_read=datetime(2027, 1, 1, tzinfo=UTC))
    far = a_highlight()._replace(id="h0", anchor=a_highlight().anchor._replace(start=90, stop=99))
    notes = ReadingNotes(
        readings={GRIEF.id: early, SLEEP.id: late},
        highlights={"h0": far, "h1": a_highlight()},
        reports={"r1": a_report(), "r2": a_report()._replace(id="r2", is_draft=False)},
    )
    assert notes.recent == (late, early)
    assert notes.highlights_of(GRIEF.id) == (a_highlight(), far)
    assert notes.draft_of(GRIEF.id) == a_report()
    assert notes.draft_of(SLEEP.id) is None
