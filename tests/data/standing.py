"""Where a listing stands in an order of one or several keys, worked out from its record and shared with nothing in the
program."""

from collections.abc import Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from tests.data.asking import words
from tests.data.oracle import Oracle, miles
from therapist_desktop.data.datafile.records import Center, Listed
from therapist_desktop.domain.filters import Filters
from therapist_desktop.domain.taxonomy import Facet

BANDS = ("fresh", "ageing", "stale", "never")
OPENINGS = ("yes", "waitlist", "unknown", "no")
A_STEP = 0.001
"""Miles between two listings that count for nothing."""


class Part(NamedTuple):
    """What a listing has for one key, and whether the highest stands first."""

    sort: str
    has: tuple[float | str, ...]
    turned: bool


def standing(
    oracle: Oracle, one: Listed, filters: Filters, spot: tuple[float, float] | None, today: date
) -> list[Part]:
    """For each key in turn what this listing has."""
    asked = [
        (str(filters.sort or "relevance"), filters.descending),
        *((str(sort), down) for sort, down in filters.then),
    ]
    if spot is None:
        asked[0] = ("relevance" if asked[0][0] == "distance" else asked[0][0], asked[0][1])
        asked = [key for key in asked if key[0] != "distance"]
    asked = [key for number, key in enumerate(asked) if number == 0 or key[0] != "relevance"]
    first = dict(reversed(asked))
    return [Part(sort, _has(oracle, one, sort, filters, spot, today), first[sort]) for sort in dict(asked)]


def _has(
    oracle: Oracle, one: Listed, sort: str, filters: Filters, spot: tuple[float, float] | None, today: date
) -> tuple[float | str, ...]:
    match sort:
        case "relevance":
            return tier(oracle, one, filters.words), against(one, filters), _band(one, today)
        case "distance":
            return (away(one, spot),)
        case "name":
            return (" ".join(words(one.name)),)
        case "verified":
            return (-one.verified_on.toordinal() if one.verified_on else 0,)
        case "openings":
            return (OPENINGS.index(one.accepting.status),)
        case _:
            return (one.address.state_province or "ZZ",)


def may_precede(one: Sequence[Part], other: Sequence[Part]) -> bool | None:
    """Whether the first may stand before the second by their keys; None where all keys are equal."""
    for here, there in zip(one, other, strict=True):
        if here.sort == "distance" and 0 < abs(float(here.has[0]) - float(there.has[0])) < A_STEP:
            return True
        if here.has != there.has:
            return (here.has > there.has) if here.turned else (here.has < there.has)
    return None


def away(one: Listed, spot: tuple[float, float] | None) -> float:
    """Miles from a spot."""
    return miles(spot, ((one.address.latitude or 0) / 1e5, (one.address.longitude or 0) / 1e5)) if spot else 0.0


def tier(oracle: Oracle, one: Listed, text: str) -> int:
    """0 for the whole name, 1 for words in the name, 2 for name, practice, place or a label, 3 for anywhere else."""
    typed, told = words(text), oracle.tell(one)
    part = words(one.alternate_name if isinstance(one, Center) else one.organization)
    near = [*told.name, *part, *told.city, *words(one.address.postal_code or ""), *chain(*told.names)]
    if not typed or list(told.name) == typed:
        return 0
    for number, place in enumerate((told.name, near), 1):
        if all(any(there.startswith(word) for there in place) for word in typed):
            return number
    return 3


def against(one: Listed, filters: Filters) -> int:
    """For each facet that is preferred: two if it is not met, one if nothing is said about it."""
    said = {Facet.LANGUAGE: one.language, Facet.FORMAT: one.format, Facet.SPECIALTY: one.specialty}
    return sum(
        0 if values & set(said[facet]) else 2 if said[facet] else 1
        for facet, values in filters.preferred_by_facet().items()
    )


def _band(one: Listed, today: date) -> int:
    age = None if one.verified_on is None else (today - one.verified_on).days
    return 3 if age is None else 0 if age <= 90 else 1 if age <= 365 else 2
