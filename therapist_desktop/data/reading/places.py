"""ZIP codes and cities to a spot on the map."""

import re
import sqlite3

from therapist_desktop.data.reading.cards import DEGREE
from therapist_desktop.domain.errors import UnknownValue
from therapist_desktop.domain.results import Spot
from therapist_desktop.domain.text import fold, shorten

_ZIP = re.compile(r"^\s*(\d{5})(?:-\d{4})?\s*$")
_CITY = re.compile(r"^\s*(?P<city>[^,]+?)\s*(?:,\s*|\s+)(?P<state>[A-Za-z]{2})\s*$")
_HINT = 'Give a five-digit ZIP code or a city with its state, for example "Albany, NY".'


def spot_of(connection: sqlite3.Connection, place: str) -> Spot:
    """The middle of a ZIP code area, or the mean of a city's ZIP code areas. Raises UnknownValue."""
    if match := _ZIP.match(place):
        return _zip(connection, match[1])
    if match := _CITY.match(place):
        return _city(connection, match["city"], match["state"].upper())
    raise UnknownValue(what=f'The place "{shorten(place, 60)}"', hint=_HINT)


def _zip(connection: sqlite3.Connection, code: str) -> Spot:
    found = connection.execute("SELECT city, state, latitude, longitude FROM place WHERE zip = ?", (code,)).fetchone()
    if found is None:
        raise UnknownValue(what=f"The ZIP code {code}", hint=_HINT)
    city, state, latitude, longitude = found
    return Spot(f"{code} {city}, {state}", latitude * DEGREE, longitude * DEGREE)


def _city(connection: sqlite3.Connection, city: str, state: str) -> Spot:
    question = "SELECT min(city), avg(latitude), avg(longitude), count(*) FROM place WHERE folded = ? AND state = ?"
    name, latitude, longitude, count = connection.execute(question, (fold(city), state)).fetchone()
    if not count:
        raise UnknownValue(what=f'The city "{shorten(city, 40)}, {state}"', hint=_HINT)
    return Spot(f"{name}, {state}", latitude * DEGREE, longitude * DEGREE)
