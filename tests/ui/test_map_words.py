"""The words on the map: numbers, what is missing, and where the names of states stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from therapist_desktop.domain.mapping import Dot
from therapist_desktop.services.outline import read_outline
from therapist_desktop.ui.i18n import short
from therapist_desktop.ui.sight import Sight
from therapist_desktop.ui.widgets.map_names import Names
from therapist_desktop.ui.wording.map import without_a_place

if TYPE_CHECKING:
    from therapist_desktop.services.outline import Outline
    from therapist_desktop.ui.theme import Appearance


KANSAS = Sight(0.227, 0.386, 5.5, 800, 600)


@pytest.fixture(scope="module")
def outline() -> Outline:
    return read_outline()


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (1, "1"),
        (999, "999"),
        (1000, "1.0k"),
        (9940, "9.9k"),
        (9960, "10k"),
        (999_499, "999k"),
        (999_500, "1.0M"),
        (12_300_000, "12M"),
    ],
)
def test_large_numbers_are_short(count: int, text: str) -> None:
    assert short(count) == text


def test_when_nothing_has_a_place_it_says_so() -> None:
    assert without_a_place(0, 9) == ""
    assert without_a_place(9, 9) == "None of these results says where on the map it is."


def _painted(names: Names, sight: Sight, sign: QRectF) -> QImage:
    picture = QImage(sight.wide, sight.high, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    names.paint(painter, sight, 1.0, sign)
    painter.end()
    return picture


def _chosen(appearance: Appearance, outline: Outline, sight: Sight, dots: tuple[Dot, ...] = ()) -> Names:
    names = Names(appearance)
    names.take(outline)
    for _ in names.choose(sight, dots, 1.0):
        pass
    return names


def test_no_name_of_a_state_lies_under_the_sign_of_the_circle(appearance: Appearance, outline: Outline) -> None:
    names = _chosen(appearance, outline, KANSAS)
    blank = _painted(Names(appearance), KANSAS, QRectF())
    assert _painted(names, KANSAS, QRectF()) != blank
    assert _painted(names, KANSAS, QRectF(0, 0, 800, 600)) == blank


def test_names_make_way_for_dots(appearance: Appearance, outline: Outline) -> None:
    state = next(state for state in outline.states if state.code == "KS")
    x, y = KANSAS.pixel(*state.middle)
    middle = QRectF(x - 10, y - 10, 20, 20).toRect()
    blank = _painted(Names(appearance), KANSAS, QRectF())
    alone = _painted(_chosen(appearance, outline, KANSAS), KANSAS, QRectF())
    assert alone.copy(middle) != blank.copy(middle)
    crowds = tuple(Dot(state.middle[0] + place / 1000, state.middle[1], 900, place) for place in (-50, 0, 50))
    beside = _painted(_chosen(appearance, outline, KANSAS, crowds), KANSAS, QRectF())
    assert beside.copy(middle) == blank.copy(middle)
    assert beside != blank
