"""What the schema cannot say: links that must lead somewhere, numbers that must be able to ring."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from therapist_desktop.data.datafile.library import Article, HotlineRecord, PageRecord, PieceRecord, SupportGroup
from therapist_desktop.data.datafile.records import (
    FACETS,
    Address,
    AnyRecord,
    Center,
    Fees,
    ListingRecord,
    Provider,
    Redirect,
    TaxonomyRecord,
)
from therapist_desktop.domain.library import Section
from therapist_desktop.domain.taxonomy import COMPACT
from therapist_desktop.publishing import pieces
from therapist_desktop.publishing.faults import Fault, Known
from therapist_desktop.publishing.phoning import is_plausible
from therapist_desktop.services.html import ID_SCHEMES, cleaned

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from therapist_desktop.data.datafile.fields import PhoneNumber

HOTLINE_DAYS: Final = 180
NEEDED_LINES: Final = ("911", "988")

_LINK: Final = re.compile(rf'href="(?P<scheme>{"|".join(ID_SCHEMES)}):(?P<rest>[^"]*)"')
_SHORTEST_LONG: Final = 7
_CLAIMED: Final = {
    kind: frozenset(kind.__struct_fields__) - {"id", "sample", "sources", "claims"} for kind in (Provider, Center)
}
"""What another source can say something else about."""


def faults(record: AnyRecord, known: Known) -> Iterator[Fault]:
    """Everything wrong with a record that keeps the schema."""
    if isinstance(record, ListingRecord):
        yield from _listing(record, known)
    elif isinstance(record, PieceRecord):
        yield from _piece(record, known)
    elif isinstance(record, TaxonomyRecord):
        yield from _taxonomy(record, known)
    elif isinstance(record, Redirect) and record.to not in known.ids:
        yield Fault(True, "to", "leads to nothing", record.to)


def _listing(record: Provider | Center, known: Known) -> Iterator[Fault]:
    for facet in FACETS[type(record)]:
        yield from _values(facet, getattr(record, facet), known)
    yield from _values("payer", [payer.id for payer in record.payer], known)
    for fault in _values("plan", [payer.plan_type for payer in record.payer if payer.plan_type], known):
        yield fault._replace(field="payer.plan_type")
    if isinstance(record, Provider):
        yield from _values(COMPACT, record.compact, known)
        yield from _fees(record.fees)
    yield from _claims(record)
    yield from _phones(record.phones)
    for address in (record.address, *record.other_addresses):
        yield from _address(address, known)


def _values(facet: str, values: Sequence[str], known: Known) -> Iterator[Fault]:
    for value in values:
        if f"{facet}/{value}" not in known.values:
            yield Fault(True, facet, "is not in the taxonomy", value)


def _fees(fees: Fees) -> Iterator[Fault]:
    if fees.low is not None and fees.session is not None and fees.low > fees.session:
        yield Fault(False, "fees.low", "is more than the fee for a session", str(fees.low))


def _claims(record: Provider | Center) -> Iterator[Fault]:
    """A claim may speak of a part of a field: `address.city` is about the address."""
    for place, claim in enumerate(record.claims):
        name = f"claims[{place}]"
        if not claim.source.strip():
            yield Fault(True, f"{name}.source", "a claim must name its source", claim.value)
        if claim.field.split(".")[0] not in _CLAIMED[type(record)]:
            yield Fault(True, f"{name}.field", "is not a field of this kind of listing", claim.field)


def _address(address: Address, known: Known) -> Iterator[Fault]:
    if address.postal_code and known.zips and address.postal_code not in known.zips:
        yield Fault(False, "address.postal_code", "is not a known ZIP code", address.postal_code)
    if address.state_province and f"state/{address.state_province.lower()}" not in known.values:
        yield Fault(False, "address.state_province", "is not in the taxonomy", address.state_province)


def _phones(phones: Sequence[PhoneNumber]) -> Iterator[Fault]:
    for place, phone in enumerate(phones):
        name = f"phones[{place}]"
        if phone.number is None:
            yield Fault(False, name, "could not be read as a number", phone.raw)
        elif len(phone.number) >= _SHORTEST_LONG and not is_plausible(phone.number):
            yield Fault(False, f"{name}.number", "is not a number of the North American plan", phone.number)


def _piece(record: PieceRecord, known: Known) -> Iterator[Fault]:
    yield from _links(record, known)
    yield from pieces.of_piece(record, known)
    if isinstance(record, PageRecord):
        yield from _body("body", record.body, known)
        for translation in record.translations:
            yield from _body(f"translations.{translation.language}.body", translation.body, known)
    if isinstance(record, Article):
        yield from _author(record, known)
    elif isinstance(record, HotlineRecord):
        yield from _hotline(record, known)
    elif isinstance(record, SupportGroup):
        yield from _phones(record.phones)


def _links(record: PieceRecord, known: Known) -> Iterator[Fault]:
    for value in record.values:
        if value not in known.values:
            yield Fault(True, "values", "is not in the taxonomy", value)
    for other in record.related:
        if other not in known.ids:
            yield Fault(True, "related", "leads to nothing", other)


def _author(record: Article, known: Known) -> Iterator[Fault]:
    listing = record.author.listing if record.author else None
    if listing is not None and listing not in known.ids:
        yield Fault(True, "author.listing", "leads to nothing", listing)


def _body(name: str, body: str, known: Known) -> Iterator[Fault]:
    for link in _LINK.finditer(body):
        scheme, rest = link["scheme"], link["rest"]
        if scheme == "section":
            leads = rest in set(Section)
        else:
            leads = (rest if scheme == "listing" else f"{scheme}:{rest}") in known.ids
        if not leads:
            yield Fault(True, name, "holds a link that leads to nothing", f"{scheme}:{rest}")
    safe = cleaned(body)
    if safe is None:
        yield Fault(True, name, "is too large or too tangled to be shown safely")
    elif safe != body:
        yield Fault(False, name, "is not clean HTML; readers will see it cleaned")


def _hotline(record: HotlineRecord, known: Known) -> Iterator[Fault]:
    yield from _phones(record.phones)
    yield from _values_of_hotline(record, known)
    age = (known.today - record.verified_on).days
    if age > HOTLINE_DAYS:
        yield Fault(False, "verified_on", f"was checked {age} days ago; check it again", record.verified_on.isoformat())


def _values_of_hotline(record: HotlineRecord, known: Known) -> Iterator[Fault]:
    for fault in _values("language", record.languages, known):
        yield fault._replace(field="languages")


def _taxonomy(record: TaxonomyRecord, known: Known) -> Iterator[Fault]:
    own = f"{record.taxonomy}/{record.code}" if record.code else record.taxonomy
    if record.id != own:
        yield Fault(True, "id", "is not taxonomy and code", record.id)
    if record.taxonomy == COMPACT:
        for state in record.codes:
            if f"state/{state.lower()}" not in known.values:
                yield Fault(True, "codes", "is not a state of this release", state)
    if record.parent and f"{record.taxonomy}/{record.parent}" not in known.values:
        yield Fault(True, "parent", "is not in the taxonomy", record.parent)
