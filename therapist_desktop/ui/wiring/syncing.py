"""What comes from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapist_desktop.domain.errors import NoCatalogue
from therapist_desktop.ui.wording.messages import WayOut

if TYPE_CHECKING:
    from collections.abc import Callable

    from therapist_desktop.domain.errors import Trouble
    from therapist_desktop.domain.syncing import Progress
    from therapist_desktop.ui.controllers.reading import ReadingController
    from therapist_desktop.ui.controllers.search import SearchController
    from therapist_desktop.ui.controllers.sync import SyncController
    from therapist_desktop.ui.main_window import MainWindow


def connect_syncing(
    window: MainWindow, search: SearchController, reading: ReadingController, syncing: SyncController
) -> None:
    """Progress, news and troubles, and the ways out of them."""

    def go(way_out: WayOut) -> None:
        deeds: dict[WayOut, Callable[[], object]] = {
            WayOut.TRY_AGAIN: syncing.start_again,
            WayOut.SYNC: syncing.start,
            WayOut.SET_SOURCE: window.actions_["source"].trigger,
            WayOut.LOAD_ANYWAY: syncing.load_anyway,
            WayOut.CLEAR_FILTERS: window.filters.clear,
            WayOut.DISMISS: window.search_box.take_focus,
        }
        if way_out in deeds:  # others go elsewhere
            deeds[way_out]()

    def go_from_results(way_out: WayOut) -> None:
        if way_out is WayOut.TRY_AGAIN:
            search.ask_again()
        else:
            go(way_out)

    def show_progress(progress: Progress | None) -> None:
        window.status.show_progress(progress)
        window.actions_["sync"].setEnabled(progress is None)

    def show_problem(trouble: Trouble) -> None:
        if window.release is None:
            window.results.show_problem(NoCatalogue(folder=""))
        window.banner.show_problem(trouble, may_be_late=syncing.can_load_anyway)

    syncing.progressed.connect(show_progress)
    syncing.succeeded.connect(window.banner.show_news)
    syncing.problem_met.connect(show_problem)
    syncing.source_needed.connect(window.actions_["source"].trigger)
    syncing.catalogue_replaced.connect(search.ask_again)
    syncing.catalogue_replaced.connect(lambda: reading.reopen() if window.is_furnished else None)
    window.status.cancel_requested.connect(syncing.cancel)
    window.actions_["sync"].triggered.connect(syncing.start)
    window.banner.way_out_requested.connect(go)
    window.results.way_out_requested.connect(go_from_results)
