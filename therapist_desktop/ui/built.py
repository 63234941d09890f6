"""The window with the parts behind it, as one value: what the conversations between them are about."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from therapist_desktop.services.catalogue import Catalogue
    from therapist_desktop.ui.controllers.answers import AnswersController
    from therapist_desktop.ui.controllers.comparing import ComparingController
    from therapist_desktop.ui.controllers.handout import HandoutController
    from therapist_desktop.ui.controllers.keeping import KeepingController
    from therapist_desktop.ui.controllers.marking import MarkingController
    from therapist_desktop.ui.controllers.places import PlacesController
    from therapist_desktop.ui.controllers.reading import ReadingController
    from therapist_desktop.ui.controllers.search import SearchController
    from therapist_desktop.ui.controllers.sync import SyncController
    from therapist_desktop.ui.main_window import MainWindow
    from therapist_desktop.ui.models.listings import ListingModel
    from therapist_desktop.ui.theme import Appearance


class Built(NamedTuple):
    """Every part that somebody outside the window asks for."""

    window: MainWindow
    appearance: Appearance
    catalogue: Catalogue
    model: ListingModel
    places: PlacesController
    search: SearchController
    answers: AnswersController
    reading: ReadingController
    syncing: SyncController
    marking: MarkingController
    keeping: KeepingController
    comparing: ComparingController
    making: HandoutController
