"""What stands above the pages that were found: in which sections they are, and what may have been meant."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from therapist_desktop.ui.i18n import number, plural
from therapist_desktop.ui.theme import SPACE_8
from therapist_desktop.ui.widgets.flowing import Flowing
from therapist_desktop.ui.wording.library import section_name

if TYPE_CHECKING:
    from therapist_desktop.domain.finding import Hits
    from therapist_desktop.domain.library import Section
    from therapist_desktop.ui.theme import Appearance


class FoundRow(QWidget):
    """One chip for each section that holds the words, with its count; a press narrows to it."""

    section_chosen = Signal(object)  # Section, or None for all

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = appearance.px
        self._chips = Flowing(px(6), below=px(6))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(SPACE_8), 0, px(SPACE_8), px(SPACE_8))
        column.addWidget(self._chips)
        self.hide()

    def show_hits(self, hits: Hits | None, section: Section | None) -> None:
        """The sections of these hits, with the one that is looked at; nothing where one alone holds them all."""
        for old in self._chips.widgets:
            old.hide()
            old.deleteLater()
        counts = dict(hits.sections) if hits is not None else {}
        is_needed = hits is not None and (len(counts) > 1 or section is not None)
        chips = [self._chip(None, self.tr("All"), sum(counts.values()), chosen=section is None)] if is_needed else []
        if is_needed:
            named = [(one, section_name(one), count) for one, count in counts.items()]
            chips += [self._chip(one, name, count, chosen=one is section) for one, name, count in named]
        self._chips.hold(chips)
        self.setVisible(is_needed)

    def _chip(self, section: Section | None, name: str, count: int, *, chosen: bool) -> QPushButton:
        chip = QPushButton(f"{name.replace('&', '&&')}  {number(count)}")
        chip.setProperty("role", "scope")
        chip.setCheckable(True)
        chip.setChecked(chosen)
        pages = plural("Library", "{n} page", "{n} pages", count)
        chip.setAccessibleName(f"{name}, {pages}")
        chip.setToolTip(
            self.tr("Show only the pages of this section") if section else self.tr("Show all that was found")
        )
        chip.clicked.connect(partial(self.section_chosen.emit, section))
        return chip
