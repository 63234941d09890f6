"""What is asked for and what is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapist_desktop.domain.errors import NoCatalogue, UnknownPlace, UnknownValue
from therapist_desktop.ui.models.ordering import ordered
from therapist_desktop.ui.wiring.gone import gone_from
from therapist_desktop.ui.wording.messages import explain

if TYPE_CHECKING:
    from therapist_desktop.domain.errors import Trouble
    from therapist_desktop.domain.filters import Filters
    from therapist_desktop.ui.controllers.search import SearchController
    from therapist_desktop.ui.controllers.sync import SyncController
    from therapist_desktop.ui.main_window import MainWindow
    from therapist_desktop.ui.models.pages import Answer


def connect_searching(window: MainWindow, search: SearchController, syncing: SyncController) -> None:
    """From the filters to the rows, and back to the filters."""

    def show_filters(filters: Filters) -> None:
        window.chips.show_filters(filters, window.taxonomy)
        window.show_words(filters.words)

    def show_answer(answer: Answer) -> None:
        window.results.show_answer(answer)
        window.show_results(answer.results)

    def show_problem(trouble: Trouble) -> None:
        if window.release is None:  # there is nothing yet that could be damaged
            if syncing.is_running:
                window.results.show_first_use()
            else:
                window.results.show_problem(NoCatalogue(folder=""))
            return
        window.chips.show_no_answer()
        gone = gone_from(window) if isinstance(trouble, UnknownValue) else None
        if gone is not None:
            window.results.show_instead(gone)
            return
        if isinstance(trouble, UnknownPlace):
            message = explain(trouble)
            window.filters.show_unknown_place(f"{message.sentence} {message.next_step}")
        window.results.show_problem(trouble)

    window.find_words_changed.connect(window.filters.say_words)
    window.filters.filters_changed.connect(show_filters)
    window.filters.filters_changed.connect(search.ask)
    window.chips.filters_requested.connect(window.filters.use)
    window.results.filters_requested.connect(window.filters.use)
    window.results.orders_requested.connect(lambda orders: window.filters.use(ordered(window.filters.filters, orders)))
    search.started.connect(window.results.show_loading)
    search.answered.connect(show_answer)
    search.failed.connect(show_problem)
