"""Which pieces of the library are about a value of a facet."""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from typing import Final

import msgspec

from therapist_desktop.data.reading.listings import unpacked
from therapist_desktop.domain.listing import PieceLink

_KINDS: Final = ("topic", "article", "faq", "term")
"""What is opened first where several are about one value."""


class _About(msgspec.Struct, frozen=True):
    """All that is read of a piece here."""

    values: tuple[str, ...] = ()


_DECODER = msgspec.json.Decoder(_About)


def topics_of(connection: sqlite3.Connection) -> Mapping[str, tuple[PieceLink, ...]]:
    """For each value ("specialty/ptsd") the pieces about it: pages before terms, those it is named first in first."""
    found: defaultdict[str, list[tuple[int, int, PieceLink]]] = defaultdict(list)
    marks = ",".join("?" * len(_KINDS))
    question = f"SELECT id, kind, title, record FROM piece WHERE kind IN ({marks}) ORDER BY folded, id"  # noqa: S608 - only question marks
    for one, kind, title, record in connection.execute(question, _KINDS):
        try:
            about = _DECODER.decode(unpacked(connection, record))
        except msgspec.DecodeError:
            continue
        for place, key in enumerate(about.values):
            found[key].append((_KINDS.index(kind), place, PieceLink(one, title)))
    return {key: tuple(link for _, _, link in sorted(links, key=_rank)) for key, links in found.items()}


def _rank(found: tuple[int, int, PieceLink]) -> tuple[int, int]:
    return found[:2]
