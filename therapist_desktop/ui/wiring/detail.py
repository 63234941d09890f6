"""What the detail pane asks for beyond what is read in it, and what it is told."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from therapist_desktop.domain.places import Page
from therapist_desktop.ui.reason_words import reason_text
from therapist_desktop.ui.wiring.rows import open_listing

if TYPE_CHECKING:
    from therapist_desktop.ui.controllers.reading import ReadingController
    from therapist_desktop.ui.main_window import MainWindow


def connect_detail(window: MainWindow, reading: ReadingController) -> None:
    """Behind the first picture: QR codes, the programs of the same house, the reasons, the keys of the tabs."""
    detail = window.detail

    def why(listing_id: str) -> tuple[str, ...]:
        card = window.results.table.card
        return tuple(map(reason_text, card.why)) if card is not None and card.id == listing_id else ()

    def allow(page: Page) -> None:
        for name in ("next_part", "previous_part"):
            window.actions_[name].setEnabled(page is Page.FIND)

    detail.explain_with(why)
    detail.code_requested.connect(reading.make_code)
    reading.code_made.connect(detail.show_code)
    detail.listing_requested.connect(partial(open_listing, window, reading))
    window.actions_["next_part"].triggered.connect(lambda: detail.step(1))
    window.actions_["previous_part"].triggered.connect(lambda: detail.step(-1))
    window.page_shown.connect(allow)
    allow(window.page)
