"""Ids that were merged into others, so that notes can follow."""

import sqlite3
from collections.abc import Iterable

import msgspec

from therapist_desktop.data.datafile.records import Redirect
from therapist_desktop.domain.errors import CatalogueDamaged

_LONGEST_WAY = 10
_DECODER = msgspec.json.Decoder(Redirect)


def now_called(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, str]:
    """Of these ids those that were merged into others, with the one each leads to at last. A circle leads nowhere."""
    moved = {}
    for one in ids:
        way = [one]
        while len(way) <= _LONGEST_WAY and (following := _next(connection, way[-1])):
            way.append(following)
        if 1 < len(way) <= _LONGEST_WAY:
            moved[one] = way[-1]
    return moved


def _next(connection: sqlite3.Connection, one: str) -> str:
    found = connection.execute("SELECT record FROM other WHERE id = ? AND kind = 'redirect'", (one,)).fetchone()
    if found is None:
        return ""
    try:
        return _DECODER.decode(found[0]).to
    except msgspec.DecodeError as error:
        raise CatalogueDamaged(what=f"the redirect of {one} cannot be read") from error
