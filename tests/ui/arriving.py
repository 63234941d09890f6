"""A page that is built piece by piece, waited for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from therapist_desktop.ui.panes.crisis import CrisisPane
    from therapist_desktop.ui.panes.detail import DetailPane
    from therapist_desktop.ui.panes.library import LibraryPane
    from therapist_desktop.ui.panes.reader import ReaderPane


def arrive(pane: CrisisPane | DetailPane | LibraryPane | ReaderPane) -> None:
    """Go on as soon as the whole page stands there."""
    while not pane.is_whole:
        QCoreApplication.processEvents()
