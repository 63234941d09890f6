"""How the keyboard goes from one part of the window to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence


def go_around(parts: Sequence[QWidget], step: int) -> None:
    """From the part that has the keyboard to the next one, or the one before, that takes it."""
    seen = [part for part in parts if part.isVisible()]
    inside = [place for place, part in enumerate(seen) if has_focus(part)]
    place = (inside[0] + step) % len(seen) if inside else 0
    for offset in range(len(seen)):
        if focus_into(seen[(place + offset * step) % len(seen)]):
            return


def has_focus(part: QWidget) -> bool:
    """The keyboard is here or on something inside."""
    now = QApplication.focusWidget()
    return now is not None and (part is now or part.isAncestorOf(now))


def focus_into(part: QWidget) -> bool:
    """Give the keyboard to a part of the window, or to the first thing in it that takes it."""
    if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isEnabled():
        part.setFocus(Qt.FocusReason.TabFocusReason)
        return True
    # Not nextInFocusChain: to PySide each widget would belong to the one before it from then on, and go with it.
    for widget in part.findChildren(QWidget):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled()
        if takes and widget.isVisibleTo(part):
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False
