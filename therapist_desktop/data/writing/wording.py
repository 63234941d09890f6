"""The words and the numbers a listing is found by, straight from its line."""

from collections.abc import Iterator, Sequence

import msgspec

from therapist_desktop.data.datafile.checking import LISTED, identity
from therapist_desktop.domain.phone import national
from therapist_desktop.domain.text import words_of


class _Where(msgspec.Struct, frozen=True):
    city: str = ""
    postal_code: str | None = None
    address_1: str = ""


class _Phone(msgspec.Struct, frozen=True):
    number: str | None = None


class _Licence(msgspec.Struct, frozen=True):
    number: str = ""


class Worded(msgspec.Struct):
    """The fields of a listing that hold words or numbers. Everything else on the line is skipped."""

    kind: str = "?"
    name: str = ""
    organization: str = ""
    alternate_name: str = ""
    credential: str = ""
    description: str = ""
    next_step: str = ""
    address: _Where = _Where()
    phones: tuple[_Phone, ...] = ()
    npi: str | None = None
    licenses: tuple[_Licence, ...] = ()


FIELDS = 8
"""How many texts `texts` gives."""
NAME, NEAR, CITY = slice(0, 1), slice(1, 4), slice(2, 3)
"""Which of them belong to the sets of words that are smaller than everything."""

_DECODER = msgspec.json.Decoder(Worded)


def worded(line: bytes) -> Worded | None:
    """The words of a line; None for a listing that breaks the schema, which is put aside."""
    try:
        return _DECODER.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None if identity(line).kind in LISTED else Worded()


def texts(listing: Worded) -> tuple[str, ...]:
    """The texts of a listing in reading order. Facet labels are not in here: their bitmaps are searched instead."""
    where = listing.address
    return (
        listing.name,
        listing.organization or listing.alternate_name,
        where.city,
        where.postal_code or "",
        listing.description,
        listing.next_step,
        where.address_1,
        listing.credential,
    )


def numbers(row: int, listing: Worded) -> Iterator[tuple[str, int, str]]:
    """What a listing can be looked up by, as (number, row, what it is): phones, NPI and licences."""
    found = {national(phone.number): "phone" for phone in listing.phones if phone.number}
    if listing.npi:
        found[listing.npi] = "npi"
    for licence in listing.licenses:
        if folded := "".join(words_of(licence.number)):
            found[folded] = "licence"
    return ((number, row, what) for number, what in found.items())


def listings_among(lines: Sequence[bytes]) -> Iterator[Worded | None]:
    """The listings among these lines, in order; None for one that breaks the schema."""
    for line in lines:
        found = worded(line)
        if found is None or found.kind in LISTED:
            yield found
