"""Call mode and the rest of the window: one question, the same filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapist_desktop.domain.errors import UnknownValue
from therapist_desktop.domain.filters import Filters
from therapist_desktop.domain.places import Page
from therapist_desktop.ui.wiring.gone import gone_from
from therapist_desktop.ui.wiring.places import show_library
from therapist_desktop.ui.wording.messages import explain
from therapist_desktop.ui.wording.nothing_found import NothingFound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from therapist_desktop.domain.errors import Trouble
    from therapist_desktop.ui.built import Built
    from therapist_desktop.ui.models.pages import Answer
    from therapist_desktop.ui.panes.call import CallPane


def connect_calling(built: Built, today: Callable[[], date]) -> None:
    """Bring the pane in behind the first picture; F2 brings it at once."""
    window = built.window

    def furnish() -> Iterator[None]:
        from therapist_desktop.ui.panes.call import CallPane

        yield
        pane = CallPane(built.appearance, today)
        yield
        _connect(built, pane)
        window.hold_page(Page.CALL, pane)

    def enter() -> None:
        window.furnish()
        window.show_page(Page.CALL)

    def clear() -> None:
        """Another caller: nothing that was asked for, marked or looked at is left, and nobody can go back to it."""
        window.furnish()
        if window.filters.filters != Filters():  # so that there will be another answer
            if window.results.state == "notice":
                window.results.show_loading()
            window.results.notice.say("search", "", "")
        built.places.begin_anew()
        window.filters.use(Filters())
        window.filters.forget()
        window.results.forget_choice()
        built.marking.clear()
        built.marking.forget_cleared()
        built.comparing.compare(())
        window.reader.show_nothing()
        window.reader.find_bar.forget()
        if built.reading.listed is not None:
            show_library(window, built.reading, built.places.here)

    window.furnish_with(furnish)
    window.actions_["call"].triggered.connect(enter)
    window.actions_["clear_call"].triggered.connect(clear)


def _connect(built: Built, pane: CallPane) -> None:
    window, marking = built.window, built.marking

    def show_answer(answer: Answer) -> None:
        pane.show_results(answer.results, answer.pages.get(0, ()))

    def show_problem(trouble: Trouble) -> None:
        message = explain(trouble)
        gone = gone_from(window) if isinstance(trouble, UnknownValue) else None
        if gone is not None:
            pane.show_no_answer(gone)
        elif isinstance(trouble, UnknownValue):
            pane.show_no_answer(NothingFound("", ""))
            pane.say_wrong(f"{message.sentence} {message.next_step}")
        else:
            pane.show_no_answer(NothingFound(message.sentence, message.next_step))

    def show_rows() -> None:
        window.show_page(Page.FIND)
        window.results.focus_list()

    def show_marked() -> None:
        pane.show_marked({shown.id for shown in marking.marked})

    pane.filters_requested.connect(window.filters.use)
    pane.results_requested.connect(show_rows)
    pane.listing_chosen.connect(built.places.open_listing)
    pane.mark_requested.connect(marking.toggle)
    pane.clear_requested.connect(window.actions_["clear_call"].trigger)
    pane.left.connect(show_rows)
    marking.standings_changed.connect(lambda _standings: show_marked())
    window.filters.filters_changed.connect(pane.show_filters)
    window.taxonomy_changed.connect(pane.show_taxonomy)
    window.actions_["clear_call"].triggered.connect(pane.begin_anew)
    window.page_shown.connect(lambda page: pane.begin() if page is Page.CALL else None)
    built.search.answered.connect(show_answer)
    built.search.failed.connect(show_problem)
    pane.show_taxonomy(window.taxonomy)
    pane.show_filters(window.filters.filters)
    show_marked()
    if built.search.answer is not None:
        show_answer(built.search.answer)
