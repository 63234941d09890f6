"""What the differences between two releases are called on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapist_desktop.domain.changes import Change, FieldChange, Happened
from therapist_desktop.domain.library import Section
from therapist_desktop.ui.i18n import number, translate
from therapist_desktop.ui.wording.library import section_name

if TYPE_CHECKING:
    from therapist_desktop.domain.changes import ListingChanges

_ARROW = " \u2192 "


def happened_name(happened: Happened) -> str:
    """New, changed or gone."""
    return {
        Happened.NEW: translate("Changes", "New"),
        Happened.CHANGED: translate("Changes", "Changed"),
        Happened.GONE: translate("Changes", "Gone"),
    }[happened]


def listings_name(kind: str, happened: Happened) -> str:
    """How many of them: "New providers"."""
    return {
        ("provider", Happened.NEW): translate("Changes", "New providers"),
        ("provider", Happened.CHANGED): translate("Changes", "Changed providers"),
        ("provider", Happened.GONE): translate("Changes", "Providers that are gone"),
        ("center", Happened.NEW): translate("Changes", "New centers"),
        ("center", Happened.CHANGED): translate("Changes", "Changed centers"),
        ("center", Happened.GONE): translate("Changes", "Centers that are gone"),
    }[kind, happened]


def counted(changes: ListingChanges) -> str:
    """All counts in one sentence, or that there is nothing to count."""
    parts = [
        f"{listings_name(kind, happened)}: {number(changes.counts[kind, happened])}"
        for kind in ("provider", "center")
        for happened in Happened
        if changes.counts.get((kind, happened))
    ]
    return " \u00b7 ".join(parts) or translate("Changes", "No listing has changed.")


def told(change: Change) -> str:
    """What became of it, in words."""
    if change.fields:
        return " \u00b7 ".join(map(field_told, change.fields))
    if change.into:
        return translate("Changes", "Now part of another listing")
    where = section_name(Section(change.section)) if change.section in set(Section) else ""
    return " \u00b7 ".join(part for part in (where, change.summary) if part)


def field_told(change: FieldChange) -> str:
    """One field as "Phone: before -> now"."""
    nothing = translate("Changes", "nothing")
    if change.field == "more":
        return translate("Changes", "Something else in the listing")
    return f"{_field_name(change.field)}: {change.before or nothing}{_ARROW}{change.now or nothing}"


def _field_name(field: str) -> str:
    return {
        "name": translate("Changes", "Name"),
        "phone": translate("Changes", "Phone"),
        "accepting": translate("Changes", "New clients"),
        "payers": translate("Changes", "Takes"),
        "address": translate("Changes", "Address"),
        "fees": translate("Changes", "Fees"),
        "hours": translate("Changes", "Hours"),
        "web": translate("Changes", "Web"),
        "e-mail": translate("Changes", "E-mail"),
        "practice": translate("Changes", "Practice"),
        "credential": translate("Changes", "Credential"),
        "licenses": translate("Changes", "Licenses"),
        "specialty": translate("Changes", "Problems"),
        "approach": translate("Changes", "Approaches"),
        "language": translate("Changes", "Languages"),
        "format": translate("Changes", "Format"),
        "verified": translate("Changes", "Verified"),
    }.get(field, field)
