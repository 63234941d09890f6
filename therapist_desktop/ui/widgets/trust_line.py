"""What must be known before anybody is sent: a sample, whether there are openings, how long ago it was verified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from therapist_desktop.domain.freshness import Freshness
from therapist_desktop.ui.i18n import age_in_full, band, openings, span, translate
from therapist_desktop.ui.icons import pixmap
from therapist_desktop.ui.listing_words import TONES
from therapist_desktop.ui.widgets.flowing import Flowing
from therapist_desktop.ui.widgets.listing_marks import openings_colour

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
            sample = QLabel(translate("Row", "SAMPLE"))
            sample.setProperty("role", "sample")
            sample.setToolTip(translate("Detail", "SAMPLE, not a real listing"))
            parts.append(sample)
        known = openings_colour(listing.accepting, appearance.theme)
        taking = _words(openings(listing.accepting))
        if known:
            taking.setStyleSheet(f"color: {known}; font-weight: 600")
        self.hold([*parts, taking, _freshness(listing, today, appearance)])


def _freshness(listing: Listing | Card, today: date, appearance: Appearance) -> QWidget:
    theme, px = appearance.theme, appearance.px
    ink = {Freshness.FRESH: theme.fresh, Freshness.AGEING: theme.ageing}.get(listing.freshness, theme.stale)
    fresh = band(listing.freshness)
    if listing.verified_on is not None:
        fresh = f"{fresh} \u00b7 {span(listing.verified_on, today)}"
    part = QWidget()
    shape, words = QLabel(), _words(fresh)
    shape.setPixmap(pixmap(TONES[listing.freshness].icon, ink, px(14), part.devicePixelRatioF()))
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
