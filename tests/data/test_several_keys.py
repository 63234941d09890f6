"""Orders of several keys, held against a recount from the records."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.data.oracle import Oracle
from tests.data.standing import OPENINGS, may_precede, standing
from tests.made import PLACES, TODAY, a_center, a_provider, catalogue, crowd, taxonomy, whole
from therapist_desktop.data.datafile.records import Accepting, Address, Listed
from therapist_desktop.domain.filters import ANY_MILES, Choice, Filters, Kind, Near, Order, Sort
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.services.catalogue import Catalogue

SPOTS = {code: (latitude / 1e5, longitude / 1e5) for code, _, _, latitude, longitude in PLACES}
SPANISH, VIDEO = Choice(Facet.LANGUAGE, "es"), Choice(Facet.FORMAT, "video")


def at_few_addresses() -> list[Listed]:
    """A crowd in which many share a place, a name, a day and all else that is sorted by; some have no state."""
    middles = {code: (latitude, longitude) for code, _, _, latitude, longitude in PLACES}
    people = []
    for number, one in enumerate(crowd(500, seed=11)):
        latitude, longitude = middles[one.address.postal_code or ""]
        state = None if number % 11 == 0 else one.address.state_province
        there = one.address.latitude is not None
        address = Address(
            city=one.address.city,
            state_province=state,
            postal_code=one.address.postal_code,
            latitude=latitude + 1000 * (number % 3) if there else None,
            longitude=longitude if there else None,
        )
        day = None if number % 5 == 0 else TODAY - timedelta(days=70 * (number % 8))
        people.append(_changed(one, address=address, verified_on=day))
    return people


def _changed(one: Listed, **given: object) -> Listed:
    fields = {name: getattr(one, name) for name in one.__struct_fields__} | given
    return type(one)(**fields)


CROWD = at_few_addresses()
ORACLE = Oracle(CROWD, taxonomy(), TODAY)
BY_ID = {one.id: one for one in CROWD}
orders = st.builds(Order, st.sampled_from(tuple(Sort)), st.booleans())
asked = st.builds(
    Filters,
    words=st.sampled_from(("", "", "mary", "samp", "harbor", "grace")),
    kind=st.sampled_from((None, None, Kind.PROVIDER)),
    preferred=st.frozensets(st.sampled_from((SPANISH, VIDEO)), max_size=2),
    near=st.one_of(
        st.none(), st.builds(Near, st.sampled_from(sorted(SPOTS)), st.sampled_from((25.0, 200.0, ANY_MILES)))
    ),
    sort=st.sampled_from((None, *Sort)),
    descending=st.booleans(),
    then=st.lists(orders, min_size=1, max_size=2).map(tuple),
)


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return catalogue(tmp_path_factory.mktemp("crowd"), whole(CROWD))


@pytest.fixture(scope="module")
def turns(crowded: Catalogue) -> dict[str, int]:
    """The fair order of the day."""
    everything = crowded.search(Filters(), TODAY)
    return {card.id: turn for turn, card in enumerate(crowded.page(everything, 0, everything.total, TODAY))}


@given(filters=asked)
@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_each_key_orders_what_those_before_it_leave_equal(
    crowded: Catalogue, turns: dict[str, int], filters: Filters
) -> None:
    spot = SPOTS[filters.near.place] if filters.near else None
    results = crowded.search(filters, TODAY)
    ids = [card.id for card in crowded.page(results, 0, results.total, TODAY)]
    assert set(ids) == ORACLE.ask(filters, spot).ids
    stands = [standing(ORACLE, BY_ID[one], filters, spot, TODAY) for one in ids]
    sorts = {part.sort for part in stands[0]} if stands else set()
    is_by_id = "name" in sorts
    nearest_last = spot is not None and "distance" not in sorts and not is_by_id and "relevance" in sorts
    for (one, here), (other, there) in pairwise(zip(ids, stands, strict=True)):
        precedes = may_precede(here, there)
        if precedes is None and len(here) == 1:
            continue  # one key alone turns its equals round too: test_order.py
        if precedes is None and nearest_last:
            away = [
                standing(ORACLE, BY_ID[each], Filters(near=filters.near, sort=Sort.DISTANCE), spot, TODAY)
                for each in (one, other)
            ]
            precedes = may_precede(*away)
        if precedes is None:
            ids_turned = here[-1].sort == "name" and here[-1].turned
            precedes = (one > other if ids_turned else one < other) if is_by_id else turns[one] < turns[other]
        assert precedes, (here, there)


@given(filters=asked, place=st.integers(0, 400))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_listing_is_found_again_in_every_order(crowded: Catalogue, filters: Filters, place: int) -> None:
    results = crowded.search(filters, TODAY)
    for card in crowded.page(results, place % max(1, results.total), 1, TODAY):
        assert crowded.position(results, card.id) == place % results.total


def test_another_order_changes_nothing_else(crowded: Catalogue) -> None:
    plain = crowded.search(Filters(words="mary"), TODAY)
    for sort in Sort:
        results = crowded.search(Filters(words="mary", sort=sort, then=(Order(Sort.NAME),)), TODAY)
        assert sorted(results.rows) == sorted(plain.rows)
        assert results.counts == plain.counts


def test_who_takes_new_clients_comes_first(crowded: Catalogue) -> None:
    results = crowded.search(Filters(sort=Sort.OPENINGS), TODAY)
    cards = crowded.page(results, 0, results.total, TODAY)
    places = [OPENINGS.index(card.accepting) for card in cards]
    assert places == sorted(places)
    assert set(places) == {0, 1, 2, 3}
    first = [card.freshness for card in cards if card.accepting == "yes"]
    assert first[0] == "fresh"
    assert first[-1] == "never"


def test_states_come_by_their_letters_and_none_comes_last(crowded: Catalogue) -> None:
    results = crowded.search(Filters(sort=Sort.STATE, then=(Order(Sort.VERIFIED),)), TODAY)
    states = [card.state for card in crowded.page(results, 0, results.total, TODAY)]
    assert states == sorted(states, key=lambda state: state or "~")
    assert {"NJ", "NY", ""} == set(states)


def test_keys_that_order_nothing_are_left_out() -> None:
    name, state = Order(Sort.NAME), Order(Sort.STATE, descending=True)
    assert Filters(then=(Order(Sort.RELEVANCE), Order(Sort.DISTANCE), name)).orders == (Order(Sort.RELEVANCE), name)
    assert Filters(sort=Sort.DISTANCE, then=(name,)).orders == (Order(Sort.RELEVANCE), name)
    twice = Filters(sort=Sort.STATE, descending=True, then=(Order(Sort.STATE), name, name))
    assert twice.orders == (state, name)
    near = Filters(near=Near("10001"), then=(Order(Sort.DISTANCE),))
    assert near.orders == (Order(Sort.RELEVANCE), Order(Sort.DISTANCE))


def test_keys_that_order_nothing_leave_the_first_answer_as_it_is(crowded: Catalogue) -> None:
    plain = crowded.search(Filters(), TODAY)
    same = crowded.search(Filters(then=(Order(Sort.RELEVANCE), Order(Sort.DISTANCE))), TODAY)
    assert list(same.rows) == list(plain.rows)


def test_more_keys_than_fit_into_one_number_are_counted_through(
    crowded: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = tuple(Order(sort, descending=sort is Sort.STATE) for sort in Sort if sort is not Sort.RELEVANCE)
    wanted = Filters(near=Near("10001", 200), preferred=frozenset({SPANISH}), then=every)
    roomy = list(crowded.search(wanted, TODAY).rows)
    monkeypatch.setattr("therapist_desktop.data.reading.orders._BITS", 42)
    assert list(crowded.search(wanted, TODAY).rows) == roomy
    assert list(crowded.search(replace(wanted, then=every[::-1]), TODAY).rows) != roomy


def test_nothing_and_one_alone_have_every_order(tmp_path: Path) -> None:
    several: list[list[Listed]] = [[], [a_center(1)], [a_provider(2)]]
    for number, listings in enumerate(several):
        folder = tmp_path / str(number)
        folder.mkdir()
        asked = catalogue(folder, whole(listings))
        for sort in Sort:
            for then in Sort:
                results = asked.search(Filters(sort=sort, then=(Order(then), Order(Sort.VERIFIED))), TODAY)
                assert results.total == len(listings)
                assert [card.id for card in asked.page(results, 0, 5, TODAY)] == [one.id for one in listings]


def test_one_name_goes_on_by_the_next_key(tmp_path: Path) -> None:
    openings = [Accepting(status="no"), Accepting(status="yes"), Accepting(status="waitlist")]
    people = [a_provider(n, name="Ana Sample", accepting=one) for n, one in enumerate(openings)]
    asked = catalogue(tmp_path, whole([*people, a_provider(8, name="Zoe", accepting=Accepting(status="yes"))]))
    results = asked.search(Filters(sort=Sort.NAME, then=(Order(Sort.OPENINGS),)), TODAY)
    shown = [(card.name, card.accepting) for card in asked.page(results, 0, 9, TODAY)]
    assert shown == [("Ana Sample", "yes"), ("Ana Sample", "waitlist"), ("Ana Sample", "no"), ("Zoe", "yes")]
