"""What typed words may stand for, offered as a chip that is not taken yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
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

    def __init__(self, suggestion: Suggestion, taxonomy: Taxonomy, *, in_full: bool) -> None:
        """`in_full` also names the facet: another one has a value of the same name."""
        choice = suggestion.choice
        heading = next((one.label for one in taxonomy if choice and one.facet is choice.facet), "")
        full = f"{heading}: {suggestion.label}" if heading else _text(suggestion)
        text = full if in_full else _text(suggestion)
        super().__init__(text)
        self.setProperty("role", "chip-suggestion")
        tip = translate("Suggestion", "Search by the filter {text} in place of \u201c{typed}\u201d")
        self.setToolTip(tip.format(text=full, typed=suggestion.typed))
        self.setAccessibleName(translate("Suggestion", "Suggestion {text}, press to use it").format(text=text))
        self.setAccessibleDescription(self.toolTip())
        self._picture = "plus" if choice else "map-pin"

    def restyle(self, appearance: Appearance) -> None:
        """Draw the icon in the colours and size in use."""
        side = appearance.px(12)
        self.setIcon(icon(self._picture, appearance.theme.muted, side, appearance.theme.faint))
        self.setIconSize(QSize(side, side))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def _text(suggestion: Suggestion) -> str:
    near = suggestion.filters.near
    if suggestion.choice is None and near is not None:
        return within(near)
    return suggestion.label
