"""Rows of the results table."""

import math
import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import Any

from therapist_desktop.data.layout import NEVER, NO_COORDINATE
from therapist_desktop.domain.filters import Kind
from therapist_desktop.domain.freshness import freshness_of
from therapist_desktop.domain.results import Card, Spot

EARTH_MILES = 3958.8
DEGREE = 1e-5
_AT_ONCE = 500
_COLUMNS = (
    "row, id, kind, name, about, city, state, zip, phone, takes, accepting, verified, latitude, longitude, sample"
)


def cards_of(connection: sqlite3.Connection, rows: Sequence[int], spot: Spot | None, today: date) -> tuple[Card, ...]:
    """The cards of these row numbers, in this order."""
    found: dict[int, Card] = {}
    for start in range(0, len(rows), _AT_ONCE):
        some = tuple(rows[start : start + _AT_ONCE])
        marks = ",".join("?" * len(some))
        question = f"SELECT {_COLUMNS} FROM card WHERE row IN ({marks})"  # noqa: S608 - only question marks
        for stored in connection.execute(question, some):
            found[stored[0]] = _card(stored, spot, today)
    return tuple(found[row] for row in rows if row in found)


def cards_with(connection: sqlite3.Connection, ids: Sequence[str], today: date) -> tuple[Card, ...]:
    """The cards of the listings with these ids, in this order; those that the release does not have are left out."""
    found: dict[str, Card] = {}
    for start in range(0, len(ids), _AT_ONCE):
        some = tuple(ids[start : start + _AT_ONCE])
        marks = ",".join("?" * len(some))
        question = f"SELECT {_COLUMNS} FROM card WHERE id IN ({marks})"  # noqa: S608 - only question marks
        found |= {stored[1]: _card(stored, None, today) for stored in connection.execute(question, some)}
    return tuple(found[one] for one in ids if one in found)


def row_of(connection: sqlite3.Connection, listing_id: str) -> int | None:
    """The row number of a listing, or None."""
    found = connection.execute("SELECT row FROM card WHERE id = ?", (listing_id,)).fetchone()
    return found[0] if found else None


def rows_named_like_the_one_before(connection: sqlite3.Connection, start: int, end: int) -> list[int]:
    """The rows from `start` to before `end` whose folded name is that of the row before."""
    question = (
        "SELECT row FROM (SELECT row, folded = lag(folded) OVER (ORDER BY row) AS again FROM card WHERE row BETWEEN "
        "coalesce((SELECT max(row) FROM card WHERE row < :start), :start) AND :last) WHERE again"
    )
    return [row for (row,) in connection.execute(question, {"start": start, "last": end - 1})]


def folded_at(connection: sqlite3.Connection, row: int) -> str | None:
    """The folded name of a row, or None for a row that was put aside."""
    found = connection.execute("SELECT folded FROM card WHERE row = ?", (row,)).fetchone()
    return found[0] if found else None


def shown_at(connection: sqlite3.Connection, row: int) -> str:
    """The name of a row as it is shown, with the letters behind it."""
    found = connection.execute("SELECT name FROM card WHERE row = ?", (row,)).fetchone()
    return found[0] if found else ""


def miles_between(spot: Spot, latitude: float, longitude: float) -> float:
    """The great-circle distance in miles; arguments in degrees."""
    phi, other = math.radians(spot.latitude), math.radians(latitude)
    lift = math.sin((other - phi) / 2) ** 2
    swing = math.sin(math.radians(longitude - spot.longitude) / 2) ** 2
    return 2 * EARTH_MILES * math.asin(math.sqrt(min(1.0, lift + math.cos(phi) * math.cos(other) * swing)))


def _card(stored: tuple[Any, ...], spot: Spot | None, today: date) -> Card:
    (
        row,
        one,
        kind,
        name,
        about,
        city,
        state,
        postal,
        phone,
        takes,
        accepting,
        day,
        latitude,
        longitude,
        sample,
    ) = stored
    verified = None if day == NEVER else date.fromordinal(day)
    miles = None
    if spot is not None and latitude != NO_COORDINATE:
        miles = miles_between(spot, latitude * DEGREE, longitude * DEGREE)
    return Card(
        row=row,
        id=one,
        kind=Kind.CENTER if kind else Kind.PROVIDER,
        name=name,
        about=about,
        city=city,
        state=state,
        zip=postal,
        phone=phone,
        takes=takes,
        accepting=accepting,
        verified_on=verified,
        freshness=freshness_of(verified, today),
        miles=miles,
        sample=bool(sample),
    )
