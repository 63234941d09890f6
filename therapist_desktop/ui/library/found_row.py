"""What stands above the pages that were found: in which sections they are, and what may have been meant."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.i18n import number, plural
from therapist_desktop.ui.theme import SPACE_8
from therapist_desktop.ui.widgets.combo import Combo
from therapist_desktop.ui.widgets.flowing import Flowing
from therapist_desktop.ui.widgets.spacing import space
from therapist_desktop.ui.wording.library import section_name

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from therapist_desktop.domain.finding import Hits
    from therapist_desktop.domain.library import Section
    from therapist_desktop.ui.theme import Appearance


class FoundRow(QWidget):
    """One chip for each section that holds the words, with its count; a press narrows to it.

    Where they would take more than two lines from what was found, the same stands in a drop-down.
    """

    section_chosen = Signal(object)  # Section, or None for all

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = appearance.px
        self._chips = Flowing(px(6), below=px(6))
        self._combo = Combo(appearance)
        self._combo.setAccessibleName(self.tr("Section"))
        self._combo.setToolTip(self.tr("Show only the pages of this section"))
        self._combo.activated.connect(lambda at: self.section_chosen.emit(self._sections[at]))
        self._sections: tuple[Section | None, ...] = ()
        column = QVBoxLayout(self)
        space(column, appearance, 0, (SPACE_8, 0, SPACE_8, SPACE_8))
        column.addWidget(self._chips)
        column.addWidget(self._combo, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_hits(self, hits: Hits | None, section: Section | None) -> None:
        """The sections of these hits, with the one that is looked at; nothing where one alone holds them all."""
        for old in self._chips.widgets:
            old.hide()
            old.deleteLater()
        counts = dict(hits.sections) if hits is not None else {}
        is_needed = hits is not None and (len(counts) > 1 or section is not None)
        named: list[tuple[Section | None, str, int]] = [(None, self.tr("All"), sum(counts.values()))]
        named += [(one, section_name(one), count) for one, count in counts.items()]
        named = named if is_needed else []
        self._chips.hold([self._chip(one, name, count, chosen=one is section) for one, name, count in named])
        self._sections = tuple(one for one, _, _ in named)
        self._combo.clear()
        self._combo.addItems([f"{name}  {number(count)}" for _, name, count in named])
        self._combo.setCurrentIndex(self._sections.index(section) if section in self._sections else 0)
        self.setVisible(is_needed)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Chips where they need two lines at the most, and then as high as they need to be."""
        chips, layout = self._chips.widgets, self.layout()
        if not chips or layout is None:
            return
        margins = layout.contentsMargins()
        for chip in chips:
            chip.ensurePolished()  # only then is it as wide as it will be
        high = self._chips.heightForWidth(self.width() - margins.left() - margins.right())
        is_low = high < chips[0].sizeHint().height() * 3
        self._chips.setVisible(is_low)
        self._combo.setVisible(not is_low)
        if is_low:
            self._chips.setMinimumHeight(high)
            self._chips.fit()

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
