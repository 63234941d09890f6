"""Everything that is asked for, as chips that can be taken away, and how much was found."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from therapist_desktop.domain.filters import Filters, Kind
from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.i18n import number, translate
from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.theme import SPACE_8, SPACE_16, Appearance
from therapist_desktop.ui.widgets.flowing import Flowing

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from therapist_desktop.domain.results import Results
    from therapist_desktop.domain.taxonomy import Taxonomy


def chips_of(filters: Filters, taxonomy: Taxonomy) -> tuple[tuple[str, Filters], ...]:
    """The words of each chip and what is asked for without it."""
    chips: list[tuple[str, Filters]] = []
    if filters.words.strip():
        words = translate("Chips", "\u201c{words}\u201d").format(words=" ".join(filters.words.split()))
        chips.append((words, replace(filters, words="")))
    if filters.kind is not None:
        kind = translate("Chips", "People") if filters.kind is Kind.PROVIDER else translate("Chips", "Centers")
        chips.append((kind, replace(filters, kind=None)))
    if filters.near is not None:
        near = translate("Chips", "Within {n} mi of {place}")
        text = near.format(n=f"{filters.near.miles:g}", place=filters.near.place)
        chips.append((text, replace(filters, near=None)))
    order = {facets.facet: place for place, facets in enumerate(taxonomy)}
    chosen = sorted(filters.chosen, key=lambda choice: (order.get(choice.facet, len(order)), choice.value))
    chips += [(_value_text(choice.facet, choice.value, taxonomy), filters.toggled(choice)) for choice in chosen]
    return tuple(chips)


def _value_text(facet: str, value: str, taxonomy: Taxonomy) -> str:
    """The label of a value, with the name of its facet where the label alone would not say what is meant."""
    label = taxonomy.label(facet, value)
    heading = next((facets.label for facets in taxonomy if facets.facet == facet), facet)
    return f"{heading}: {label}" if facet in {"accepting", "verified", "age", "gender"} else label


def corrected_words(results: Results) -> str:
    """What was read for words that nothing has: "Showing anxiety; nothing has anxeity."."""
    if not results.corrected:
        return ""
    read = ", ".join(results.corrected.values())
    typed = ", ".join(f"\u201c{word}\u201d" for word in results.corrected)
    return translate("Chips", "Showing {read}; nothing has {typed}.").format(read=read, typed=typed)


class ChipsRow(QWidget):
    """How much was found, and behind it the chips."""

    filters_requested = Signal(object)  # Filters

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._shown: tuple[tuple[str, Filters], ...] = ()
        self._cleared = Filters()
        self._chips: list[QPushButton] = []
        self._flow = Flowing(SPACE_8)
        self._clear = QPushButton(self.tr("Clear all"))
        self._clear.setProperty("role", "chip-clear")
        self._clear.setToolTip(self.tr("Take all filters away (Ctrl+Shift+X)"))
        self._clear.clicked.connect(lambda: self.filters_requested.emit(self._cleared))
        self._count = QLabel()
        self._count.setIndent(0)
        self._count.setTextFormat(Qt.TextFormat.RichText)
        self._corrected = QLabel()
        self._corrected.setProperty("role", "muted")
        self._corrected.hide()

        self._row = row = QHBoxLayout()
        row.setSpacing(SPACE_16)
        row.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._flow, 1)
        self._count.setProperty("role", "count")
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(4)
        page.addLayout(row)
        page.addWidget(self._corrected)
        appearance.changed.connect(self._restyle)
        self._rebuild()

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands on the chips."""
        return tuple(text for text, _ in self._shown)

    @property
    def chips(self) -> tuple[QPushButton, ...]:
        """The chips."""
        return tuple(self._chips)

    @property
    def count_text(self) -> str:
        """The count as it is spoken."""
        return self._count.accessibleName()

    @property
    def corrected_text(self) -> str:
        """What is said about words that nothing has."""
        return self._corrected.text()

    def show_filters(self, filters: Filters, taxonomy: Taxonomy) -> None:
        """One chip for each thing asked for."""
        shown = chips_of(filters, taxonomy)
        self._cleared = filters.cleared()
        if shown == self._shown:
            return
        focused = next((place for place, chip in enumerate(self._chips) if chip.hasFocus()), None)
        self._shown = shown
        self._rebuild()
        if focused is not None and self._chips:
            self._chips[min(focused, len(self._chips) - 1)].setFocus()

    def show_answer(self, results: Results) -> None:
        """How much was found, and what was read for mistyped words."""
        everything = max(results.listings, results.total)
        total, listings = number(results.total), number(everything)
        if results.total == everything:
            plain = self.tr("{n} listings").format(n=listings)
            rich = self.tr("{n} listings").format(n=f"<b>{listings}</b>")
        else:
            plain = self.tr("{n} of {all} listings").format(n=total, all=listings)
            rich = self.tr("{n} of {all} listings").format(n=f"<b>{total}</b>", all=listings)
        self._count.setText(rich)
        self._count.setAccessibleName(plain)
        said = corrected_words(results)
        self._corrected.setText(said)
        self._corrected.setVisible(bool(said))

    def _rebuild(self) -> None:
        self._clear.setParent(self)
        self._clear.hide()
        old, self._flow = self._flow, Flowing(SPACE_8)
        self._row.replaceWidget(old, self._flow)
        self._row.setStretchFactor(self._flow, 1)
        old.hide()
        old.deleteLater()
        self._chips = []
        for text, without in self._shown:
            chip = _Chip(text)
            chip.setAccessibleName(
                QCoreApplication.translate("Chips", "Filter {text}, press to remove").format(text=text)
            )
            chip.clicked.connect(partial(self.filters_requested.emit, without))
            self._chips.append(chip)
        self._flow.hold([*self._chips, self._clear] if self._chips else [])
        self._restyle()

    def _restyle(self) -> None:
        side = self._appearance.px(12)
        for chip in self._chips:
            chip.setIcon(icon("x", self._appearance.theme.accent, side))
            chip.setIconSize(QSize(side, side))
        self._flow.setMinimumHeight(self._appearance.px(26))


class _Chip(QPushButton):
    """Taken away by a click, Space, Enter, Delete or Backspace."""

    def __init__(self, text: str) -> None:
        metrics_limit = 48
        shown = text if len(text) <= metrics_limit else text[: metrics_limit - 1] + "\u2026"
        super().__init__(f"{shown}\u2009")
        self.setProperty("role", "chip")
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # puts the cross behind the words
        self.setToolTip(self.tr("Remove this filter"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
