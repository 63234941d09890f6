"""Gaps and margins that follow the size of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shiboken6 import isValid

from therapist_desktop.ui.theme import MAX_ZOOM, scaled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QLayout

    from therapist_desktop.ui.theme import Appearance


PAGE = 1.25
"""So far the gaps of a whole page follow: beyond that, larger text needs the room more than they do."""


def space(
    layout: QLayout, appearance: Appearance, gap: int, margins: Sequence[int] = (), most: float = MAX_ZOOM
) -> None:
    """Keep this gap between the parts of a layout and, where they are given, these margins around it.

    They follow the size of text up to `most` times the usual.
    """

    def px(length: int) -> int:
        return scaled(length, min(appearance.zoom, most)) if length else 0

    def follow() -> None:
        if not isValid(layout):
            return
        layout.setSpacing(px(gap))
        if margins:
            left, top, right, bottom = map(px, margins)
            layout.setContentsMargins(left, top, right, bottom)

    follow()
    appearance.changed.connect(follow)
