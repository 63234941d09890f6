"""Hand-made listings and pieces for tests of the reading side. Every person and place is made up."""

from datetime import date, timedelta
from typing import Any

from therapist_desktop.domain.filters import Kind
from therapist_desktop.domain.freshness import freshness_of
from therapist_desktop.domain.library import Author, Hotline, Piece, PieceCard, PieceKind, Reference, Section
from therapist_desktop.domain.listing import License, Listing, Location, PayerFact, PieceLink, Provenance
from therapist_desktop.domain.phone import Phone
from therapist_desktop.domain.taxonomy import Facet, Value

TODAY = date(2026, 11, 20)


def values(facet: Facet, *labels: str) -> tuple[Value, ...]:
    return tuple(Value(facet, label.lower().replace(" ", "-"), label) for label in labels)


def a_listing(*, days: int | None = 21, **changed: Any) -> Listing:
    """A provider about whom nearly everything is known."""
    verified = None if days is None else TODAY - timedelta(days=days)
    facts: dict[str, Any] = {
        "id": "npi:1234567893",
        "kind": Kind.PROVIDER,
        "name": "Alex Sample, LCSW",
        "credential": "LCSW",
        "pronouns": "they/them",
        "organization": "Harbor Street Counseling",
        "next_step": "Call intake. They ask for an insurance card and a photo ID. First visit within two weeks.",
        "description": "Short, practical work with people who have lived through hard things.",
        "url": "https://harbor.example.org/alex",
        "email": "intake@harbor.example.org",
        "fees": "$120 a session, sliding scale from $40",
        "hours": "Mon to Fri 9 to 5, Tue until 8",
        "accepting": "yes",
        "accepting_note": "Evenings only",
        "accepting_verified_on": date(2026, 11, 3),
        "verified_on": verified,
        "freshness": freshness_of(verified, TODAY),
        "location": Location("210 Harbor Street", "Suite 4", "New York", "NY", "10001"),
        "phones": (
            Phone(number="5555550142", extension="3", label="Intake line"),
            Phone(number="5555550143", type="fax"),
        ),
        "payers": (
            PayerFact("Medicaid", "medicaid", "in-network", "Metro Plus", date(2026, 11, 3), "phone call"),
            PayerFact("Medicare", "medicare"),
            PayerFact("Aetna", "aetna"),
        ),
        "licenses": (License("LCSW", "081234", "NY"),),
        "values": (
            *values(Facet.PROVIDER_TYPE, "Clinical social worker"),
            *values(Facet.SPECIALTY, "Trauma and PTSD", "Depression", "Grief and bereavement", "Panic"),
            *values(Facet.APPROACH, "EMDR", "Cognitive behavioral therapy (CBT)", "Person-centered therapy"),
            *values(Facet.AGE, "Teens", "Young adults", "Adults"),
            *values(Facet.LANGUAGE, "English", "Spanish"),
            *values(Facet.FORMAT, "In person", "Video"),
        ),
        "sources": (
            Provenance("National provider registry", "Nov 2026", "https://registry.example.org"),
            Provenance("Site list", "3 Nov 2026", fields=("phones", "payers")),
        ),
        "articles": (PieceLink("article:bond", "Why the bond with a therapist matters"),),
    }
    return Listing(**{**facts, **changed})


def a_bare_listing(**changed: Any) -> Listing:
    """A center of which a source gave the name alone."""
    return Listing(**{"id": "samhsa:1", "kind": Kind.CENTER, "name": "Cedar Recovery", **changed})


BODY = """
<p>Of everything that has been studied about talking therapies, one finding keeps coming back: how well two people
work together says a good deal about how much the work will help. Researchers call this the
<a href="term:working-alliance">working alliance</a>.</p>
<h2>Three parts of an alliance</h2>
<p>It has been described as a bond, an agreement on goals and an agreement on tasks. Each can be talked about in the
room, and each can be repaired when it slips.</p>
<ul><li>A bond of trust</li><li>Goals that both have named</li><li>Tasks that make sense to both</li></ul>
<h2>What the evidence says</h2>
<p>Across several hundred studies the link is modest and steady: it holds for very different treatments, and it is
visible from the first sessions on.</p>
<blockquote><p>Tell me if I get this wrong. I would rather know.</p></blockquote>
<h2>When it does not click</h2>
<p>It is fair to say so, early. A good therapist will take it as information, adjust, or help to find somebody who
fits better. See also <a href="https://www.example.org/fit">a page about fit</a>.</p>
"""


def a_piece(**changed: Any) -> Piece:
    """A signed article."""
    facts: dict[str, Any] = {
        "id": "article:bond",
        "kind": PieceKind.ARTICLE,
        "section": Section.ARTICLE,
        "title": "Why the bond with a therapist matters",
        "summary": "How well two people work together says much about how the work goes.",
        "body": BODY,
        "breadcrumb": ("Featured",),
        "author": Author("Alex Sample, LCSW", "npi:1234567893", "Clinical supervisor. Couples, family conflict."),
        "updated": date(2023, 9, 8),
        "reviewed": date(2026, 11, 3),
        "references": (
            Reference("Sample Institute. The working alliance.", "https://www.example.org/alliance"),
            Reference("Sample, A. (2019). A study of studies. Made-up Journal, 4, 1-20."),
        ),
        "related": (
            PieceLink("topic:person-centered-therapy", "Person-centered therapy"),
            PieceLink("term:working-alliance", "Working alliance"),
        ),
    }
    return Piece(**{**facts, **changed})


def a_hotline_piece(**changed: Any) -> Piece:
    """A hotline as a page of the library."""
    facts: dict[str, Any] = {
        "id": "hotline:samhsa-helpline",
        "kind": PieceKind.HOTLINE,
        "section": Section.HOTLINE,
        "title": "SAMHSA National Helpline",
        "summary": "Where to find treatment for mental health or substance use.",
        "phones": (Phone(number="8006624357"), Phone(number="8004874889", type="tty")),
        "url": "https://www.samhsa.gov/find-help",
        "facts": (("Hours", "24 hours, every day"), ("Languages", "English, Spanish")),
        "verified_on": date(2026, 11, 3),
    }
    return Piece(**{**facts, **changed})


def some_cards() -> tuple[PieceCard, ...]:
    """Two pieces as a search finds them, and one as a section lists it."""
    return (
        PieceCard(
            "article:bond",
            PieceKind.ARTICLE,
            Section.ARTICLE,
            "Why the bond with a therapist matters",
            snippet="how well two people <b>work</b> together &amp; what the <b>work</b> is",
        ),
        PieceCard(
            "term:working-alliance",
            PieceKind.TERM,
            Section.TERM,
            "Working alliance",
            "How well a client and a therapist agree on goals and tasks, and the bond between them.",
        ),
        PieceCard("topic:emdr", PieceKind.TOPIC, Section.APPROACH, "EMDR"),
    )


def a_hotline(**changed: Any) -> Hotline:
    """One line of the crisis page."""
    facts: dict[str, Any] = {
        "id": "hotline:disaster",
        "title": "Disaster Distress Helpline",
        "what_for": "Distress after a disaster of any kind.",
        "phones": (Phone(number="8009855990"), Phone(number="8009855990", type="text")),
        "hours": "24 hours, every day",
        "languages": ("English", "Spanish"),
        "verified_on": date(2026, 11, 3),
        "source": "samhsa.gov",
    }
    return Hotline(**{**facts, **changed})
