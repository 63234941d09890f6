"""Marks and outcomes show at once, are written behind that, and are taken back where the disk refuses."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from tests.builders import HandMadeCatalogue, a_card
from tests.notebooks import ANA, a_notebook, change
from tests.ui.by_hand import ByHand
from therapist_desktop.data.notebook_file import HEAD
from therapist_desktop.domain.errors import NotebookNotWritable, NotebookTooNew, NotebookTrouble
from therapist_desktop.domain.notebook import Outcome, Standing
from therapist_desktop.services.notebook import Notebook
from therapist_desktop.ui.controllers.marking import MarkingController, shown_of
from therapist_desktop.ui.jobs import OneAtATime

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ONE, TWO, THREE = (a_card(number) for number in (1, 2, 3))


@dataclass
class Marks:
    """A controller over a real notebook, the hands that write, and what was heard."""

    notebook: Notebook
    hand: ByHand
    marking: MarkingController
    catalogue: HandMadeCatalogue
    heard: list[Mapping[str, Standing]] = field(default_factory=list)
    troubles: list[NotebookTrouble] = field(default_factory=list)

    @property
    def shown(self) -> list[str]:
        """The marked ones, as they are shown."""
        return [shown.id for shown in self.marking.marked]

    @property
    def written(self) -> list[str]:
        """The marked ones, as another program would find them."""
        standings = Notebook(self.notebook.file).standings()
        return [name for name, standing in standings.items() if standing.marked]


def _marks(file: Path) -> Marks:
    notebook, hand, catalogue = Notebook(file), ByHand(), HandMadeCatalogue()
    marks = Marks(notebook, hand, MarkingController(notebook, catalogue, OneAtATime(hand)), catalogue)
    marks.marking.standings_changed.connect(lambda standings: marks.heard.append(dict(standings)))
    marks.marking.failed.connect(marks.troubles.append)
    return marks


@pytest.fixture
def marks(qtbot: object, tmp_path: Path) -> Marks:
    return _marks(tmp_path / "own" / "notebook.sqlite")


def test_a_mark_shows_before_it_is_written(marks: Marks) -> None:
    marks.marking.toggle(TWO)
    marks.marking.toggle(ONE)
    assert (marks.shown, marks.written) == ([TWO.id, ONE.id], [])
    marks.hand.run_all()
    assert marks.shown == marks.written == [TWO.id, ONE.id]
    assert len(marks.heard) == 2
    assert marks.marking.standings[ONE.id] == Standing(shown_of(ONE), marked=True)


def test_a_mark_is_taken_away(marks: Marks) -> None:
    for _ in range(3):
        marks.marking.toggle(ONE)
    assert marks.shown == [ONE.id]
    marks.marking.toggle(ONE)
    assert marks.marking.standings == {}
    marks.hand.run_all()
    assert marks.marking.standings == {}
    assert marks.written == []


def test_an_outcome_is_noted_and_withdrawn(marks: Marks) -> None:
    marks.marking.toggle(ONE)
    marks.marking.note(ONE, Outcome.FULL)
    marks.marking.note(TWO, Outcome.LEFT_MESSAGE)
    noted = dict(marks.marking.standings)
    assert (noted[ONE.id].marked, noted[ONE.id].outcome) == (True, Outcome.FULL)
    assert (noted[TWO.id].marked, noted[TWO.id].outcome) == (False, Outcome.LEFT_MESSAGE)
    assert noted[TWO.id].noted_on is not None
    marks.hand.run_all()
    assert marks.marking.standings == noted == marks.notebook.standings()
    marks.marking.note(TWO, None)
    marks.marking.note(ONE, None)
    assert list(marks.marking.standings) == [ONE.id]
    marks.hand.run_all()
    assert marks.notebook.standings() == marks.marking.standings == {ONE.id: Standing(shown_of(ONE), marked=True)}


def test_a_listing_with_an_outcome_is_marked_last(marks: Marks) -> None:
    marks.marking.note(ONE, Outcome.FULL)
    marks.marking.toggle(TWO)
    marks.marking.toggle(ONE)
    assert marks.shown == [TWO.id, ONE.id]
    marks.marking.toggle(ONE)
    assert marks.marking.standings[ONE.id].outcome is Outcome.FULL
    marks.hand.run_all()
    assert marks.shown == marks.written == [TWO.id]


def test_all_marks_go_and_come_back(marks: Marks) -> None:
    marks.marking.clear()
    assert not marks.hand.waiting
    for card in (THREE, ONE, TWO):
        marks.marking.toggle(card)
    marks.marking.note(ONE, Outcome.FULL)
    marks.marking.clear()
    assert marks.shown == []
    assert marks.marking.standings[ONE.id].outcome is Outcome.FULL
    marks.hand.run_all()
    assert marks.written == []
    marks.marking.put_back()
    assert marks.shown == [THREE.id, ONE.id, TWO.id]
    marks.marking.put_back()
    marks.hand.run_all()
    assert marks.shown == marks.written == [THREE.id, ONE.id, TWO.id]


def test_they_come_back_before_what_was_marked_since(marks: Marks) -> None:
    marks.marking.toggle(ONE)
    marks.marking.clear()
    marks.marking.toggle(TWO)
    marks.marking.put_back()
    assert marks.shown == [ONE.id, TWO.id]
    marks.hand.run_all()
    assert marks.shown == marks.written == [ONE.id, TWO.id]


def test_what_was_noted_before_is_loaded(marks: Marks) -> None:
    a_notebook(marks.notebook.file, "0001")
    marks.marking.load()
    assert marks.marking.standings == {}
    marks.hand.run_all()
    assert marks.shown == [ANA.id]
    assert len(marks.heard) == 1
    assert marks.notebook.summary().last_backup is not None
    assert not marks.troubles


def test_notes_go_with_a_listing_that_was_merged(marks: Marks) -> None:
    a_notebook(marks.notebook.file, "0002")
    marks.catalogue.merged[ANA.id] = ONE.id
    marks.marking.load()
    marks.hand.run_all()
    assert marks.shown == marks.written == [ONE.id]
    standing = marks.marking.standings[ONE.id]
    assert (standing.listing.name, standing.outcome) == (ANA.name, Outcome.FULL)
    marks.marking.follow()
    marks.hand.run_all()
    assert marks.shown == [ONE.id]


def test_a_disk_that_refuses_takes_the_mark_back_with_a_sentence(qtbot: object, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    marks = _marks(tmp_path / "file" / "notebook.sqlite")
    marks.marking.toggle(ONE)
    assert marks.shown == [ONE.id]
    marks.hand.run_all()
    assert marks.shown == []
    assert marks.heard[-1] == {}
    (trouble,) = marks.troubles
    assert isinstance(trouble, NotebookNotWritable)


def test_only_what_was_refused_is_taken_back(marks: Marks) -> None:
    marks.marking.toggle(ONE)
    marks.hand.run_all()
    change(marks.notebook.file, "UPDATE alembic_version SET version_num = '9999'")
    marks.marking.toggle(TWO)
    marks.marking.clear()
    marks.hand.step()
    assert marks.shown == []  # somebody has asked for more since: the disk has not spoken yet
    marks.hand.step()
    assert marks.shown == [ONE.id]
    assert [type(trouble) for trouble in marks.troubles] == [NotebookTooNew] * 2
    marks.marking.put_back()
    change(marks.notebook.file, f"UPDATE alembic_version SET version_num = '{HEAD}'")
    marks.hand.run_all()
    assert marks.shown == marks.written == [ONE.id]


def test_marks_of_another_window_appear_with_the_next_note(marks: Marks) -> None:
    marks.marking.toggle(ONE)
    marks.hand.run_all()
    Notebook(marks.notebook.file).mark(ANA)
    marks.marking.toggle(TWO)
    marks.hand.run_all()
    assert marks.shown == marks.written == [ONE.id, ANA.id, TWO.id]
