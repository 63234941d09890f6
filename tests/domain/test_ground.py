"""Distances on the map, and dots that would lie on each other."""

from __future__ import annotations

from math import dist

import pytest

from therapist_desktop.data.reading.cards import miles_between
from therapist_desktop.domain.ground import miles_across, ring_around
from therapist_desktop.domain.heaps import heaped
from therapist_desktop.domain.mapping import Dot, lat_lon_of, world_of
from therapist_desktop.domain.results import Spot


@pytest.mark.parametrize(("latitude", "longitude"), [(42.65, -73.75), (61.2, -149.9), (18.4, -66.1)])
@pytest.mark.parametrize("miles", [5.0, 100.0, 1000.0])
def test_every_point_of_a_circle_is_as_far_away_as_it_says(latitude: float, longitude: float, miles: float) -> None:
    middle = Spot("here", latitude, longitude)
    ring = ring_around(latitude, longitude, miles)
    assert len(set(ring)) == 120
    for x, y in ring:
        if 0 < x < 1:
            assert miles_between(middle, *lat_lon_of(x, y)) == pytest.approx(miles, rel=0.002)


def test_a_circle_looks_larger_in_the_north() -> None:
    def width(latitude: float) -> float:
        across = [x for x, _ in ring_around(latitude, -100.0, 50)]
        return max(across) - min(across)

    assert width(61.0) > 1.7 * width(30.0)


def test_miles_to_the_east_shrink_with_the_cosine() -> None:
    _, equator = world_of(0.0, -100.0)
    _, sixty = world_of(60.0, -100.0)
    assert miles_across(equator, 1 / 360) == pytest.approx(69.09, abs=0.05)
    assert miles_across(sixty, 1 / 360) == pytest.approx(69.09 / 2, abs=0.05)


def test_dots_that_touch_become_one_in_the_middle_of_both() -> None:
    near = (Dot(0.50, 0.5, 1, 7), Dot(0.53, 0.5, 3, 4), Dot(0.90, 0.5, 1, 9))
    heaps = heaped(near, lambda _: 0.02)
    assert [(heap.count, heap.row) for heap in heaps] == [(4, 4), (1, 9)]
    assert heaps[0].x == pytest.approx(0.5225)


def test_no_two_heaps_of_a_crowd_lie_on_each_other_and_none_is_lost() -> None:
    crowd = [
        Dot(0.2 + (number * 37 % 101) / 500, 0.3 + (number * 53 % 97) / 500, 1 + number % 5, number)
        for number in range(400)
    ]
    heaps = heaped(crowd, lambda _: 0.01)
    assert sum(heap.count for heap in heaps) == sum(dot.count for dot in crowd)
    assert len(heaps) < len(crowd)
    together = [
        (one, other)
        for place, one in enumerate(heaps)
        for other in heaps[:place]
        if dist((one.x, one.y), (other.x, other.y)) < 0.01
    ]
    assert not together, "heads move a little, but never as far as on to each other"


def test_nothing_heaps_up_to_nothing() -> None:
    assert heaped((), lambda _: 0.01) == ()
