"""The outline that is delivered with the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from therapist_desktop.domain.mapping import lat_lon_of
from therapist_desktop.services.outline import FILE, Outline, read_outline
from therapist_desktop.services.shipped import shipped

INSIDE = {"NY": (40.7, -74.0), "CA": (34.0, -118.3), "AK": (61.2, -149.9), "HI": (21.3, -157.85), "PR": (18.4, -66.1)}


@pytest.fixture(scope="module")
def outline() -> Outline:
    return read_outline()


def test_it_holds_the_states_the_district_and_puerto_rico(outline: Outline) -> None:
    codes = [state.code for state in outline.states]
    assert len(codes) == len(set(codes)) == 52
    assert {"DC", "PR", "AK", "HI"} < set(codes)


def test_every_state_is_where_it_is(outline: Outline) -> None:
    for state in outline.states:
        north, west = lat_lon_of(state.box.west, state.box.north)
        south, east = lat_lon_of(state.box.east, state.box.south)
        assert 17 < south < north < 72, state.name
        assert -190 < west < east < -65, state.name
        assert state.box.west < state.middle[0] < state.box.east, state.name
        assert state.box.north < state.middle[1] < state.box.south, state.name


def test_cities_lie_inside_their_states(outline: Outline) -> None:
    for state in outline.states:
        if state.code in INSIDE:
            latitude, longitude = INSIDE[state.code]
            north, west = lat_lon_of(state.box.west, state.box.north)
            south, east = lat_lon_of(state.box.east, state.box.south)
            assert south < latitude < north
            assert west < longitude < east


def test_rings_close_and_neighbours_share_their_lines(outline: Outline) -> None:
    assert all(ring[0] == ring[-1] and len(ring) > 3 for state in outline.states for ring in state.rings)
    corners = [{point for ring in state.rings for point in ring} for state in outline.states]
    shared = [border for border in outline.borders if border.shared]
    assert len(shared) > 100
    for border in shared:
        assert sum(set(border.points) <= one for one in corners) >= 2


def test_it_is_small() -> None:
    assert shipped(*FILE).stat().st_size < 150_000


@pytest.mark.parametrize("end", [0, 1, 10, 500, -1])
def test_a_damaged_file_is_no_bug(end: int, tmp_path: Path) -> None:
    file = tmp_path / "damaged.gz"
    file.write_bytes(shipped(*FILE).read_bytes()[:end])
    with pytest.raises((OSError, ValueError)):
        read_outline(file)
