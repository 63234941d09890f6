"""The telephones of samples: what each is for, extensions, other kinds of lines. The numbers are kept for fiction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from therapist_desktop.data.datafile.fields import PhoneNumber
from therapist_desktop.publishing.samples.where import number_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from therapist_desktop.data.datafile.records import Place
    from therapist_desktop.publishing.samples.chances import Draw

Kind = Literal["voice", "text", "fax", "tty"]

_OF_PROVIDERS: Final[tuple[tuple[str, Kind, float, float], ...]] = (
    ("New clients", "voice", 0.25, 0.5),
    ("Billing", "voice", 0.05, 1.0),
    ("Text messages", "text", 0.05, 0.0),
    ("Fax", "fax", 0.1, 0.0),
)
_OF_CENTERS: Final[tuple[tuple[str, Kind, float, float], ...]] = (
    ("Admissions", "voice", 0.1, 0.0),
    ("Billing", "voice", 0.2, 0.8),
    ("Fax", "fax", 0.3, 0.0),
    ("TTY", "tty", 0.12, 0.0),
)
"""What a line is for, its kind, how many have one, and how many of these are an extension."""


def of_provider(first: PhoneNumber, place: Place, verified: date | None, draw: Draw) -> tuple[PhoneNumber, ...]:
    """The first number and, for some, more; those that were checked with the listing say so."""
    office = PhoneNumber(number=first.number, description="Office", verified_on=verified)
    return (office, *_more(_OF_PROVIDERS, office, place, draw))


def of_center(first: PhoneNumber, intake: PhoneNumber, place: Place, draw: Draw) -> tuple[PhoneNumber, ...]:
    """The main number, intake, and what else a center has."""
    return (first, intake, *_more(_OF_CENTERS, first, place, draw))


def _more(
    kinds: tuple[tuple[str, Kind, float, float], ...], first: PhoneNumber, place: Place, draw: Draw
) -> Iterator[PhoneNumber]:
    for purpose, kind, likely, extended in kinds:
        if draw() < likely:
            if draw() < extended:
                extension = str(1 + int(draw() * 89))
                yield PhoneNumber(number=first.number, extension=extension, description=purpose, type=kind)
            else:
                yield PhoneNumber(number=number_at(place, draw), description=purpose, type=kind)
