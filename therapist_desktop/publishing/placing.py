"""ZIP code centroids from the zipcodes package as Place records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from therapist_desktop.data.datafile.records import Address, Place

_SOUTH, _NORTH = -15.0, 72.0
_AMERICA = (-180.0, -60.0)
_WEST_PACIFIC = (130.0, 180.0)
_UNIT = 100_000

Zips = Mapping[str, Place]


@cache
def read_places() -> tuple[Place, ...]:
    """Every ZIP code with believable coordinates, in the order of the codes."""
    import zipcodes

    entries = zipcodes.list_all()  # type: ignore[no-untyped-call] # says it is typed, and is not
    found = (_place(entry) for entry in entries)
    return tuple(sorted((place for place in found if place is not None), key=lambda place: place.postal_code))


def by_zip(places: Iterable[Place]) -> Mapping[str, Place]:
    """The places by their ZIP code."""
    return {place.postal_code: place for place in places}


def located(address: Address, place: Place | None) -> Address:
    """The address with the middle of its ZIP code area as coordinates, where that is known."""
    if place is None:
        return address
    return Address(
        address_1=address.address_1,
        address_2=address.address_2,
        city=address.city,
        state_province=address.state_province or place.state,
        postal_code=address.postal_code,
        latitude=place.latitude,
        longitude=place.longitude,
    )


def _place(entry: Mapping[str, object]) -> Place | None:
    try:
        latitude, longitude = float(str(entry["lat"])), float(str(entry["long"]))
    except ValueError:
        return None
    if not _is_believable(latitude, longitude):
        return None
    code = str(entry["zip_code"])
    return Place(
        id=f"zip:{code}",
        postal_code=code,
        city=str(entry["city"]),
        state=str(entry["state"]),
        latitude=round(latitude * _UNIT),
        longitude=round(longitude * _UNIT),
    )


def _is_believable(latitude: float, longitude: float) -> bool:
    """The states and territories lie in two bands; (0, 0) means unknown."""
    bands = (_AMERICA, _WEST_PACIFIC)
    return _SOUTH <= latitude <= _NORTH and any(west <= longitude <= east for west, east in bands)
