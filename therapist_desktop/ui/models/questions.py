"""The six questions of a call as data: what can be picked, how many listings it leaves, what is asked for then."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from therapist_desktop.domain.filters import Choice, Filters, Near, Wish
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.ui.i18n import translate, within
from therapist_desktop.ui.models.value_search import called

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from therapist_desktop.domain.results import Counts
    from therapist_desktop.domain.taxonomy import Taxonomy, Value


class Question(StrEnum):
    """What is asked, in the order in which callers say it."""

    INSURANCE = "insurance"
    WHERE = "where"
    PROBLEM = "problem"
    WHO = "who"
    WHEN = "when"
    PREFERENCES = "preferences"


class Asks(StrEnum):
    """What has to be typed before an option says anything."""

    NOTHING = ""
    PLACE = "place"
    STATE = "state"


class Option(NamedTuple):
    """One thing that can be picked. `filters` is what is asked for then; `leaves` how many listings have it.

    `picked` is how much it is wished for now; `goes_on` whether picking it leads to the next question.
    """

    label: str
    filters: Filters
    leaves: int | None = None
    picked: Wish = Wish.NONE
    asks: Asks = Asks.NOTHING
    goes_on: bool = True


SHOWN = 9
ORDER = tuple(Question)
BY_VIDEO = frozenset({Choice(Facet.FORMAT, "video"), Choice(Facet.FORMAT, "phone")})
RADII = (10.0, 25.0, 50.0, 100.0)
FACETS: Mapping[Question, tuple[Facet, ...]] = {
    Question.INSURANCE: (Facet.PAYER, Facet.PLAN, Facet.PAYMENT, Facet.FEE),
    Question.WHERE: (Facet.FORMAT, Facet.CLIENT_STATE),
    Question.PROBLEM: (Facet.SPECIALTY,),
    Question.WHO: (Facet.AGE, Facet.PARTICIPANTS),
    Question.WHEN: (Facet.ACCEPTING, Facet.WHEN),
    Question.PREFERENCES: (Facet.LANGUAGE, Facet.GENDER, Facet.IDENTITY, Facet.FAITH, Facet.ACCESS, Facet.APPROACH),
}
_EVERYBODY = {("participants", "individuals"), ("language", "en"), ("gender", "not-stated")}
_OPEN = frozenset({Choice(Facet.ACCEPTING, "yes")})
_OPEN_OR_WAITING = _OPEN | {Choice(Facet.ACCEPTING, "waitlist")}
_OF_EACH_PREFERENCE = 2
_AFTER = {Wish.NONE: Wish.PREFER, Wish.PREFER: Wish.MUST, Wish.MUST: Wish.NONE}


def title_of(question: Question) -> str:
    """The question in one word."""
    return {
        Question.INSURANCE: translate("Call", "Insurance"),
        Question.WHERE: translate("Call", "Place or video"),
        Question.PROBLEM: translate("Call", "Problem"),
        Question.WHO: translate("Call", "Who"),
        Question.WHEN: translate("Call", "When"),
        Question.PREFERENCES: translate("Call", "Preferences"),
    }[question]


def said(question: Question) -> str:
    """The question as it can be read out."""
    return {
        Question.INSURANCE: translate("Call", "Which insurance do you have?"),
        Question.WHERE: translate("Call", "Where should it be, or would video do?"),
        Question.PROBLEM: translate("Call", "What would you like help with?"),
        Question.WHO: translate("Call", "Who is it for?"),
        Question.WHEN: translate("Call", "How soon, and at what time of the week?"),
        Question.PREFERENCES: translate("Call", "Is there anything you would prefer?"),
    }[question]


def options(
    question: Question, filters: Filters, taxonomy: Taxonomy, counts: Counts, looked_for: str = ""
) -> tuple[Option, ...]:
    """What can be picked, the most frequent first; only what fits `looked_for` where something was typed."""
    if question is Question.WHERE:
        return tuple(_where(filters, counts))
    values = tuple(_values(question, taxonomy, counts, looked_for))
    if question is Question.PREFERENCES:
        return tuple(_preference(value, filters, counts) for value in values)
    found = tuple(_value(value, filters, counts) for value in values)
    soon = _soon(filters, counts) if question is Question.WHEN and not looked_for.strip() else ()
    return (*soon, *found)


def states(filters: Filters, taxonomy: Taxonomy, counts: Counts, looked_for: str) -> tuple[Option, ...]:
    """The states a client may be in during a video session."""
    found = (value for value, _ in called(taxonomy.values(Facet.CLIENT_STATE), looked_for))
    others = _besides(filters.chosen, Facet.CLIENT_STATE)
    return tuple(
        Option(
            value.label,
            replace(filters, near=None, chosen=others | BY_VIDEO | {_choice(value)}),
            counts.get(Facet.CLIENT_STATE, {}).get(value.id),
            Wish.MUST if _choice(value) in filters.chosen else Wish.NONE,
        )
        for value in found
    )


def near(filters: Filters, place: str) -> Filters:
    """Near this place, and no longer by video only."""
    apart = _besides(filters.chosen - BY_VIDEO, Facet.CLIENT_STATE)
    return replace(filters, near=Near(place) if place else None, chosen=apart)


def answer(question: Question, filters: Filters, taxonomy: Taxonomy) -> str:
    """What was answered, in a few words, or nothing."""
    told = [within(filters.near)] if question is Question.WHERE and filters.near else []
    asked = filters.chosen | filters.preferred
    for facet in FACETS[question]:
        told += [value.label for value in taxonomy.values(facet) if _choice(value) in asked]
    return ", ".join(told)


def _where(filters: Filters, counts: Counts) -> Iterator[Option]:
    formats = counts.get(Facet.FORMAT, {})
    yield Option(
        translate("Call", "Near a place"),
        filters,
        picked=Wish.MUST if filters.near else Wish.NONE,
        asks=Asks.PLACE,
    )
    others = _besides(filters.chosen, Facet.FORMAT)
    by_video = filters.chosen >= BY_VIDEO
    states_known = bool(counts.get(Facet.CLIENT_STATE))
    yield Option(
        translate("Call", "By video or phone"),
        replace(filters, near=None, chosen=others | BY_VIDEO),
        formats.get("video"),
        Wish.MUST if by_video else Wish.NONE,
        Asks.STATE if states_known else Asks.NOTHING,
    )
    if filters.near:
        for miles in RADII:
            wider = Near(filters.near.place, miles)
            label = translate("Call", "Within {n} miles").format(n=f"{miles:g}")
            picked = Wish.MUST if wider == filters.near else Wish.NONE
            yield Option(label, replace(filters, near=wider), picked=picked)


def _soon(filters: Filters, counts: Counts) -> Iterator[Option]:
    accepting = counts.get(Facet.ACCEPTING, {})
    others = _besides(filters.chosen, Facet.ACCEPTING)
    for label, wanted in (
        (translate("Call", "Taking new clients now"), _OPEN),
        (translate("Call", "Now, or on a waitlist"), _OPEN_OR_WAITING),
    ):
        picked = filters.chosen - others == wanted
        yield Option(
            label,
            replace(filters, chosen=others if picked else others | wanted),
            sum(accepting.get(choice.value, 0) for choice in wanted),
            Wish.MUST if picked else Wish.NONE,
        )


def _values(question: Question, taxonomy: Taxonomy, counts: Counts, looked_for: str) -> Iterator[Value]:
    everything = [
        value
        for facet in FACETS[question]
        if facet is not Facet.ACCEPTING
        for value in taxonomy.values(facet)
        if (value.facet, value.id) not in _EVERYBODY
    ]
    if looked_for.strip():
        yield from (value for value, _ in called(everything, looked_for))
        return
    later: list[Value] = []
    for facet in FACETS[question]:
        own = [value for value in everything if value.facet is facet]
        known = counts.get(facet, {})
        first = sorted((value for value in own if not value.group), key=lambda value: -known.get(value.id, 0))
        if question in {Question.WHO, Question.WHEN}:
            first = [value for value in own if not value.group]  # ages and hours have an order of their own
        later += first[_OF_EACH_PREFERENCE:] if question is Question.PREFERENCES else []
        yield from first[:_OF_EACH_PREFERENCE] if question is Question.PREFERENCES else first
    yield from sorted(later, key=lambda value: -counts.get(value.facet, {}).get(value.id, 0))


def _value(value: Value, filters: Filters, counts: Counts) -> Option:
    choice = _choice(value)
    wish = filters.wish(choice)
    return Option(value.label, filters.toggled(choice), _count(value, counts), wish, goes_on=wish is not Wish.MUST)


def _preference(value: Value, filters: Filters, counts: Counts) -> Option:
    """Once: should have it. Twice: must have it. Three times: need not."""
    choice = _choice(value)
    wish = filters.wish(choice)
    wanted = filters.wishing(choice, _AFTER[wish])
    return Option(value.label, wanted, _count(value, counts), wish, goes_on=False)


def _besides(choices: frozenset[Choice], facet: Facet) -> frozenset[Choice]:
    return frozenset(choice for choice in choices if choice.facet is not facet)


def _choice(value: Value) -> Choice:
    return Choice(Facet(value.facet), value.id)


def _count(value: Value, counts: Counts) -> int:
    return counts.get(value.facet, {}).get(value.id, 0)
