"""A drop-down in which the beginning of a name, or a short name, is typed: "new y" or "ny" for New York."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, Qt

from therapist_desktop.domain.overriding import override
from therapist_desktop.domain.text import fold
from therapist_desktop.ui.widgets.combo import Combo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from therapist_desktop.ui.theme import Appearance

_PAUSE_MS = 1200
_BY_ITSELF = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class SpelledCombo(Combo):
    """Qt's own search ends at the first space; this one knows spaces and other names. A pause begins anew."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._names: list[tuple[str, ...]] = []
        self._spelled = ""
        self._since = QElapsedTimer()

    def offer(self, label: str, value: str, others: Sequence[str] = ()) -> None:
        """One more entry; it is found by its label, by its value, and by these other names."""
        self.addItem(label, value)
        self._names.append((fold(value), fold(label), *map(fold, others)))

    @override
    def clear(self) -> None:
        super().clear()
        self._names = []

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text()
        spells = self._since.isValid() and self._since.elapsed() < _PAUSE_MS
        is_letter = bool(letter) and letter.isprintable() and not event.modifiers() & _BY_ITSELF
        if is_letter and (spells or letter != " "):
            self._spelled = (self._spelled if spells else "") + letter
            self._since.start()
            self._go_to(self._spelled)
        else:
            super().keyPressEvent(event)

    def _go_to(self, spelled: str) -> None:
        wanted = fold(spelled)
        places = range(len(self._names))
        whole = (place for place in places if wanted in self._names[place])
        begun = (place for place in places if any(name.startswith(wanted) for name in self._names[place][1:]))
        found = next(chain(whole, begun), None) if wanted else None
        if found is not None and found != self.currentIndex():
            self.setCurrentIndex(found)
            self.activated.emit(found)
