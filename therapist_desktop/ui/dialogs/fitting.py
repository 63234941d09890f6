"""How high a dialog is whose words wrap."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog


def fit_height(dialog: QDialog) -> None:
    """As high as its words need at its width: what Qt works out ends at two thirds of the screen, and cuts them."""
    layout, room = dialog.layout(), dialog.screen().availableSize()
    if layout is not None:
        layout.activate()
        wide = min(dialog.width(), room.width())
        dialog.resize(wide, min(layout.totalHeightForWidth(wide), room.height()))
