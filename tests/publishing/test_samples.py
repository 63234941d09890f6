"""Made-up listings look like real ones at a distance and like samples from near."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from tests.publishing.conftest import TODAY, Run
from therapist_desktop.data.datafile.canonical import encode
from therapist_desktop.data.datafile.checking import Quarantined, decode
from therapist_desktop.data.datafile.reading import NumberedLine
from therapist_desktop.data.datafile.records import Place, Provider, TaxonomyRecord
from therapist_desktop.domain.freshness import Freshness, freshness_of
from therapist_desktop.publishing.samples.alex import ID
from therapist_desktop.publishing.samples.centers import sample_centers
from therapist_desktop.publishing.samples.names import MARKS
from therapist_desktop.publishing.samples.providers import sample_providers

MANY = 2_000

Taxonomy = tuple[TaxonomyRecord, ...]
Places = tuple[Place, ...]


@pytest.fixture(scope="module")
def providers(taxonomy: Taxonomy, places: Places) -> list[Provider]:
    return list(sample_providers(taxonomy, places, MANY, 1, TODAY))


def test_the_same_seed_gives_the_same_people(taxonomy: Taxonomy, places: Places) -> None:
    def lines(seed: int) -> list[bytes]:
        return [encode(one) for one in sample_providers(taxonomy, places, 50, seed, TODAY)]

    assert lines(1) == lines(1)
    assert lines(1) != lines(2)


def test_every_sample_keeps_the_schema(taxonomy: Taxonomy, places: Places, providers: list[Provider]) -> None:
    listings = [*providers, *sample_centers(taxonomy, places, 100, 1, TODAY)]
    found = [decode(NumberedLine(number, encode(one))) for number, one in enumerate(listings)]
    assert not [one for one in found if isinstance(one, Quarantined)]


def test_nobody_can_take_them_for_real(taxonomy: Taxonomy, places: Places, providers: list[Provider]) -> None:
    listings = [*providers, *sample_centers(taxonomy, places, 100, 1, TODAY)]
    for one in listings:
        assert one.sample
        assert one.id.startswith("sample:")
        assert any(mark in one.name for mark in MARKS), one.name
        assert all(phone.number and phone.number[3:8] == "55501" for phone in one.phones)
        assert "example.org" in (one.url or "example.org")


def test_alex_sample_is_always_there(providers: list[Provider]) -> None:
    alex = providers[0]
    assert (alex.id, alex.name, alex.credential) == (ID, "Alex Sample", "LCSW")
    assert (alex.address.city, alex.address.postal_code) == ("New York", "10001")
    assert "person-centered" in alex.approach


def test_the_lists_are_as_long_and_as_uneven_as_real_ones(providers: list[Provider]) -> None:
    def mean(field: str) -> float:
        return sum(len(getattr(one, field)) for one in providers) / len(providers)

    assert 9 < mean("specialty") < 13
    assert 5 < mean("approach") < 8
    assert 2 < mean("payer") < 4
    counts = [count for _, count in Counter(value for one in providers for value in one.specialty).most_common()]
    assert len(counts) > 100
    assert counts[0] > 10 * counts[60]
    cities = Counter((one.address.city, one.address.state_province) for one in providers).most_common()
    assert all(now[1] >= then[1] for now, then in pairwise(cities))
    assert cities[0][1] > 10
    assert sum("en" in one.language for one in providers) == len(providers)
    assert 0.05 < sum("es" in one.language for one in providers) / len(providers) < 0.4


def test_every_band_of_freshness_and_every_answer_occurs(providers: list[Provider]) -> None:
    bands = Counter(freshness_of(one.verified_on, TODAY) for one in providers)
    answers = Counter(one.accepting.status for one in providers)
    assert min(bands[band] for band in Freshness) > MANY / 20
    assert min(answers[status] for status in ("yes", "waitlist", "no", "unknown")) > MANY / 20
    assert all(one.verified_on is None or one.verified_on <= TODAY for one in providers)


def test_what_a_front_desk_asks_for_is_there_and_often_unknown(
    taxonomy: Taxonomy, places: Places, providers: list[Provider]
) -> None:
    centers = list(sample_centers(taxonomy, places, 300, 1, TODAY))
    for listings in (providers, centers):
        for field in ("when", "identity", "access"):
            told = sum(bool(getattr(one, field)) for one in listings) / len(listings)
            assert 0.2 < told < 0.9, (field, told)
    assert 0.02 < sum(bool(one.claims) for one in (*providers, *centers)) / (MANY + 300) < 0.2
    assert all(claim.source.endswith("(sample)") for one in providers for claim in one.claims)
    assert sum(not one.licenses for one in providers) > MANY / 50
    plans = Counter(payer.plan_type for one in providers for payer in one.payer)
    assert plans[None] > MANY / 2
    assert plans["ppo"] > plans["hmo"] > plans["tricare"] > 0


def test_nobody_holds_a_compact_that_their_state_is_no_member_of(taxonomy: Taxonomy, providers: list[Provider]) -> None:
    members = {one.code: one.codes for one in taxonomy if one.taxonomy == "compact"}
    holders = [(one, compact) for one in providers for compact in one.compact]
    assert {compact for _, compact in holders} == {"psypact", "counseling"}
    for one, compact in holders:
        assert one.licenses[0].state_province in members[compact], one.id


def test_posted_hours_and_times_never_differ(taxonomy: Taxonomy, places: Places, providers: list[Provider]) -> None:
    for one in (*providers, *sample_centers(taxonomy, places, 300, 1, TODAY)):
        assert ("evenings" in one.when) or ("8 pm" not in one.hours), one.id
        assert ("saturday" in one.when) or ("Sat" not in one.hours), one.id
        assert ("around-the-clock" in one.when) == ("day and night" in one.hours), one.id


def test_some_centers_are_programs_of_one_site(taxonomy: Taxonomy, places: Places) -> None:
    sites: dict[tuple[str, str], list[str]] = {}
    for one in sample_centers(taxonomy, places, 100, 1, TODAY):
        sites.setdefault((one.name, one.address.address_1), []).append(one.alternate_name)
    shared = [programs for programs in sites.values() if len(programs) > 1]
    assert len(shared) > 5
    assert all(len(set(programs)) == len(programs) and all(programs) for programs in shared)


def test_three_hundred_names_differ(providers: list[Provider]) -> None:
    assert len({one.name for one in providers[:300]}) == 300


def test_statements_are_two_to_four_sentences(providers: list[Provider]) -> None:
    for one in providers:
        assert 2 <= one.description.count(". ") + 1 <= 4, one.description
        assert "{" not in one.description


def test_sampling_again_replaces_samples_only(tmp_path: Path, run: Run) -> None:
    work = tmp_path / "work"
    run("sample", "-n", 5, "-o", work, "--today", date(2026, 1, 1))
    own = encode(Provider(id="npi:1234567893", name="Own Listing"))
    with (work / "provider.jsonl").open("ab") as file:
        file.write(own + b"\n")
    code, answer = run("sample", "-n", 3, "--centers", 2, "-o", work)
    lines = (work / "provider.jsonl").read_bytes().splitlines()
    assert (code, answer["providers"], answer["centers"]) == (0, 3, 2)
    assert (len(lines), lines[0]) == (4, own)
