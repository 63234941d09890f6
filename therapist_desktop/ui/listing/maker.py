"""Makes what the tabs are made of: lines, chips, facts with their age, things to copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from therapist_desktop.domain.filters import Choice
from therapist_desktop.ui.i18n import translate
from therapist_desktop.ui.widgets.fact import Fact
from therapist_desktop.ui.widgets.fitting_button import FittingButton
from therapist_desktop.ui.widgets.flowing import Flowing
from therapist_desktop.ui.widgets.phone_line import CopyButton
from therapist_desktop.ui.widgets.value_chip import ValueChip
from therapist_desktop.ui.widgets.words import Words
from therapist_desktop.ui.wording.joining import dotted
from therapist_desktop.ui.wording.listing import address_of, dated, heading_of, missing
from therapist_desktop.ui.wording.tones import UNDATED, openings_tone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from therapist_desktop.domain.listing import Listing, Location
    from therapist_desktop.domain.notebook import Standing
    from therapist_desktop.domain.taxonomy import Facet, Value
    from therapist_desktop.ui.listing.asks import Asks
    from therapist_desktop.ui.theme import Appearance

Section: TypeAlias = "tuple[str | None, Sequence[QWidget]]"
"""A heading with what stands below it. "" is a section without one, None goes on with the section before."""
_AT_ONCE = 8


class Maker:
    """One listing on one day, in the colours and the size in use."""

    def __init__(
        self,
        listing: Listing,
        today: date,
        appearance: Appearance,
        asks: Asks,
        why: Sequence[str] = (),
        standing: Standing | None = None,
    ) -> None:
        self.listing = listing
        self.today = today
        self.appearance = appearance
        self.asks = asks
        self.why = tuple(why)
        self.standing = standing

    def values(self, facet: Facet) -> Iterator[Section]:
        """The values of one facet as chips."""
        return self._sections(heading_of(facet), self.listing.having(facet))

    def grouped(self, facet: Facet) -> Iterator[Section]:
        """The values of one facet, a section for each heading they stand under."""
        whole = heading_of(facet)
        for heading, values in self.listing.under(facet):
            shown = f"{whole}: {heading}" if heading else whole
            yield from self._sections(shown, values)

    def _sections(self, heading: str, values: Sequence[Value]) -> Iterator[Section]:
        """A few chips at a time: the window answers in between."""
        for start in range(0, len(values), _AT_ONCE):
            yield None if start else heading, [self.chips(heading, values[start : start + _AT_ONCE])]

    def chips(self, heading: str, values: Sequence[Value]) -> Flowing:
        """Values side by side."""
        return Flowing(self.appearance.px(6)).hold([self.chip(heading, value) for value in values])

    def chip(self, heading: str, value: Value) -> ValueChip:
        """One value: the page about it, or all who have it."""
        topic = self.listing.topic(value.key)
        chip = ValueChip(value.label, heading, topic, self.appearance)
        choice = Choice(value.facet, value.id)
        chip.more_requested.connect(lambda: self.asks.filter_requested.emit(choice))
        if topic is not None:
            chip.read_requested.connect(lambda: self.asks.piece_requested.emit(topic.id))
        return chip

    def missing(self) -> Iterator[Section]:
        """What nobody knows and somebody has to ask for, if there is anything."""
        unknown = missing(self.listing)
        if unknown:
            sentence = translate("Detail", "{what}. Ask when you call.").format(what=", ".join(unknown).capitalize())
            yield translate("Detail", "Not known"), [Words(sentence)]

    def dated(self, words: str, verified_on: date | None, source: str = "") -> Fact:
        """A fact with how old it is and who said so."""
        tone, when = dated(verified_on, self.today)
        if verified_on is None and not source:
            return Fact(dotted(words, when), "", tone, self.appearance)
        return Fact(words, dotted(when, source), tone, self.appearance)

    def openings(self, words: str) -> Fact:
        """Whether new clients are taken, with the date of that."""
        listing = self.listing
        if listing.accepting_verified_on is not None:
            return self.dated(words, listing.accepting_verified_on)
        tone = openings_tone(listing.accepting)
        more = "" if tone is UNDATED else translate("Detail", "no date given")
        return Fact(words, more, tone, self.appearance)

    def line(self, words: str, clicked: Callable[[], object]) -> FittingButton:
        """A line that opens something."""
        button = FittingButton(words, "line")
        button.setToolTip(translate("Detail", "Open {what}").format(what=words))
        button.clicked.connect(lambda _=False: clicked())
        return button

    def address(self, place: Location) -> QWidget:
        """An address as on an envelope."""
        address = address_of(place)
        return self.copyable(Words(address), address.replace("\n", ", "), translate("Detail", "the address"))

    def copyable(self, shown: QWidget, copied: str, what: str) -> QWidget:
        """Something to read with a button that copies it."""
        copy = CopyButton(copied, what, self.appearance)
        copy.copy_requested.connect(self.asks.copy_requested)
        return self.beside(shown, copy)

    def beside(self, shown: QWidget, *buttons: QWidget) -> QWidget:
        """Something to read with small buttons at its right."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.appearance.px(4))
        row.addWidget(shown, 1)
        for button in buttons:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return holder
