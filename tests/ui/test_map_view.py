"""The map: what it asks for, how it is moved, and what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest

from tests.builders import TODAY, a_card, some_results
from therapist_desktop.domain.filters import Filters, Near
from therapist_desktop.domain.mapping import Box, Dot
from therapist_desktop.domain.results import Spot
from therapist_desktop.services.outline import read_outline
from therapist_desktop.ui.controllers.mapping import Heap, Heaps
from therapist_desktop.ui.sight import LOWER_48, covers
from therapist_desktop.ui.widgets.late_view import LateView
from therapist_desktop.ui.widgets.map_marks import bar_of
from therapist_desktop.ui.widgets.map_view import OVERVIEW, MapView
from therapist_desktop.ui.wording.map import tip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from therapist_desktop.services.outline import Outline
    from therapist_desktop.ui.theme import Appearance

KANSAS, NEW_YORK, ANCHORAGE = Dot(0.227, 0.386, 40, 1), Dot(0.2945, 0.376, 900, 2), Dot(0.0836, 0.289, 7, 3)
LOS_ANGELES = Dot(0.1715, 0.399, 60, 5)
ALONE = Dot(0.25, 0.40, 1, 4)
EVERYWHERE = Heaps(OVERVIEW, (NEW_YORK, LOS_ANGELES, KANSAS, ANCHORAGE, ALONE), 52)
LEFT = Qt.MouseButton.LeftButton


class Asked:
    """Everything a view asked for."""

    def __init__(self, view: MapView) -> None:
        self.dots: list[tuple[float, Box | None]] = []
        self.cards: list[tuple[int, ...]] = []
        self.heaps: list[Dot] = []
        self.outlines = 0
        self.pointed: list[str] = []
        self.chosen: list[str] = []
        view.dots_wanted.connect(lambda zoom, box: self.dots.append((zoom, box)))
        view.cards_wanted.connect(self.cards.append)
        view.heap_opened.connect(lambda dot, _: self.heaps.append(dot))
        view.outline_wanted.connect(self._count)
        view.listing_pointed.connect(self.pointed.append)
        view.listing_chosen.connect(self.chosen.append)

    def _count(self) -> None:
        self.outlines += 1


@pytest.fixture(scope="module")
def outline() -> Outline:
    return read_outline()


@pytest.fixture
def view(qtbot: QtBot, appearance: Appearance) -> MapView:
    view = MapView(appearance, lambda: TODAY)
    qtbot.addWidget(view)
    view.resize(800, 600)
    return view


def _fill(view: MapView, qtbot: QtBot) -> list[Heaps]:
    """Results all over the country, every listing known. The last of what is handed back answers from now on."""
    answers = [EVERYWHERE]
    view.dots_wanted.connect(lambda zoom, _: view.show_dots(answers[-1]._replace(zoom=zoom)))
    view.show_results(some_results(1000))
    view.show()
    view.show_cards({4: a_card(4)})
    qtbot.waitUntil(lambda: view.is_at_rest)
    return answers


def _turn(target: QWidget, spot: QPointF) -> None:
    event = QWheelEvent(
        spot,
        target.mapToGlobal(spot),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.sendEvent(target, event)


def _spot(view: MapView, dot: Dot) -> QPoint:
    return QPointF(*view.canvas.sight.pixel(dot.x, dot.y)).toPoint()


def test_nothing_is_asked_for_while_it_is_out_of_sight(view: MapView, qtbot: QtBot) -> None:
    asked = Asked(view)
    view.show_results(some_results(1000))
    assert (asked.dots, asked.outlines) == ([], 0)
    view.show()
    assert (asked.dots, asked.outlines) == ([(OVERVIEW, None)], 1)
    view.hide()
    view.show_results(some_results(3))
    assert len(asked.dots) == 1
    view.show()
    assert (len(asked.dots), asked.outlines) == (2, 1)


def test_results_all_over_the_country_are_seen_at_once(view: MapView, qtbot: QtBot) -> None:
    _fill(view, qtbot)
    assert covers(view.canvas.sight.box, LOWER_48)
    assert view.canvas.dots.all_of_them == EVERYWHERE.dots


def test_it_says_what_has_no_place_and_offers_what_is_far_away(view: MapView, qtbot: QtBot) -> None:
    _fill(view, qtbot)
    assert view.foot.words == "52 of 1,000 results have no place on the map"
    assert [button.text() for button in view.foot.far] == ["Alaska  7"]
    view.foot.far[0].click()
    assert view.canvas.sight.shows(ANCHORAGE.x, ANCHORAGE.y)
    assert not view.canvas.sight.shows(NEW_YORK.x, NEW_YORK.y)


def test_a_circle_is_looked_at_from_as_near_as_it_fits(view: MapView, qtbot: QtBot) -> None:
    near = some_results(9, Filters(near=Near("Albany, NY", 50.0)), spot=Spot("Albany, NY", 42.65, -73.75))
    view.show_results(near)
    view.show()
    view.show_dots(Heaps(OVERVIEW, (Dot(0.295, 0.368, 9, 0),), 0))
    sight = view.canvas.sight
    assert sight.zoom > 7
    assert sight.shows(0.295, 0.368)


def test_the_sight_stays_where_results_change_under_it(view: MapView, qtbot: QtBot) -> None:
    answers = _fill(view, qtbot)
    view.canvas.look(view.canvas.sight._replace(x=NEW_YORK.x, y=NEW_YORK.y, zoom=6.0))
    before = view.canvas.sight
    answers.append(Heaps(OVERVIEW, (NEW_YORK,)))
    view.show_results(some_results(900))
    assert view.canvas.sight == before
    answers.append(Heaps(OVERVIEW, (ANCHORAGE,)))
    view.show_results(some_results(7))
    assert view.canvas.sight.shows(ANCHORAGE.x, ANCHORAGE.y)


def test_near_dots_are_asked_for_around_what_is_seen(view: MapView, qtbot: QtBot) -> None:
    _fill(view, qtbot)
    asked = Asked(view)
    view.canvas.look(view.canvas.sight._replace(x=NEW_YORK.x, y=NEW_YORK.y, zoom=9.0))
    qtbot.waitUntil(lambda: bool(asked.dots))
    zoom, box = asked.dots[-1]
    assert zoom == 9
    assert box is not None
    assert covers(box, view.canvas.sight.box)


def test_the_wheel_zooms_about_the_pointer(view: MapView, qtbot: QtBot) -> None:
    _fill(view, qtbot)
    canvas = view.canvas
    spot = QPointF(_spot(view, NEW_YORK))
    before, under = canvas.sight.zoom, canvas.sight.point(spot.x(), spot.y())
    _turn(canvas, spot)
    assert canvas.sight.zoom == before + 0.5
    assert canvas.sight.point(spot.x(), spot.y()) == pytest.approx(under)


def test_keys_move_and_zoom_and_home_comes_back(view: MapView, qtbot: QtBot) -> None:
    _fill(view, qtbot)
    canvas, before = view.canvas, view.canvas.sight
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Up)
    assert canvas.sight.x > before.x
    assert canvas.sight.y < before.y
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.sight.zoom > before.zoom
    QTest.keyClick(canvas, Qt.Key.Key_Minus)
    QTest.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.sight.zoom < before.zoom
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.sight == before


def test_the_buttons_do_the_same_and_have_names(view: MapView, qtbot: QtBot) -> None:
    _fill(view, qtbot)
    nearer, farther, fit = view.buttons.buttons
    assert [button.accessibleName() for button in view.buttons.buttons] == ["Zoom in", "Zoom out", "Fit"]
    assert all(button.toolTip() for button in view.buttons.buttons)
    before = view.canvas.sight
    nearer.click()
    assert view.canvas.sight.zoom == before.zoom + 0.5
    farther.click()
    farther.click()
    assert view.canvas.sight.zoom == pytest.approx(before.zoom - 0.5)
    fit.click()
    assert view.canvas.sight == before


def test_dragging_moves_the_map_and_points_at_nothing(view: MapView, qtbot: QtBot) -> None:
    _fill(view, qtbot)
    asked, before = Asked(view), view.canvas.sight
    spot = _spot(view, ALONE)
    QTest.mousePress(view.canvas, LEFT, pos=spot)
    QTest.mouseMove(view.canvas, spot + QPoint(30, 12))
    QTest.mouseRelease(view.canvas, LEFT, pos=spot + QPoint(30, 12))
    assert view.canvas.sight.x < before.x
    assert not asked.pointed


def test_tab_walks_from_the_middle_outwards_and_says_each(view: MapView, qtbot: QtBot) -> None:
    _fill(view, qtbot)
    canvas = view.canvas
    canvas.setFocus()
    assert canvas.accessibleName().startswith("Map of 1,000 results")
    asked, met = Asked(view), []
    while canvas.walk(1):
        met.append(canvas.meant)
    assert set(met) >= {KANSAS, NEW_YORK, ALONE}
    assert met[0] == KANSAS
    assert canvas.walk(-1)
    assert asked.pointed == [a_card(4).id] * asked.pointed.count(a_card(4).id) != []
    canvas.mean(None)
    QTest.keyClick(canvas, Qt.Key.Key_Tab)
    assert canvas.meant == KANSAS
    assert canvas.accessibleName() == (f"40 listings close together. Enter shows them nearer. Dot 1 of {len(met)}.")


def test_enter_opens_a_listing_and_goes_nearer_to_several(view: MapView, qtbot: QtBot) -> None:
    _fill(view, qtbot)
    asked = Asked(view)
    for dot in (ALONE, KANSAS):
        view.canvas.mean(dot)
        QTest.keyClick(view.canvas, Qt.Key.Key_Return)
    assert (asked.chosen, asked.heaps) == ([a_card(4).id], [KANSAS])


def test_a_click_selects_one_and_opens_several(view: MapView, qtbot: QtBot) -> None:
    _fill(view, qtbot)
    asked = Asked(view)
    QTest.mouseClick(view.canvas, LEFT, pos=_spot(view, ALONE))
    assert (asked.pointed, asked.chosen) == ([a_card(4).id], [])
    QTest.mouseDClick(view.canvas, LEFT, pos=_spot(view, ALONE))
    assert asked.chosen == [a_card(4).id]
    QTest.mouseClick(view.canvas, LEFT, pos=_spot(view, KANSAS))
    assert asked.heaps == [KANSAS]


def test_where_several_are_is_gone_to(view: MapView, qtbot: QtBot) -> None:
    _fill(view, qtbot)
    box = Box(0.29, 0.37, 0.30, 0.38)
    view.show_spread(box)
    assert covers(view.canvas.sight.box, box)
    assert view.canvas.sight.zoom > 7


def test_several_at_one_spot_are_listed_and_escape_closes(view: MapView, qtbot: QtBot) -> None:
    _fill(view, qtbot)
    view.activateWindow()
    asked, left = Asked(view), []
    view.left.connect(lambda: left.append(True))
    view.show_heap(Heap(KANSAS, tuple(a_card(row) for row in range(30))))
    heap = view.heap
    assert heap.isVisible()
    assert heap.list.count() == 30
    assert asked.pointed == [a_card(0).id]
    QTest.keyClick(heap.list, Qt.Key.Key_Down)
    QTest.keyClick(heap.list, Qt.Key.Key_Return)
    assert (asked.pointed[-1], asked.chosen) == (a_card(1).id, [a_card(1).id])
    QTest.keyClick(heap.list, Qt.Key.Key_Escape)
    assert not heap.isVisible()
    assert not left
    QTest.keyClick(view.canvas, Qt.Key.Key_Escape)
    assert left == [True]


def test_the_land_is_drawn_and_drawn_anew_in_other_colours(
    view: MapView, qtbot: QtBot, outline: Outline, appearance: Appearance
) -> None:
    _fill(view, qtbot)
    view.show_outline(outline)
    qtbot.waitUntil(lambda: view.canvas.ground.has_land and view.is_at_rest)
    view.canvas.look(view.canvas.sight._replace(x=0.20, y=0.37, zoom=7.0))
    qtbot.waitUntil(lambda: view.is_at_rest)
    spot = QPoint(150, 80)
    light = QColor(appearance.theme.surface)
    assert view.canvas.grab().toImage().pixelColor(spot) == light
    appearance.pin("dark")
    qtbot.waitUntil(lambda: view.is_at_rest)
    assert view.canvas.grab().toImage().pixelColor(spot) == QColor(appearance.theme.surface) != light


def test_larger_text_makes_fewer_larger_dots(view: MapView, qtbot: QtBot, appearance: Appearance) -> None:
    _fill(view, qtbot)
    view.canvas.look(view.canvas.sight._replace(zoom=8.0))
    asked = Asked(view)
    appearance.set_zoom(2.0)
    qtbot.waitUntil(lambda: bool(asked.dots))
    assert asked.dots[-1][0] == 7.5


def test_the_bar_is_a_round_number_of_miles(view: MapView, qtbot: QtBot) -> None:
    _fill(view, qtbot)
    for zoom in (2.0, 5.0, 8.0, 15.0):
        miles, wide = bar_of(view.canvas.sight._replace(zoom=zoom))
        assert 24 < wide <= 120
        assert miles in {0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000}


def test_a_late_view_is_made_when_it_is_first_seen(qtbot: QtBot, appearance: Appearance) -> None:
    made: list[MapView] = []

    def make(room: LateView) -> Iterator[None]:
        yield
        made.append(MapView(appearance))
        room.hold(made[-1])

    late = LateView(make)
    qtbot.addWidget(late)
    assert not made
    late.show()
    late.finish()
    late.hide()
    late.show()
    late.finish()
    assert len(made) == 1
    assert late.focusProxy() is made[0]


def test_a_tip_says_who_where_and_how_fresh(view: MapView) -> None:
    assert tip(ALONE, a_card(4), TODAY) == "Person 4 Sample, LCSW\nNew York, NY\nFresh \u00b7 21 d"
    assert tip(KANSAS, None, TODAY) == "40 listings"
    assert tip(ALONE, None, TODAY) == ""


def test_the_wheel_over_the_list_leaves_the_map_alone(view: MapView, qtbot: QtBot) -> None:
    _fill(view, qtbot)
    view.show_heap(Heap(KANSAS, (a_card(1),)))
    before = view.canvas.sight
    _turn(view.heap.list.viewport(), QPointF(10, 10))
    assert view.canvas.sight == before


def test_zooming_there_and_back_leaves_a_sharp_picture(view: MapView, qtbot: QtBot, outline: Outline) -> None:
    _fill(view, qtbot)
    view.show_outline(outline)
    qtbot.waitUntil(lambda: view.canvas.ground.has_land and view.is_at_rest)
    sharp = view.canvas.grab().toImage()
    view.canvas.zoom_by(1)
    blurred = view.canvas.grab().toImage()
    view.canvas.zoom_by(-1)
    qtbot.waitUntil(lambda: view.is_at_rest)
    assert view.canvas.grab().toImage() == sharp != blurred


def test_a_listing_that_is_chosen_too_early_opens_when_it_is_known(view: MapView, qtbot: QtBot) -> None:
    _fill(view, qtbot)
    view.canvas.dots.forget_cards()
    asked = Asked(view)
    view.canvas.mean(ALONE)
    QTest.keyClick(view.canvas, Qt.Key.Key_Return)
    assert not asked.chosen
    view.show_cards({4: a_card(4)})
    assert (asked.pointed, asked.chosen) == ([a_card(4).id], [a_card(4).id])
    assert view.canvas.accessibleName().startswith("Person 4 Sample")
