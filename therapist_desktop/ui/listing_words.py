"""What the detail pane says about a listing, worked out from the listing alone."""

from dataclasses import dataclass
from datetime import date

from therapist_desktop.domain.filters import Choice, Kind
from therapist_desktop.domain.freshness import Freshness
from therapist_desktop.domain.listing import License, Listing, Location, PayerFact, Provenance
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.ui.i18n import age_in_full, band, day, openings, translate
from therapist_desktop.ui.widgets.badge import Tone

DOT = " \u00b7 "
_CHIPS = (Facet.SPECIALTY, Facet.APPROACH, Facet.CARE, Facet.SETTING, Facet.SERVICE, Facet.PROGRAM)
_LINES = (Facet.AGE, Facet.PARTICIPANTS, Facet.LANGUAGE, Facet.FORMAT, Facet.GENDER, Facet.PAYMENT, Facet.FACILITY)
_TONES = {
    Freshness.FRESH: Tone("fresh", "circle-check"),
    Freshness.AGEING: Tone("ageing", "clock"),
    Freshness.STALE: Tone("stale", "circle-dashed"),
    Freshness.NEVER: Tone("stale", "circle-help"),
}
_OPENING_TONES = {"yes": Tone("fresh", "check"), "waitlist": Tone("ageing", "clock"), "no": Tone("plain", "minus")}
_UNKNOWN_OPENINGS = Tone("plain", "circle-help")


