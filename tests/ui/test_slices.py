"""Steps come in order, one after the other; newer work takes the place of older."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from therapist_desktop.ui.slices import Slices

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def slices(qtbot: QtBot) -> Iterator[Slices]:
    parent = QObject()
    yield Slices(parent)
    parent.deleteLater()


def work(name: str, steps: int, done: list[str]) -> Iterator[None]:
    for step in range(steps):
        done.append(f"{name}{step}")
        yield


def test_the_first_step_is_taken_at_once_and_the_others_in_order(slices: Slices, qtbot: QtBot) -> None:
    done: list[str] = []
    with qtbot.waitSignal(slices.finished):
        slices.start(work("a", 5, done))
        assert done == ["a0"]
        assert slices.is_busy
    assert done == ["a0", "a1", "a2", "a3", "a4"]
    assert not slices.is_busy


def test_newer_work_drops_what_is_left_of_the_older(slices: Slices, qtbot: QtBot) -> None:
    done: list[str] = []
    with qtbot.waitSignal(slices.finished):
        slices.start(work("a", 5, done))
        slices.start(work("b", 2, done))
    assert done == ["a0", "b0", "b1"]


def test_whoever_cannot_wait_has_the_rest_at_once(slices: Slices, qtbot: QtBot) -> None:
    done: list[str] = []
    slices.start(work("a", 3, done))
    with qtbot.waitSignal(slices.finished):
        slices.finish()
        assert done == ["a0", "a1", "a2"]
    slices.finish()
    assert done == ["a0", "a1", "a2"]


def test_what_is_dropped_is_neither_done_nor_said_to_be(slices: Slices, qtbot: QtBot) -> None:
    done: list[str] = []
    with qtbot.assertNotEmitted(slices.finished):
        slices.start(work("a", 3, done))
        slices.drop()
        qtbot.wait(1)
    assert done == ["a0"]


def test_a_step_may_begin_something_else(slices: Slices, qtbot: QtBot) -> None:
    done: list[str] = []

    def changing_its_mind() -> Iterator[None]:
        yield
        slices.start(work("b", 2, done))
        yield
        done.append("never")

    with qtbot.waitSignal(slices.finished):
        slices.start(changing_its_mind())
    assert done == ["b0", "b1"]


def test_a_step_that_fails_ends_the_work(slices: Slices) -> None:
    def failing() -> Iterator[None]:
        yield
        raise LookupError

    slices.start(failing())
    with pytest.raises(LookupError):
        slices.finish()
    assert not slices.is_busy
