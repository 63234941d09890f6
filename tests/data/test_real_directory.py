"""Counts and results over the real National Directory, recounted record by record.

The workbook is not part of the project. Where it lies beside the checkout (in ../shared) these tests run on it.
"""

import random
from pathlib import Path

import pytest

from tests.data.oracle import Oracle
from tests.made import TODAY, build
from therapist_desktop.data.datafile.checking import decode
from therapist_desktop.data.datafile.reading import NumberedLine
from therapist_desktop.data.datafile.records import Center
from therapist_desktop.domain.filters import Choice, Filters, Near
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.publishing.placing import read_places
from therapist_desktop.publishing.samhsa.importing import import_samhsa
from therapist_desktop.publishing.taxonomy import read_taxonomy
from therapist_desktop.services.catalogue import Catalogue
from therapist_desktop.services.shipped import shipped

DATA = Path(__file__).parents[3] / "shared" / "data" / "samhsa"
BOOK = DATA / "National_Directory_MH_2024_Final.xlsx"
ROWS = 8319
PAIRS = 8

pytestmark = pytest.mark.skipif(not BOOK.is_file(), reason="the real workbook does not lie beside this checkout")


class Directory:
    """The imported directory as a catalogue, and the same records as plain sets."""

    def __init__(self, folder: Path) -> None:
        self.report = import_samhsa([BOOK], folder / "work", shipped())
        lines = (folder / "work" / "center.jsonl").read_bytes().splitlines()
        records = [decode(NumberedLine(number, line)) for number, line in enumerate(lines, 1)]
        self.centers = [record for record in records if isinstance(record, Center)]
        taxonomy, places = read_taxonomy(shipped("taxonomy")), read_places()
        self.catalogue = Catalogue(build(folder, [*taxonomy, *places, *self.centers])[0])
        self.oracle = Oracle(self.centers, taxonomy, TODAY)


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Directory:
    return Directory(tmp_path_factory.mktemp("real"))


def test_every_row_is_accounted_for(directory: Directory) -> None:
    report = directory.report
    assert report.read == ROWS
    assert report.merged == PAIRS
    assert report.listings + report.merged + report.rejected + report.skipped == report.read
    assert len(directory.centers) == report.listings
    assert len({center.id for center in directory.centers}) == report.listings


def test_counts_equal_a_recount_for_many_random_filters(directory: Directory) -> None:
    chance = random.Random(20261123)
    held = [
        (facet, value)
        for facet, values in directory.catalogue.search(Filters(), TODAY).counts.items()
        for value, count in values.items()
        if count
    ]
    for _ in range(40):
        anchor = chance.choice(directory.centers)
        chosen = frozenset(Choice(Facet(facet), value) for facet, value in chance.sample(held, chance.randint(0, 3)))
        near = Near(anchor.address.postal_code or "10001", chance.choice((5.0, 25.0, 100.0)))
        words = chance.choice(("", "", "center", anchor.name[:6], anchor.address.city))
        filters = Filters(words=words, chosen=chosen, near=near if chance.random() < 0.5 else None)
        results = directory.catalogue.search(filters, TODAY)
        if results.corrected:
            continue
        spot = (results.spot.latitude, results.spot.longitude) if results.spot else None
        answer = directory.oracle.ask(filters, spot)
        assert results.total == len(answer.ids), filters
        assert {facet: dict(values) for facet, values in results.counts.items()} == answer.counts, filters
        cards = directory.catalogue.page(results, 0, results.total, TODAY)
        assert {card.id for card in cards} == answer.ids


def test_medicaid_near_a_zip_code(directory: Directory) -> None:
    wanted = Filters(chosen=frozenset({Choice(Facet.PAYMENT, "medicaid")}), near=Near("10001", 10))
    results = directory.catalogue.search(wanted, TODAY)
    cards = directory.catalogue.page(results, 0, results.total, TODAY)
    miles = [card.miles for card in cards]
    assert len(cards) == results.total > 100
    assert all(distance is not None and distance <= 10 for distance in miles)
    assert miles == sorted(miles, key=lambda distance: distance or 0)


def test_extensions_and_spelled_numbers_of_the_real_book(directory: Directory) -> None:
    phones = [phone for center in directory.centers for phone in center.phones]
    assert sum(bool(phone.extension) for phone in phones) > 700
    spelled = [phone for phone in phones if phone.vanity]
    assert spelled
    assert all(phone.number and len(phone.number) == 10 for phone in spelled)
