"""What is asked for and is not in the release in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from therapist_desktop.ui.main_window import MainWindow
    from therapist_desktop.ui.wording.nothing_found import NothingFound


def gone_from(window: MainWindow) -> NothingFound | None:
    """What of the filters the release does not know, by the names that stand on their chips; None for nothing."""
    from therapist_desktop.ui.wording.gone_values import gone_values

    known_as = {chip.words.choice: chip.words.text for chip in window.chips.chips if chip.words.choice is not None}
    return gone_values(window.filters.filters, window.taxonomy, known_as)
