"""What comes from outside."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from therapist_desktop.domain.errors import CatalogueDamaged, NoCatalogue
from therapist_desktop.ui.wording.messages import WayOut

if TYPE_CHECKING:
    from collections.abc import Callable

    from therapist_desktop.domain.errors import Trouble
    from therapist_desktop.domain.syncing import Progress
    from therapist_desktop.ui.controllers.reading import ReadingController
    from therapist_desktop.ui.controllers.search import SearchController
    from therapist_desktop.ui.controllers.sync import SyncController
    from therapist_desktop.ui.main_window import MainWindow

EVERY_MS, EMPTY_MS = 60_000, 2_000
"""How often to look for what others have brought, with a release in use and without one."""


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
        window.banner.show_sync_problem(trouble, may_be_late=syncing.can_load_anyway)

    window.furnished.connect(partial(_follow_others, window, search, reading, syncing))
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


def _follow_others(
    window: MainWindow, search: SearchController, reading: ReadingController, syncing: SyncController
) -> None:
    """Another window, or the command line, may bring releases too: look now and then, and when this window is used."""

    def follow_if_lost(trouble: Trouble) -> None:
        if isinstance(trouble, CatalogueDamaged):  # the file goes with the second sync of the others
            syncing.follow()

    clock = QTimer(window, interval=EVERY_MS if window.release is not None else EMPTY_MS)
    clock.timeout.connect(syncing.follow)
    syncing.catalogue_replaced.connect(lambda: clock.setInterval(EVERY_MS))
    clock.start()
    handle = window.windowHandle()
    if handle is not None:
        handle.activeChanged.connect(syncing.follow)
    search.failed.connect(follow_if_lost)
    reading.failed.connect(follow_if_lost)
