"""What the detail pane asks for beyond what is read in it, and what it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapist_desktop.domain.notebook import Shown, Standing
from therapist_desktop.ui.i18n import reason

if TYPE_CHECKING:
    from therapist_desktop.domain.listing import Listing
    from therapist_desktop.domain.notebook import Outcome
    from therapist_desktop.ui.built import Built


def connect_detail(built: Built) -> None:
    """Behind the first picture: codes, the same house, the reasons, what is noted, the keys of the tabs."""
    window, reading, detail = built.window, built.reading, built.window.detail

    def why(listing_id: str) -> tuple[str, ...]:
        card = window.results.table.card
        return tuple(map(reason, card.why)) if card is not None and card.id == listing_id else ()

    detail.explain_with(why)
    detail.code_requested.connect(reading.make_code)
    reading.code_made.connect(detail.show_code)
    detail.listing_requested.connect(built.places.open_listing)
    _connect_notes(built)
    window.actions_["next_part"].triggered.connect(lambda: detail.step(1))
    window.actions_["previous_part"].triggered.connect(lambda: detail.step(-1))


def _connect_notes(built: Built) -> None:
    detail, marking = built.window.detail, built.marking

    def mark() -> None:
        if detail.listing is not None:
            marking.toggle(_shown(detail.listing))

    def note(outcome: Outcome) -> None:
        if detail.listing is not None:
            marking.note(_shown(detail.listing), outcome)

    def show_standing() -> None:
        if detail.listing is not None:
            shown = _shown(detail.listing)
            detail.show_standing(marking.standings.get(shown.id, Standing(shown)))

    detail.mark_requested.connect(mark)
    detail.outcome_requested.connect(note)
    marking.standings_changed.connect(lambda _standings: show_standing())
    built.reading.listing_opened.connect(lambda _listing: show_standing())


def _shown(listing: Listing) -> Shown:
    """What is kept of a listing when something is noted about it."""
    phone = listing.phones[0].dialable if listing.phones else ""
    return Shown(listing.id, listing.kind.value, listing.name, phone, listing.location.city, listing.location.state)
