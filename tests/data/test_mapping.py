"""Results as dots on the map, held against a recount point by point."""

import math
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.made import TODAY, a_provider, catalogue, crowd, whole
from therapist_desktop.data.datafile.records import Address
from therapist_desktop.domain.filters import Choice, Filters, Kind, Near
from therapist_desktop.domain.mapping import MAX_ZOOM, Box, Clusters, lat_lon_of, world_of
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.services.catalogue import Catalogue

CROWD = crowd(500)
BY_ID = {one.id: one for one in CROWD}
A_METRE = 1 / 40_000_000
MEDICAID = Choice(Facet.PAYER, "medicaid")


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return catalogue(tmp_path_factory.mktemp("crowd"), whole(CROWD))


def places(asked: Catalogue, filters: Filters) -> tuple[dict[int, tuple[float, float]], int]:
    """Where each row of a result is on the map, worked out by another formula, and how many are nowhere."""
    results = asked.search(filters, TODAY)
    found, without = {}, 0
    for card in asked.page(results, 0, results.total, TODAY):
        where = BY_ID[card.id].address
        if where.latitude is None or where.longitude is None:
            without += 1
            continue
        north = math.log(math.tan(math.pi / 4 + math.radians(where.latitude / 1e5) / 2))
        found[card.row] = (where.longitude / 1e5 + 180) / 360, (1 - north / math.pi) / 2
    return found, without


def dots(asked: Catalogue, filters: Filters, zoom: int, within: Box | None = None) -> Clusters:
    return asked.clusters(asked.search(filters, TODAY), zoom, within)


@given(
    filters=st.builds(
        Filters,
        words=st.sampled_from(("", "mary", "harbor")),
        kind=st.sampled_from((None, Kind.CENTER)),
        chosen=st.sampled_from((frozenset(), frozenset({MEDICAID}))),
        near=st.sampled_from((None, Near("10001", 3))),
    ),
    zoom=st.integers(0, MAX_ZOOM),
)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_listing_with_a_place_is_in_one_dot(crowded: Catalogue, filters: Filters, zoom: int) -> None:
    found, without = places(crowded, filters)
    clusters = dots(crowded, filters, zoom)
    assert clusters.zoom == zoom
    assert clusters.without == without
    assert sum(dot.count for dot in clusters.dots) == len(found)
    assert [dot.count for dot in clusters.dots] == sorted((dot.count for dot in clusters.dots), reverse=True)
    assert {dot.row for dot in clusters.dots} <= found.keys()
    for name, place in (("x", 0), ("y", 1)):
        middle = sum(getattr(dot, name) * dot.count for dot in clusters.dots)
        assert math.isclose(middle, sum(one[place] for one in found.values()), abs_tol=4 * A_METRE * (1 + len(found)))
    for dot in clusters.dots:
        if dot.count == 1:
            assert math.dist((dot.x, dot.y), found[dot.row]) < 4 * A_METRE


def test_dots_are_apart_and_near_to_what_they_stand_for(crowded: Catalogue) -> None:
    found, _ = places(crowded, Filters())
    for zoom in (4, 8, 11):
        cell = 1 / (6 * 2**zoom)
        rest = dict(found)
        for dot in dots(crowded, Filters(), zoom).dots:
            inside = [
                row
                for row, (x, y) in rest.items()
                if math.floor(x / cell) == math.floor(dot.x / cell) and math.floor(y / cell) == math.floor(dot.y / cell)
            ]
            if dot.count > 1 and abs(len(inside) - dot.count) > 1:  # a metre may put one on the other side of an edge
                pytest.fail(f"{dot} holds {len(inside)}")
            for row in inside:
                del rest[row]
    assert 40 < 256 / 6 < 48


def test_a_box_shows_only_what_is_in_it(crowded: Catalogue) -> None:
    west, north = world_of(40.8, -74.1)
    east, south = world_of(40.7, -73.9)
    box = Box(west, north, east, south)
    found, without = places(crowded, Filters())
    inside = [1 for x, y in found.values() if west <= x <= east and north <= y <= south]
    clusters = dots(crowded, Filters(), 12, box)
    assert sum(dot.count for dot in clusters.dots) == len(inside)
    assert 0 < len(inside) < len(found)
    assert clusters.without == without
    assert dots(crowded, Filters(), 12, Box(0.9, 0.9, 1, 1)).dots == ()


