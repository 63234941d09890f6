"""The tab that says which source said what and when, and where two of them differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from therapist_desktop.services.html import link_scheme
from therapist_desktop.ui.i18n import day, openings, translate
from therapist_desktop.ui.listing_words import source_lines
from therapist_desktop.ui.widgets.badge import Tone
from therapist_desktop.ui.widgets.callout import REMARK, Callout
from therapist_desktop.ui.widgets.fact import Fact
from therapist_desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from therapist_desktop.domain.listing import Listing
    from therapist_desktop.ui.listing.maker import Maker, Section

_DIFFERS = Tone("ageing", "git-compare")


class Difference(NamedTuple):
    """Another source says something else about a field. `ours` is what the listing says."""

    field: str
    ours: str
    theirs: str
    source: str
    date: date | None = None


class Dated(NamedTuple):
    """One row of the table: a field with what is said there, by whom, and when that was checked."""

    field: str
    said: str
    source: str
    date: date | None


def sources(make: Maker, differences: tuple[Difference, ...] = ()) -> Iterator[Section]:
    """Differences first: they are what has to be asked about."""
    listing = make.listing
    if differences:
        yield (
            translate("Detail", "Sources that differ"),
            [Fact(*difference_in_words(one), _DIFFERS, make.appearance) for one in differences],
        )
    for place, row in enumerate(facts_of(listing)):
        heading = translate("Detail", "Each fact, its source and its age") if place == 0 else ""
        words = f"{row.field}: {row.said}" if row.said else row.field
        yield heading, [make.dated(words, row.date, row.source)]
    yield translate("Detail", "Where this comes from"), _named(make)
    ids = [translate("Detail", "Listing {id}").format(id=listing.id)]
    if listing.npi:
        ids.append(translate("Detail", "NPI {number}").format(number=listing.npi))
    shown = [make.copyable(Words(words, "caption"), words.split(" ", 1)[1], words) for words in ids]
    yield translate("Detail", "Numbers of this listing"), shown


def facts_of(listing: Listing) -> tuple[Dated, ...]:
    """Every fact that can have a date or a source of its own."""
    rows = [Dated(translate("Detail", "The listing as a whole"), "", "", listing.verified_on)]
    if listing.accepting != "unknown":
        opening = openings(listing.accepting)
        rows.append(Dated(translate("Detail", "Openings"), opening, "", listing.accepting_verified_on))
    phone, payer = translate("Detail", "Phone"), translate("Detail", "Takes")
    rows += (Dated(phone, one.shown, one.source, one.verified_on) for one in listing.phones)
    rows += (Dated(payer, one.label, one.source, one.verified_on) for one in listing.payers)
    return tuple(rows)


def difference_in_words(one: Difference) -> tuple[str, str]:
    """What the other source says, and what this listing says."""
    ours = one.ours or translate("Detail", "nothing")
    who = one.source
    if one.date:
        who = translate("Detail", "{source} of {day}").format(source=one.source, day=day(one.date))
    words = translate("Detail", "{who} says another {field}: {theirs}")
    more = translate("Detail", "This listing says: {ours}").format(ours=ours)
    return words.format(who=who, field=one.field, theirs=one.theirs), more


def _named(make: Maker) -> list[QWidget]:
    found: list[QWidget] = []
    for source in make.listing.sources:
        name, fields = source_lines(source)
        if link_scheme(source.url) == "https":
            found.append(make.line(name, lambda url=source.url: make.asks.link_requested.emit(url)))  # type: ignore[misc]
        else:
            found.append(Words(name))
        if fields:
            found.append(Words(fields, "muted"))
    return found or [Callout(translate("Detail", "No source is named."), "", REMARK, make.appearance)]
