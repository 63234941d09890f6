"""Towns as people write them."""

from pathlib import Path

import pytest

from tests.made import TODAY, a_provider, catalogue
from therapist_desktop.data.datafile.records import Payer, Place
from therapist_desktop.domain.errors import UnknownValue
from therapist_desktop.domain.filters import Filters, Kind, Near
from therapist_desktop.services.catalogue import Catalogue

TOWNS = ("Saint Louis", "Mount Vernon", "Fort Worth", "O Fallon", "Coeur D Alene", "Mt Zion", "Washington")


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    places = [
        Place(id=f"zip:{code}", postal_code=str(code), city=town, state="MO", latitude=3_800_000, longitude=-9_000_000)
        for code, town in enumerate(TOWNS, 63101)
    ]
    return catalogue(tmp_path_factory.mktemp("towns"), [*places, a_provider(1)])


@pytest.mark.parametrize(
    ("written", "town"),
    [
        ("St. Louis, MO", "Saint Louis"),
        ("st louis mo", "Saint Louis"),
        ("Mt. Vernon, MO", "Mount Vernon"),
        ("Ft Worth, MO", "Fort Worth"),
        ("O'Fallon, MO", "O Fallon"),
        ("OFallon, MO", "O Fallon"),
        ("Coeur d\u2019Alene, MO", "Coeur D Alene"),
        ("Mt. Zion, MO", "Mt Zion"),
        ("Washington, M.O.", "Washington"),
    ],
)
def test_a_town_is_known_however_it_is_written(towns: Catalogue, written: str, town: str) -> None:
    spot = towns.search(Filters(near=Near(written)), TODAY).spot
    assert spot is not None
    assert spot.label == f"{town}, MO"


@pytest.mark.parametrize("written", ["St, MO", "', MO", "Louis, MO", "%, MO", "St. Louis, NY"])
def test_a_town_that_is_none_stays_unknown(towns: Catalogue, written: str) -> None:
    with pytest.raises(UnknownValue):
        towns.search(Filters(near=Near(written)), TODAY)


def test_starting_over_is_offered_only_where_it_brings_more(towns: Catalogue) -> None:
    everybody = towns.search(Filters(kind=Kind.PROVIDER), TODAY)
    assert (everybody.total, everybody.near_miss) == (1, ())
    assert towns.search(Filters(words="qqqqqq", kind=Kind.CENTER), TODAY).near_miss[0].total == 1


def test_a_payer_with_two_plans_is_told_once(tmp_path: Path) -> None:
    payers = (Payer(id="acme", plan="PPO"), Payer(id="acme", plan="HMO"), Payer(id="cash", role="out-of-network"))
    shown = catalogue(tmp_path, [a_provider(1, payer=payers)])
    (card,) = shown.page(shown.search(Filters(), TODAY), 0, 5, TODAY)
    assert card.takes == "acme"
