"""What is noted about listings."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from therapist_desktop.domain.places import Page
from therapist_desktop.ui.i18n import plural
from therapist_desktop.ui.messages import WayOut

if TYPE_CHECKING:
    from therapist_desktop.ui.controllers.marking import MarkingController
    from therapist_desktop.ui.main_window import MainWindow


def connect_marking(window: MainWindow, marking: MarkingController) -> None:
    """From the actions to the notebook, and its troubles to the banner; all of it behind the first picture."""
    for name in ("mark", "clear_marks"):
        window.actions_[name].setEnabled(False)
    window.furnished.connect(partial(_connect, window, marking))


def _connect(window: MainWindow, marking: MarkingController) -> None:
    mark, clear, table = window.actions_["mark"], window.actions_["clear_marks"], window.results.table

    def toggle() -> None:
        if table.card is not None:
            marking.toggle(table.card)

    def show_what_can_be_done() -> None:
        mark.setEnabled(window.page is Page.FIND and table.currentIndex().isValid())
        clear.setEnabled(bool(marking.marked))

    def say_cleared(count: int) -> None:
        words = plural("Marking", "{n} mark was taken away.", "{n} marks were taken away.", count)
        window.banner.show_news(words, WayOut.PUT_BACK)

    def go(way_out: WayOut) -> None:
        if way_out is WayOut.PUT_BACK:
            marking.put_back()

    mark.triggered.connect(toggle)
    clear.triggered.connect(marking.clear)
    marking.cleared.connect(say_cleared)
    marking.failed.connect(window.banner.show_problem)
    marking.standings_changed.connect(lambda _: show_what_can_be_done())
    window.banner.way_out_requested.connect(go)
    window.results.nothing_pointed.connect(show_what_can_be_done)
    window.page_shown.connect(lambda _: show_what_can_be_done())
    table.selectionModel().currentChanged.connect(lambda _now, _before: show_what_can_be_done())
    show_what_can_be_done()
    marking.load()
