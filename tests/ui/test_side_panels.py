"""What lies over an edge of a page has room for its words at every size of text."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from therapist_desktop.ui.pages import DETAIL, FindPage
from therapist_desktop.ui.theme import Appearance
from therapist_desktop.ui.widgets.side_panel import SidePanel


def test_a_drawer_gets_wider_with_the_text(qtbot: QtBot, appearance: Appearance) -> None:
    page = FindPage(QWidget(), QWidget(), appearance)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    page.show_detail(take_focus=False)
    (over,) = page.findChildren(SidePanel)
    assert over.width() == DETAIL[2]
    appearance.set_zoom(1.1)
    assert over.width() == appearance.px(DETAIL[2])
