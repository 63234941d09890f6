"""The keys of the reader, for when it stands alone: in the window the menu has most of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from therapist_desktop.domain.reading_look import STEP

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from therapist_desktop.ui.reading.page_card import PageCard


def listen(pane: QWidget, page: PageCard, open_find: Callable[[], None], zoom_by: Callable[[int], None]) -> None:
    """Do what the keys say while the keyboard is in the reader; zooming by nothing is back to the usual size."""
    finding, scroller = page.finding, page.scroller
    keys: tuple[tuple[str, Callable[[], object]], ...] = (
        ("Ctrl+F", open_find),
        ("F3", finding.go_to_next),
        ("Shift+F3", finding.go_to_previous),
        ("Ctrl++", lambda: zoom_by(STEP)),
        ("Ctrl+=", lambda: zoom_by(STEP)),
        ("Ctrl+-", lambda: zoom_by(-STEP)),
        ("Ctrl+0", lambda: zoom_by(0)),
        ("Home", scroller.go_to_top),
        ("End", scroller.go_to_end),
    )
    for sequence, deed in keys:
        shortcut = QShortcut(QKeySequence(sequence), pane)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(deed)
