"""Garbage goes in the thread of the window, as much as would have gone by itself."""

from __future__ import annotations

import gc
import threading
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from therapist_desktop.ui.tidying import Tidying

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


class Circle:
    """Keeps itself, and tells in which thread it goes."""

    def __init__(self, went: list[int]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: went.append(threading.get_ident()))


@pytest.fixture
def tidying(qtbot: QtBot) -> Iterator[Tidying]:
    parent = QObject()
    tidying = Tidying(parent)
    yield tidying
    parent.deleteLater()
    gc.unfreeze()
    gc.enable()


def test_a_circle_made_in_another_thread_goes_in_this_one(tidying: Tidying, qtbot: QtBot) -> None:
    went: list[int] = []
    kept: list[list[int]] = []
    tidying.start()

    def work() -> None:
        Circle(went)
        kept.extend([number] for number in range(50_000))  # far more than makes Python look by itself

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert went == []
    qtbot.waitUntil(lambda: bool(went))
    assert went == [threading.get_ident()]


def test_nothing_is_looked_through_for_nothing(tidying: Tidying) -> None:
    tidying.start()
    gc.collect()
    before = gc.get_stats()
    tidying.tidy()
    assert gc.get_stats() == before
