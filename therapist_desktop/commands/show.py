"""show: everything about one listing or one piece of the library."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from therapist_desktop.commands.opening import catalogue_in_use
from therapist_desktop.commands.printing import facts, plain, print_json, print_lines, wrapped
from therapist_desktop.commands.wording import day_of, verified
from therapist_desktop.domain.errors import CatalogueDamaged, NotFound
from therapist_desktop.domain.listing import Claim, Listing, PayerFact, Provenance
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.domain.text import without_steering
from therapist_desktop.services.clock import local_day
from therapist_desktop.services.html import plain_text

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator
    from datetime import date

    from therapist_desktop.domain.library import Piece
    from therapist_desktop.domain.phone import Phone
    from therapist_desktop.services.catalogue import Catalogue
    from therapist_desktop.services.paths import AppPaths

_TOLD = frozenset({Facet.PLAN, Facet.FEE, Facet.CLIENT_STATE})


def run(args: Namespace, paths: AppPaths) -> int:
    """Show one record, provided that it still is what the publisher signed."""
    catalogue = catalogue_in_use(paths)
    one = _found(catalogue, without_steering(args.id).strip())
    if not one.intact:
        raise CatalogueDamaged(what=f"the record {one.id} is not what the publisher signed, so it is not shown")
    if args.json:
        print_json({"release": catalogue.release().number} | plain(one))
    elif isinstance(one, Listing):
        print_lines(_listing(one, local_day()))
    else:
        print_lines(_piece(one))
    return 0


def _found(catalogue: Catalogue, wanted: str) -> Listing | Piece:
    try:
        return catalogue.listing(wanted)
    except NotFound:
        return catalogue.piece(wanted)


def _listing(one: Listing, today: date) -> Iterator[str]:
    yield f"{one.name}{f' ({one.pronouns})' if one.pronouns else ''}"
    if one.sample:
        yield "SAMPLE: made up, not a real listing"
    yield ""
    yield from facts(
        [
            ("Phone", "; ".join(map(_phone, one.phones))),
            ("Next step", one.next_step),
            ("New clients", _with_note(one.accepting, one.accepting_note)),
            ("Takes", "; ".join(map(_payer, one.payers))),
            ("Fees", _with_note(one.fees, _checked(one.fees_verified_on))),
            ("Program", one.part),
            ("Practice", one.organization),
            ("Address", ", ".join(one.location.lines)),
            *(("", ", ".join(place.lines)) for place in one.other_locations),
            ("Hours", _with_note(one.hours, _checked(one.hours_verified_on))),
            ("Web", one.url),
            ("E-mail", one.email),
            ("Licenses", "; ".join(" ".join(filter(None, (x.type, x.number, x.state))) for x in one.licenses)),
            ("Compacts", ", ".join(one.compacts)),
            ("Client in", "; ".join(_client_states(one))),
            *((_heading(facet), _labels(one, facet)) for facet in _facets(one)),
            ("Articles", "; ".join(f"{link.title} ({link.id})" for link in one.articles)),
            ("Verified", verified(one.verified_on, today)),
            ("Sources", "; ".join(map(_source, one.sources))),
            ("Differs", "; ".join(map(_claim, one.claims))),
            ("Id", one.id),
        ]
    )
    if one.description:
        yield ""
        yield wrapped(one.description)


def _piece(one: Piece) -> Iterator[str]:
    yield one.title
    if one.correction:
        yield wrapped(f"CORRECTION: {one.correction}")
    if one.summary:
        yield wrapped(one.summary)
    yield ""
    yield from facts(
        [
            ("Phone", "; ".join(map(_phone, one.phones))),
            ("Also called", "; ".join(one.also_called)),
            ("In", " > ".join(one.breadcrumb)),
            ("By", one.author.name if one.author else ""),
            *one.facts,
            ("Web", one.url),
            ("Updated", day_of(one.updated)),
            ("Reviewed", day_of(one.reviewed)),
            ("Verified", day_of(one.verified_on)),
            ("Id", one.id),
        ]
    )
    if one.body:
        yield ""
        yield wrapped(plain_text(one.body))
    if one.references:
        yield ""
        yield wrapped("\n".join(" ".join(filter(None, (item.text, item.url))) for item in one.references), "  ")
    if one.crisis:
        yield ""
        yield "In a crisis: call or text 988, or call 911."


def _phone(phone: Phone) -> str:
    kind = "" if phone.type == "voice" else phone.type
    extra = ", ".join(filter(None, (phone.label, kind)))
    return f"{phone.shown} ({extra})" if extra else phone.shown


def _payer(payer: PayerFact) -> str:
    extra = ", ".join(filter(None, (payer.plan_type, payer.plan, payer.role if payer.role != "unknown" else "")))
    return f"{payer.label} ({extra})" if extra else payer.label


def _source(source: Provenance) -> str:
    return f"{source.name} ({source.date})" if source.date else source.name


def _client_states(one: Listing) -> Iterator[str]:
    """What stands on a licence or an address, then what stands on each compact."""
    for compact, states in groupby(one.client_states, key=lambda state: state.compact):
        labels = ", ".join(state.label for state in states)
        yield f"by {compact}, confirm: {labels}" if compact else labels


def _claim(claim: Claim) -> str:
    return _with_note(f"{claim.source} says of {claim.field}: {claim.value}", claim.date)


def _checked(day: date | None) -> str:
    return f"checked {day_of(day)}" if day else ""


def _with_note(text: str, note: str) -> str:
    return f"{text} ({note})" if text and note else text


def _facets(one: Listing) -> list[Facet]:
    """The facets of its values that are not told in other words."""
    return [facet for facet in dict.fromkeys(value.facet for value in one.values) if facet not in _TOLD]


def _heading(facet: str) -> str:
    return facet.replace("_", " ").capitalize()


def _labels(one: Listing, facet: str) -> str:
    return ", ".join(value.label for value in one.having(facet))
