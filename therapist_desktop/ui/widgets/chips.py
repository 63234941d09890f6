"""Everything that is asked for, as chips that can be taken away, and how much was found."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from therapist_desktop.domain.filters import Filters
from therapist_desktop.domain.taxonomy import Taxonomy
from therapist_desktop.ui.i18n import number, plural
from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.theme import SPACE_8, SPACE_16, Appearance
from therapist_desktop.ui.widgets.chip import Chip
from therapist_desktop.ui.widgets.flowing import Flowing
from therapist_desktop.ui.widgets.suggestion_chip import SuggestionChip
from therapist_desktop.ui.wording.chips import ChipWords, chips_of, remarks_of
from therapist_desktop.ui.wording.order import order_words

if TYPE_CHECKING:
    from therapist_desktop.domain.filters import Choice, Wish
    from therapist_desktop.domain.results import Results, Suggestion


class ChipsRow(QWidget):
    """How much was found, behind it the chips, and behind those what the words may stand for."""

    filters_requested = Signal(object)  # Filters
    clear_requested = Signal()
    undo_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._shown: tuple[ChipWords, ...] = ()
        self._asked = self._answered = Filters()
        self._taxonomy = Taxonomy()
        self._before: QWidget | None = None
        self._suggested: tuple[Suggestion, ...] = ()
        self._chips: list[Chip] = []
        self._suggestions: list[SuggestionChip] = []
        self._spare: list[SuggestionChip] = []
        self._flow = Flowing(SPACE_8)
        self._clear = self._lasting("chip-clear", self.tr("Clear all"), self.tr("Take all filters away (Ctrl+Shift+X)"))
        self._clear.clicked.connect(self.clear_requested)
        undo = f"\u2009{self.tr('Undo')}"
        self._undo = self._lasting("chip-undo", undo, self.tr("Ask again for what was cleared (Ctrl+Z)"))
        self._undo.setAccessibleName(self.tr("Undo clearing the filters"))
        self._undo.clicked.connect(self.undo_requested)
        self._offers_undo = False
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
        self._page = page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(4)
        page.addLayout(row)
        page.addWidget(self._remarks)
        appearance.changed.connect(self._restyle)
        self._restyle()

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands on the chips."""
        return tuple(words.text for words in self._shown)

    @property
    def chips(self) -> tuple[Chip, ...]:
        """The chips."""
        return tuple(self._chips)

    @property
    def clear_button(self) -> QPushButton:
        """What takes all chips away."""
        return self._clear

    @property
    def undo_button(self) -> QPushButton | None:
        """What brings back the chips that were cleared, or None where nothing was."""
        return self._undo if self._offers_undo else None

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
            self._arrange()

    def show_undo(self, offered: bool) -> None:  # noqa: FBT001 - a slot
        """Offer to bring back what was cleared, or no more."""
        if offered != self._offers_undo:
            self._offers_undo = offered
            self._arrange()

    def show_answer(self, results: Results) -> None:
        """How much was found, what the words may stand for, and what there is to say about them."""
        everything = max(results.listings, results.total)
        total = number(results.total)
        if results.total == everything:
            plain = plural("Chips", "{n} listing", "{n} listings", everything)
        else:
            found = plural("Chips", "{{found}} of {n} listing", "{{found}} of {n} listings", everything)
            plain = found.format(found=total)
        self._count.setText(plain.replace(total, f"<b>{total}</b>", 1))
        self._count.setAccessibleName(plain)
        self._count.setToolTip(order_words(results.filters))
        self._count.setAccessibleDescription(order_words(results.filters))
        said = remarks_of(results, self._taxonomy)
        self._remarks.setText(said)
        self._remarks.setVisible(bool(said))
        self._answered = results.filters
        if results.suggestions != self._suggested:
            self._suggested = results.suggestions
            self._arrange()
        self._enable_suggestions()

    def show_no_answer(self) -> None:
        """What was counted for something else says nothing about this."""
        for unsaid in (self._count.setText, self._count.setAccessibleName, self._count.setToolTip):
            unsaid("")
        self._remarks.hide()

    def _enable_suggestions(self) -> None:
        for suggestion in self._suggestions:
            suggestion.setEnabled(self._answered == self._asked)

    def _lasting(self, role: str, text: str, tip: str) -> QPushButton:
        """A button that is there, or not, and is never made anew."""
        button = QPushButton(text, self._flow)
        button.setProperty("role", role)
        button.setToolTip(tip)
        button.hide()
        return button

    def _arrange(self) -> None:
        """Show what there is now. What stays is not made anew: from key to key only words change."""
        before = self._buttons()
        focused = next((place for place, button in enumerate(before) if button.hasFocus()), None)
        standing = next((chip.words.choice for chip in self._chips if chip.hasFocus()), None)
        self._take_chips()
        self._take_suggestions()
        now = self._buttons()
        for gone in set(self._flow.widgets).difference(now):  # `before` may know of an undo no more
            gone.hide()
        self._flow.hold(now)
        if now != before:
            self._page.activate()  # a layout would do so in the next turn, and a key may come before it
            self._keep_tab_order()
            QTimer.singleShot(0, self, self._keep_tab_order)  # again when the old ones are gone: they take others along
            if focused is not None:
                self._focus_again(focused, standing)

    def _take_chips(self) -> None:
        left, self._chips = self._chips, []
        for words in self._shown:
            chip = next((one for one in left if one.stands_for(words)), None)
            if chip is None:
                chip = self._made_chip(words)
            else:
                left.remove(chip)
                chip.take(words)
            self._chips.append(chip)
        for gone in left:
            gone.deleteLater()

    def _take_suggestions(self) -> None:
        labels = Counter(suggestion.label for suggestion in self._suggested)
        while len(self._spare) < len(self._suggested):
            self._spare.append(self._made_suggestion())
        self._suggestions = self._spare[: len(self._suggested)]
        for suggestion, offer in zip(self._suggested, self._suggestions, strict=True):
            offer.take(suggestion, self._taxonomy, in_full=labels[suggestion.label] > 1)
        self._enable_suggestions()

    def _made_suggestion(self) -> SuggestionChip:
        offer = SuggestionChip(self._appearance)
        offer.taken.connect(self.filters_requested)
        return offer

    def _made_chip(self, words: ChipWords) -> Chip:
        chip = Chip(words, self._appearance)
        chip.removed.connect(lambda: self.filters_requested.emit(chip.words.without))
        chip.wish_asked.connect(lambda wish: self._wish(chip.words, wish))
        return chip

    def _wish(self, words: ChipWords, wish: Wish) -> None:
        if words.choice is not None:
            self.filters_requested.emit(self._asked.wishing(words.choice, wish))

    def _buttons(self) -> list[QPushButton]:
        """Everything that can be pressed, in its order."""
        lasting = [self._clear] if self._chips else []
        return [*self._chips, *lasting, *([self._undo] if self._offers_undo else []), *self._suggestions]

    def _focus_again(self, focused: int, standing: Choice | None) -> None:
        """The keyboard stays on the value it was on, or else at its place."""
        same = next((chip for chip in self._chips if standing is not None and chip.words.choice == standing), None)
        usable = [button for button in self._buttons() if button.isEnabled()]
        if same is not None:
            same.setFocus(Qt.FocusReason.OtherFocusReason)
        elif usable:
            usable[min(focused, len(usable) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_tab_order(self) -> None:
        """New widgets come last in a window: take them to where they stand."""
        own = self._buttons()
        for before, after in pairwise([self._before, *own] if self._before else own):
            QWidget.setTabOrder(before, after)

    def _restyle(self) -> None:
        side = self._appearance.px(12)
        for chip in self._chips:
            chip.restyle()
        for suggestion in self._spare:
            suggestion.restyle()
        self._undo.setIcon(icon("undo-2", self._appearance.theme.link, side))
        self._undo.setIconSize(QSize(side, side))
        self._flow.setMinimumHeight(self._appearance.px(26))
        self._flow.fit()
