"""The whole conversation between the parts of the window, one line for each page of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from therapist_desktop.ui.wiring.aloud import ReadingAloud
from therapist_desktop.ui.wiring.answers import connect_answers
from therapist_desktop.ui.wiring.availability import connect_availability
from therapist_desktop.ui.wiring.bridging import connect_bridging
from therapist_desktop.ui.wiring.calling import connect_calling
from therapist_desktop.ui.wiring.comparing import connect_comparing
from therapist_desktop.ui.wiring.detail import connect_detail
from therapist_desktop.ui.wiring.filtering import connect_filtering
from therapist_desktop.ui.wiring.handout import connect_handout
from therapist_desktop.ui.wiring.look import connect_look
from therapist_desktop.ui.wiring.mapping import connect_map
from therapist_desktop.ui.wiring.marks import connect_marks
from therapist_desktop.ui.wiring.notebook import connect_notebook
from therapist_desktop.ui.wiring.places import connect_places
from therapist_desktop.ui.wiring.reading import connect_reading
from therapist_desktop.ui.wiring.results import connect_results
from therapist_desktop.ui.wiring.rows import connect_rows
from therapist_desktop.ui.wiring.searching import connect_searching
from therapist_desktop.ui.wiring.shelves import connect_shelves
from therapist_desktop.ui.wiring.syncing import connect_syncing

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from therapist_desktop.ui.built import Built
    from therapist_desktop.ui.jobs import NewestOnly


def connect(built: Built, reads: Callable[[], NewestOnly], today: Callable[[], date]) -> None:
    """What is asked for, what is found, what is read, what is noted. The order is the order in which they hear."""
    window, appearance = built.window, built.appearance
    connect_searching(window, built.search, built.syncing)
    connect_filtering(window)
    connect_rows(window, built.reading, built.places)
    connect_results(window, appearance, built.search)
    connect_syncing(window, built.search, built.reading, built.syncing)
    window.furnished.connect(partial(connect_detail, built))
    window.furnished.connect(partial(connect_reading, window, built.reading, built.places))
    window.furnished.connect(partial(connect_handout, window, built.making, appearance))
    connect_shelves(built)
    connect_look(built)
    connect_bridging(built, reads)
    connect_availability(built)
    ReadingAloud(built, reads, today)
    connect_comparing(built)
    connect_notebook(built)
    connect_marks(built)
    connect_calling(built, today)
    connect_map(window, built.search, built.reading, built.catalogue, reads, appearance)
    connect_places(window, built.search, built.reading, built.places, appearance)
    connect_answers(window, built.search, built.places, built.answers, appearance, built.syncing)
