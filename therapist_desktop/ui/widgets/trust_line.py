"""What must be known before anybody is sent: a sample, whether there are openings, how long ago it was verified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from therapist_desktop.ui.i18n import age_in_full, openings
from therapist_desktop.ui.icons import pixmap
from therapist_desktop.ui.wording.cards import how_fresh
from therapist_desktop.ui.wording.joining import dotted
from therapist_desktop.ui.wording.samples import sample_in_full, sample_word
from therapist_desktop.ui.wording.tones import TONES

if TYPE_CHECKING:
    from datetime import date

    from therapist_desktop.domain.listing import Listing
    from therapist_desktop.domain.results import Card
    from therapist_desktop.ui.theme import Appearance


class TrustLine(QWidget):
    """One quiet line: a shape, words and a colour."""

    def __init__(self, listing: Listing | Card, today: date, appearance: Appearance) -> None:
        super().__init__()
        px, theme = appearance.px, appearance.theme
        shape, tone = QLabel(), TONES[listing.freshness]
        shape.setPixmap(pixmap(tone.icon, tone.colour(theme), px(14), self.devicePixelRatioF()))
        words = QLabel(dotted(openings(listing.accepting), how_fresh(listing, today)), wordWrap=True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setProperty("role", "caption")
        words.setToolTip(age_in_full(listing.verified_on, today))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        if listing.sample:
            sample = QLabel(sample_word())
            sample.setProperty("role", "sample")
            sample.setToolTip(sample_in_full())
            row.addWidget(sample, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(shape, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
