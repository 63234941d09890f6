"""How high the lines of a list of pages are, and what it takes to know that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStyleOptionViewItem

from therapist_desktop.ui.library.piece_list import PieceList
from therapist_desktop.ui.models.lines import Line
from therapist_desktop.ui.theme import Appearance
from therapist_desktop.ui.widgets.piece_lines import PieceLines

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

MANY = 5_000


def test_a_long_list_is_measured_once_however_often_it_is_laid_out(qtbot: QtBot) -> None:
    listed = PieceList(Appearance())
    qtbot.addWidget(listed)
    listed.resize(900, 600)
    lines = [Line(f"Page {place}", None, f"About {place}") for place in range(MANY)]
    listed.show_lines(lines, stays=False)
    listed.go_to(0)
    delegate = listed.itemDelegate()
    assert isinstance(delegate, PieceLines)
    option = QStyleOptionViewItem()
    for _ in range(2):
        for row in range(MANY):
            delegate.sizeHint(option, listed.model().index(row, 0))
    assert delegate._wide.cache_info().misses == MANY


def test_a_long_text_has_all_its_lines_and_a_short_one_as_many_as_it_needs(qtbot: QtBot) -> None:
    listed = PieceList(Appearance())
    qtbot.addWidget(listed)
    listed.resize(400, 600)
    texts = ("", "Short.", "word " * 200, "ill " * 200)
    listed.show_lines([Line("Page", None, text) for text in texts], stays=False)
    listed.go_to(0)
    none, one, long, narrow = (listed.visualItemRect(listed.item(row)).height() for row in range(len(texts)))
    assert none < one < long == narrow
