"""The whole conversation between the parts of the window, one line for each page of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from therapist_desktop.ui.wiring.detail import connect_detail
from therapist_desktop.ui.wiring.filtering import connect_filtering
from therapist_desktop.ui.wiring.reading import connect_reading
from therapist_desktop.ui.wiring.results import connect_results
from therapist_desktop.ui.wiring.rows import connect_rows
from therapist_desktop.ui.wiring.searching import connect_searching
from therapist_desktop.ui.wiring.syncing import connect_syncing

if TYPE_CHECKING:
    from therapist_desktop.ui.controllers.reading import ReadingController
    from therapist_desktop.ui.controllers.search import SearchController
    from therapist_desktop.ui.controllers.sync import SyncController
    from therapist_desktop.ui.main_window import MainWindow
    from therapist_desktop.ui.theme import Appearance


def connect(
    window: MainWindow,
    appearance: Appearance,
    search: SearchController,
    reading: ReadingController,
    syncing: SyncController,
) -> None:
    """What is asked for, what is found, what is read."""
    connect_searching(window, search)
    connect_filtering(window)
    connect_rows(window, reading)
    connect_results(window, appearance, search)
    connect_syncing(window, search, reading, syncing)
    window.furnished.connect(partial(connect_detail, window, reading))
    window.furnished.connect(partial(connect_reading, window, reading))
