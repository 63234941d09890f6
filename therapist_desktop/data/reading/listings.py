"""One listing, whole, from its stored bytes."""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date

import msgspec
import zstandard

from therapist_desktop.data.datafile.fields import Source
from therapist_desktop.data.datafile.records import FACETS, Address, Fees, Licence, Listed, Payer, Provider
from therapist_desktop.data.derived import fee_bands, plan_types
from therapist_desktop.data.layout import Column
from therapist_desktop.data.phones import phone_of
from therapist_desktop.data.reading.cards import DEGREE
from therapist_desktop.data.reading.clients import client_states, compacts_of
from therapist_desktop.data.reading.days import column
from therapist_desktop.domain.digests import digest
from therapist_desktop.domain.errors import CatalogueDamaged, NotFound
from therapist_desktop.domain.filters import Kind
from therapist_desktop.domain.freshness import freshness_of
from therapist_desktop.domain.listing import (
    Claim,
    FeeFact,
    License,
    Listing,
    Location,
    PayerFact,
    PieceLink,
    Provenance,
)
from therapist_desktop.domain.taxonomy import Facet, Taxonomy, Value

_DECODER: msgspec.json.Decoder[Listed] = msgspec.json.Decoder(Listed)


def listing_of(connection: sqlite3.Connection, taxonomy: Taxonomy, listing_id: str, today: date) -> Listing:
    """One listing; `intact` says whether its bytes are still those the publisher signed.

    Raises NotFound, and CatalogueDamaged where the bytes cannot even be read.
    """
    question = "SELECT detail.digest, detail.record FROM card JOIN detail USING (row) WHERE card.id = ?"
    found = connection.execute(question, (listing_id,)).fetchone()
    if found is None:
        raise NotFound(id=listing_id)
    line = unpacked(connection, found[1])
    try:
        record = _DECODER.decode(line)
    except msgspec.DecodeError as error:
        raise CatalogueDamaged(what=f"the record {listing_id} cannot be read") from error
    articles = connection.execute(
        "SELECT id, title FROM piece WHERE author = ? ORDER BY updated DESC, id", (listing_id,)
    )
    listing = _listing(record, taxonomy, today, tuple(PieceLink(*row) for row in articles))
    compacts = compacts_of(connection, record)
    states = client_states(record, compacts, taxonomy)
    derived = {
        Facet.PLAN: plan_types(record),
        Facet.FEE: fee_bands(record),
        Facet.CLIENT_STATE: [one.state for one in states],
    }
    return replace(
        listing,
        compacts=tuple(one.name for one in compacts),
        client_states=states,
        values=(*listing.values, *(value for facet, held in derived.items() for value in _held(facet, held, taxonomy))),
        intact=digest(line) == found[0],
    )


def records_of(connection: sqlite3.Connection, rows: Iterable[int]) -> Iterator[tuple[int, Listed]]:
    """The rows with their records; those that cannot be read are left out: whoever opens one is told."""
    unpack = unpacker(connection)
    for row in rows:
        found = connection.execute("SELECT record FROM detail WHERE row = ?", (row,)).fetchone()
        with suppress(CatalogueDamaged, msgspec.DecodeError):
            if found is not None:
                yield row, _DECODER.decode(unpack(found[0]))


def unpacked(connection: sqlite3.Connection, record: bytes) -> bytes:
    """The stored line of a record. Raises CatalogueDamaged."""
    return unpacker(connection)(record)


def unpacker(connection: sqlite3.Connection) -> Callable[[bytes], bytes]:
    """What gives the stored line of a record, for many of them. It raises CatalogueDamaged."""
    dictionary = column(connection, Column.DICTIONARY)
    known = zstandard.ZstdCompressionDict(dictionary) if dictionary else None
    decompressor = zstandard.ZstdDecompressor(dict_data=known)

    def unpack(record: bytes) -> bytes:
        try:
            return decompressor.decompress(record)
        except zstandard.ZstdError as error:
            raise CatalogueDamaged(what="a record cannot be unpacked") from error

    return unpack


