"""Search against the oracle, and the order of what it finds."""

import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.data.oracle import Oracle, miles
from tests.made import FACETS, PLACES, TODAY, a_center, a_provider, catalogue, crowd, taxonomy, whole
from therapist_desktop.data.datafile.records import Address, Listed
from therapist_desktop.domain.errors import UnknownValue
from therapist_desktop.domain.filters import ANY_MILES, Choice, Filters, Kind, Near, Sort
from therapist_desktop.domain.freshness import Freshness
from therapist_desktop.domain.reasons import Reason, Why
from therapist_desktop.domain.results import Results
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.services.catalogue import Catalogue

CROWD = crowd(400)
ORACLE = Oracle(CROWD, taxonomy(), TODAY)
BY_ID = {one.id: one for one in CROWD}
A_STEP = 0.001
"""Miles that two listings may stand in the wrong order by."""
SPOTS = {code: (latitude / 1e5, longitude / 1e5) for code, _, _, latitude, longitude in PLACES}

choices = st.sampled_from(
    [Choice(Facet(facet), code) for facet, values in FACETS.items() for code, *_ in values]
    + [Choice(Facet.CLIENT_STATE, state) for state in ("ny", "nj", "ct")]
    + [Choice(Facet.VERIFIED, band) for band in ("fresh", "ageing", "stale", "never")]
)
asked = st.builds(
    Filters,
    words=st.sampled_from(
        ("", "", "mary", "MARY joh", "jos\u00e9", "samp", "anx", "harbor", "o'sample", "trauma", "10001")
    ),
    kind=st.sampled_from((None, None, Kind.PROVIDER, Kind.CENTER)),
    chosen=st.frozensets(choices, max_size=4),
    near=st.one_of(
        st.none(), st.builds(Near, st.sampled_from(sorted(SPOTS)), st.sampled_from((1.0, 3.0, 25.0, 200.0, ANY_MILES)))
    ),
    sort=st.sampled_from((None, *Sort)),
    descending=st.booleans(),
)


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return catalogue(tmp_path_factory.mktemp("crowd"), whole(CROWD))


def found(crowded: Catalogue, filters: Filters) -> tuple[Results, list[Listed]]:
    results = crowded.search(filters, TODAY)
    pages = [crowded.page(results, offset, 64, TODAY) for offset in range(0, results.total, 64)]
    return results, [BY_ID[card.id] for page in pages for card in page]


@given(filters=asked)
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_answer_agrees_with_the_oracle(crowded: Catalogue, filters: Filters) -> None:
    results, listings = found(crowded, filters)
    answer = ORACLE.ask(filters, SPOTS[filters.near.place] if filters.near else None)
    if not results.corrected:
        assert {one.id for one in listings} == answer.ids
        assert len(listings) == results.total
        assert {facet: dict(values) for facet, values in results.counts.items()} == answer.counts
        assert dict(results.kinds) == answer.kinds


@given(filters=asked)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_order_is_the_one_asked_for(crowded: Catalogue, filters: Filters) -> None:
    _, listings = found(crowded, filters)
    keys: dict[Sort, Callable[[Listed], float]] = {
        Sort.VERIFIED: lambda one: -(one.verified_on.toordinal() if one.verified_on else 0),
    }
    if filters.near:
        spot = SPOTS[filters.near.place]
        keys[Sort.DISTANCE] = lambda one: miles_to(one, spot)
    if key := keys.get(filters.order):
        got = [key(one) for one in (reversed(listings) if filters.descending else listings)]
        assert all(got[place] <= got[place + 1] + A_STEP for place in range(len(got) - 1))


def miles_to(one: Listed, spot: tuple[float, float]) -> float:
    """What is nowhere is farther than everything."""
    if one.address.latitude is None or one.address.longitude is None:
        return math.inf
    return miles(spot, (one.address.latitude / 1e5, one.address.longitude / 1e5))


