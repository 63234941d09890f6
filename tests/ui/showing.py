"""Widgets on the screen as large as a test wants them, and answers to show in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QWidget

from tests.builders import cards_of
from therapist_desktop.ui.models.pages import PAGE, Answer

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from therapist_desktop.domain.results import Results

_Widget = TypeVar("_Widget", bound=QWidget)


def shown(qtbot: QtBot, widget: _Widget, wide: int, high: int) -> _Widget:
    """The widget itself, once it is shown; it goes with the test."""
    qtbot.addWidget(widget)
    widget.resize(wide, high)
    widget.show()
    return widget


def answer_of(results: Results, position: int | None = None) -> Answer:
    """The results with their first page, and with that of the row that was selected."""
    pages = {number: cards_of(results, number * PAGE, PAGE) for number in {0, (position or 0) // PAGE}}
    return Answer(results, pages, "", position)
