"""What somebody keeps of pages is shown at once, then on the disk, and taken back where the disk refuses."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.notebooks import change
from tests.reading_notes import GRIEF, NOW, SLEEP, a_bookmark, a_highlight, a_report
from tests.ui.by_hand import ByHand
from therapist_desktop.domain.errors import NotebookTooNew, Trouble
from therapist_desktop.domain.reading_notes import Anchor, Colour, ReadingNotes
from therapist_desktop.services.notebook import Notebook
from therapist_desktop.ui.controllers.reading_notes import ReadingNotesController
from therapist_desktop.ui.jobs import OneAtATime

if TYPE_CHECKING:
    from pathlib import Path


@dataclass
class Keeper:
    """A controller over a real notebook, whose every step the test takes."""

    notebook: Notebook
    hand: ByHand = field(default_factory=ByHand)
    troubles: list[Trouble] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.time = NOW
        self.kept = ReadingNotesController(self.notebook.pieces, OneAtATime(self.hand), lambda: self.time)
        self.kept.failed.connect(self.troubles.append)

    @property
    def written(self) -> ReadingNotes:
        """What another start would find."""
        return Notebook(self.notebook.file).pieces.all()


@pytest.fixture
def keeper(qtbot: object, tmp_path: Path) -> Keeper:
    return Keeper(Notebook(tmp_path / "notebook.sqlite"))


def test_everything_is_shown_at_once_and_written_behind_it(keeper: Keeper) -> None:
    kept = keeper.kept
    assert kept.toggle_bookmark(GRIEF)
    assert kept.toggle_to_read(SLEEP)
    one = kept.highlight(GRIEF, Anchor("waves"), Colour.BLUE)
    kept.note_reading(GRIEF, 0.4, "What helps", again=True)
    kept.keep_report(a_report())
    shown = kept.notes
    assert ([*shown.bookmarks], [*shown.to_read], [*shown.highlights]) == ([GRIEF.id], [SLEEP.id], [one.id])
    assert (shown.readings[GRIEF.id].times, [*shown.reports]) == (1, ["r1"])
    assert keeper.written == ReadingNotes()
    keeper.hand.run_all()
    assert keeper.written == shown == kept.notes
    assert not keeper.troubles


def test_what_was_kept_before_is_read(keeper: Keeper) -> None:
    Notebook(keeper.notebook.file).pieces.keep_bookmark(a_bookmark())
    keeper.kept.load()
    keeper.hand.run_all()
    assert [*keeper.kept.notes.bookmarks] == [GRIEF.id]


def test_toggling_twice_leaves_nothing(keeper: Keeper) -> None:
    for _ in range(2):
        keeper.kept.toggle_bookmark(GRIEF)
        keeper.kept.toggle_to_read(GRIEF)
    keeper.hand.run_all()
    assert keeper.written == ReadingNotes()


def test_a_page_that_was_read_can_be_put_on_the_list_again(keeper: Keeper) -> None:
    kept = keeper.kept
    assert not kept.set_done(GRIEF.id, done=True)
    kept.toggle_to_read(GRIEF)
    assert kept.set_done(GRIEF.id, done=True)
    assert not kept.set_done(GRIEF.id, done=True)
    assert kept.notes.to_read[GRIEF.id].done_at == NOW
    assert kept.toggle_to_read(GRIEF)
    assert kept.notes.to_read[GRIEF.id].done_at is None


def test_a_highlight_is_changed_taken_away_and_put_back(keeper: Keeper) -> None:
    kept = keeper.kept
    one = kept.highlight(GRIEF, Anchor("waves"), Colour.BLUE)
    keeper.time = NOW + timedelta(hours=1)
    kept.change_highlight(one.id, colour=Colour.PINK)
    kept.change_highlight(one.id, note="See page 2.")
    kept.change_highlight("unknown", note="x")
    changed = one._replace(colour=Colour.PINK, note="See page 2.", changed_at=keeper.time)
    assert kept.drop_highlight(one.id) == changed
    assert kept.drop_highlight(one.id) is None
    keeper.hand.run_all()
    assert keeper.written == ReadingNotes()
    kept.keep_highlight(changed)
    keeper.hand.run_all()
    assert dict(keeper.written.highlights) == {one.id: changed}


def test_small_moves_are_not_written(keeper: Keeper) -> None:
    kept = keeper.kept
    kept.note_reading(GRIEF, 0.4, "What helps", again=True)
    keeper.hand.run_all()
    kept.note_reading(GRIEF, 0.401, "What helps")
    assert not keeper.hand.waiting
    kept.note_reading(GRIEF, 0.6, "Sources")
    kept.note_reading(GRIEF, 1.7, "Sources", again=True)
    assert kept.notes.readings[GRIEF.id][1:3] == (1.0, "Sources")
    assert kept.notes.readings[GRIEF.id].times == 2


def test_a_new_title_is_kept_only_of_what_is_kept(keeper: Keeper) -> None:
    keeper.kept.rename(GRIEF)
    assert not keeper.hand.waiting
    keeper.kept.toggle_bookmark(GRIEF)
    keeper.kept.rename(GRIEF._replace(title="Grief and loss"))
    keeper.hand.run_all()
    assert keeper.kept.notes.bookmarks[GRIEF.id].piece.title == "Grief and loss"


def test_what_the_disk_refuses_is_taken_back(keeper: Keeper) -> None:
    keeper.kept.toggle_bookmark(GRIEF)
    keeper.hand.run_all()
    change(keeper.notebook.file, "UPDATE alembic_version SET version_num = '9999'")
    keeper.kept.keep_highlight(a_highlight())
    assert [*keeper.kept.notes.highlights] == ["h1"]
    keeper.hand.step()
    assert [type(trouble) for trouble in keeper.troubles] == [NotebookTooNew]
    change(keeper.notebook.file, "UPDATE alembic_version SET version_num = '0003'")
    keeper.hand.run_all()
    assert ([*keeper.kept.notes.bookmarks], [*keeper.kept.notes.highlights]) == ([GRIEF.id], [])
