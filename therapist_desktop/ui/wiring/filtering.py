"""The filters and their chips: clearing, bringing back, and what is made behind the first picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapist_desktop.domain.places import Page

if TYPE_CHECKING:
    from therapist_desktop.ui.main_window import MainWindow


def connect_filtering(window: MainWindow) -> None:
    """Everything is cleared from one place, so that it can be undone from one place."""
    filters, chips = window.filters, window.chips

    def enable() -> None:
        is_find = window.page is Page.FIND
        window.actions_["clear"].setEnabled(is_find and filters.filters.asked_for > 0)
        window.actions_["undo_clear"].setEnabled(is_find and filters.can_undo)

    chips.clear_requested.connect(filters.clear)
    chips.undo_requested.connect(filters.undo)
    filters.undo_offered.connect(chips.show_undo)
    filters.undo_offered.connect(lambda _offered: enable())
    filters.filters_changed.connect(lambda _filters: enable())
    window.page_shown.connect(lambda _page: enable())
    window.actions_["undo_clear"].triggered.connect(filters.undo)
    window.furnish_with(filters.furnish)
    enable()
