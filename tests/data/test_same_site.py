"""Who else is in the same house, and which pages of the library are about a listing."""

from pathlib import Path

import pytest

from tests.made import TODAY, a_center, a_provider, catalogue, whole
from therapist_desktop.data.datafile.fields import PhoneNumber
from therapist_desktop.data.datafile.library import Article, Term, Topic
from therapist_desktop.data.datafile.records import Address
from therapist_desktop.domain.errors import NotFound
from therapist_desktop.domain.listing import PieceLink
from therapist_desktop.domain.streets import street_of
from therapist_desktop.services.catalogue import Catalogue

HOUSE = Address(address_1="210 Harbor Street", address_2="Suite 4", city="New York", postal_code="10001")
UPSTAIRS = Address(address_1="210 Harbor St., Ste 9", city="New York", postal_code="10001")
NEXT_DOOR = Address(address_1="212 Harbor Street", city="New York", postal_code="10001")
OTHER_TOWN = Address(address_1="210 Harbor Street", city="Albany", postal_code="12207")
PHONE = (PhoneNumber(number="5555550142"),)
OTHER_PHONE = (PhoneNumber(number="5555550143"),)


@pytest.fixture
def site(tmp_path: Path) -> Catalogue:
    return catalogue(
        tmp_path,
        whole(
            [
                a_center(1, name="Harbor House", address=HOUSE, phones=PHONE),
                a_center(2, name="Harbor House", alternate_name="Detox unit", address=UPSTAIRS, phones=OTHER_PHONE),
                a_center(3, name="Tide Program", address=UPSTAIRS, phones=(*OTHER_PHONE, *PHONE)),
                a_center(4, name="Harbor House", address=NEXT_DOOR, phones=PHONE),
                a_center(5, name="Harbor House", address=OTHER_TOWN, phones=PHONE),
                a_center(6, name="Stranger", address=HOUSE),
                a_center(7, name="Harbor House", phones=PHONE),
                a_provider(8, name="Pat Sample", address=HOUSE, phones=PHONE),
            ]
        ),
    )


def ids(site: Catalogue, listing: str) -> list[str]:
    return [card.id for card in site.same_site(listing, TODAY)]


def test_programs_of_one_house_find_each_other_by_name_or_by_number(site: Catalogue) -> None:
    assert ids(site, "test:c1") == ["test:c2", "test:p8", "test:c3"]
    assert ids(site, "test:c2") == ["test:c1", "test:c3"]


def test_the_house_next_door_and_one_of_the_same_address_elsewhere_are_not_the_site(site: Catalogue) -> None:
    assert ids(site, "test:c4") == []
    assert ids(site, "test:c5") == []


def test_without_an_address_nobody_is_said_to_be_near(site: Catalogue) -> None:
    assert ids(site, "test:c7") == []


def test_a_center_comes_with_its_neighbours_and_a_provider_without(site: Catalogue) -> None:
    assert [card.id for card in site.listing("test:c2", TODAY).same_site] == ["test:c1", "test:c3"]
    assert site.listing("test:p8", TODAY).same_site == ()
    with pytest.raises(NotFound):
        site.same_site("test:nobody", TODAY)


def test_a_number_that_half_the_country_shares_is_not_walked_through(tmp_path: Path) -> None:
    crowd = [a_center(n, name=f"Center {n}", address=HOUSE, phones=PHONE) for n in range(200)]
    found = catalogue(tmp_path, whole(crowd)).same_site("test:c7", TODAY)
    assert len(found) == 20
    assert "test:c7" not in {card.id for card in found}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("210 Harbor Street, Suite 4", "210 HARBOR ST #9"),
        ("9 North Elm Avenue 2nd", "9 N. Elm Ave. 2nd"),
        ("P.O. Box 12", "PO Box 12"),
    ],
)
def test_one_house_is_written_in_many_ways(one: str, other: str) -> None:
    assert street_of(one) == street_of(other) != ""


def test_a_street_without_a_number_is_no_house() -> None:
    assert street_of("Harbor Street") == ""
    assert street_of("- - -") == ""
    assert street_of("12 Fl Oak Road") == "12 fl oak rd"


def test_the_page_that_is_most_about_a_value_comes_first(tmp_path: Path) -> None:
    made = catalogue(
        tmp_path,
        [
            Topic(
                id="topic:ptsd",
                section="disorder",
                title="PTSD",
                body="<p>A.</p>",
                values=("specialty/ptsd", "approach/emdr"),
            ),
            Topic(id="topic:emdr", section="approach", title="Zeta EMDR", body="<p>B.</p>", values=("approach/emdr",)),
            Term(id="term:emdr", title="EMDR", definition="C.", values=("approach/emdr",)),
            Article(id="article:eyes", title="Eyes", body="<p>D.</p>", values=("approach/emdr",)),
            *whole([a_provider(1, specialty=("ptsd", "anxiety"), approach=("emdr",))]),
        ],
    )
    by_key = made.topics(["approach/emdr"])
    assert [link.id for _, link in by_key] == ["topic:emdr", "article:eyes", "term:emdr", "topic:ptsd"]
    listing = made.listing("test:p1", TODAY)
    assert listing.topic("specialty/ptsd") == PieceLink("topic:ptsd", "PTSD")
    assert listing.topic("specialty/anxiety") is None
    assert [(heading, [one.label for one in found]) for heading, found in listing.under("specialty")] == [
        ("Worry and fear", ["Anxiety"]),
        ("", ["Trauma and PTSD"]),
    ]
