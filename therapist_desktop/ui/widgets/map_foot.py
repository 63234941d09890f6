"""The line below the map: what it cannot show, and what is far away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from therapist_desktop.domain.mapping import Box
from therapist_desktop.ui.i18n import number, plural, translate
from therapist_desktop.ui.sight import within
from therapist_desktop.ui.theme import SPACE_4, SPACE_12
from therapist_desktop.ui.widgets.flowing import Flowing
from therapist_desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from therapist_desktop.domain.mapping import Dot

FAR: tuple[tuple[str, Box], ...] = (
    (str(QT_TRANSLATE_NOOP("Map", "Alaska")), Box(0.0, 0.17, 0.14, 0.345)),
    (str(QT_TRANSLATE_NOOP("Map", "Hawaii")), Box(0.053, 0.435, 0.072, 0.452)),
    (str(QT_TRANSLATE_NOOP("Map", "Puerto Rico")), Box(0.3125, 0.442, 0.3215, 0.4525)),
)


class MapFoot(QWidget):
    """Nothing at all where there is nothing to say."""

    far_requested = Signal(object)  # Box

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Words("", "caption")
        self._far = Flowing(SPACE_4)
        self._elsewhere = QLabel(self.tr("Farther away:"))
        self._elsewhere.setProperty("role", "caption")
        page = QVBoxLayout(self)
        page.setContentsMargins(SPACE_12, SPACE_4, SPACE_12, SPACE_4)
        page.setSpacing(0)
        page.addWidget(self._words)
        page.addWidget(self._far)
        self._buttons: list[QPushButton] = []
        for name, box in FAR:
            button = QPushButton()
            button.setProperty("role", "quiet-left")
            button.setToolTip(translate("Map", "Show {place} on the map").format(place=translate("Map", name)))
            button.clicked.connect(lambda _=False, box=box: self.far_requested.emit(box))
            self._buttons.append(button)
        self._far.hold([self._elsewhere, *self._buttons])
        self.say("", ())

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.words

    @property
    def far(self) -> tuple[QPushButton, ...]:
        """The ways to what is far away, those that lead somewhere."""
        return tuple(button for button in self._buttons if not button.isHidden())

    def say(self, words: str, dots: Iterable[Dot]) -> None:
        """Say this, and offer the far places that some of these dots are in."""
        all_of_them = tuple(dots)
        self._words.say(words)
        self._words.setVisible(bool(words))
        shown = []
        for (name, box), button in zip(FAR, self._buttons, strict=True):
            count = sum(dot.count for dot in all_of_them if within(box, dot.x, dot.y))
            place = translate("Map", name)
            button.setText(f"{place}  {number(count)}")
            button.setAccessibleName(f"{place}: {plural('Map', '{n} listing', '{n} listings', count)}")
            button.setVisible(bool(count))
            if count:
                shown.append(button)
        self._far.hold([self._elsewhere, *shown])
        self._far.setVisible(bool(shown))
        self.setVisible(bool(words or shown))
