"""What the detail pane says about a listing, worked out from the listing alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from therapist_desktop.domain.filters import Kind
from therapist_desktop.domain.freshness import Freshness, freshness_of
from therapist_desktop.domain.notebook import Outcome
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.ui.i18n import age_in_full, ago, band, day, openings, span, translate
from therapist_desktop.ui.outcome_words import outcome_icon, outcome_name, outcome_sentence
from therapist_desktop.ui.widgets.badge import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from therapist_desktop.domain.listing import License, Listing, Location, PayerFact, Provenance
    from therapist_desktop.domain.notebook import Standing
    from therapist_desktop.domain.phone import Phone

DOT = " \u00b7 "
TONES = {
    Freshness.FRESH: Tone("fresh", "fresh"),
    Freshness.AGEING: Tone("ageing", "ageing"),
    Freshness.STALE: Tone("stale", "stale"),
    Freshness.NEVER: Tone("stale", "never"),
}
OPENING_TONES = {"yes": Tone("fresh", "check"), "waitlist": Tone("ageing", "clock"), "no": Tone("plain", "minus")}
UNDATED = Tone("plain", "circle-help")


def what_it_is(listing: Listing) -> str:
    """The line below the name."""
    types = listing.having(Facet.PROVIDER_TYPE)[:2] or listing.having(Facet.FACILITY)[:1]
    kind = translate("Detail", "Provider") if listing.kind is Kind.PROVIDER else translate("Detail", "Center")
    named = DOT.join(value.label for value in types) or kind
    credential = "" if listing.credential and listing.credential in listing.name else listing.credential
    return DOT.join(part for part in (credential, named, listing.part, listing.organization, listing.pronouns) if part)


class BadgeWords(NamedTuple):
    """A badge in few words, so that those of most listings stand on one line, and the whole of it to be spoken."""

    words: str
    tone: Tone
    spoken: str


def badges(listing: Listing, today: date, standing: Standing | None = None) -> tuple[BadgeWords, ...]:
    """What must be seen at once: a sample, how fresh it is, whether there are openings, what this desk noted."""
    word, whole = band(listing.freshness), age_in_full(listing.verified_on, today)
    fresh = BadgeWords(word, TONES[listing.freshness], whole)
    if listing.verified_on is not None:
        fresh = BadgeWords(f"{word}{DOT}{span(listing.verified_on, today)}", fresh.tone, f"{word}{DOT}{whole}")
    opening = openings(listing.accepting)
    shown = [fresh, BadgeWords(opening, OPENING_TONES.get(listing.accepting, UNDATED), opening)]
    if standing is not None and standing.outcome is not None:
        called = last_call(standing)
        shown.append(BadgeWords(called, outcome_tone(standing.outcome), outcome_sentence(standing)))
    if listing.sample:
        sample = translate("Detail", "SAMPLE, not a real listing")
        shown.insert(0, BadgeWords(sample, Tone("sample", "info"), sample))
    return tuple(shown)


def outcome_tone(outcome: Outcome) -> Tone:
    """The shape and the colour of how a call ended."""
    colours = {
        Outcome.TAKES_REFERRAL: "fresh",
        Outcome.FULL: "ageing",
        Outcome.WRONG_NUMBER: "stale",
        Outcome.GONE: "stale",
    }
    return Tone(colours.get(outcome, "plain"), outcome_icon(outcome))


def last_call(standing: Standing) -> str:
    """How the last call ended, and when; or that there was none."""
    if standing.outcome is None:
        return translate("Detail", "No call has been noted.")
    word = outcome_name(standing.outcome)
    if standing.noted_on is None:
        return word
    return translate("Detail", "{outcome}, {day}").format(outcome=word, day=day(standing.noted_on))


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


def purpose_among(phones: Sequence[Phone]) -> str:
    """What the first number is for, and how many others there are."""
    if not phones:
        return translate("Detail", "Look under Contact for another way")
    purpose = phones[0].label or kind_of(phones[0])
    others = len(phones) - 1
    if not others:
        return purpose
    more = (
        translate("Detail", "one more under Contact") if others == 1 else translate("Detail", "{n} more under Contact")
    )
    return DOT.join((purpose, more.format(n=others)))


def kind_of(phone: Phone) -> str:
    """What sort of line it is."""
    kinds = {
        "text": translate("Phone", "Text message"),
        "fax": translate("Phone", "Fax"),
        "tty": translate("Phone", "TTY for deaf and hard-of-hearing callers"),
    }
    return kinds.get(phone.type, translate("Phone", "Voice"))


def dated(verified_on: date | None, today: date) -> tuple[Tone, str]:
    """How old one fact is: a shape, and "Fresh \u00b7 checked 3 Nov 2026, 17 days ago"."""
    freshness = freshness_of(verified_on, today)
    if verified_on is None:
        return UNDATED, translate("Detail", "no date given")
    checked = translate("Detail", "checked {day}").format(day=day(verified_on))
    return TONES[freshness], f"{band(freshness)}{DOT}{checked}, {ago(verified_on, today)}"


def role_of(fact: PayerFact) -> str:
    """How a payer is taken, with its plan, as far as that is known."""
    roles = {
        "in-network": translate("Detail", "in network"),
        "out-of-network": translate("Detail", "out of network"),
        "single-case": translate("Detail", "single-case agreement"),
    }
    return DOT.join(part for part in (roles.get(fact.role, ""), fact.plan_type, fact.plan) if part)


def license_of(held: License) -> str:
    """A licence in one line."""
    return " ".join(part for part in (held.state, held.type, held.number) if part)


def sentence_case(words: str) -> str:
    """The words as they stand at the beginning of a line."""
    return words[:1].upper() + words[1:]
