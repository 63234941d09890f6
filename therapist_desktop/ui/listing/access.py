"""The tab about who can come, when and how: formats, hours, ages, languages, licences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapist_desktop.domain.filters import Kind
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.ui.i18n import translate
from therapist_desktop.ui.listing.tabs import ACCESS
from therapist_desktop.ui.widgets.callout import REMARK, Callout
from therapist_desktop.ui.widgets.words import Words
from therapist_desktop.ui.wording.listing import heading_of, license_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtWidgets import QWidget

    from therapist_desktop.domain.listing import ClientState
    from therapist_desktop.ui.listing.maker import Maker, Section

_AFTER_HOURS = ACCESS.index(Facet.WHEN)


def access(make: Maker) -> Iterator[Section]:
    """In the order in which callers ask."""
    listing = make.listing
    for place, facet in enumerate(ACCESS):
        if place == _AFTER_HOURS and listing.hours:
            yield translate("Detail", "Hours"), [_hours(make)]
        if listing.having(facet):
            yield from make.values(facet)
    if listing.kind is Kind.PROVIDER or listing.client_states or listing.having(Facet.CLIENT_STATE):
        yield from _states(make)
    yield from make.missing()


def _states(make: Maker) -> Iterator[Section]:
    """Where a client may be during a session: that is up to the licence, not to the office."""
    listing = make.listing
    unknown = translate("Detail", "Not known. Ask which states they are licensed in.")
    held = [make.dated(license_of(one), one.verified_on, one.source) for one in listing.licenses]
    yield translate("Detail", "Licenses"), held or [Words(unknown)]
    if listing.client_states:
        yield heading_of(Facet.CLIENT_STATE), [Words(line) for line in lines_of(listing.client_states)]
    elif listing.having(Facet.CLIENT_STATE):
        yield from make.values(Facet.CLIENT_STATE)
    else:
        states = ", ".join(dict.fromkeys(one.state for one in listing.licenses if one.state))
        words = translate("Detail", "Known from the licence: {states}").format(states=states)
        shown = Words(words if states else translate("Detail", "Not known"))
        yield heading_of(Facet.CLIENT_STATE), [shown]
    rule = translate("Detail", "A session by video takes place where the client is. Confirm it before the first one.")
    yield "", [Callout(rule, "", REMARK, make.appearance)]


def _hours(make: Maker) -> QWidget:
    listing = make.listing
    return make.dated(listing.hours, listing.hours_verified_on, listing.hours_source)


def lines_of(stated: Iterable[ClientState]) -> tuple[str, ...]:
    """The states by what says so: a licence first, a compact with its name."""
    by: dict[str, list[str]] = {}
    for one in stated:
        by.setdefault(one.by, []).append(one.label or one.state)
    words = {
        "license": translate("Detail", "By licence: {states}"),
        "address": translate("Detail", "By the address of the practice, no licence is listed: {states}"),
    }
    compact = translate("Detail", "By compact {name}, to be confirmed: {states}")
    return tuple(
        words.get(reason, compact).format(name=reason.removeprefix("compact:"), states=", ".join(states))
        for reason, states in by.items()
    )
