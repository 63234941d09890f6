"""The shelves of the library: what leads to them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from therapist_desktop.ui.built import Built

_ACTIONS = ("contents", "whats_new", "reading_list", "bookmarks", "highlights", "recent")


def connect_shelves(built: Built) -> None:
    """From the menu to each shelf."""
    for name in _ACTIONS:
        built.window.actions_[name].triggered.connect(partial(_open, built, name))


def _open(built: Built, name: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
    from therapist_desktop.domain.library import Shelf

    built.places.open_shelf(Shelf(name.replace("_", "-")))
