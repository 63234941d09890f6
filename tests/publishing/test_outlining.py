"""The outline of the states: from boundaries to the file that is delivered."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from therapist_desktop.domain.errors import WorkBroken
from therapist_desktop.domain.mapping import lat_lon_of
from therapist_desktop.publishing.commands import main
from therapist_desktop.publishing.outlining import GRID, make_outline, outline_of, simplified
from therapist_desktop.services.outline import read_outline

if TYPE_CHECKING:
    from pathlib import Path

STEP = 0.01


def two_squares() -> dict[str, Any]:
    """Kansas and Missouri as squares of two degrees that share a side with a useless corner in it, and Guam."""
    return {
        "type": "Topology",
        "transform": {"scale": [STEP, STEP], "translate": [-100.0, 38.0]},
        "objects": {
            "states": {
                "geometries": [
                    {"id": "29", "properties": {"name": "Missouri"}, "type": "Polygon", "arcs": [[2, -1]]},
                    {"id": "20", "properties": {"name": "Kansas"}, "type": "MultiPolygon", "arcs": [[[0, 1]], [[3]]]},
                    {"id": "66", "properties": {"name": "Guam"}, "type": "Polygon", "arcs": [[4]]},
                ]
            }
        },
        "arcs": [
            [[200, 0], [0, 100], [0, 100]],
            [[200, 200], [-200, 0], [0, -200], [200, 0]],
            [[200, 0], [200, 0], [0, 200], [-200, 0]],
            [[500, 500], [20, 0], [0, 20], [-20, 0], [0, -20]],
            [[900, 900], [20, 0], [0, 20], [-20, 0], [0, -20]],
        ],
    }


@pytest.fixture
def boundaries(tmp_path: Path) -> Path:
    file = tmp_path / "states.json"
    file.write_text(json.dumps(two_squares()), encoding="utf-8")
    return file


def test_what_is_written_is_what_is_read(boundaries: Path, tmp_path: Path) -> None:
    made = make_outline(boundaries, tmp_path / "out.gz")
    outline = read_outline(tmp_path / "out.gz")
    assert [state.code for state in outline.states] == ["KS", "MO"]
    assert (made.places, made.lines) == (2, 4)
    kansas, missouri = outline.states
    south, west = lat_lon_of(kansas.box.west, kansas.box.south)
    assert (south, west) == pytest.approx((38.0, -100.0), abs=0.001)
    assert all(ring[0] == ring[-1] for state in outline.states for ring in state.rings)
    assert [border.shared for border in outline.borders] == [True, False, False, False]
    shared = set(outline.borders[0].points)
    assert shared <= set(kansas.rings[0])
    assert shared <= set(missouri.rings[0])


def test_a_line_of_two_states_loses_the_same_corner_for_both(boundaries: Path, tmp_path: Path) -> None:
    make_outline(boundaries, tmp_path / "out.gz")
    border = read_outline(tmp_path / "out.gz").borders[0]
    assert len(border.points) == 2


def test_islets_below_the_least_size_go_and_large_ones_stay() -> None:
    assert [len(rings) for _, _, rings in outline_of(two_squares())["places"]] == [2, 1]
    a_degree = (GRID / 360) ** 2
    assert [len(rings) for _, _, rings in outline_of(two_squares(), a_degree)["places"]] == [1, 1]


def test_simplifying_keeps_ends_and_what_matters() -> None:
    line = [(0, 0), (10, 1), (20, 0), (30, 50), (40, 0)]
    assert simplified(line, 20) == [(0, 0), (20, 0), (30, 50), (40, 0)]
    assert simplified(line, 0) == line
    assert simplified(line, 1e9) == [(0, 0), (40, 0)]
    assert len(simplified([*line, (0, 0)], 1e9, keeps=4)) == 4


def test_the_same_boundaries_make_the_same_file(boundaries: Path, tmp_path: Path) -> None:
    for name in ("one.gz", "two.gz"):
        make_outline(boundaries, tmp_path / name)
    assert (tmp_path / "one.gz").read_bytes() == (tmp_path / "two.gz").read_bytes()


def test_the_command_says_what_it_wrote(boundaries: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["outline", str(boundaries), "-o", str(tmp_path / "out.gz"), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["places"] == 2
    assert answer["bytes"] == (tmp_path / "out.gz").stat().st_size


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"objects": {"states": 3}}'])
def test_what_is_no_topojson_is_refused(text: str, tmp_path: Path) -> None:
    file = tmp_path / "wrong.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(WorkBroken):
        make_outline(file, tmp_path / "out.gz")
    assert not (tmp_path / "out.gz").exists()
