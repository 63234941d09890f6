"""Call mode and the rest of the window: one question, the same filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapist_desktop.domain.errors import UnknownValue
from therapist_desktop.domain.filters import Filters
from therapist_desktop.domain.places import Page
from therapist_desktop.ui.messages import explain
from therapist_desktop.ui.wiring.rows import open_listing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from therapist_desktop.domain.errors import Trouble
    from therapist_desktop.ui.controllers.reading import ReadingController
    from therapist_desktop.ui.controllers.search import SearchController
    from therapist_desktop.ui.main_window import MainWindow
    from therapist_desktop.ui.models.pages import Answer
    from therapist_desktop.ui.panes.call import CallPane
    from therapist_desktop.ui.theme import Appearance


def connect_calling(
    window: MainWindow,
    search: SearchController,
    reading: ReadingController,
    appearance: Appearance,
    today: Callable[[], date],
) -> None:
    """Bring the pane in behind the first picture; F2 brings it at once."""

    def furnish() -> Iterator[None]:
        from therapist_desktop.ui.panes.call import CallPane

        yield
        pane = CallPane(appearance, today)
        yield
        _connect(window, search, reading, pane)
        window.hold_page(Page.CALL, pane)

    def enter() -> None:
        window.furnish()
        window.show_page(Page.CALL)

    window.furnish_with(furnish)
    window.actions_["call"].triggered.connect(enter)
    window.actions_["clear_call"].triggered.connect(lambda: window.filters.use(Filters()))


def _connect(window: MainWindow, search: SearchController, reading: ReadingController, pane: CallPane) -> None:
    def show_answer(answer: Answer) -> None:
        pane.show_results(answer.results, answer.pages.get(0, ()))

    def show_problem(trouble: Trouble) -> None:
        if isinstance(trouble, UnknownValue):
            message = explain(trouble)
            pane.say_wrong(f"{message.sentence} {message.next_step}")

    def show_rows() -> None:
        window.show_page(Page.FIND)
        window.results.focus_list()

    pane.filters_requested.connect(window.filters.use)
    pane.results_requested.connect(show_rows)
    pane.listing_chosen.connect(lambda listing_id: open_listing(window, reading, listing_id))
    pane.clear_requested.connect(window.actions_["clear_call"].trigger)
    pane.left.connect(show_rows)
    window.filters.filters_changed.connect(pane.show_filters)
    window.taxonomy_changed.connect(pane.show_taxonomy)
    window.actions_["clear_call"].triggered.connect(pane.begin_anew)
    window.page_shown.connect(lambda page: pane.begin() if page is Page.CALL else None)
    search.answered.connect(show_answer)
    search.failed.connect(show_problem)
    pane.show_taxonomy(window.taxonomy)
    pane.show_filters(window.filters.filters)
    if search.answer is not None:
        show_answer(search.answer)
