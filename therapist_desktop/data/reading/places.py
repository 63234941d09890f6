"""ZIP codes and cities to a spot on the map."""

import re
import sqlite3

from therapist_desktop.data.reading.cards import DEGREE
from therapist_desktop.domain.errors import UnknownPlace
from therapist_desktop.domain.results import Spot
from therapist_desktop.domain.text import fold, shorten, words_of

_ZIP = re.compile(r"^\s*(\d{5})(?:-\d{4})?\s*$")
_CITY = re.compile(r"^\s*(?P<city>[^,]+?)\s*(?:,\s*|\s+)(?P<state>[A-Za-z]{2})\s*$")
_WRITTEN_OUT = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}
_HINT = 'Give a five-digit ZIP code or a city with its state, for example "Albany, NY".'


def spot_of(connection: sqlite3.Connection, place: str) -> Spot:
    """The middle of a ZIP code area, or the mean of those of a city. Raises UnknownPlace."""
    if match := _ZIP.match(place):
        found = spot_of_zip(connection, match[1])
        if found is None:
            raise UnknownPlace(what=f"The ZIP code {match[1]}", hint=_HINT)
        return found
    if match := _CITY.match(place.replace(".", "")):
        city, state = match["city"], match["state"].upper()
        found = spot_of_city(connection, city, state) or _run_together(connection, city, state)
        if found is None:
            raise UnknownPlace(what=f'The city "{shorten(city, 40)}, {state}"', hint=_HINT)
        return found
    raise UnknownPlace(what=f'The place "{shorten(place, 60)}"', hint=_HINT)


def spot_of_zip(connection: sqlite3.Connection, code: str) -> Spot | None:
    """The middle of the area of five digits, or None."""
    found = connection.execute("SELECT city, state, latitude, longitude FROM place WHERE zip = ?", (code,)).fetchone()
    if found is None:
        return None
    city, state, latitude, longitude = found
    return Spot(f"{code} {city}, {state}", latitude * DEGREE, longitude * DEGREE)


def spot_of_city(connection: sqlite3.Connection, city: str, state: str) -> Spot | None:
    """The mean of the ZIP code areas of a city, "St. Louis" also as Saint Louis, or None; the state as two capitals."""
    for folded in dict.fromkeys((fold(city), " ".join(_written_out(city)))):
        if found := _mean(connection, "folded = ?", folded, state):
            return found
    return None


def _run_together(connection: sqlite3.Connection, city: str, state: str) -> Spot | None:
    """The same where the words are divided in another way: "Mc Allen". Looks at every place."""
    return _mean(connection, "replace(folded, ' ', '') = ?", "".join(_written_out(city)), state)


def _written_out(city: str) -> list[str]:
    words = words_of(city.replace("'", " ").replace("\u2019", " "))
    return [_WRITTEN_OUT.get(word, word) for word in words]


def _mean(connection: sqlite3.Connection, named: str, city: str, state: str) -> Spot | None:
    question = f"SELECT min(city), avg(latitude), avg(longitude), count(*) FROM place WHERE {named} AND state = ?"  # noqa: S608 - own words
    name, latitude, longitude, count = connection.execute(question, (city, state)).fetchone()
    return Spot(f"{name}, {state}", latitude * DEGREE, longitude * DEGREE) if count else None
