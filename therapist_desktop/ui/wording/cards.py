"""What a row of the results says about a listing, part by part and as one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapist_desktop.domain.filters import Kind
from therapist_desktop.domain.freshness import Freshness
from therapist_desktop.domain.phone import spelled
from therapist_desktop.domain.reasons import Why, roughly
from therapist_desktop.ui.i18n import age, age_in_full, band, openings, reason, span, translate
from therapist_desktop.ui.wording.joining import dotted, listed
from therapist_desktop.ui.wording.outcomes import outcome_sentence

if TYPE_CHECKING:
    from datetime import date

    from therapist_desktop.domain.listing import Listing
    from therapist_desktop.domain.notebook import Shown, Standing
    from therapist_desktop.domain.results import Card


def place(card: Card | Shown) -> str:
    """City and state."""
    return listed(card.city, card.state)


def phone(card: Card) -> str:
    """The number as it stands everywhere else, its extension as short as it can be read."""
    return spelled(card.phone).replace(" ext. ", " x")


def miles(card: Card) -> str:
    """The distance as a reader expects it."""
    return "" if card.miles is None else roughly(card.miles)


def verified(card: Card, today: date) -> str:
    """The words of the badge: "Fresh, 21 d"."""
    if card.verified_on is None or card.freshness is Freshness.NEVER:
        return band(Freshness.NEVER)
    return dotted(band(card.freshness), age(card.verified_on, today))


def how_fresh(listing: Card | Listing, today: date) -> str:
    """The same where there is more room: "Fresh, 21 days"."""
    return dotted(band(listing.freshness), span(listing.verified_on, today) if listing.verified_on else "")


def why_text(card: Card) -> str:
    """Which of the wishes it meets. The distance has a column of its own."""
    return dotted(*_reasons(card))


def sentence(card: Card, standing: Standing, today: date) -> str:
    """Everything a row says, as one sentence for a screen reader."""
    kind = translate("Row", "provider") if card.kind is Kind.PROVIDER else translate("Row", "center")
    parts = [f"{card.name}, {kind}"]
    if standing.marked:
        parts.append(translate("Row", "marked"))
    if card.sample:
        parts.append(translate("Row", "sample, not a real listing"))
    parts += [card.about, openings(card.accepting)]
    if card.takes:
        parts.append(translate("Row", "takes {payers}").format(payers=card.takes))
    if card.phone:
        parts.append(translate("Row", "phone {number}").format(number=card.phone))
    parts.append(place(card))
    if card.miles is not None:
        parts.append(translate("Row", "{n} miles away").format(n=miles(card)))
    parts.append(age_in_full(card.verified_on, today))
    reasons = listed(*_reasons(card))
    if reasons:
        parts.append(translate("Row", "fits: {reasons}").format(reasons=reasons))
    parts.append(outcome_sentence(standing))
    return "; ".join(part for part in parts if part) + "."


def _reasons(card: Card) -> list[str]:
    return [reason(one) for one in card.why if one.kind is not Why.NEAR]