@dataclass(frozen=True, slots=True)
class Tag:
    """A value that can be searched for, with what else is known about it here."""

    label: str
    choice: Choice
    note: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One section of the pane: a heading with lines of text, or with tags, or both."""

    heading: str
    lines: tuple[str, ...] = ()
    tags: tuple[Tag, ...] = ()


def what_it_is(listing: Listing) -> str:
    """The line below the name."""
    types = listing.having(Facet.PROVIDER_TYPE)[:2] or listing.having(Facet.FACILITY)[:1]
    kind = translate("Detail", "Provider") if listing.kind is Kind.PROVIDER else translate("Detail", "Center")
    named = DOT.join(value.label for value in types) or kind
    credential = "" if listing.credential and listing.credential in listing.name else listing.credential
    return DOT.join(part for part in (credential, named, listing.part, listing.organization, listing.pronouns) if part)


def badges(listing: Listing, today: date) -> tuple[tuple[str, Tone], ...]:
    """What must be seen at once: a sample, how fresh it is, whether there are openings."""
    when = age_in_full(listing.verified_on, today)
    fresh = band(listing.freshness) if listing.verified_on is None else f"{band(listing.freshness)}{DOT}{when}"
    shown = [(fresh, _TONES[listing.freshness])]
    shown.append((openings(listing.accepting), _OPENING_TONES.get(listing.accepting, _UNKNOWN_OPENINGS)))
    if listing.sample:
        shown.insert(0, (translate("Detail", "SAMPLE, not a real listing"), Tone("sample", "info")))
    return tuple(shown)


def heading_of(facet: Facet) -> str:
    """What a section of values is called."""
    return {
        Facet.PAYER: translate("Detail", "Takes"),
        Facet.PLAN: translate("Detail", "Kinds of plan"),
        Facet.PAYMENT: translate("Detail", "Payment help"),
        Facet.FEE: translate("Detail", "Fee"),
        Facet.CLIENT_STATE: translate("Detail", "May see clients in"),
        Facet.WHEN: translate("Detail", "When"),
        Facet.IDENTITY: translate("Detail", "Identity and culture"),
        Facet.FAITH: translate("Detail", "Faith"),
        Facet.ACCESS: translate("Detail", "Access"),
        Facet.SPECIALTY: translate("Detail", "Specialties"),
        Facet.APPROACH: translate("Detail", "Approaches"),
        Facet.CARE: translate("Detail", "Kind of care"),
        Facet.SETTING: translate("Detail", "Settings"),
        Facet.SERVICE: translate("Detail", "Services"),
        Facet.PROGRAM: translate("Detail", "Programs"),
        Facet.FORMAT: translate("Detail", "Formats"),
        Facet.LANGUAGE: translate("Detail", "Languages"),
        Facet.AGE: translate("Detail", "Ages"),
        Facet.PARTICIPANTS: translate("Detail", "Works with"),
        Facet.ACCEPTING: translate("Detail", "Openings"),
        Facet.GENDER: translate("Detail", "Gender"),
        Facet.PROVIDER_TYPE: translate("Detail", "Kind of provider"),
        Facet.FACILITY: translate("Detail", "Kind of facility"),
        Facet.STATE: translate("Detail", "States"),
        Facet.VERIFIED: translate("Detail", "Verified"),
    }[facet]


def parts(listing: Listing) -> tuple[Part, ...]:
    """The sections that say something, in the order in which a caller asks."""
    found = [_takes(listing), Part(translate("Detail", "Fees"), _line(listing.fees)), _openings(listing)]
    found += [_tags(listing, facet) for facet in _CHIPS]
    found += [_labels(listing, facet) for facet in _LINES]
    found.append(Part(translate("Detail", "Hours"), _line(listing.hours)))
    found.append(Part(translate("Detail", "Licenses"), tuple(map(_license, listing.licenses))))
    return tuple(part for part in found if part.lines or part.tags)


def missing(listing: Listing) -> tuple[str, ...]:
    """What the sources do not tell, to be asked on the phone."""
    asked: list[tuple[str, object]] = [
        (translate("Detail", "openings"), listing.accepting != "unknown"),
        (translate("Detail", "payers"), listing.payers),
        (translate("Detail", "fees"), listing.fees),
        (translate("Detail", "hours"), listing.hours),
        (translate("Detail", "ages"), listing.having(Facet.AGE)),
        (translate("Detail", "languages"), listing.having(Facet.LANGUAGE)),
        (translate("Detail", "in person or video"), listing.having(Facet.FORMAT)),
    ]
    if listing.kind is Kind.PROVIDER:
        asked.append((translate("Detail", "licenses"), listing.licenses))
    return tuple(word for word, known in asked if not known)


def address_of(location: Location) -> str:
    """An address on lines as on an envelope, or nothing."""
    return "\n".join(location.lines)


def source_lines(source: Provenance) -> tuple[str, str]:
    """A source with its date, and what was taken from it."""
    fields = ""
    if source.fields:
        fields = translate("Detail", "Gave: {fields}").format(fields=", ".join(source.fields))
    return DOT.join(part for part in (source.name, source.date) if part), fields


def _takes(listing: Listing) -> Part:
    heading = heading_of(Facet.PAYER)
    if not listing.payers:
        return Part(heading, (translate("Detail", "Not known. Ask before you send anybody."),))
    return Part(
        heading,
        tags=tuple(Tag(fact.label, Choice(Facet.PAYER, fact.id), _payer_note(fact)) for fact in listing.payers),
    )


def _payer_note(fact: PayerFact) -> str:
    roles = {
        "in-network": translate("Detail", "in network"),
        "out-of-network": translate("Detail", "out of network"),
        "single-case": translate("Detail", "single-case agreement"),
    }
    checked = ""
    if fact.verified_on:
        checked = translate("Detail", "checked {day}").format(day=day(fact.verified_on))
    return DOT.join(part for part in (roles.get(fact.role, ""), fact.plan, checked, fact.source) if part)


def _openings(listing: Listing) -> Part:
    checked = ""
    if listing.accepting_verified_on:
        checked = translate("Detail", "checked {day}").format(day=day(listing.accepting_verified_on))
    known = DOT.join(part for part in (listing.accepting_note, checked) if part)
    if not known:
        return Part("")
    return Part(heading_of(Facet.ACCEPTING), (f"{openings(listing.accepting)}{DOT}{known}",))


def _tags(listing: Listing, facet: Facet) -> Part:
    values = listing.having(facet)
    return Part(heading_of(facet), tags=tuple(Tag(value.label, Choice(facet, value.id)) for value in values))


def _labels(listing: Listing, facet: Facet) -> Part:
    return Part(heading_of(facet), _line(", ".join(value.label for value in listing.having(facet))))


def _line(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def _license(held: License) -> str:
    return " ".join(part for part in (held.state, held.type, held.number) if part)
