"""The panel of the reading look: made when it is opened, gone when it is shut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from therapist_desktop.ui.reading.look_panel import LookPanel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from therapist_desktop.domain.reading_look import ReadingLook
    from therapist_desktop.ui.theme import Appearance


class LookPlace(QObject):
    """Lets the panel lie over the page."""

    look_wanted = Signal(object)  # ReadingLook
    left = Signal()  # the keyboard was in the panel

    def __init__(self, over: QWidget, appearance: Appearance) -> None:
        super().__init__(over)
        self._over, self._appearance = over, appearance
        self._panel: LookPanel | None = None

    @property
    def panel(self) -> LookPanel | None:
        """What the look is chosen in, if it is open."""
        return self._panel

    def open(self, look: ReadingLook) -> None:
        """Open it with this look and the keyboard in it."""
        self.shut()
        self._panel = panel = LookPanel(look, self._appearance, self._over)
        panel.look_wanted.connect(self.look_wanted)
        panel.closed.connect(self.leave)
        panel.show()
        panel.fit()
        panel.take_focus()

    def shut(self) -> None:
        """Take it away."""
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None

    @Slot()
    def leave(self) -> None:
        """Take it away, and say that the keyboard wants to go elsewhere."""
        self.shut()
        self.left.emit()

    def fit(self) -> None:
        """There is another amount of room."""
        if self._panel is not None:
            self._panel.fit()

    def show_look(self, look: ReadingLook) -> None:
        """Pages look like this now."""
        if self._panel is not None:
            self._panel.show_look(look)
