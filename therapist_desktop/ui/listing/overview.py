"""The tab that is read while somebody dials: how to get in, whether there is room, where it is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from therapist_desktop.domain.filters import Kind
from therapist_desktop.ui.i18n import openings, translate
from therapist_desktop.ui.listing.provenance import differing
from therapist_desktop.ui.widgets.fact import Fact
from therapist_desktop.ui.widgets.flowing import Flowing
from therapist_desktop.ui.widgets.words import Words
from therapist_desktop.ui.wording.joining import DOT, dotted
from therapist_desktop.ui.wording.listing import role_of, sentence_case
from therapist_desktop.ui.wording.phones import purpose_of
from therapist_desktop.ui.wording.tones import Tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from therapist_desktop.domain.results import Card
    from therapist_desktop.ui.listing.maker import Maker, Section

_MET = Tone("fresh", "check")


def overview(make: Maker) -> Iterator[Section]:
    """What must be seen within three seconds comes first."""
    listing = make.listing
    yield translate("Detail", "Next step"), _next_step(make)
    yield translate("Detail", "Openings"), _openings(make)
    if make.why:
        met = [Fact(sentence_case(reason), "", _MET, make.appearance) for reason in make.why]
        yield translate("Detail", "Why it matches this search"), met
    yield translate("Detail", "Takes"), _takes(make)
    if listing.claims:
        yield translate("Detail", "Sources that differ"), differing(make)
    yield translate("Detail", "Address"), _where(make)
    if listing.same_site:
        yield translate("Detail", "Also at this address"), [_beside(make, card) for card in listing.same_site]
    yield from make.missing()
    if listing.letters:
        yield translate("Detail", "What the letters mean"), [_letters(make)]
    if listing.description:
        yield translate("Detail", "In their own words"), [Words(listing.description)]


def _next_step(make: Maker) -> list[QWidget]:
    listing = make.listing
    if listing.next_step:
        return [Words(listing.next_step)]
    if listing.phones:
        first = listing.phones[0]
        called = dotted(first.shown.replace(" ", "\u00a0"), purpose_of(first))
        words = translate("Detail", "Call {number} and ask how a new client begins, and what to bring.")
        return [Words(words.format(number=called))]
    if listing.email:
        words = translate("Detail", "Write to {address} and ask how a new client begins.")
        return [Words(words.format(address=listing.email))]
    return [Words(translate("Detail", "Nobody has said how a new client begins."))]


def _openings(make: Maker) -> list[QWidget]:
    listing = make.listing
    if listing.accepting not in {"yes", "waitlist", "no"} and not listing.accepting_note:
        return [make.openings(translate("Detail", "Openings unknown. Ask before you send anybody."))]
    known = dotted(openings(listing.accepting), listing.accepting_note)
    return [make.openings(known)]


def _takes(make: Maker) -> list[QWidget]:
    payers = make.listing.payers
    if payers:
        named = dict.fromkeys(f"{fact.label} ({role_of(fact)})" if role_of(fact) else fact.label for fact in payers)
        return [Words(", ".join(named)), Words(translate("Detail", "Please confirm with the office."), "muted")]
    paid = [value.label for value in make.listing.having("payment")]
    if paid:
        return [Words(", ".join(paid)), Words(translate("Detail", "Please confirm with the office."), "muted")]
    return [Words(translate("Detail", "Not known. Ask before you send anybody."))]


def _where(make: Maker) -> list[QWidget]:
    listing = make.listing
    if not listing.location.lines:
        return [Words(translate("Detail", "Not known"))]
    found: list[QWidget] = [make.address(listing.location)]
    more = len(listing.other_locations)
    if more == 1:
        found.append(Words(translate("Detail", "One more address under Contact"), "muted"))
    elif more:
        found.append(Words(translate("Detail", "{n} more addresses under Contact").format(n=more), "muted"))
    return found


def _letters(make: Maker) -> QWidget:
    """Each leads to its entry in the dictionary."""
    lines = [make.line(link.title, partial(make.asks.piece_requested.emit, link.id)) for link in make.listing.letters]
    return Flowing(make.appearance.px(16)).hold(lines)


def _beside(make: Maker, card: Card) -> QWidget:
    """A program of the same house, which may have the name of the house: then what tells it apart is said alone."""
    apart = card.about.split(DOT, 1)[0] if card.kind is Kind.CENTER else ""
    named = apart if apart and card.name == make.listing.name else dotted(card.name, apart)
    return make.line(named, lambda: make.asks.listing_requested.emit(card.id))
