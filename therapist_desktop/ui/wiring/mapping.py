"""The map of the results."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from therapist_desktop.domain.places import Page, View
from therapist_desktop.ui.wiring.rows import REST_MS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from therapist_desktop.ui.controllers.mapping import MappingController, Maps
    from therapist_desktop.ui.controllers.reading import ReadingController
    from therapist_desktop.ui.controllers.search import SearchController
    from therapist_desktop.ui.jobs import NewestOnly
    from therapist_desktop.ui.main_window import MainWindow
    from therapist_desktop.ui.models.pages import Answer
    from therapist_desktop.ui.theme import Appearance
    from therapist_desktop.ui.widgets.late_view import LateView
    from therapist_desktop.ui.widgets.map_view import MapView


def connect_map(
    window: MainWindow,
    search: SearchController,
    reading: ReadingController,
    catalogue: Maps,
    reads: Callable[[], NewestOnly],
    appearance: Appearance,
) -> None:
    """The map is made when somebody looks at it for the first time."""
    newest: Answer | None = None

    def remember(answer: Answer) -> None:
        nonlocal newest
        newest = answer

    def show_map() -> None:
        window.furnish()
        window.show_page(Page.FIND)
        window.results.show_view(View.MAP)
        window.results.focus_list()

    def make(room: LateView) -> Iterator[None]:
        nonlocal newest
        from therapist_desktop.ui.controllers import mapping

        yield
        from therapist_desktop.ui.widgets import map_view

        yield
        view = map_view.MapView(appearance)
        yield
        controller = mapping.MappingController(catalogue, reads, window)

        def show(answer: Answer) -> None:
            controller.use(answer.results)
            view.show_results(answer.results)

        _connect(window, reading, view, controller)
        search.answered.disconnect(remember)
        search.answered.connect(show)
        if newest is not None:
            show(newest)
            newest = None
        room.hold(view)

    def furnish() -> Iterator[None]:
        from therapist_desktop.ui.widgets import late_view

        window.results.hold_view(View.MAP, late_view.LateView(make))
        yield

    search.answered.connect(remember)
    window.actions_["as_map"].triggered.connect(lambda _=False: show_map())
    window.furnish_with(furnish)


def _connect(window: MainWindow, reading: ReadingController, view: MapView, controller: MappingController) -> None:
    from therapist_desktop.services.outline import read_outline

    rest = QTimer(view, singleShot=True, interval=REST_MS)
    pointed = ""

    def point(listing_id: str) -> None:
        nonlocal pointed
        pointed = listing_id
        rest.start()

    def open_beside() -> None:
        if window.find_page.detail_is_beside:
            reading.open_listing(pointed)

    def choose(listing_id: str) -> None:
        rest.stop()
        window.results.listing_chosen.emit(listing_id)

    def leave() -> None:
        window.results.show_view(View.TABLE)
        window.results.focus_list()

    view.outline_wanted.connect(partial(controller.ask_outline, read_outline))
    view.dots_wanted.connect(controller.ask_dots)
    view.cards_wanted.connect(controller.ask_cards)
    view.heap_opened.connect(controller.open_heap)
    rest.timeout.connect(open_beside)
    view.listing_pointed.connect(point)
    view.listing_chosen.connect(choose)
    view.left.connect(leave)
    controller.outline_came.connect(view.show_outline)
    controller.dots_came.connect(view.show_dots)
    controller.cards_came.connect(view.show_cards)
    controller.heap_came.connect(view.show_heap)
    controller.spread_came.connect(view.show_spread)
    controller.failed.connect(window.banner.show_problem)
