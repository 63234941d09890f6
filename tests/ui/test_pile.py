"""Parts of a page lie below each other, whatever becomes of them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from therapist_desktop.ui.widgets.pile import Pile
from therapist_desktop.ui.widgets.tall_page import TallPage
from therapist_desktop.ui.widgets.words import Words

GAP = 10


@pytest.fixture
def page(qtbot: QtBot) -> TallPage:
    page = TallPage()
    qtbot.addWidget(page)
    page.resize(300, 200)
    page.setWidget(Pile(QMargins(20, 15, 20, 25), GAP))
    page.show()
    return page


def pile_of(page: TallPage) -> Pile:
    pile = page.widget()
    assert isinstance(pile, Pile)
    return pile


def gaps(parts: list[QWidget]) -> list[int]:
    return [below.y() - above.geometry().bottom() - 1 for above, below in pairwise(parts)]


def test_each_part_lies_below_the_one_before(page: TallPage) -> None:
    parts: list[QWidget] = [Words(f"part {place} " * 20) for place in range(4)]
    for part in parts:
        pile_of(page).add(part)
    assert parts[0].pos().toTuple() == (20, 15)
    assert gaps(parts) == [GAP] * 3
    assert {part.width() for part in parts} == {pile_of(page).width() - 40}
    assert all(part.height() == part.heightForWidth(part.width()) for part in parts)


def test_the_page_is_as_long_as_its_parts_and_scrolls(page: TallPage, qtbot: QtBot) -> None:
    parts = [Words(f"part {place} " * 20) for place in range(12)]
    for part in parts:
        pile_of(page).add(part)
    bar = page.verticalScrollBar()
    qtbot.waitUntil(lambda: pile_of(page).height() == parts[-1].geometry().bottom() + 1 + 25)
    assert bar.maximum() == pile_of(page).height() - page.viewport().height()


def test_what_is_below_moves_when_a_part_becomes_taller(page: TallPage, qtbot: QtBot) -> None:
    growing, second = Words("short"), Words("below")
    for part in (growing, second):
        pile_of(page).add(part)
    before = second.y()
    growing.say("now it is a great deal longer " * 5)
    qtbot.waitUntil(lambda: second.y() > before)
    assert gaps([growing, second]) == [GAP]


def test_another_width_places_everything_anew(page: TallPage, qtbot: QtBot) -> None:
    parts: list[QWidget] = [Words(f"part {place} " * 20) for place in range(3)]
    for part in parts:
        pile_of(page).add(part)
    page.resize(600, 200)
    qtbot.waitUntil(lambda: parts[0].width() > 300)
    assert gaps(parts) == [GAP] * 2
    assert all(part.height() == part.heightForWidth(part.width()) for part in parts)


def test_a_page_with_a_widest_is_in_the_middle(qtbot: QtBot) -> None:
    pile = Pile(QMargins(20, 0, 20, 0), GAP, widest=400)
    qtbot.addWidget(pile)
    pile.resize(1000, 300)
    part = Words("in the middle")
    pile.add(part)
    assert (part.x(), part.width()) == (300, 400)
