"""What sample providers say about themselves: two to four sentences from a small grammar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapist_desktop.publishing.samples.chances import Draw, pick

if TYPE_CHECKING:
    from collections.abc import Sequence

_OPENINGS = (
    "I help {whom} who live with {one}, {two} and {three}.",
    "Much of my work is about {one} and {two}.",
    "People come to me for {one}, {two} or {three}.",
    "If {one} or {two} makes daily life hard, we can look at it together.",
    "My practice is for {whom} dealing with {one}, and often with {two} as well.",
    "For many years {one} has been at the center of my work, along with {two} and {three}.",
)
_WAYS = (
    "I draw on {way} and, where it fits, on {other}.",
    "My main way of working is {way}.",
    "We use {way} at a pace that suits you, with {other} when it helps.",
    "In the first sessions we set goals; after that {way} guides what we do.",
    "I explain what I do and why, and {way} is usually where we start.",
    "{way_first} is my home base; I also bring in {other}.",
)
_SESSIONS = (
    "You choose what we talk about first.",
    "Between sessions there is one small thing to try, never a pile of homework.",
    "We look every few weeks at whether it helps, and change course if it does not.",
    "With your permission I work closely with your doctor and your family.",
    "Silence is fine here, and so is laughing.",
    "I ask questions that are simple to hear and sometimes slow to answer.",
)
_CLOSINGS = (
    "If I am not the right person, I will help you find someone who is.",
    "A short first call is free, so you can hear how I work.",
    "The office is quiet, and there is a ramp and an elevator.",
    "Early and late hours are kept for people who work or study.",
    "New forms can be filled in on paper or on a phone.",
)
_WHOM = {
    "adults": "adults",
    "teens": "teens",
    "children": "children",
    "seniors": "older adults",
    "young-adults": "young adults",
}
PROBLEMS = {
    "depression": "depression",
    "generalized-anxiety": "anxiety",
    "stress": "stress",
    "ptsd": "the after-effects of trauma",
    "complex-trauma": "long-lasting trauma",
    "grief": "grief",
    "couples": "trouble in a relationship",
    "self-esteem": "low self-esteem",
    "life-transitions": "big changes",
    "adhd": "ADHD",
    "parenting": "the strain of parenting",
    "family-conflict": "conflict in the family",
    "burnout": "burnout",
    "panic": "panic attacks",
    "social-anxiety": "social anxiety",
    "ocd": "OCD",
    "bipolar": "bipolar disorder",
    "alcohol": "drinking",
    "separation-and-divorce": "separation or divorce",
    "anger-and-impulse": "anger",
    "insomnia": "sleepless nights",
    "chronic-illness": "a long-term illness",
    "career": "worries about work",
    "loneliness": "loneliness",
}
"""How some values of the taxonomy read inside a sentence; the others are not spoken of."""


def whom(ages: Sequence[str]) -> str:
    """Whom a provider with these age bands speaks of."""
    return next((words for age, words in _WHOM.items() if age in ages), "people")


def statement(clients: str, problems: Sequence[str], ways: Sequence[str], draw: Draw) -> str:
    """Two to four sentences. `problems` are values, `ways` words for values, the foremost first."""
    spoken = [PROBLEMS[value] for value in problems if value in PROBLEMS]
    one, two, three = list(dict.fromkeys((*spoken, "worry", "low mood", "feeling stuck")))[:3]
    way, other = (*ways, "plain conversation", "practical exercises")[:2]
    facts = {
        "whom": clients,
        "one": one,
        "two": two,
        "three": three,
        "way": way,
        "other": other,
        "way_first": way[:1].upper() + way[1:],
    }
    parts = [pick(_OPENINGS, draw), pick(_WAYS, draw)]
    if draw() < 0.6:  # noqa: PLR2004 - most say a third thing
        parts.append(pick(_SESSIONS, draw))
    if draw() < 0.5:  # noqa: PLR2004 - half say a last one
        parts.append(pick(_CLOSINGS, draw))
    return " ".join(parts).format_map(facts)
