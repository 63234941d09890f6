"""What must be known before anybody is sent: a sample, whether there are openings, how long ago it was verified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from therapist_desktop.domain.freshness import Freshness
from therapist_desktop.ui.i18n import age_in_full, band, openings, span, translate
from therapist_desktop.ui.icons import pixmap

if TYPE_CHECKING:
    from datetime import date

    from therapist_desktop.domain.listing import Listing
    from therapist_desktop.domain.results import Card
    from therapist_desktop.ui.theme import Appearance

_ICONS = {
    Freshness.FRESH: "circle-check",
    Freshness.AGEING: "clock",
    Freshness.STALE: "circle-dashed",
    Freshness.NEVER: "circle-help",
}


class TrustLine(QWidget):
    """One quiet line: a shape, words and a colour."""

    def __init__(self, listing: Listing | Card, today: date, appearance: Appearance) -> None:
        super().__init__()
        px, theme = appearance.px, appearance.theme
        inks = {Freshness.FRESH: theme.fresh, Freshness.AGEING: theme.ageing}
        shape = QLabel()
        ink = inks.get(listing.freshness, theme.stale)
        shape.setPixmap(pixmap(_ICONS[listing.freshness], ink, px(14), self.devicePixelRatioF()))
        fresh = band(listing.freshness)
        if listing.verified_on is not None:
            fresh = f"{fresh} \u00b7 {span(listing.verified_on, today)}"
        words = QLabel(f"{openings(listing.accepting)} \u00b7 {fresh}", wordWrap=True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setProperty("role", "caption")
        words.setToolTip(age_in_full(listing.verified_on, today))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        if listing.sample:
            sample = QLabel(translate("Row", "SAMPLE"))
            sample.setProperty("role", "sample")
            sample.setToolTip(translate("Detail", "SAMPLE, not a real listing"))
            row.addWidget(sample, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(shape, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
