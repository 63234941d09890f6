"""ZIP codes and cities to a spot on the map."""

import re
import sqlite3

from therapist_desktop.data.reading.cards import DEGREE
from therapist_desktop.domain.errors import UnknownValue
from therapist_desktop.domain.results import Spot
from therapist_desktop.domain.text import fold, shorten, words_of

_ZIP = re.compile(r"^\s*(\d{5})(?:-\d{4})?\s*$")
_CITY = re.compile(r"^\s*(?P<city>[^,]+?)\s*(?:,\s*|\s+)(?P<state>[A-Za-z]{2})\s*$")
_WRITTEN_OUT = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}
_HINT = 'Give a five-digit ZIP code or a city with its state, for example "Albany, NY".'


def spot_of(connection: sqlite3.Connection, place: str) -> Spot:
    """The middle of a ZIP code area, or the mean of those of a city. Raises UnknownValue."""
    if match := _ZIP.match(place):
        return _zip(connection, match[1])
    if match := _CITY.match(place.replace(".", "")):
        return _city(connection, match["city"], match["state"].upper())
    raise UnknownValue(what=f'The place "{shorten(place, 60)}"', hint=_HINT)


def _zip(connection: sqlite3.Connection, code: str) -> Spot:
    found = connection.execute("SELECT city, state, latitude, longitude FROM place WHERE zip = ?", (code,)).fetchone()
    if found is None:
        raise UnknownValue(what=f"The ZIP code {code}", hint=_HINT)
    city, state, latitude, longitude = found
    return Spot(f"{code} {city}, {state}", latitude * DEGREE, longitude * DEGREE)


def _city(connection: sqlite3.Connection, city: str, state: str) -> Spot:
    found = _mean(connection, "folded = ?", fold(city), state)
    if found is None:
        written_out = (_WRITTEN_OUT.get(word, word) for word in words_of(city.replace("'", " ").replace("\u2019", " ")))
        found = _mean(connection, "replace(folded, ' ', '') = ?", "".join(written_out), state)
    if found is None:
        raise UnknownValue(what=f'The city "{shorten(city, 40)}, {state}"', hint=_HINT)
    return found


def _mean(connection: sqlite3.Connection, named: str, city: str, state: str) -> Spot | None:
    question = f"SELECT min(city), avg(latitude), avg(longitude), count(*) FROM place WHERE {named} AND state = ?"  # noqa: S608 - own words
    name, latitude, longitude, count = connection.execute(question, (city, state)).fetchone()
    return Spot(f"{name}, {state}", latitude * DEGREE, longitude * DEGREE) if count else None
