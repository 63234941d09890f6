"""Other listings in the same house: the programs of one site."""

import sqlite3
from collections.abc import Iterator
from datetime import date

import msgspec

from therapist_desktop.data.reading.cards import cards_of
from therapist_desktop.data.reading.listings import unpacked
from therapist_desktop.domain.errors import NotFound
from therapist_desktop.domain.phone import national
from therapist_desktop.domain.results import Card
from therapist_desktop.domain.streets import street_of

MOST = 20
_LOOKED_AT = 60  # of one house's neighbours in a list that may be long: one number may stand in a thousand listings
_BESIDE = 40  # rows on either side, which follow the name


class _Where(msgspec.Struct, frozen=True):
    address_1: str = ""


class _Phone(msgspec.Struct, frozen=True):
    number: str | None = None


class _Site(msgspec.Struct, frozen=True):
    """All that is read of a record here."""

    address: _Where = _Where()
    phones: tuple[_Phone, ...] = ()


_DECODER = msgspec.json.Decoder(_Site)


def same_site(connection: sqlite3.Connection, listing_id: str, today: date) -> tuple[Card, ...]:
    """The other listings at the street address and ZIP of this one, by name, at most MOST.

    They are looked for among those that share a phone number or the name with it, which costs a few looks at an index
    however large the release is. Raises NotFound, and CatalogueDamaged.
    """
    question = "SELECT row, zip, folded, record FROM card JOIN detail USING (row) WHERE id = ?"
    found = connection.execute(question, (listing_id,)).fetchone()
    if found is None:
        raise NotFound(id=listing_id)
    row, postal, name, record = found
    site = _site(connection, record)
    street = street_of(site.address.address_1)
    if not street or not postal:
        return ()
    rows = {*_sharing_a_number(connection, site, postal), *_of_one_name(connection, row, name, postal)} - {row}
    same = [one for one in sorted(rows)[:_LOOKED_AT] if street_of(_street_at(connection, one)) == street]
    return cards_of(connection, same[:MOST], None, today)


def _sharing_a_number(connection: sqlite3.Connection, site: _Site, postal: str) -> Iterator[int]:
    numbers = [national(phone.number) for phone in site.phones if phone.number]
    marks = ",".join("?" * len(numbers))
    question = (
        "SELECT DISTINCT row FROM number JOIN card USING (row) "  # noqa: S608 - only question marks
        f"WHERE number IN ({marks}) AND what = 'phone' AND zip = ? LIMIT {_LOOKED_AT}"
    )
    for (row,) in connection.execute(question, (*numbers, postal)):
        yield row


def _of_one_name(connection: sqlite3.Connection, row: int, name: str, postal: str) -> Iterator[int]:
    """Rows follow the name, so listings of one name lie side by side."""
    question = "SELECT row FROM card WHERE row BETWEEN ? AND ? AND folded = ? AND zip = ?"
    for (one,) in connection.execute(question, (row - _BESIDE, row + _BESIDE, name, postal)):
        yield one


def _street_at(connection: sqlite3.Connection, row: int) -> str:
    found = connection.execute("SELECT record FROM detail WHERE row = ?", (row,)).fetchone()
    return _site(connection, found[0]).address.address_1 if found else ""


def _site(connection: sqlite3.Connection, record: bytes) -> _Site:
    try:
        return _DECODER.decode(unpacked(connection, record))
    except msgspec.DecodeError:
        return _Site()
