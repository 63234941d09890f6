"""Widgets that stand side by side like the words of a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from therapist_desktop.ui.widgets.elided_label import ElidedLabel
from therapist_desktop.ui.widgets.flowing import Flowing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def flow(qtbot: QtBot) -> Flowing:
    flow = Flowing(8)
    qtbot.addWidget(flow)
    flow.resize(400, 80)
    return flow.hold([QPushButton(text) for text in ("Anxiety", "Grief", "Sleep")])


def test_what_does_not_fit_goes_to_the_next_line(flow: Flowing) -> None:
    flow.show()
    first, *_, last = flow.widgets
    one_line = flow.heightForWidth(1000)
    assert (first.y(), last.y()) == (0, 0)
    assert flow.heightForWidth(first.sizeHint().width() + 1) == 3 * one_line + 2 * 8
    flow.resize(first.width() + 1, 200)
    assert [widget.x() for widget in flow.widgets] == [0, 0, 0]
    assert first.y() < last.y()


@pytest.mark.parametrize("width", [-20, -1, 0, 1])
def test_no_room_at_all_is_no_error(flow: Flowing, width: int) -> None:
    assert flow.heightForWidth(width) > 0


def test_nothing_takes_no_room(flow: Flowing) -> None:
    assert flow.hold(()).heightForWidth(-1) == 0


def test_a_label_that_may_end_in_an_ellipsis_takes_what_is_left_of_the_line(flow: Flowing) -> None:
    first, label = flow.widgets[0], ElidedLabel("A title that is far too long for what is left of the line " * 3)
    flow.hold([first, label])
    flow.show()
    assert (label.y() < first.height(), label.x()) == (True, first.width() + 8)
    assert label.geometry().right() < flow.width()


def test_nothing_is_wider_than_it_may_be(flow: Flowing) -> None:
    first, second, _ = flow.widgets
    first.setMaximumWidth(20)
    flow.fit()
    assert second.x() == 28
