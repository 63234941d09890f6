"""Room for a view that is made when somebody looks at it for the first time: until then it takes no memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.slices import Slices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QShowEvent


class LateView(QWidget):
    """`make` takes the steps to the view, the last of which is to `hold` it."""

    def __init__(self, make: Callable[[LateView], Iterator[None]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make: Callable[[LateView], Iterator[None]] | None = make
        self._making = Slices(self)
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(0, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def hold(self, view: QWidget) -> None:
        """This is the view; it takes the keyboard over."""
        had_focus = self.hasFocus()
        self._page.addWidget(view)
        self.setFocusProxy(view)
        if had_focus:
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Make what is left of the view, now."""
        self._making.finish()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        make, self._make = self._make, None
        if make is not None:
            self._making.start(make(self))
