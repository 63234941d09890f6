"""How many listings are left in a call, and the best three of them with their phone numbers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from therapist_desktop.domain.filters import Filters
from therapist_desktop.domain.notebook import NOTHING
from therapist_desktop.ui.i18n import number, plural
from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.theme import SPACE_4, SPACE_8, SPACE_12, Appearance
from therapist_desktop.ui.widgets.emptying import empty
from therapist_desktop.ui.widgets.fitting_button import FittingButton
from therapist_desktop.ui.widgets.spacing import space
from therapist_desktop.ui.widgets.trust_line import TrustLine
from therapist_desktop.ui.wording.cards import miles, phone, place, sentence
from therapist_desktop.ui.wording.joining import dotted
from therapist_desktop.ui.wording.near_misses import near_miss_text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from datetime import date

    from therapist_desktop.domain.results import Card, Results
    from therapist_desktop.ui.wording.nothing_found import NothingFound

BEST, FEW = 3, 5


class CallBest(QWidget):
    """The number to read out, ways to more where there are few, then the three to read out."""

    filters_requested = Signal(object)  # Filters
    listing_chosen = Signal(str)
    mark_requested = Signal(object)  # Card

    def __init__(self, appearance: Appearance, today: Callable[[], date]) -> None:
        super().__init__()
        self._appearance, self._today = appearance, today
        self._cards: tuple[Card, ...] = ()
        self._marked: frozenset[str] = frozenset()
        self._count = QLabel()
        self._count.setProperty("role", "call-count")
        self._of = QLabel(wordWrap=True)
        self._of.setProperty("role", "muted")
        self._ways = QVBoxLayout()
        space(self._ways, appearance, SPACE_4)
        self._list = QVBoxLayout()
        space(self._list, appearance, SPACE_12)
        page = QVBoxLayout(self)
        space(page, appearance, SPACE_8, (0, 0, 0, 0))
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(self._count)
        told.addWidget(self._of)
        page.addLayout(told)
        page.addLayout(self._ways)
        page.addLayout(self._list)
        page.addStretch(1)

    @property
    def count_text(self) -> str:
        """The large number."""
        return self._count.text()

    @property
    def cards(self) -> tuple[Card, ...]:
        """The best listings that are shown."""
        return self._cards

    @property
    def ways(self) -> tuple[QPushButton, ...]:
        """The changes that would bring more."""
        return tuple(self.findChildren(FittingButton, "way"))

    def show_results(self, results: Results, cards: Sequence[Card]) -> None:
        """Show this answer."""
        everything = max(results.listings, results.total)
        self._count.setText(number(results.total))
        self._of.setText(plural("Call", "of {n} listing fits", "of {n} listings fit", everything))
        self._count.setAccessibleName(f"{self._count.text()} {self._of.text()}")
        empty(self._ways)
        misses = results.near_miss if results.total < FEW else ()
        for miss in misses[:BEST]:
            self._offer(near_miss_text(miss), miss.filters)
        self._cards = tuple(cards[:BEST])
        self._show_cards()

    def show_nothing(self, said: NothingFound) -> None:
        """There is no answer, for this reason; what else could be asked for."""
        self._count.setText("")
        self._of.setText(said.title)
        self._count.setAccessibleName(said.title)
        empty(self._ways)
        for words, wanted in said.ways:
            if isinstance(wanted, Filters):
                self._offer(words, wanted)
        self._cards = ()
        self._show_cards()

    def _offer(self, words: str, filters: Filters) -> None:
        way = FittingButton(words, "quiet-left")
        way.setObjectName("way")
        way.setToolTip(self.tr("Ask for this instead"))
        way.clicked.connect(partial(self.filters_requested.emit, filters))
        self._ways.addWidget(way)

    def show_marked(self, marked: Collection[str]) -> None:
        """Show which of them are marked."""
        if frozenset(marked) != self._marked:
            self._marked = frozenset(marked)
            self._show_cards()

    def restyle(self) -> None:
        """Take on the theme and size in use."""
        self._show_cards()

    def _show_cards(self) -> None:
        """The keyboard stays on the button it was on, or its like."""
        had = next((place for place, one in enumerate(self._buttons()) if one.hasFocus()), None)
        empty(self._list)
        for card in self._cards:
            self._list.addWidget(self._line(card))
        buttons = self._buttons()
        if had is not None and buttons:
            buttons[min(had, len(buttons) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _buttons(self) -> list[QPushButton]:
        """What takes the keyboard on the cards, in its order."""
        items = (self._list.itemAt(place) for place in range(self._list.count()))
        cards = (item.widget() for item in items if item is not None)
        return [button for card in cards if card is not None for button in card.findChildren(QPushButton)]

    def _line(self, card: Card) -> QWidget:
        px, theme = self._appearance.px, self._appearance.theme
        holder = QFrame()
        holder.setProperty("role", "call-card")
        holder.setAccessibleName(sentence(card, NOTHING, self._today()))
        name = FittingButton(card.name, "call-name")
        name.setToolTip(self.tr("Open {name}").format(name=card.name))
        name.clicked.connect(partial(self.listing_chosen.emit, card.id))
        is_marked = card.id in self._marked
        mark = QPushButton()
        mark.setProperty("role", "quiet")
        mark.setCheckable(True)
        mark.setChecked(is_marked)
        mark.setIcon(icon("star-full" if is_marked else "star", theme.accent if is_marked else theme.muted, px(18)))
        mark.setIconSize(QSize(px(18), px(18)))
        words = self.tr("Take the mark away from {name}") if is_marked else self.tr("Mark {name}")
        mark.setAccessibleName(words.format(name=card.name))
        mark.setToolTip(words.format(name=card.name))
        mark.clicked.connect(partial(self.mark_requested.emit, card))
        head = QHBoxLayout()
        head.addWidget(name, 1)
        head.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(holder)
        column.setContentsMargins(px(12), px(8), px(8), px(10))
        column.setSpacing(px(2))
        column.addLayout(head)
        column.addWidget(_words(phone(card) or self.tr("Phone not known"), "phone"))
        distance = self.tr("{n} mi").format(n=miles(card)) if card.miles is not None else ""
        column.addWidget(_words(dotted(card.takes, distance or place(card)), "muted"))
        column.addWidget(TrustLine(card, self._today(), self._appearance))
        return holder


def _words(text: str, role: str) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    return label
