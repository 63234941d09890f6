"""How the window is, kept quietly: only when it changed, and once more when it closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notebooks import ANA
from tests.ui.by_hand import ByHand
from therapist_desktop.services.notebook import Notebook
from therapist_desktop.ui.controllers.keeping import KeepingController
from therapist_desktop.ui.jobs import OneAtATime

if TYPE_CHECKING:
    from pathlib import Path


class Window:
    """A window that is as the test says, and what keeps it."""

    def __init__(self, file: Path) -> None:
        self.now = "{}"
        self.hand = ByHand()
        self.notebook = Notebook(file)
        self.keeping = KeepingController(self.notebook, OneAtATime(self.hand), lambda: self.now, self.now)

    @property
    def kept(self) -> str:
        """What another start would find."""
        return Notebook(self.notebook.file).memory().get("window", "")


@pytest.fixture
def window(qtbot: object, tmp_path: Path) -> Window:
    return Window(tmp_path / "own" / "notebook.sqlite")


def test_a_window_that_is_as_it_was_costs_nothing(window: Window) -> None:
    window.keeping.keep()
    assert not window.hand.waiting
    window.keeping.finish()
    window.hand.run_all()
    assert not window.notebook.file.exists()


def test_what_changed_is_kept_while_the_window_is_open(window: Window) -> None:
    window.keeping.start()
    window.now = '{"zoom": 2}'
    window.keeping.tick()
    window.hand.run_all()
    assert window.kept == '{"zoom": 2}'
    window.keeping.tick()
    assert len(window.hand.waiting) == 1  # nothing but a rest


def test_the_last_change_is_kept_when_it_closes(window: Window) -> None:
    window.now = '{"zoom": 3}'
    window.keeping.finish()
    window.hand.run_all()
    assert window.kept == '{"zoom": 3}'
    assert window.notebook.copies.all() == ()


def test_a_day_with_notes_ends_with_a_copy(window: Window) -> None:
    window.notebook.mark(ANA)
    window.keeping.finish()
    window.hand.run_all()
    assert len(window.notebook.copies.all()) == 1


def test_a_disk_that_refuses_is_asked_again_and_never_spoken_of(qtbot: object, tmp_path: Path) -> None:
    (tmp_path / "own").write_text("in the way")
    window = Window(tmp_path / "own" / "notebook.sqlite")
    window.now = '{"zoom": 2}'
    window.keeping.tick()
    window.hand.run_all()
    (tmp_path / "own").unlink()
    window.keeping.tick()
    window.hand.run_all()
    assert window.kept == '{"zoom": 2}'