def test_any_distance_leaves_nobody_out(crowded: Catalogue) -> None:
    everybody = crowded.search(Filters(), TODAY)
    results, listings = found(crowded, Filters(near=Near("10001", ANY_MILES), sort=Sort.DISTANCE))
    assert (results.total, results.counts) == (everybody.total, everybody.counts)
    known = [miles_to(one, SPOTS["10001"]) for one in listings]
    assert known[0] < 25
    assert 100 < known[-50] < known[-1] == math.inf
    cards = crowded.page(results, 0, results.total, TODAY)
    assert [card.miles is None for card in cards] == [one == math.inf for one in known]
    assert not results.near_miss


def test_a_page_at_any_offset_is_a_slice_of_the_whole(crowded: Catalogue) -> None:
    results = crowded.search(Filters(kind=Kind.PROVIDER), TODAY)
    every = [card.id for card in crowded.page(results, 0, results.total, TODAY)]
    for offset in (0, 1, 63, 64, 200, results.total - 1, results.total):
        assert [card.id for card in crowded.page(results, offset, 50, TODAY)] == every[offset : offset + 50]


def test_best_matches_come_first(tmp_path: Path) -> None:
    listings = [
        a_provider(1, name="Ada Lake", description="Wrote about Grace."),
        a_provider(2, name="Grace Lake"),
        a_provider(3, name="Bo Ek", organization="Grace House"),
        a_provider(4, name="Grace"),
        a_center(5, name="Amazing Graceland"),
    ]
    results_of = catalogue(tmp_path, whole(listings))
    results = results_of.search(Filters(words="grace"), TODAY)
    names = [card.name for card in results_of.page(results, 0, 9, TODAY)]
    assert names[0] == "Grace"
    assert set(names[1:3]) == {"Amazing Graceland", "Grace Lake"}
    assert names[3:] == ["Bo Ek", "Ada Lake"]


def test_a_mistyped_word_is_mended_and_said(crowded: Catalogue) -> None:
    results = crowded.search(Filters(words="anxeity"), TODAY)
    assert results.corrected == {"anxeity": "anxiety"}
    assert results.total == crowded.search(Filters(words="anxiety"), TODAY).total > 0


def test_a_word_that_means_nothing_finds_nothing_and_offers_a_way_out(crowded: Catalogue) -> None:
    results = crowded.search(Filters(words="qqqqqqqqqq", kind=Kind.CENTER), TODAY)
    assert results.total == 0
    best = results.near_miss[0]
    assert best.filters == Filters(kind=Kind.CENTER)
    assert crowded.search(best.filters, TODAY).total == best.total


def test_every_way_out_leads_where_it_says(crowded: Catalogue) -> None:
    narrow = Filters(
        words="mary",
        kind=Kind.CENTER,
        chosen=frozenset({Choice(Facet.SPECIALTY, "bipolar")}),
        near=Near("12207", 5.0),
    )
    results = crowded.search(narrow, TODAY)
    assert len(results.near_miss) > 1
    for change in results.near_miss:
        assert crowded.search(change.filters, TODAY).total == change.total > results.total


def test_where_no_single_change_helps_one_can_start_over(crowded: Catalogue) -> None:
    results = crowded.search(Filters(words="qqqqqqqqqq", near=Near("12207", 0.001)), TODAY)
    assert [change.filters for change in results.near_miss] == [Filters()]
    assert results.near_miss[0].total == len(CROWD)


@pytest.mark.parametrize("place", ["00000", "Nowhere, NY", "somewhere", "", "New York, ZZ", "10001-"])
def test_an_unknown_place_is_said_so(crowded: Catalogue, place: str) -> None:
    with pytest.raises(UnknownValue):
        crowded.search(Filters(near=Near(place)), TODAY)


@pytest.mark.parametrize("place", ["10001", " 10001-1234 ", "New York, NY", "new york ny", "NEW YORK,NY"])
def test_a_place_can_be_written_in_several_ways(crowded: Catalogue, place: str) -> None:
    results = crowded.search(Filters(near=Near(place, 10)), TODAY)
    assert results.spot is not None
    assert "New York, NY" in results.spot.label
    assert results.total > 0


