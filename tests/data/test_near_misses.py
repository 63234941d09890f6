"""What a single change would bring where little or nothing is found, recounted by the oracle."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.data.oracle import Oracle
from tests.made import FACETS, PLACES, TODAY, catalogue, crowd, taxonomy, whole
from therapist_desktop.domain.filters import Choice, Filters, Kind, Near
from therapist_desktop.domain.results import Change
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.services.catalogue import Catalogue

CROWD = crowd(250, seed=3)
ORACLE = Oracle(CROWD, taxonomy(), TODAY)
SPOTS = {code: (latitude / 1e5, longitude / 1e5) for code, _, _, latitude, longitude in PLACES}
ENOUGH = 5
choices = st.sampled_from([Choice(Facet(facet), code) for facet, values in FACETS.items() for code, *_ in values])
narrow = st.builds(
    Filters,
    words=st.sampled_from(("", "mary", "ana sample", "harbor grief", '"quiet room"', "omar -grief", "zzzzzz")),
    kind=st.sampled_from((None, Kind.PROVIDER, Kind.CENTER)),
    chosen=st.frozensets(choices, max_size=4),
    near=st.one_of(st.none(), st.builds(Near, st.sampled_from(sorted(SPOTS)), st.sampled_from((1.0, 3.0, 25.0, 60.0)))),
)


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return catalogue(tmp_path_factory.mktemp("crowd"), whole(CROWD))


@given(filters=narrow)
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_change_brings_as_many_more_as_it_says(crowded: Catalogue, filters: Filters) -> None:
    results = crowded.search(filters, TODAY)
    if results.total >= ENOUGH:
        assert results.near_miss == ()
        return
    for miss in results.near_miss:
        spot = SPOTS[miss.filters.near.place] if miss.filters.near else None
        assert miss.total == len(ORACLE.ask(miss.filters, spot).ids)
        assert (miss.now, miss.more) == (results.total, miss.total - results.total)
        assert miss.more > 0
    spots = [SPOTS[one.near.place] if one.near else None for one in _single(filters)]
    best = max(len(ORACLE.ask(one, spot).ids) for one, spot in zip(_single(filters), spots, strict=True))
    if best > results.total:
        assert results.near_miss[0].total >= best


def _single(filters: Filters) -> list[Filters]:
    """Some of the changes: each facet, the kind and the place left out."""
    found = [
        replace(filters, chosen=frozenset(one for one in filters.chosen if one.facet is not facet))
        for facet in filters.by_facet()
    ]
    return [*found, replace(filters, kind=None), replace(filters, near=None)]


def test_few_are_told_what_brings_more_and_enough_are_not(crowded: Catalogue) -> None:
    """From one to four results, whatever they are found by."""
    seen = set()
    values = [Choice(Facet(facet), code) for facet, some in FACETS.items() for code, *_ in some]
    for one, other in combinations(values, 2):
        filters = Filters(words="grace", chosen=frozenset({one, other}))
        results = crowded.search(filters, TODAY)
        if 0 < results.total < ENOUGH:
            seen.add(results.total)
            assert results.near_miss
            assert Change.DROP_WORDS in {miss.change for miss in results.near_miss}
        elif results.total:
            assert not results.near_miss
    assert seen == {1, 2, 3, 4}


def test_circles_are_counted_alike_for_few_and_for_many(crowded: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    filters = Filters(words="mary house", kind=Kind.CENTER, near=Near("12207", 1))
    once = crowded.search(filters, TODAY).near_miss
    assert Change.WIDEN in {miss.change for miss in once}
    monkeypatch.setattr("therapist_desktop.data.reading.columns._MANY", 10_000)
    assert crowded.search(filters, TODAY).near_miss == once
