"""What differs between a release and the one before it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from therapist_desktop.domain.listing import Listing


class Happened(StrEnum):
    """What became of a record."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


class FieldChange(NamedTuple):
    """One field of a listing as it was and as it is; `field` is one of FIELDS."""

    field: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Change:
    """A record that is new, changed or gone. `kind` is as in the data file; `into` is what a merged one is now."""

    id: str
    kind: str
    title: str
    happened: Happened
    fields: tuple[FieldChange, ...] = ()
    into: str = ""
    section: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True)
class LibraryChanges:
    """What the newer release changed in the library, and in what the person keeps."""

    before: int
    now: int
    saved: tuple[Change, ...] = ()
    pieces: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class ListingChanges:
    """How many listings are new, changed and gone, by kind, and the first of each by name."""

    counts: Mapping[tuple[str, Happened], int] = field(default_factory=dict)
    first: tuple[Change, ...] = ()


FIELDS = (
    *("name", "phone", "accepting", "payers", "address", "fees", "hours", "web", "e-mail", "practice", "credential"),
    *("licenses", "specialty", "approach", "language", "format", "verified", "more"),
)
"""The fields of a listing that are compared, in the order in which they matter on the phone."""
_VALUES = ("specialty", "approach", "language", "format")


def differences(before: Listing, now: Listing) -> tuple[FieldChange, ...]:
    """What a person would notice; "more" where only something else differs."""
    was, are = _said(before), _said(now)
    found = tuple(FieldChange(name, was[name], are[name]) for name in FIELDS if name in was and was[name] != are[name])
    return found or (FieldChange("more", "", ""),)


def _said(one: Listing) -> dict[str, str]:
    accepting = f"{one.accepting} ({one.accepting_note})" if one.accepting_note else one.accepting
    return {
        "name": f"{one.name} ({one.pronouns})" if one.pronouns else one.name,
        "phone": ", ".join(phone.shown for phone in one.phones),
        "accepting": accepting,
        "payers": ", ".join(payer.label for payer in one.payers if payer.role != "out-of-network"),
        "address": ", ".join(one.location.lines),
        "fees": one.fees,
        "hours": one.hours,
        "web": one.url,
        "e-mail": one.email,
        "practice": one.organization,
        "credential": one.credential,
        "licenses": ", ".join(" ".join(filter(None, (held.type, held.number, held.state))) for held in one.licenses),
        **{name: ", ".join(value.label for value in one.values if value.facet == name) for name in _VALUES},
        "verified": one.verified_on.isoformat() if one.verified_on else "",
    }
