"""The tab that says which source said what and when, and where two of them differ."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from therapist_desktop.services.html import link_scheme
from therapist_desktop.ui.i18n import openings, stated_day, translate
from therapist_desktop.ui.widgets.callout import REMARK, Callout
from therapist_desktop.ui.widgets.fact import Fact
from therapist_desktop.ui.widgets.words import Words
from therapist_desktop.ui.wording.listing import address_of, license_of, source_lines
from therapist_desktop.ui.wording.tones import Tone

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from therapist_desktop.domain.listing import Listing
    from therapist_desktop.ui.listing.maker import Maker, Section

_DIFFERS = Tone("ageing", "git-compare")


class Difference(NamedTuple):
    """Another source says something else about a field; `date` is the source's own. `ours` is what stands here."""

    field: str
    ours: str
    theirs: str
    source: str = ""
    date: str = ""


class Dated(NamedTuple):
    """One row of the table: a field with what is said there, by whom, and when that was checked."""

    field: str
    said: str
    source: str
    date: date | None


def sources(make: Maker) -> Iterator[Section]:
    """Differences first: they are what has to be asked about."""
    listing = make.listing
    if listing.claims:
        yield translate("Detail", "Sources that differ"), differing(make)
    for place, row in enumerate(facts_of(listing)):
        heading = translate("Detail", "Each fact, its source and its age") if place == 0 else ""
        words = f"{row.field}: {row.said}" if row.said else row.field
        yield heading, [make.dated(words, row.date, row.source)]
    yield translate("Detail", "Where this comes from"), _named(make)
    ids = [(listing.id, translate("Detail", "Listing {id}").format(id=listing.id))]
    if listing.npi:
        ids.append((listing.npi, translate("Detail", "NPI {number}").format(number=listing.npi)))
    shown = [make.copyable(Words(words, "caption"), copied, words) for copied, words in ids]
    yield translate("Detail", "Numbers of this listing"), shown


def facts_of(listing: Listing) -> tuple[Dated, ...]:
    """Every fact that can have a date or a source of its own."""
    rows = [Dated(translate("Detail", "The listing as a whole"), "", "", listing.verified_on)]
    if listing.accepting != "unknown":
        opening = openings(listing.accepting)
        rows.append(Dated(translate("Detail", "Openings"), opening, "", listing.accepting_verified_on))
    for field, said, source, when in (
        (translate("Detail", "Hours"), listing.hours, listing.hours_source, listing.hours_verified_on),
        (translate("Detail", "Fees"), listing.fees, listing.fee.source, listing.fee.verified_on),
    ):
        if said:
            rows.append(Dated(field, said, source, when))
    phone, payer = translate("Detail", "Phone"), translate("Detail", "Takes")
    rows += (Dated(phone, one.shown, one.source, one.verified_on) for one in listing.phones)
    rows += (Dated(payer, one.label, one.source, one.verified_on) for one in listing.payers)
    licence = translate("Detail", "Licence")
    rows += (Dated(licence, license_of(one), one.source, one.verified_on) for one in listing.licenses)
    return tuple(rows)


def differing(make: Maker) -> list[QWidget]:
    """A line for each difference."""
    found = differences_of(make.listing)
    return [Fact(*difference_in_words(one), _DIFFERS, make.appearance) for one in found]


def differences_of(listing: Listing) -> tuple[Difference, ...]:
    """What other sources claim, beside what this listing says about the same field."""
    numbers = ", ".join(phone.shown for phone in listing.phones)
    ours = {
        "phones": (translate("Detail", "phone"), numbers),
        "accepting": (translate("Detail", "openings"), openings(listing.accepting)),
        "address": (translate("Detail", "address"), address_of(listing.location).replace("\n", ", ")),
        "payer": (translate("Detail", "payers"), ", ".join(fact.label for fact in listing.payers)),
        "hours": (translate("Detail", "hours"), listing.hours),
        "fees": (translate("Detail", "fees"), listing.fees),
        "url": (translate("Detail", "web address"), listing.url),
        "email": (translate("Detail", "e-mail"), listing.email),
    }
    return tuple(
        Difference(*ours.get(one.field, (one.field.replace("_", " "), "")), one.value, one.source, one.date)
        for one in listing.claims
    )


def difference_in_words(one: Difference) -> tuple[str, str]:
    """What the other source says, and what this listing says."""
    who = one.source or translate("Detail", "Another source")
    if one.date:
        who = translate("Detail", "{source} of {day}").format(source=who, day=stated_day(one.date))
    said = translate("Detail", "{who} says about {field}: {theirs}")
    more = translate("Detail", "This listing says: {ours}").format(ours=one.ours) if one.ours else ""
    return said.format(who=who, field=one.field, theirs=one.theirs), more


def _named(make: Maker) -> list[QWidget]:
    found: list[QWidget] = []
    for source in make.listing.sources:
        name, fields = source_lines(source)
        if link_scheme(source.url) == "https":
            found.append(make.line(name, partial(make.asks.link_requested.emit, source.url)))
        else:
            found.append(Words(name))
        if fields:
            found.append(Words(fields, "muted"))
    return found or [Callout(translate("Detail", "No source is named."), "", REMARK, make.appearance)]
