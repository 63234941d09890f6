"""Who works with what a page is about: a line for each value, with how many listings there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapist_desktop.ui.i18n import plural, translate, within
from therapist_desktop.ui.widgets.fitting_button import FittingButton
from therapist_desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from therapist_desktop.domain.filters import Near
    from therapist_desktop.ui.controllers.bridging import Matched
    from therapist_desktop.ui.theme import Appearance


class ListingLinks(QWidget):
    """Each line opens the search for everybody with the value, near the place one looks around."""

    value_requested = Signal(str)  # "specialty/ptsd"

    def __init__(self, values: Sequence[tuple[str, str]], appearance: Appearance) -> None:
        super().__init__()
        self.setProperty("role", "page")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(appearance.px(2))
        self._counts: dict[str, Words] = {}
        for key, label in values:
            button = FittingButton(label, "line")
            button.setToolTip(self.tr("Find who works with {what}").format(what=label))
            button.clicked.connect(lambda _=False, key=key: self.value_requested.emit(key))
            count = Words("", "caption")
            count.selectable = False
            column.addWidget(button)
            column.addWidget(count)
            count.hide()
            self._counts[key] = count

    @property
    def counts(self) -> tuple[str, ...]:
        """What is said below each line, as far as it is known."""
        return tuple(count.words for count in self._counts.values() if not count.isHidden())

    def say(self, found: Mapping[str, Matched], near: Near | None) -> None:
        """Say how many there are, near first."""
        for key, count in self._counts.items():
            matched = found.get(key)
            count.setVisible(matched is not None)
            if matched is not None:
                count.say(_in_words(matched, near))


def _in_words(matched: Matched, near: Near | None) -> str:
    total = plural("Bridge", "{n} listing", "{n} listings", matched.everywhere)
    if near is None or matched.near is None or near.is_anywhere:
        return total
    here = translate("Bridge", "{where}: {n}").format(where=within(near), n=f"{matched.near:,}")
    return translate("Bridge", "{here}; in all: {total}").format(here=here, total=total)
