"""Between the library and the listings, both ways."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from therapist_desktop.domain.places import Page
from therapist_desktop.ui.controllers.bridging import BridgingController, asked_for

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from therapist_desktop.domain.filters import Near
    from therapist_desktop.ui.built import Built
    from therapist_desktop.ui.controllers.bridging import Matched
    from therapist_desktop.ui.jobs import NewestOnly


def connect_bridging(built: Built, reads: Callable[[], NewestOnly]) -> None:
    """Behind the first picture, with everything else that is read in."""
    built.window.furnished.connect(partial(_connect, built, reads))


def _connect(built: Built, reads: Callable[[], NewestOnly]) -> None:
    window = built.window
    bridging = BridgingController(built.catalogue, reads(), window)

    def count() -> None:
        piece = window.reader.piece
        if piece is not None:
            bridging.count([key for key, _ in piece.listings], window.filters.filters.near)

    def say(found: Mapping[str, Matched], near: Near | None) -> None:
        side = window.reader.side
        if side is not None and side.listings is not None:
            side.listings.say(found, near)

    def find(key: str) -> None:
        window.show_page(Page.FIND)
        window.filters.use(asked_for(key, window.filters.filters.near))

    window.reader.arrived.connect(count)
    bridging.counted.connect(say)
    window.reader.value_requested.connect(find)
