"""What typed words may stand for, offered as a chip that is not taken yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.i18n import translate, within
from therapist_desktop.ui.icons import icon

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from therapist_desktop.domain.results import Suggestion
    from therapist_desktop.domain.taxonomy import Taxonomy
    from therapist_desktop.ui.theme import Appearance


class SuggestionChip(QPushButton):
    """Taken by a click, Space or Enter."""

    taken = Signal(object)  # Filters

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._suggestion: Suggestion | None = None
        self._picture = ""
        self.setProperty("role", "chip-suggestion")
        self.clicked.connect(self._give)

    def take(self, suggestion: Suggestion, taxonomy: Taxonomy, *, in_full: bool) -> None:
        """Offer this; `in_full` also names the facet: another one has a value of the same name."""
        self._suggestion = suggestion
        choice = suggestion.choice
        heading = next((one.label for one in taxonomy if choice and one.facet is choice.facet), "")
        full = f"{heading}: {suggestion.label}" if heading else _text(suggestion)
        text = full if in_full else _text(suggestion)
        self.setText(text)
        tip = translate("Suggestion", "Search by the filter {text} in place of \u201c{typed}\u201d")
        self.setToolTip(tip.format(text=full, typed=suggestion.typed))
        self.setAccessibleName(translate("Suggestion", "Suggestion {text}, press to use it").format(text=text))
        self.setAccessibleDescription(self.toolTip())
        picture = "plus" if choice else "map-pin"
        if picture != self._picture:
            self._picture = picture
            self.restyle()

    def restyle(self) -> None:
        """Draw the icon in the colours and size in use."""
        side, theme = self._appearance.px(12), self._appearance.theme
        self.setIcon(icon(self._picture, theme.muted, side, theme.faint))
        self.setIconSize(QSize(side, side))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        if self._suggestion is not None:
            self.taken.emit(self._suggestion.filters)


def _text(suggestion: Suggestion) -> str:
    near = suggestion.filters.near
    if suggestion.choice is None and near is not None:
        return within(near)
    return suggestion.label
