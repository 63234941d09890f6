"""The whole conversation between the parts of the window, one line for each page of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from therapist_desktop.ui.wiring.places import connect_places
from therapist_desktop.ui.wiring.reading import connect_reading
from therapist_desktop.ui.wiring.rows import connect_rows
from therapist_desktop.ui.wiring.searching import connect_searching
from therapist_desktop.ui.wiring.syncing import connect_syncing

if TYPE_CHECKING:
    from therapist_desktop.ui.controllers.places import PlacesController
    from therapist_desktop.ui.controllers.reading import ReadingController
    from therapist_desktop.ui.controllers.search import SearchController
    from therapist_desktop.ui.controllers.sync import SyncController
    from therapist_desktop.ui.main_window import MainWindow
    from therapist_desktop.ui.theme import Appearance


def connect(
    window: MainWindow,
    search: SearchController,
    reading: ReadingController,
    syncing: SyncController,
    places: PlacesController,
    appearance: Appearance,
) -> None:
    """What is asked for, what is found, what is read."""
    connect_searching(window, search)
    connect_rows(window, reading, places)
    connect_syncing(window, search, reading, syncing)
    window.furnished.connect(partial(connect_reading, window, reading, places))
    connect_places(window, search, reading, places, appearance)