def _listing(record: Listed, taxonomy: Taxonomy, today: date, articles: tuple[PieceLink, ...]) -> Listing:
    shared = Listing(
        id=record.id,
        kind=Kind.PROVIDER if isinstance(record, Provider) else Kind.CENTER,
        name=record.name,
        sample=record.sample,
        description=record.description,
        next_step=record.next_step,
        url=record.url or "",
        email=record.email,
        hours=record.hours,
        hours_verified_on=record.hours_verified_on,
        hours_source=record.hours_source,
        accepting=record.accepting.status,
        accepting_note=record.accepting.note,
        accepting_verified_on=record.accepting.verified_on,
        verified_on=record.verified_on,
        freshness=freshness_of(record.verified_on, today),
        location=_location(record.address),
        other_locations=tuple(_location(address) for address in record.other_addresses),
        phones=tuple(phone_of(number) for number in record.phones),
        payers=_payers(record, taxonomy),
        values=_values(record, taxonomy),
        sources=tuple(_provenance(source) for source in record.sources),
        claims=tuple(Claim(one.field, one.value, one.source, one.date) for one in record.claims),
        articles=articles,
    )
    if isinstance(record, Provider):
        return replace(
            shared,
            credential=record.credential,
            pronouns=record.pronouns,
            organization=record.organization,
            npi=record.npi or "",
            fees=_fees(record.fees),
            fee=FeeFact(*msgspec.structs.astuple(record.fees)),
            licenses=tuple(_licence(one) for one in record.licenses),
        )
    return replace(shared, part=record.alternate_name)


def _location(address: Address) -> Location:
    return Location(
        address_1=address.address_1,
        address_2=address.address_2,
        city=address.city,
        state=address.state_province or "",
        zip=address.postal_code or "",
        latitude=None if address.latitude is None else address.latitude * DEGREE,
        longitude=None if address.longitude is None else address.longitude * DEGREE,
    )


def _payers(record: Listed, taxonomy: Taxonomy) -> tuple[PayerFact, ...]:
    return tuple(_payer(one, taxonomy) for one in record.payer)


def _payer(one: Payer, taxonomy: Taxonomy) -> PayerFact:
    return PayerFact(
        label=taxonomy.label(Facet.PAYER, one.id),
        id=one.id,
        role=one.role,
        plan=one.plan,
        verified_on=one.verified_on,
        source=one.source,
        plan_type=taxonomy.label(Facet.PLAN, one.plan_type) if one.plan_type else "",
        plan_type_id=one.plan_type or "",
    )


def _licence(one: Licence) -> License:
    return License(one.type, one.number, one.state_province or "", one.verified_on, one.source)


def _values(record: Listed, taxonomy: Taxonomy) -> tuple[Value, ...]:
    return tuple(
        value for facet in FACETS[type(record)] for value in _held(Facet(facet), getattr(record, facet), taxonomy)
    )


def _held(facet: Facet, values: Collection[str], taxonomy: Taxonomy) -> Iterator[Value]:
    """These values in taxonomy order, then those that it does not have."""
    wanted = set(values)
    known = [value for value in taxonomy.values(facet) if value.id in wanted]
    yield from known
    missing = wanted - {value.id for value in known}
    yield from (Value(facet, one, one.replace("-", " ")) for one in sorted(missing))


def _provenance(source: Source) -> Provenance:
    return Provenance(source.name, source.date, source.url or "", source.fields)


def _fees(fees: Fees) -> str:
    parts = []
    if fees.session is not None:
        parts.append(f"${fees.session / 100:,.0f} a session")
    if fees.low is not None:
        parts.append(f"sliding scale from ${fees.low / 100:,.0f}")
    if fees.note:
        parts.append(fees.note)
    return ", ".join(parts)
