"""The tab about who can come, when and how: formats, hours, ages, languages, licences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapist_desktop.domain.filters import Kind
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.ui.i18n import translate
from therapist_desktop.ui.listing.tabs import ACCESS
from therapist_desktop.ui.listing_words import heading_of, license_of, missing
from therapist_desktop.ui.widgets.callout import REMARK, Callout
from therapist_desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from therapist_desktop.ui.listing.maker import Maker, Section

_AFTER_HOURS = ACCESS.index(Facet.WHEN)


def access(make: Maker) -> Iterator[Section]:
    """In the order in which callers ask."""
    listing = make.listing
    for place, facet in enumerate(ACCESS):
        if place == _AFTER_HOURS and listing.hours:
            yield translate("Detail", "Hours"), [Words(listing.hours)]
        if listing.having(facet):
            yield from make.values(facet)
    if listing.kind is Kind.PROVIDER or listing.having(Facet.CLIENT_STATE):
        yield from _states(make)
    unknown = missing(listing)
    if unknown:
        sentence = translate("Detail", "{what}. Ask when you call.").format(what=", ".join(unknown).capitalize())
        yield translate("Detail", "Not known"), [Words(sentence)]


def _states(make: Maker) -> Iterator[Section]:
    """Where a client may be during a session: that is up to the licence, not to the office."""
    listing = make.listing
    held = [license_of(one) for one in listing.licenses]
    yield (
        translate("Detail", "Licenses"),
        [Words("\n".join(held) or translate("Detail", "Not known. Ask which states they are licensed in."))],
    )
    if listing.having(Facet.CLIENT_STATE):
        yield from make.values(Facet.CLIENT_STATE)
    else:
        states = ", ".join(dict.fromkeys(one.state for one in listing.licenses if one.state))
        words = translate("Detail", "Known from the licence: {states}").format(states=states)
        shown = Words(words if states else translate("Detail", "Not known"))
        yield heading_of(Facet.CLIENT_STATE), [shown]
    rule = translate("Detail", "A session by video takes place where the client is. Confirm it before the first one.")
    yield "", [Callout(rule, "", REMARK, make.appearance)]
