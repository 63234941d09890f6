"""However text grows, colours change and the window is pulled about: after it the parts stand as they stood."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtWidgets import QSplitter

from tests.journeys.desks import Desk, desk_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


def _places(desk: Desk) -> list[QRect]:
    QCoreApplication.processEvents()
    window = desk.window
    parts = (window.search_box, window.filters, window.results, window.detail, window.results.table, window.status)
    return [QRect(part.mapTo(window, QPoint()), part.size()) for part in parts]


def _sizes(desk: Desk) -> list[int]:
    QCoreApplication.processEvents()
    splitter = desk.window.find_page.findChild(QSplitter)
    assert splitter is not None
    return splitter.sizes()


def _grow(desk: Desk) -> None:
    for zoom in (1.3, 2.0, 0.7, 1.0):
        desk.built.appearance.set_zoom(zoom)
        QCoreApplication.processEvents()


def _change_colours(desk: Desk) -> None:
    for scheme in ("dark", "contrast", "light"):
        desk.built.appearance.pin(scheme)
        QCoreApplication.processEvents()


def _pull_about(desk: Desk) -> None:
    for width in (700, 1000, 1900, 640, 1366):
        desk.window.resize(width, 768)
        QCoreApplication.processEvents()


@pytest.mark.parametrize("change", [_grow, _change_colours, _pull_about])
def test_everything_stands_where_it_stood(desk: Desk, change: Callable[[Desk], None]) -> None:
    before = _places(desk)
    change(desk)
    assert _places(desk) == before


def test_panes_that_were_made_wider_stay_so(desk: Desk, qapp: QApplication, qtbot: QtBot) -> None:
    splitter = desk.window.find_page.findChild(QSplitter)
    assert splitter is not None
    desk.window.resize(1900, 768)
    desk.built.appearance.set_zoom(1.1)
    QCoreApplication.processEvents()
    handles = [splitter.handle(place) for place in (1, 2)]
    splitter.moveSplitter(handles[0].x() + 60, 1)
    splitter.moveSplitter(handles[1].x() - 50, 2)
    splitter.splitterMoved.emit(handles[1].x(), 2)  # as the mouse does
    wanted = _sizes(desk)
    assert wanted[0] > 248 * 1.1 + 50
    _pull_about(desk)
    desk.window.resize(1900, 768)
    assert _sizes(desk) == wanted
    desk.close()
    with desk_at(desk.paths.folder, qapp, qtbot) as again:
        again.window.resize(1900, 768)
        assert again.built.appearance.zoom == 1.1
        assert [abs(now - then) <= 1 for now, then in zip(_sizes(again), wanted, strict=True)] == [True] * 3
