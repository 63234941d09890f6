"""What lies over an edge of a page has room for its words at every size of text."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from therapist_desktop.ui.pages import DETAIL, FILTERS, FindPage
from therapist_desktop.ui.theme import Appearance
from therapist_desktop.ui.widgets.side_panel import SidePanel


def test_the_drawers_get_wider_with_the_text(qtbot: QtBot, appearance: Appearance) -> None:
    page = FindPage(QWidget(), QWidget(), appearance)
    qtbot.addWidget(page)
    page.resize(780, 600)
    page.show()
    page.show_filters()
    page.show_detail(take_focus=False)
    drawer, over = page.findChildren(SidePanel)
    assert (drawer.width(), over.width()) == (FILTERS[2], DETAIL[2])
    appearance.set_zoom(1.25)
    assert (drawer.width(), over.width()) == (appearance.px(FILTERS[2]), appearance.px(DETAIL[2]))
