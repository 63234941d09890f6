"""Permanent ids for rows of books that have none.

An id is a hash of book, names, street and ZIP code, so it does not depend on the order of the rows and stays the same
from one edition to the next while these stay. Programs of one clinic that share them all are told apart by their main
number, then by a counter. The two books are kept apart: a clinic in both has two listings with an id each.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

import msgspec

from therapist_desktop.data.datafile.canonical import encode
from therapist_desktop.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from therapist_desktop.data.datafile.records import Center

PREFIX = "samhsa:"
_BYTES = 6


def named(centers: Iterable[Center], kind: str) -> Iterator[Center]:
    """The centers of one book with their ids."""
    alike: dict[str, list[Center]] = {}
    for center in centers:
        alike.setdefault(_key(center, kind), []).append(center)
    taken: set[str] = set()
    for key in sorted(alike):
        for center in sorted(alike[key], key=lambda one: (_phone(one), encode(one))):
            own = next(id_ for id_ in _ids(key, center) if id_ not in taken)
            taken.add(own)
            yield msgspec.structs.replace(center, id=own)


def _key(center: Center, kind: str) -> str:
    address = center.address
    parts = (center.name, center.alternate_name, address.address_1, address.address_2, address.postal_code or "")
    return "|".join((kind, *(fold(part) for part in parts)))


def _ids(key: str, center: Center) -> Iterator[str]:
    yield _hashed(key)
    with_phone = f"{key}|{_phone(center)}"
    yield _hashed(with_phone)
    counter = 2
    while True:
        yield _hashed(f"{with_phone}|{counter}")
        counter += 1


def _phone(center: Center) -> str:
    first = next(iter(center.phones), None)
    return f"{first.number or first.raw}x{first.extension}" if first else ""


def _hashed(key: str) -> str:
    return PREFIX + blake2b(key.encode(), digest_size=_BYTES).hexdigest()
