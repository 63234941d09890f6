"""What call mode asks for, worked out from plain values."""

from __future__ import annotations

import random

import pytest

from therapist_desktop.domain.filters import Choice, Filters, Kind, Near, Wish
from therapist_desktop.domain.taxonomy import Facet, FacetList, Taxonomy, Value
from therapist_desktop.ui.models.questions import (
    BY_VIDEO,
    ORDER,
    Asks,
    Question,
    answer,
    near,
    options,
    states,
)


def _list(facet: Facet, *values: str, **aliases: tuple[str, ...]) -> FacetList:
    made = tuple(
        Value(facet, value, value.replace("-", " ").title(), aliases=aliases.get(value, ())) for value in values
    )
    return FacetList(facet, facet.title(), made)


TAXONOMY = Taxonomy(
    (
        _list(Facet.PAYER, "aetna", "medicaid", "cigna", medicaid=("state card",)),
        _list(Facet.SPECIALTY, "grief", "trauma", "anxiety"),
        _list(Facet.FORMAT, "in-person", "video", "phone"),
        _list(Facet.CLIENT_STATE, "nj", "ny"),
        _list(Facet.AGE, "teens", "adults"),
        _list(Facet.PARTICIPANTS, "individuals", "couples"),
        _list(Facet.ACCEPTING, "yes", "waitlist", "no"),
        _list(Facet.LANGUAGE, "en", "es", "vi"),
        _list(Facet.GENDER, "woman", "man"),
    )
)
COUNTS = {
    "payer": {"aetna": 3, "medicaid": 9, "cigna": 5},
    "accepting": {"yes": 4, "waitlist": 2, "no": 1},
    "format": {"video": 7},
    "client_state": {"nj": 1, "ny": 2},
    "language": {"es": 1, "vi": 4},
}


def labels(question: Question, filters: Filters | None = None, looked_for: str = "") -> list[str]:
    return [option.label for option in options(question, filters or Filters(), TAXONOMY, COUNTS, looked_for)]


def test_the_most_frequent_stands_first() -> None:
    assert labels(Question.INSURANCE) == ["Medicaid", "Cigna", "Aetna"]


def test_typed_letters_narrow_by_label_and_alias() -> None:
    assert labels(Question.INSURANCE, looked_for="c") == ["Cigna", "Medicaid"]
    assert labels(Question.INSURANCE, looked_for="state c") == ["Medicaid"]
    assert labels(Question.INSURANCE, looked_for="zzz") == []


def test_what_everybody_has_is_not_offered() -> None:
    assert labels(Question.WHO) == ["Teens", "Adults", "Couples"]
    assert "En" not in labels(Question.PREFERENCES)


def test_a_pick_is_must_and_a_second_one_takes_it_back() -> None:
    first = options(Question.INSURANCE, Filters(), TAXONOMY, COUNTS)[0]
    assert first.filters.chosen == {Choice(Facet.PAYER, "medicaid")}
    assert first.goes_on
    again = options(Question.INSURANCE, first.filters, TAXONOMY, COUNTS)[0]
    assert again.picked is Wish.MUST
    assert again.filters == Filters()
    assert not again.goes_on


def test_a_preference_goes_from_preferred_to_must_to_nothing() -> None:
    filters, seen = Filters(), []
    for _ in range(4):
        option = next(one for one in options(Question.PREFERENCES, filters, TAXONOMY, COUNTS) if one.label == "Es")
        seen.append(option.picked)
        filters = option.filters
    assert seen == [Wish.NONE, Wish.PREFER, Wish.MUST, Wish.NONE]


def test_video_asks_for_the_state_of_the_client_and_forgets_the_place() -> None:
    close = Filters(near=Near("10001"), chosen=frozenset({Choice(Facet.FORMAT, "in-person")}))
    video = options(Question.WHERE, close, TAXONOMY, COUNTS)[1]
    assert video.asks is Asks.STATE
    assert video.filters.near is None
    assert video.filters.chosen == BY_VIDEO
    new_york = next(one for one in states(video.filters, TAXONOMY, COUNTS, "ny"))
    assert new_york.filters.chosen == BY_VIDEO | {Choice(Facet.CLIENT_STATE, "ny")}
    assert near(new_york.filters, "10001") == Filters(near=Near("10001"))


def test_a_release_without_licences_asks_for_no_state() -> None:
    assert options(Question.WHERE, Filters(), TAXONOMY, {})[1].asks is Asks.NOTHING


def test_a_wider_circle_is_offered_once_there_is_a_place() -> None:
    close = Filters(near=Near("10001", 25.0))
    wider = {option.label: option for option in options(Question.WHERE, close, TAXONOMY, COUNTS)[2:]}
    assert list(wider) == ["Within 10 miles", "Within 25 miles", "Within 50 miles", "Within 100 miles"]
    assert wider["Within 25 miles"].picked
    assert wider["Within 50 miles"].filters.near == Near("10001", 50.0)


def test_soon_is_either_now_or_also_a_waitlist() -> None:
    now, waiting, *_ = options(Question.WHEN, Filters(), TAXONOMY, COUNTS)
    assert (now.leaves, waiting.leaves) == (4, 6)
    assert now.filters.chosen < waiting.filters.chosen
    changed = options(Question.WHEN, waiting.filters, TAXONOMY, COUNTS)[0]
    assert changed.filters.chosen == now.filters.chosen, "another answer takes the place of the first"


def test_an_answer_is_told_in_words() -> None:
    filters = Filters(kind=Kind.PROVIDER)
    for question, key in zip(ORDER, (0, 2, 1, 1, 0, 0), strict=True):
        found = options(question, filters, TAXONOMY, COUNTS)
        filters = near(filters, "Albany, NY") if question is Question.WHERE else found[key].filters
    assert [bool(answer(question, filters, TAXONOMY)) for question in ORDER] == [True] * 6
    assert answer(Question.WHERE, filters, TAXONOMY) == "Within 25 mi of Albany, NY"


@pytest.mark.parametrize("seed", range(40))
def test_no_value_is_ever_both_required_and_preferred(seed: int) -> None:
    chance, filters = random.Random(seed), Filters()
    for _ in range(30):
        found = options(chance.choice(ORDER), filters, TAXONOMY, COUNTS)
        filters = chance.choice(found).filters
        assert not filters.chosen & filters.preferred