def test_an_unknown_value_names_known_ones(crowded: Catalogue) -> None:
    with pytest.raises(UnknownValue, match="magic") as caught:
        crowded.search(Filters(chosen=frozenset({Choice(Facet.PAYER, "magic")})), TODAY)
    assert "medicaid" in caught.value.line()


def test_cards_say_why_they_match(crowded: Catalogue) -> None:
    wanted = Filters(words="harbor", chosen=frozenset({Choice(Facet.PAYER, "medicaid")}), near=Near("10001", 25))
    results = crowded.search(wanted, TODAY)
    for card in crowded.page(results, 0, 5, TODAY):
        assert Reason(Why.VALUE, "Medicaid") in card.why
        assert card.miles is not None
        assert f"{card.miles:.1f} mi" in map(str, card.why)
        assert (Reason(Why.VERIFIED) in card.why) is (card.freshness is Freshness.FRESH)


def test_selection_can_be_found_again_by_id(crowded: Catalogue) -> None:
    results = crowded.search(Filters(sort=Sort.VERIFIED), TODAY)
    cards = crowded.page(results, 0, results.total, TODAY)
    assert crowded.position(results, cards[123].id) == 123
    assert crowded.position(results, "test:nobody") is None
    people = crowded.search(Filters(kind=Kind.PROVIDER), TODAY)
    center = next(card for card in cards if card.kind is Kind.CENTER)
    assert crowded.position(people, center.id) is None


def test_nothing_at_all_can_be_searched(tmp_path: Path) -> None:
    empty = catalogue(tmp_path, whole([]))
    for filters in (Filters(), Filters(words="mary"), Filters(sort=Sort.VERIFIED), Filters(near=Near("10001"))):
        results = empty.search(filters, TODAY)
        assert results.total == 0
        assert empty.page(results, 0, 10, TODAY) == ()


def test_the_release_may_move_on_while_a_page_is_asked_for(tmp_path: Path, crowded: Catalogue) -> None:
    results = crowded.search(Filters(), TODAY)
    other = replace(results, state="f" * 32)
    assert crowded.page(other, 0, 10, TODAY) == ()


@pytest.mark.parametrize("unsorted", [False, True])
def test_rows_follow_the_name_whatever_the_order_of_the_file(tmp_path: Path, *, unsorted: bool) -> None:
    names = ["Zoe", "ada", "\u00c9mile", "Bo"]
    listings = [a_provider(number, name=name, address=Address()) for number, name in enumerate(names)]
    if not unsorted:
        listings.sort(key=lambda one: {"ada": 0, "Bo": 1, "\u00c9mile": 2, "Zoe": 3}[one.name])
    shown = catalogue(tmp_path, whole(listings))
    results = shown.search(Filters(sort=Sort.NAME), TODAY)
    assert [card.name for card in shown.page(results, 0, 9, TODAY)] == ["ada", "Bo", "\u00c9mile", "Zoe"]


def test_cards_of_some_ids_come_in_the_order_asked(crowded: Catalogue) -> None:
    ids = [CROWD[place].id for place in (300, 2, 17, 2)]
    assert [card.id for card in crowded.cards_of([ids[0], "test:gone", *ids[1:]], TODAY)] == ids
    assert crowded.cards_of([], TODAY) == ()
    every = crowded.cards_of([one.id for one in CROWD], TODAY) + crowded.cards_of([one.id for one in CROWD], TODAY)
    assert len(every) == 2 * len(CROWD)
    results = crowded.search(Filters(sort=Sort.NAME), TODAY)
    page = crowded.page(results, 0, 20, TODAY)
    assert [replace(card, why=()) for card in page] == list(crowded.cards_of([card.id for card in page], TODAY))


def test_more_cards_than_one_question_takes(crowded: Catalogue) -> None:
    ids = [one.id for one in CROWD] * 3
    assert [card.id for card in crowded.cards_of(ids, TODAY)] == ids
