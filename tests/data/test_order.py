"""The order of what is found: fair, explained, and the same wherever it is worked out."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.data.oracle import Oracle
from tests.data.standing import BANDS, against, away, tier
from tests.made import PLACES, TODAY, a_center, a_provider, catalogue, crowd, taxonomy, whole
from therapist_desktop.data.datafile.records import Accepting, Address
from therapist_desktop.domain.errors import Outdated
from therapist_desktop.domain.filters import Choice, Filters, Kind, Near, Sort
from therapist_desktop.domain.results import Card, Change, Results
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.services.catalogue import Catalogue

CROWD = crowd(600)
ORACLE = Oracle(CROWD, taxonomy(), TODAY)
BY_ID = {one.id: one for one in CROWD}
SPOTS = {code: (latitude / 1e5, longitude / 1e5) for code, _, _, latitude, longitude in PLACES}
SPANISH = Choice(Facet.LANGUAGE, "es")
VIDEO = Choice(Facet.FORMAT, "video")
TAKES_NEW = Choice(Facet.ACCEPTING, "yes")
wishes = st.sampled_from((SPANISH, VIDEO, Choice(Facet.FORMAT, "in-person"), Choice(Facet.SPECIALTY, "anxiety")))
asked = st.builds(
    Filters,
    words=st.sampled_from(
        ("", "", "mary", "mary samp", "samp", "anx", "harbor", "10001", "grace", "trauma", "ana lin")
    ),
    kind=st.sampled_from((None, None, Kind.PROVIDER, Kind.CENTER)),
    chosen=st.frozensets(st.sampled_from((TAKES_NEW, Choice(Facet.PAYER, "medicaid"))), max_size=1),
    preferred=st.frozensets(wishes, max_size=3),
    near=st.one_of(st.none(), st.builds(Near, st.sampled_from(sorted(SPOTS)), st.sampled_from((3.0, 25.0, 200.0)))),
)


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return catalogue(tmp_path_factory.mktemp("crowd"), whole(CROWD))


def shown(asked: Catalogue, filters: Filters) -> list[Card]:
    results = asked.search(filters, TODAY)
    return list(asked.page(results, 0, results.total, TODAY))


def test_fresh_listings_come_before_ageing_stale_and_unverified_ones(crowded: Catalogue) -> None:
    for filters in (Filters(), Filters(kind=Kind.PROVIDER), Filters(chosen=frozenset({SPANISH}))):
        bands = [BANDS.index(card.freshness) for card in shown(crowded, filters)]
        assert bands == sorted(bands)
        assert len(set(bands)) > 1


def test_within_a_band_the_nearer_come_first(crowded: Catalogue) -> None:
    cards = shown(crowded, Filters(near=Near("10001", 200)))
    assert len(cards) > 50
    for band in BANDS:
        distances = [away(BY_ID[card.id], SPOTS["10001"]) for card in cards if card.freshness == band]
        assert all(near <= far + 0.001 for near, far in pairwise(distances))


def test_the_alphabet_has_no_say_unless_it_is_asked(crowded: Catalogue) -> None:
    names = [card.name.casefold() for card in shown(crowded, Filters(kind=Kind.PROVIDER)) if card.freshness == "fresh"]
    rises = sum(one <= other for one, other in pairwise(names))
    assert 0.3 < rises / len(names) < 0.7


def test_everything_has_one_order_with_and_without_the_engine(crowded: Catalogue) -> None:
    opening = crowded.search(Filters(), TODAY)
    engine = crowded.search(Filters(kind=None, chosen=frozenset(Choice(Facet.VERIFIED, band) for band in BANDS)), TODAY)
    assert list(opening.rows) == list(engine.rows)
    for place in (0, 17, len(CROWD) - 1):
        card = crowded.page(opening, place, 1, TODAY)[0]
        assert crowded.position(opening, card.id) == place == crowded.position(engine, card.id)
    assert opening.rows[3:9:2] == list(engine.rows)[3:9:2]


def test_the_order_changes_with_the_day_and_not_within_it(crowded: Catalogue) -> None:
    asked = Filters(words="sample")
    today = list(crowded.search(asked, TODAY).rows)
    assert today == list(crowded.search(asked, TODAY).rows)
    tomorrow = list(crowded.search(asked, TODAY + timedelta(days=1)).rows)
    assert sorted(tomorrow) == sorted(today)
    assert tomorrow != today


def test_equals_at_one_address_take_turns(tmp_path: Path) -> None:
    here = Address(city="New York", state_province="NY", latitude=4074840, longitude=-7399670)
    asked = catalogue(tmp_path, whole([a_provider(n, name=f"Sample {n}", address=here) for n in range(5)]))
    first = set()
    for day in range(60):
        results = asked.search(Filters(near=Near("10001", 5)), TODAY + timedelta(days=day))
        first.add(asked.page(results, 0, 1, TODAY)[0].id)
    assert len(first) == 5


def test_descending_turns_an_order_round(crowded: Catalogue) -> None:
    for sort in Sort:
        up = Filters(near=Near("10001", 200), sort=sort)
        rows = list(crowded.search(up, TODAY).rows)
        assert list(crowded.search(replace(up, descending=True), TODAY).rows) == rows[::-1]


@given(filters=asked)
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_best_match_means_tier_then_wishes_then_freshness_then_distance(crowded: Catalogue, filters: Filters) -> None:
    cards = shown(crowded, filters)
    answer = ORACLE.ask(filters, SPOTS[filters.near.place] if filters.near else None)
    assert {card.id for card in cards} == answer.ids
    for card, after in pairwise(cards):
        one, other = BY_ID[card.id], BY_ID[after.id]
        before = (tier(ORACLE, one, filters.words), against(one, filters), BANDS.index(card.freshness))
        behind = (tier(ORACLE, other, filters.words), against(other, filters), BANDS.index(after.freshness))
        assert before <= behind
        if filters.near and before == behind:
            assert away(one, SPOTS[filters.near.place]) <= away(other, SPOTS[filters.near.place]) + 0.001


def test_what_is_preferred_narrows_nothing_and_comes_first(crowded: Catalogue) -> None:
    plain, soft = Filters(kind=Kind.PROVIDER), Filters(kind=Kind.PROVIDER, preferred=frozenset({SPANISH, VIDEO}))
    cards = shown(crowded, soft)
    assert {card.id for card in cards} == {card.id for card in shown(crowded, plain)}
    assert crowded.search(soft, TODAY).counts == crowded.search(plain, TODAY).counts
    weights = {against(BY_ID[card.id], soft) for card in cards}
    assert len(weights) > 2


def test_a_card_says_which_wishes_it_meets_and_which_are_unknown(tmp_path: Path) -> None:
    people = [
        a_provider(1, name="Meets", language=("es",), accepting=Accepting(status="yes")),
        a_provider(2, name="Says nothing", language=(), accepting=Accepting()),
        a_provider(3, name="Says no", language=("en",), accepting=Accepting(status="no")),
    ]
    asked = catalogue(tmp_path, whole(people))
    cards = shown(asked, Filters(preferred=frozenset({SPANISH, TAKES_NEW})))
    assert [card.name for card in cards] == ["Meets", "Says nothing", "Says no"]
    assert [reason.text for reason in cards[0].why] == ["Yes", "Spanish"]
    assert [set(card.unknown) for card in cards] == [set(), {"Spanish", "Yes"}, set()]
    assert cards[1].why == cards[2].why == ()


def test_no_circle_is_offered_without_video_too(tmp_path: Path) -> None:
    far = Address(city="Albany", state_province="NY", latitude=4265720, longitude=-7374790)
    people = [a_provider(n, name=f"Sample {n}", address=far, format=("video",)) for n in range(4)]
    asked = catalogue(tmp_path, whole([*people, a_center(9, name="House", address=far, format=("in-person",))]))
    results = asked.search(Filters(near=Near("10001", 5)), TODAY)
    offered = {miss.change: miss for miss in results.near_miss}
    assert results.total == 0
    assert offered[Change.BY_VIDEO].total == 4
    assert offered[Change.ANYWHERE].total == 5
    assert offered[Change.WIDEN].text == "widen to 200 mi"
    for miss in results.near_miss:
        assert asked.search(miss.filters, TODAY).total == miss.total
    totals = [miss.total for miss in results.near_miss]
    assert totals == sorted(totals, reverse=True)


def test_each_word_too_many_is_named(tmp_path: Path) -> None:
    people = [a_provider(n, name=f"Grace Sample {n}", description="Grief and loss.") for n in range(3)]
    asked = catalogue(tmp_path, whole(people))
    results = asked.search(Filters(words='grace saturday "grief and loss"'), TODAY)
    assert results.total == 0
    best = results.near_miss[0]
    assert (best.text, best.total) == ('drop "saturday"', 3)
    assert best.filters.words == 'grace "grief and loss"'
    for miss in results.near_miss:
        assert asked.search(miss.filters, TODAY).total == miss.total


def test_a_question_nobody_waits_for_is_given_up(crowded: Catalogue) -> None:
    asked: list[int] = []

    def until_the_third() -> None:
        asked.append(len(asked))
        if len(asked) == 3:
            raise Outdated

    with pytest.raises(Outdated):
        crowded.search(Filters(words="mary"), TODAY, still=until_the_third)
    assert len(asked) == 3
    heard = _counting(crowded, Filters(words="mary"))
    assert heard > 10


def _counting(asked: Catalogue, filters: Filters) -> int:
    heard: list[None] = []
    results: Results = asked.search(filters, TODAY, still=lambda: heard.append(None))
    assert results.total
    return len(heard)


def test_counts_of_yesterday_are_never_kept_for_today(crowded: Catalogue) -> None:
    asked, later = Filters(kind=Kind.PROVIDER), TODAY + timedelta(days=200)
    right = crowded.search(asked, later).counts
    steps = _counting(crowded, asked)
    for midnight in range(steps):
        heard: list[None] = []

        def at_midnight(step: int = midnight, heard: list[None] = heard) -> None:
            heard.append(None)
            if len(heard) == step + 1:  # somebody else asks, and it is another day
                crowded.search(Filters(kind=Kind.CENTER), later)

        crowded.search(Filters(kind=Kind.CENTER), TODAY)
        crowded.search(asked, TODAY, still=at_midnight)
        assert crowded.search(asked, later).counts == right
