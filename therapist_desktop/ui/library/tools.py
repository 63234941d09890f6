"""What stands above the list of a section: its orders and filters, and a bar of letters."""

from __future__ import annotations

from functools import partial
from string import ascii_uppercase
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.theme import SPACE_8
from therapist_desktop.ui.widgets.combo import Combo
from therapist_desktop.ui.widgets.flowing import Flowing
from therapist_desktop.ui.widgets.spacing import space

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from therapist_desktop.ui.library.arranging import Choice
    from therapist_desktop.ui.theme import Appearance

_WIDEST = 280


class SectionTools(QWidget):
    """Hidden where there is nothing to choose. What was chosen for a section stays chosen."""

    changed = Signal()
    letter_chosen = Signal(int)  # the line it begins at

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._choices: tuple[Choice, ...] = ()
        self._chosen: dict[str, str] = {}
        self._combos = Flowing(appearance.px(SPACE_8))
        self._letters = Flowing(0)
        self._letters.setAccessibleName(self.tr("Letters"))
        column = QVBoxLayout(self)
        space(column, appearance, SPACE_8, (SPACE_8, 0, SPACE_8, SPACE_8))
        column.addWidget(self._combos)
        column.addWidget(self._letters)
        self._combos.hide()  # until there is something to choose: it would keep a gap
        self.hide()

    @property
    def chosen(self) -> Mapping[str, str]:
        """The option of each choice, by its name."""
        return self._chosen

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offer these; an option that is still there stays chosen."""
        if tuple(choices) == self._choices:
            return
        self._choices = tuple(choices)
        for old in self._combos.widgets:
            old.hide()
            old.deleteLater()
        self._chosen = {one.name: self._kept(one) for one in choices}
        self._combos.hold([self._combo(one) for one in choices])
        self._combos.setVisible(bool(choices))

    def show_letters(self, letters: Mapping[str, int]) -> None:
        """Offer to go to where each of these letters begins."""
        for old in self._letters.widgets:
            old.hide()
            old.deleteLater()
        made = [self._letter(letter, letters.get(letter)) for letter in ascii_uppercase] if letters else []
        self._letters.hold(made)
        for button in made:
            button.ensurePolished()  # only then is it as wide as it will be
        self._letters.fit()
        self._fit_letters()
        self._letters.setVisible(bool(letters))
        self.setVisible(bool(letters or self._choices))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_letters()

    def _fit_letters(self) -> None:
        """As high as the letters need at this width: none of them may be cut off."""
        margins = self.contentsMargins()
        layout = self.layout()
        if layout is not None:
            margins += layout.contentsMargins()
        high = self._letters.heightForWidth(self.width() - margins.left() - margins.right())
        if high != self._letters.minimumHeight():
            self._letters.setMinimumHeight(high)

    def _kept(self, choice: Choice) -> str:
        before = self._chosen.get(choice.name, "")
        return before if before in {option for option, _ in choice.options} else choice.options[0][0]

    def _combo(self, choice: Choice) -> Combo:
        combo = Combo(self._appearance)
        combo.setAccessibleName(choice.label)
        combo.setToolTip(choice.label)
        for option, words in choice.options:
            combo.addItem(words, option)
        combo.setMaximumWidth(self._appearance.px(_WIDEST))
        combo.setCurrentIndex(combo.findData(self._chosen[choice.name]))
        combo.currentIndexChanged.connect(partial(self._choose, choice, combo))
        return combo

    def _letter(self, letter: str, place: int | None) -> QPushButton:
        button = QPushButton(letter)
        button.setProperty("role", "letter")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # in the list, the letter itself leads there
        button.setEnabled(place is not None)
        button.setToolTip(self.tr("Go to {letter} (type it in the list)").format(letter=letter))
        button.setAccessibleName(self.tr("Go to {letter}").format(letter=letter))
        if place is not None:
            button.clicked.connect(partial(self.letter_chosen.emit, place))
        return button

    def _choose(self, choice: Choice, combo: Combo, _index: int) -> None:
        self._chosen[choice.name] = str(combo.currentData())
        self.changed.emit()
