"""The part of the map that is looked at."""

from __future__ import annotations

import pytest

from therapist_desktop.domain.mapping import Box
from therapist_desktop.ui.sight import FARTHEST, LOWER_48, NEAREST, Sight, covers, radius_of

SIGHT = Sight(0.25, 0.4, 5.0, 800, 600)


def test_a_pixel_and_its_point_are_the_same_spot() -> None:
    assert SIGHT.point(*SIGHT.pixel(0.26, 0.39)) == pytest.approx((0.26, 0.39))
    assert SIGHT.pixel(0.25, 0.4) == (400, 300)


def test_what_the_pointer_is_on_stays_there_when_zooming() -> None:
    under = SIGHT.point(100, 500)
    assert SIGHT.zoomed(1.5, 100, 500).point(100, 500) == pytest.approx(under)
    assert SIGHT.zoomed(-0.5, 100, 500).point(100, 500) == pytest.approx(under)


def test_zooming_ends_at_both_ends() -> None:
    assert SIGHT.zoomed(99, 0, 0).zoom == NEAREST
    assert SIGHT.zoomed(-99, 0, 0).zoom == FARTHEST


def test_moving_ends_at_the_edge_of_the_map() -> None:
    assert SIGHT.moved(-1e9, 1e9) == SIGHT._replace(x=-0.2, y=0.75)


def test_a_box_fits_with_its_margin() -> None:
    fitted = SIGHT.on(LOWER_48, margin=40)
    assert covers(fitted.box, LOWER_48)
    left, top = fitted.pixel(LOWER_48.west, LOWER_48.north)
    right, bottom = fitted.pixel(LOWER_48.east, LOWER_48.south)
    assert min(left, top, 800 - right, 600 - bottom) == pytest.approx(40)


def test_a_box_of_one_point_is_not_looked_at_from_too_near() -> None:
    assert SIGHT.on(Box(0.3, 0.4, 0.3, 0.4)).zoom == 12


def test_dots_grow_with_their_number_and_stop() -> None:
    sizes = [radius_of(count) for count in (1, 2, 10, 1000, 100_000, 10**9)]
    assert sizes == sorted(sizes)
    assert sizes[-1] == sizes[-2] == 24
