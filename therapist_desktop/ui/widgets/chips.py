"""Everything that is asked for, as chips that can be taken away, and how much was found."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from therapist_desktop.domain.filters import Filters, Kind
from therapist_desktop.domain.overriding import override
from therapist_desktop.domain.taxonomy import Taxonomy
from therapist_desktop.ui.i18n import number, translate, within
from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.models.ordering import order_words
from therapist_desktop.ui.theme import SPACE_8, SPACE_16, Appearance
from therapist_desktop.ui.widgets.flowing import Flowing
from therapist_desktop.ui.widgets.suggestion_chip import SuggestionChip

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from therapist_desktop.domain.results import Results, Suggestion


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
        chips.append((within(filters.near), replace(filters, near=None)))
    order = {facets.facet: place for place, facets in enumerate(taxonomy)}
    chosen = sorted(filters.chosen, key=lambda choice: (order.get(choice.facet, len(order)), choice.value))
    chips += [(_value_text(choice.facet, choice.value, taxonomy), filters.toggled(choice)) for choice in chosen]
    return tuple(chips)


def _value_text(facet: str, value: str, taxonomy: Taxonomy) -> str:
    """The label of a value, with the name of its facet where the label alone would not say what is meant."""
    label = taxonomy.label(facet, value)
    heading = next((facets.label for facets in taxonomy if facets.facet == facet), facet)
    return f"{heading}: {label}" if facet in {"accepting", "verified", "age", "gender"} else label


def remarks_of(results: Results) -> str:
    """What there is to say about the words that were typed: 'Showing "anxiety" for "anxeity".'."""
    return " ".join(translate("Remarks", one.saying).format(**one.facts) for one in results.remarks)


class ChipsRow(QWidget):
    """How much was found, behind it the chips, and behind those what the words may stand for."""

    filters_requested = Signal(object)  # Filters

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._shown: tuple[tuple[str, Filters], ...] = ()
        self._asked = self._answered = Filters()
        self._taxonomy = Taxonomy()
        self._before: QWidget | None = None
        self._suggested: tuple[Suggestion, ...] = ()
        self._chips: list[QPushButton] = []
        self._suggestions: list[SuggestionChip] = []
        self._flow = Flowing(SPACE_8)
        self._clear = QPushButton(self.tr("Clear all"))
        self._clear.setProperty("role", "chip-clear")
        self._clear.setToolTip(self.tr("Take all filters away (Ctrl+Shift+X)"))
        self._clear.clicked.connect(lambda: self.filters_requested.emit(self._asked.cleared()))
        self._count = QLabel()
        self._count.setIndent(0)
        self._count.setTextFormat(Qt.TextFormat.RichText)
        self._remarks = QLabel()
        self._remarks.setProperty("role", "muted")
        self._remarks.setTextFormat(Qt.TextFormat.PlainText)
        self._remarks.setWordWrap(True)
        self._remarks.hide()

        self._row = row = QHBoxLayout()
        row.setSpacing(SPACE_16)
        row.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._flow, 1)
        self._count.setProperty("role", "count")
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(4)
        page.addLayout(row)
        page.addWidget(self._remarks)
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
    def suggestions(self) -> tuple[SuggestionChip, ...]:
        """What the words may stand for."""
        return tuple(self._suggestions)

    @property
    def remarks_text(self) -> str:
        """What is said about the words."""
        return self._remarks.text()

    def come_after(self, before: QWidget) -> None:
        """Tab leads from this part of the window to the chips."""
        self._before = before
        self._keep_tab_order()

    def show_filters(self, filters: Filters, taxonomy: Taxonomy) -> None:
        """One chip for each thing asked for. Suggestions wait for the answer: until then they are about other words."""
        shown = chips_of(filters, taxonomy)
        self._taxonomy = taxonomy
        self._asked = filters
        self._enable_suggestions()
        if shown != self._shown:
            self._shown = shown
            self._rebuild()

    def show_answer(self, results: Results) -> None:
        """How much was found, what the words may stand for, and what there is to say about them."""
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
        self._count.setToolTip(order_words(results.filters))
        self._count.setAccessibleDescription(order_words(results.filters))
        said = remarks_of(results)
        self._remarks.setText(said)
        self._remarks.setVisible(bool(said))
        self._answered = results.filters
        if results.suggestions != self._suggested:
            self._suggested = results.suggestions
            self._rebuild()
        self._enable_suggestions()

    def _enable_suggestions(self) -> None:
        for suggestion in self._suggestions:
            suggestion.setEnabled(self._answered == self._asked)

    def _rebuild(self) -> None:
        buttons = [*self._chips, *self._suggestions]
        focused = next((place for place, button in enumerate(buttons) if button.hasFocus()), None)
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
        labels = Counter(suggestion.label for suggestion in self._suggested)
        self._suggestions = [
            SuggestionChip(suggestion, self._taxonomy, in_full=labels[suggestion.label] > 1)
            for suggestion in self._suggested
        ]
        for suggestion, offer in zip(self._suggested, self._suggestions, strict=True):
            offer.clicked.connect(partial(self.filters_requested.emit, suggestion.filters))
        self._flow.hold([*self._chips, *([self._clear] if self._chips else []), *self._suggestions])
        self._keep_tab_order()
        QTimer.singleShot(0, self, self._keep_tab_order)  # again when the old ones are gone: they take neighbours along
        self._enable_suggestions()
        self._restyle()
        usable = [button for button in (*self._chips, *self._suggestions) if button.isEnabled()]
        if focused is not None and usable:
            usable[min(focused, len(usable) - 1)].setFocus()

    def _keep_tab_order(self) -> None:
        """New widgets come last in a window: take them to where they stand."""
        own = [*self._chips, *([self._clear] if self._chips else []), *self._suggestions]
        for before, after in pairwise([self._before, *own] if self._before else own):
            QWidget.setTabOrder(before, after)

    def _restyle(self) -> None:
        side = self._appearance.px(12)
        for chip in self._chips:
            chip.setIcon(icon("x", self._appearance.theme.accent, side))
            chip.setIconSize(QSize(side, side))
        for suggestion in self._suggestions:
            suggestion.restyle(self._appearance)
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
