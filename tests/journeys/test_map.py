"""The results on a map, in the real window."""

from __future__ import annotations

from tests.journeys.desks import Desk
from therapist_desktop.domain.filters import Filters, Near
from therapist_desktop.domain.places import View
from therapist_desktop.ui.widgets.map_view import MapView


def _map(desk: Desk) -> MapView:
    desk.press("Shift+F7")
    desk.until(lambda: bool(desk.window.results.findChildren(MapView)))
    view = desk.window.results.findChildren(MapView)[0]
    desk.until(lambda: bool(view.canvas.dots.all_of_them) and view.is_at_rest)
    return view


def _view(desk: Desk) -> View:
    return desk.window.results.view


def _is_there(view: MapView) -> bool:
    """One listing is meant, or those at one spot are listed."""
    meant = view.canvas.meant
    return view.heap.isVisible() or (meant is not None and view.canvas.dots.card(meant) is not None)


def test_to_the_map_and_back(desk: Desk) -> None:
    view = _map(desk)
    assert _view(desk) is View.MAP
    assert view.canvas.hasFocus()
    assert sum(dot.count for dot in view.canvas.dots.all_of_them) > 300
    assert view.canvas.ground.has_land
    desk.press("Esc")
    assert _view(desk) is View.TABLE
    assert desk.window.results.table.hasFocus()


def test_a_search_moves_the_map_to_its_place(desk: Desk) -> None:
    view = _map(desk)
    desk.window.filters.use(Filters(near=Near("10001", 25.0)))
    desk.until(lambda: view.canvas.sight.zoom > 7 and view.is_at_rest)
    assert view.canvas.sight.shows(0.2944, 0.376)
    desk.until(lambda: view.canvas.accessibleName().startswith(f"Map of {desk.rows} results"))


def test_from_a_dot_to_the_details(desk: Desk) -> None:
    view = _map(desk)
    desk.window.filters.use(Filters(near=Near("10001", 5.0)))
    desk.until(lambda: view.canvas.sight.zoom > 7 and view.is_at_rest)
    canvas = view.canvas
    desk.press("Tab")
    for _ in range(12):  # nearer and nearer, until one listing or the list of a spot is reached
        if _is_there(view):
            break
        seen = canvas.sight
        desk.press("Return")
        desk.until(lambda seen=seen: view.heap.isVisible() or (canvas.sight != seen and view.is_at_rest))  # type: ignore[misc]
        if not view.heap.isVisible():
            desk.until(lambda: bool(canvas.dots.nearest_first(canvas.sight)))
            desk.press("Tab")
    assert _is_there(view)
    desk.press("Return")
    desk.until(lambda: desk.window.detail.isAncestorOf(desk.focus))
