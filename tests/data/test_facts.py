"""Plan types, fees, where clients may be, and what other sources say: from the record to the values that are shown."""

from datetime import date
from pathlib import Path

import pytest

from tests.made import COMPACTS, TODAY, a_center, a_provider, catalogue, taxonomy, whole
from therapist_desktop.data.datafile.records import (
    Accepting,
    Address,
    Center,
    Claim,
    Fees,
    Licence,
    Listed,
    Payer,
    Provider,
    TaxonomyRecord,
)
from therapist_desktop.data.derived import BANDS, SLIDING, bands_of
from therapist_desktop.domain.filters import Choice, Filters, Sort
from therapist_desktop.domain.listing import ClientState, FeeFact, License, PayerFact
from therapist_desktop.domain.reasons import Reason, Why
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.publishing.taxonomy import read_taxonomy
from therapist_desktop.services.catalogue import Catalogue
from therapist_desktop.services.shipped import shipped

NEW_YORK, ELSEWHERE = Address(city="New York", state_province="NY"), Address(state_province="NJ")
CHECKED = date(2026, 11, 1)


def licensed(*states: str) -> tuple[Licence, ...]:
    return tuple(Licence(type="PhD", state_province=state) for state in states)


def by_state(listing: Listed, folder: Path) -> tuple[set[str], tuple[ClientState, ...]]:
    """The states a listing is found by, and those it says itself."""
    found = catalogue(folder, whole([listing]))
    counts = found.search(Filters(), TODAY).counts[Facet.CLIENT_STATE]
    return {state for state, count in counts.items() if count}, found.listing(listing.id).client_states


@pytest.mark.parametrize(
    ("listing", "states"),
    [
        (a_provider(address=NEW_YORK), {"ny": "address"}),
        (a_provider(address=NEW_YORK, other_addresses=(ELSEWHERE,)), {"ny": "address", "nj": "address"}),
        (a_provider(address=NEW_YORK, licenses=licensed("NJ", "NJ")), {"nj": "license"}),
        (a_provider(address=NEW_YORK, licenses=(Licence(number="1"),)), {"ny": "address"}),
        (
            a_provider(address=NEW_YORK, licenses=licensed("NJ"), compact=("psypact",)),
            {"nj": "license", "ct": "compact:PSYPACT"},
        ),
        (
            a_provider(address=NEW_YORK, compact=("counseling", "psypact")),
            {"ny": "address", "ct": "compact:PSYPACT", "nj": "compact:PSYPACT"},
        ),
        (a_provider(licenses=licensed("NY"), compact=("gone-since",)), {"ny": "license"}),
        (a_center(address=NEW_YORK, other_addresses=(ELSEWHERE,)), {"ny": "address", "nj": "address"}),
        (a_provider(), {}),
    ],
)
def test_clients_may_be_where_a_licence_a_compact_or_an_address_says(
    listing: Listed, states: dict[str, str], tmp_path: Path
) -> None:
    found, shown = by_state(listing, tmp_path)
    assert found == set(states)
    assert {one.state: one.by for one in shown} == states
    assert [one.label for one in shown if one.state == "ct"] == ["Connecticut"] * ("ct" in states)
    assert {one.state for one in shown if one.compact == "PSYPACT"} == {
        state for state, by in states.items() if by == "compact:PSYPACT"
    }


def test_a_compact_is_no_facet_but_has_a_label(tmp_path: Path) -> None:
    found = catalogue(tmp_path, whole([a_provider(compact=("psypact", "gone-since"))]))
    assert found.listing("test:p1").compacts == ("PSYPACT", "gone since")
    assert "compact" not in found.search(Filters(), TODAY).counts
    assert "compact" not in {one.facet for one in found.taxonomy()}


def test_a_state_in_the_search_box_is_where_somebody_works(tmp_path: Path) -> None:
    far = a_provider(1, name="Far Sample", address=NEW_YORK, licenses=licensed("CT"))
    near = a_provider(2, name="Near Sample", address=Address(state_province="CT"))
    dear = a_provider(3, name="Dear Sample", fees=Fees(session=30_000))
    found = catalogue(tmp_path, whole([dear, far, near]))
    assert ids(found, Filters(words="connecticut")) == {"test:p2"}
    assert ids(found, Filters(words="250")) == set()
    assert ids(found, Filters(chosen=frozenset({Choice(Facet.CLIENT_STATE, "ct")}))) == {"test:p1", "test:p2"}


def test_an_older_file_without_compacts_still_says_where_clients_may_be(tmp_path: Path) -> None:
    known = [one for one in taxonomy() if one.taxonomy not in {"compact", "fee", "plan"}]
    holder = a_provider(address=NEW_YORK, compact=("psypact",), fees=Fees(session=12_000))
    found = catalogue(tmp_path, [*known, holder])
    counts = found.search(Filters(), TODAY).counts
    assert counts[Facet.CLIENT_STATE] == {"ny": 1, "nj": 0, "ct": 0}
    assert counts[Facet.FEE] == {"100-to-149": 1}


def test_a_state_outside_the_taxonomy_is_not_hidden(tmp_path: Path) -> None:
    found = catalogue(tmp_path, whole([a_provider(licenses=licensed("ZZ"))]))
    assert ids(found, Filters(chosen=frozenset({Choice(Facet.CLIENT_STATE, "zz")}))) == {"test:p1"}


