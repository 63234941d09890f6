"""What the detail pane says about a listing, worked out from the listing alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from therapist_desktop.domain.filters import Kind
from therapist_desktop.domain.freshness import freshness_of
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.ui.i18n import age_in_full, ago, band, checked, day, openings, stated_day, translate
from therapist_desktop.ui.wording.cards import how_fresh
from therapist_desktop.ui.wording.joining import dotted, spaced
from therapist_desktop.ui.wording.outcomes import outcome_name, outcome_sentence, outcome_tone
from therapist_desktop.ui.wording.phones import kind_of
from therapist_desktop.ui.wording.samples import sample_in_full
from therapist_desktop.ui.wording.tones import TONES, UNDATED, Tone, openings_tone

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from therapist_desktop.domain.listing import License, Listing, Location, PayerFact, Provenance
    from therapist_desktop.domain.notebook import Standing
    from therapist_desktop.domain.phone import Phone


def kind_name(kind: Kind) -> str:
    """A listing of this kind, in a word."""
    return translate("Detail", "Provider") if kind is Kind.PROVIDER else translate("Detail", "Center")


def what_it_is(listing: Listing) -> str:
    """The line below the name."""
    types = listing.having(Facet.PROVIDER_TYPE)[:2] or listing.having(Facet.FACILITY)[:1]
    named = dotted(*(value.label for value in types)) or kind_name(listing.kind)
    credential = "" if listing.credential and listing.credential in listing.name else listing.credential
    return dotted(credential, named, listing.part, listing.organization, listing.pronouns)


class BadgeWords(NamedTuple):
    """A badge in few words, so that those of most listings stand on one line, and the whole of it to be spoken."""

    words: str
    tone: Tone
    spoken: str


def badges(listing: Listing, today: date, standing: Standing | None = None) -> tuple[BadgeWords, ...]:
    """What must be seen at once: a sample, how fresh it is, whether there are openings, what this desk noted."""
    word = band(listing.freshness) if listing.verified_on is not None else ""
    whole = dotted(word, age_in_full(listing.verified_on, today))
    fresh = BadgeWords(how_fresh(listing, today), TONES[listing.freshness], whole)
    opening = openings(listing.accepting)
    shown = [fresh, BadgeWords(opening, openings_tone(listing.accepting), opening)]
    if standing is not None and standing.outcome is not None:
        called = last_call(standing)
        shown.append(BadgeWords(called, outcome_tone(standing.outcome), outcome_sentence(standing)))
    if listing.sample:
        sample = sample_in_full()
        shown.insert(0, BadgeWords(sample, Tone("sample", "info"), sample))
    return tuple(shown)


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
    return dotted(source.name, stated_day(source.date)), fields


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
    return dotted(purpose, more.format(n=others))


def dated(verified_on: date | None, today: date) -> tuple[Tone, str]:
    """How old one fact is: a shape, and "Fresh \u00b7 checked 3 Nov 2026, 17 days ago"."""
    freshness = freshness_of(verified_on, today)
    if verified_on is None:
        return UNDATED, translate("Detail", "no date given")
    return TONES[freshness], dotted(band(freshness), f"{checked(verified_on)}, {ago(verified_on, today)}")


def role_of(fact: PayerFact) -> str:
    """How a payer is taken, with its plan, as far as that is known."""
    roles = {
        "in-network": translate("Detail", "in network"),
        "out-of-network": translate("Detail", "out of network"),
        "single-case": translate("Detail", "single-case agreement"),
    }
    return dotted(roles.get(fact.role, ""), fact.plan_type, fact.plan)


def license_of(held: License) -> str:
    """A licence in one line."""
    return spaced(held.state, held.type, held.number)


def sentence_case(words: str) -> str:
    """The words as they stand at the beginning of a line."""
    return words[:1].upper() + words[1:]
