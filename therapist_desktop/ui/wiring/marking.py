"""The notebook behind what is marked: read when the window is furnished, its troubles told in the banner."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from therapist_desktop.ui.controllers.marking import MarkingController
    from therapist_desktop.ui.main_window import MainWindow


def connect_marking(window: MainWindow, marking: MarkingController) -> None:
    """Behind the first picture; what shows the marks is connected in `marks`."""
    marking.failed.connect(window.banner.show_problem)
    window.furnished.connect(marking.load)