@pytest.mark.parametrize(
    ("session", "low", "bands"),
    [
        (None, None, ()),
        (0, None, ("under-50",)),
        (4_999, None, ("under-50",)),
        (5_000, None, ("50-to-99",)),
        (9_999, None, ("50-to-99",)),
        (25_000, None, ("250-and-more",)),
        (12_000, 6_000, ("50-to-99", "100-to-149", SLIDING)),
        (12_000, 0, ("under-50", "50-to-99", "100-to-149", SLIDING)),
        (None, 6_000, ("50-to-99", SLIDING)),
        (6_000, 12_000, ("50-to-99", "100-to-149", SLIDING)),
    ],
)
def test_a_fee_lies_in_its_band_and_a_sliding_scale_in_every_band_between(
    session: int | None, low: int | None, bands: tuple[str, ...]
) -> None:
    assert bands_of(session, low) == bands


def test_the_delivered_bands_and_compacts_are_those_of_the_program() -> None:
    shipped_values = read_taxonomy(shipped("taxonomy"))
    assert codes(shipped_values, "fee") == [*(band for band, _ in BANDS), SLIDING]
    assert set(codes(shipped_values, "compact")) >= set(COMPACTS)
    assert not codes(shipped_values, "client_state")
    assert "client_state" in {one.id for one in shipped_values}


def test_every_new_fact_arrives_as_it_was_published(tmp_path: Path) -> None:
    told = a_provider(
        hours="Mon 9 to 5",
        hours_verified_on=CHECKED,
        hours_source="Office",
        payer=(
            Payer(id="acme", plan_type="ppo", plan="Gold", role="in-network"),
            Payer(id="medicaid", plan_type="hmo", role="out-of-network"),
        ),
        when=("evenings",),
        identity=("deaf",),
        faith=("sikh",),
        access=("parking", "wheelchair"),
        licenses=(Licence(type="PhD", number="1", state_province="NY", verified_on=CHECKED, source="Board"),),
        fees=Fees(session=15_000, low=8_000, note="First call free", verified_on=CHECKED, source="Office"),
        claims=(Claim(field="phones", value="212-555-0143", source="Plan list", date="2026-08"),),
        accepting=Accepting(status="yes"),
    )
    found = catalogue(tmp_path, whole([told, a_center(2, when=("saturday",), access=("parking",))]))
    one = found.listing(told.id)
    assert (one.hours, one.hours_verified_on, one.hours_source) == ("Mon 9 to 5", CHECKED, "Office")
    assert one.payers[0] == PayerFact("Acme Health", "acme", "in-network", "Gold", plan_type="PPO", plan_type_id="ppo")
    assert one.licenses == (License("PhD", "1", "NY", CHECKED, "Board"),)
    assert one.fee == FeeFact(15_000, 8_000, "First call free", CHECKED, "Office")
    assert (one.fees, one.fees_verified_on) == ("$150 a session, sliding scale from $80, First call free", CHECKED)
    assert [(claim.field, claim.value, claim.source, claim.date) for claim in one.claims] == [
        ("phones", "212-555-0143", "Plan list", "2026-08")
    ]
    assert [value.label for value in one.having(Facet.ACCESS)] == ["Wheelchair accessible", "Parking"]
    assert [value.id for value in one.having(Facet.PLAN)] == ["ppo"]
    assert [value.id for value in one.having(Facet.FEE)] == ["50-to-99", "100-to-149", "150-to-199", SLIDING]
    assert [value.label for value in one.having(Facet.CLIENT_STATE)] == ["New York"]
    counts = found.search(Filters(), TODAY).counts
    assert counts[Facet.PLAN] == {"hmo": 0, "ppo": 1}
    assert counts[Facet.WHEN] == {"evenings": 1, "saturday": 1}
    assert counts[Facet.ACCESS] == {"wheelchair": 1, "parking": 2}
    assert (counts[Facet.IDENTITY]["deaf"], counts[Facet.FAITH]["sikh"]) == (1, 1)


def test_what_other_sources_say_is_not_searched(tmp_path: Path) -> None:
    claim = Claim(field="phones", value="rumored 212-555-0199", source="Plan list")
    found = catalogue(tmp_path, whole([a_provider(claims=(claim,))]))
    assert ids(found, Filters(words="rumored")) == set()
    assert ids(found, Filters(words="212-555-0199")) == set()


def ids(found: Catalogue, filters: Filters) -> set[str]:
    results = found.search(filters, TODAY)
    return {card.id for card in found.page(results, 0, 50, TODAY)} if not results.corrected else set()


def codes(values: tuple[TaxonomyRecord, ...], facet: str) -> list[str]:
    return [one.code for one in values if one.taxonomy == facet and one.code]


def test_records_without_any_of_it_are_as_short_as_before() -> None:
    from therapist_desktop.data.datafile.canonical import encode

    for one in (a_provider(), a_center()):
        assert isinstance(one, Provider | Center)
        assert encode(one).count(b":") == 4  # kind, id with its own colon, name


def test_a_card_says_by_which_compact_a_client_may_be_in_a_state(tmp_path: Path) -> None:
    people = [
        a_provider(1, name="Ana", address=NEW_YORK, licenses=licensed("NJ"), compact=("psypact",)),
        a_provider(2, name="Bo", address=NEW_YORK, compact=("psypact",)),
    ]
    found = catalogue(tmp_path, whole(people))
    asked = Filters(chosen=frozenset({Choice(Facet.CLIENT_STATE, "nj")}), sort=Sort.NAME)
    cards = found.page(found.search(asked, TODAY), 0, 9, TODAY)
    state = found.taxonomy().label(Facet.CLIENT_STATE, "nj")
    assert [(card.name, card.why) for card in cards] == [
        ("Ana", (Reason(Why.CLIENTS, state),)),
        ("Bo", (Reason(Why.COMPACT, state, "PSYPACT"),)),
    ]
