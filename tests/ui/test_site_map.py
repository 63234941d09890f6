"""The contents of the library as a tree: walked by keys, narrowed by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from tests.ui.test_library_sections import BOOKS, GROUPS, MEDICINES, a_card
from therapist_desktop.domain.library import Section
from therapist_desktop.ui.library.site_map import SiteMap
from therapist_desktop.ui.theme import Appearance

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TERMS = tuple(a_card(title, Section.TERM) for title in ("Affect", "Anhedonia", "Grief work"))


@pytest.fixture
def contents(qtbot: QtBot) -> SiteMap:
    contents = SiteMap(Appearance("light"))
    qtbot.addWidget(contents)
    QAbstractItemModelTester(contents.tree.model(), QAbstractItemModelTester.FailureReportingMode.Fatal, contents)
    contents.resize(600, 600)
    contents.show()
    contents.show_pieces((*MEDICINES, *BOOKS, *GROUPS, *TERMS))
    return contents


def _said(contents: SiteMap, parent: QModelIndex | None = None) -> list[str]:
    model = contents.tree.model()
    above = parent or QModelIndex()
    return [str(model.index(row, 0, above).data()) for row in range(model.rowCount(above))]


def test_sections_hold_groups_and_those_hold_pieces(contents: SiteMap) -> None:
    assert _said(contents) == ["Medications  3", "Dictionary  3", "Support groups  2", "Books  3"]
    model = contents.tree.model()
    terms = model.index(1, 0)
    assert _said(contents, terms) == ["A  2", "G  1"]
    assert _said(contents, model.index(0, 0, terms)) == ["Affect", "Anhedonia"]
    assert terms.data(Qt.ItemDataRole.AccessibleTextRole) == "Dictionary, 3 pages"


def test_keys_walk_unfold_and_open(contents: SiteMap) -> None:
    opened: list[str] = []
    contents.piece_chosen.connect(opened.append)
    tree = contents.tree
    tree.setFocus()
    tree.setCurrentIndex(tree.model().index(1, 0))
    QTest.keyClick(tree, Qt.Key.Key_Return)
    for _ in range(2):
        QTest.keyClick(tree, Qt.Key.Key_Down)
        QTest.keyClick(tree, Qt.Key.Key_Right)
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert opened == ["term:affect"]
    QTest.keyClick(tree, Qt.Key.Key_Left)
    QTest.keyClick(tree, Qt.Key.Key_Left)
    assert not tree.isExpanded(tree.currentIndex())


def test_a_letter_narrows_and_escape_shows_all_again(contents: SiteMap) -> None:
    contents.tree.setFocus()
    QTest.keyClicks(contents.tree, "w")
    assert contents.filter_field.hasFocus()
    assert _said(contents) == ["Medications  1", "Dictionary  1", "Support groups  1"]
    QTest.keyClicks(contents.filter_field, "o")
    assert _said(contents) == ["Medications  1", "Dictionary  1"]
    QTest.keyClick(contents.filter_field, Qt.Key.Key_Escape)
    assert contents.tree.hasFocus()
    assert len(_said(contents)) == 4


def test_no_title_says_so_with_a_way_back(contents: SiteMap) -> None:
    contents.filter_field.setText("zzz")
    assert not contents.tree.isVisible()
    way = contents._nothing.buttons[0]
    QTest.mouseClick(way, Qt.MouseButton.LeftButton)
    assert contents.tree.isVisible()


def test_a_click_opens_and_the_wheel_opens_apart(contents: SiteMap) -> None:
    opened: list[str] = []
    apart: list[str] = []
    contents.piece_chosen.connect(opened.append)
    contents.new_tab_requested.connect(apart.append)
    contents.filter_field.setText("lithium")
    tree, model = contents.tree, contents.tree.model()
    index = model.index(0, 0, model.index(0, 0))
    spot = tree.visualRect(index).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.MiddleButton, pos=spot)
    assert (opened, apart) == (["topic:lithium"], ["topic:lithium"])
