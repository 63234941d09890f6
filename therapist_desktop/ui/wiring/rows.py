"""From a row to everything that is known about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from therapist_desktop.ui.controllers.places import PlacesController
    from therapist_desktop.ui.controllers.reading import ReadingController
    from therapist_desktop.ui.main_window import MainWindow


REST_MS = 80


def connect_rows(window: MainWindow, reading: ReadingController, places: PlacesController) -> None:
    """The row somebody stands on has its details beside it; Enter goes into them."""
    rest = QTimer(window, singleShot=True, interval=REST_MS)

    def open_pointed() -> None:
        listing_id = places.here.listing or window.results.pointed
        if listing_id and window.is_furnished and window.find_page.detail_is_beside:
            reading.open_listing(listing_id)

    def fill_detail() -> None:
        if window.is_furnished and window.detail.listing is None:
            rest.start()

    def show_nothing() -> None:
        rest.stop()
        reading.close_listing()
        if window.is_furnished:
            window.detail.show_nothing()

    def choose(listing_id: str) -> None:
        rest.stop()
        places.open_listing(listing_id)

    rest.timeout.connect(open_pointed)
    window.furnished.connect(open_pointed)
    window.find_page.layout_changed.connect(fill_detail)
    window.find_page.left.connect(window.results.focus_list)
    window.results.listing_pointed.connect(lambda _id: rest.start())
    window.results.nothing_pointed.connect(show_nothing)
    window.results.listing_chosen.connect(choose)
    window.results.copy_requested.connect(window.copy)