def test_everything_and_the_same_narrowed_by_nothing_are_one_map(crowded: Catalogue) -> None:
    bands = frozenset(Choice(Facet.VERIFIED, band) for band in ("fresh", "ageing", "stale", "never"))
    assert dots(crowded, Filters(), 9) == dots(crowded, Filters(chosen=bands), 9)


def test_poles_and_nothing_are_on_the_map_too(tmp_path: Path) -> None:
    poles = [Address(latitude=9_000_000, longitude=18_000_000), Address(latitude=-9_000_000, longitude=-18_000_000)]
    asked = catalogue(tmp_path, whole(a_provider(n, address=address) for n, address in enumerate(poles)))
    for zoom in (0, 7, MAX_ZOOM, 40, -3):
        assert {(round(dot.x, 5), round(dot.y, 5)) for dot in dots(asked, Filters(), zoom).dots} == {(1, 0), (0, 1)}
    assert dots(asked, Filters(words="nobody"), 18) == Clusters(18)
    other = tmp_path / "other"
    other.mkdir()
    results = catalogue(other, whole([])).search(Filters(), TODAY)
    assert asked.clusters(results, 3) == Clusters(3), "the release has moved on"


def test_too_many_dots_are_put_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, crowded: Catalogue) -> None:
    fine = dots(crowded, Filters(), 16)
    assert len(fine.dots) > 200
    monkeypatch.setattr("therapist_desktop.data.reading.clustering.MOST_DOTS", 50)
    coarse = dots(crowded, Filters(), 16)
    assert 5 < len(coarse.dots) <= 50
    assert sum(dot.count for dot in coarse.dots) == sum(dot.count for dot in fine.dots)


def test_dots_are_the_same_however_they_are_counted(crowded: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    in_a_table = {zoom: dots(crowded, Filters(), zoom) for zoom in (0, 3, 4)}
    fine = {zoom: dots(crowded, Filters(), zoom) for zoom in (9, 13, MAX_ZOOM)}
    clustering = "therapist_desktop.data.reading.clustering"
    for change, before in (("_TABLE", in_a_table), ("_BITS", fine), ("_BITS", in_a_table)):
        monkeypatch.setattr(f"{clustering}.{change}", 0)
        for zoom, clusters in before.items():
            again = dots(crowded, Filters(), zoom)
            assert [(dot.count, dot.row) for dot in again.dots] == [(dot.count, dot.row) for dot in clusters.dots]
            for one, other in zip(again.dots, clusters.dots, strict=True):
                assert math.dist(one[:2], other[:2]) < A_METRE


@given(st.floats(-85, 85), st.floats(-180, 180))
def test_there_and_back(latitude: float, longitude: float) -> None:
    x, y = world_of(latitude, longitude)
    assert 0 <= x <= 1
    assert 0 <= y <= 1
    back = lat_lon_of(x, y)
    assert math.isclose(back[0], latitude, abs_tol=1e-9)
    assert math.isclose(back[1], longitude, abs_tol=1e-9)
    assert world_of(0, 0) == (0.5, 0.5)
    assert world_of(90, 0)[1] < 1e-6


def test_those_in_a_box_are_listed_by_name(crowded: Catalogue) -> None:
    found, _ = places(crowded, Filters(kind=Kind.CENTER))
    x, y = next(iter(found.values()))
    box = Box(x - 1e-5, y - 1e-5, x + 1e-5, y + 1e-5)
    inside = {
        row for row, (across, down) in found.items() if box.west < across < box.east and box.north < down < box.south
    }
    results = crowded.search(Filters(kind=Kind.CENTER), TODAY)
    cards = crowded.inside(results, box, 100, TODAY)
    assert {card.row for card in cards} == inside
    assert [card.row for card in cards] == sorted(inside)
    assert crowded.inside(results, box, 1, TODAY) == cards[:1]
    assert crowded.of_rows(results, [card.row for card in cards], TODAY) == cards
