"""What stands in the menus and on the keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from therapist_desktop.domain.places import Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from therapist_desktop.ui.main_window import MainWindow
    from therapist_desktop.ui.theme import Appearance


def connect_actions(window: MainWindow, appearance: Appearance, dialogs: dict[str, Callable[[], None]]) -> None:
    """From each action to what it does."""
    deeds: dict[str, Callable[[], object]] = {
        "quit": window.close,
        "search": window.search_box.take_focus,
        "clear": window.filters.clear,
        "copy_phone": window.results.copy_phone,
        "find": partial(window.show_page, Page.FIND),
        "library": partial(window.show_page, Page.LIBRARY),
        "crisis": window.show_crisis,
        "filters": window.find_page.toggle_filters,
        "next_pane": partial(window.next_pane, 1),
        "previous_pane": partial(window.next_pane, -1),
        "zoom_in": partial(window.zoom_by, 1),
        "zoom_out": partial(window.zoom_by, -1),
        "zoom_reset": partial(window.zoom_by, 0),
    }
    for name, deed in deeds.items():
        window.actions_[name].triggered.connect(lambda _=False, deed=deed: deed())
    for name, dialog in dialogs.items():
        window.actions_[name].triggered.connect(lambda _=False, dialog=dialog: dialog())
    window.actions_["compact"].toggled.connect(window.results.set_compact)
    window.actions_["still"].setChecked(appearance.is_still)
    window.actions_["still"].toggled.connect(appearance.set_still)
    window.actions_["full_screen"].toggled.connect(lambda on: window.showFullScreen() if on else window.showNormal())
    for scheme, action in window.actions_.schemes.items():
        action.triggered.connect(lambda _=False, scheme=scheme: appearance.pin(scheme))
