"""What must be known before anybody is sent: a sample, whether there are openings, how long ago it was verified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from therapist_desktop.ui.i18n import age_in_full, openings
from therapist_desktop.ui.icons import pixmap
from therapist_desktop.ui.widgets.flowing import Flowing
from therapist_desktop.ui.widgets.listing_marks import openings_colour
from therapist_desktop.ui.wording.cards import how_fresh
from therapist_desktop.ui.wording.samples import sample_in_full, sample_word
from therapist_desktop.ui.wording.tones import TONES

if TYPE_CHECKING:
    from datetime import date

    from therapist_desktop.domain.listing import Listing
    from therapist_desktop.domain.results import Card
    from therapist_desktop.ui.theme import Appearance


class TrustLine(Flowing):
    """A sample, openings, freshness: each keeps its words together, and goes on to the next line as a whole."""

    def __init__(self, listing: Listing | Card, today: date, appearance: Appearance) -> None:
        super().__init__(appearance.px(8), below=appearance.px(2))
        parts: list[QWidget] = []
        if listing.sample:
            sample = QLabel(sample_word())
            sample.setProperty("role", "sample")
            sample.setToolTip(sample_in_full())
            parts.append(sample)
        known = openings_colour(listing.accepting, appearance.theme)
        taking = _words(openings(listing.accepting))
        if known:
            taking.setStyleSheet(f"color: {known}; font-weight: 600")
        self.hold([*parts, taking, _freshness(listing, today, appearance)])


def _freshness(listing: Listing | Card, today: date, appearance: Appearance) -> QWidget:
    part, tone, px = QWidget(), TONES[listing.freshness], appearance.px
    shape, words = QLabel(), _words(how_fresh(listing, today))
    shape.setPixmap(pixmap(tone.icon, tone.colour(appearance.theme), px(14), part.devicePixelRatioF()))
    words.setToolTip(age_in_full(listing.verified_on, today))
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(4))
    row.addWidget(shape)
    row.addWidget(words)
    return part


def _words(text: str) -> QLabel:
    words = QLabel(text)
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.setProperty("role", "caption")
    return words
