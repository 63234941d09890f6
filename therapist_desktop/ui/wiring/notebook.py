"""The notebook behind what is marked and how the window is: read when the window is furnished, kept as it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from therapist_desktop.ui.built import Built


def connect_notebook(built: Built) -> None:
    """Behind the first picture. What shows the marks is connected in `marks`."""
    window, marking, keeping = built.window, built.marking, built.keeping
    marking.failed.connect(window.banner.show_problem)
    built.syncing.catalogue_replaced.connect(marking.follow)
    window.furnished.connect(marking.load)
    window.furnished.connect(keeping.start)
    window.closing.connect(keeping.finish)
