"""One thing that can be chosen about how pages look: its name, and a segment for each choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from therapist_desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from therapist_desktop.ui.theme import Appearance


class Choice(NamedTuple):
    """One segment. `families` are the letters it is written in, where it stands for letters."""

    value: object
    words: str
    families: tuple[str, ...] = ()


class ChoiceRow(QWidget):
    """The arrow keys go from choice to choice, Tab goes on to the next row."""

    chosen = Signal(object)

    def __init__(self, name: str, choices: Sequence[Choice], appearance: Appearance, a_line: int = 3) -> None:
        super().__init__()
        self._buttons: dict[object, QPushButton] = {}
        label = Words(name, "muted")
        label.selectable = False
        held = QFrame()
        held.setProperty("role", "sunken")
        lines = QVBoxLayout(held)
        lines.setContentsMargins(3, 3, 3, 3)
        lines.setSpacing(2)
        group = QButtonGroup(self)
        rows = [QHBoxLayout() for _ in range(0, len(choices), a_line)]
        for line in rows:
            line.setSpacing(2)
            lines.addLayout(line)
        for place, choice in enumerate(choices):
            button = QPushButton(choice.words)
            button.setCheckable(True)
            button.setProperty("role", "segment")
            button.setAccessibleName(f"{name}: {choice.words}")
            button.setToolTip(f"{name}: {choice.words}")
            if choice.families:
                button.setStyleSheet("font-family: " + ", ".join(f'"{one}"' for one in choice.families))
            button.clicked.connect(lambda _=False, value=choice.value: self.chosen.emit(value))
            group.addButton(button)
            rows[place // a_line].addWidget(button, 1)
            self._buttons[choice.value] = button
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(appearance.px(3))
        column.addWidget(label)
        column.addWidget(held)

    @property
    def buttons(self) -> dict[object, QPushButton]:
        """The segments by what they stand for."""
        return self._buttons

    def show_choice(self, value: object) -> None:
        """Switch this one on."""
        button = self._buttons.get(value)
        if button is not None:
            button.setChecked(True)
