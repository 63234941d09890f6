"""Colours that everybody can tell apart, and one style sheet that holds for all of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.ui.showing import shown
from therapist_desktop.services.shipped import shipped
from therapist_desktop.ui.theme import DARK, LIGHT, SHEETS, THEMES, Appearance, Theme, palette, scaled, stylesheet
from therapist_desktop.ui.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TEXT, LINE = 4.5, 3.0
_GROUNDS = ("window", "surface", "sunken")
_PAIRS = [
    *((ink, ground) for ink in ("text", "muted", "faint", "accent", "link", "stale", "ageing") for ground in _GROUNDS),
    *((ink, "selected") for ink in ("text", "muted", "accent", "fresh", "ageing", "stale")),
    *((ink, "surface") for ink in ("fresh", "ageing", "stale")),
    *((band, f"{band}_soft") for band in ("fresh", "ageing", "stale")),
    ("accent", "accent_soft"),
    ("text", "accent_soft"),
    ("text", "stale_soft"),
    ("muted", "accent_soft"),
    ("on_accent", "accent"),
    ("on_accent", "link"),
]
themes = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)


def _light(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours as WCAG counts it."""
    low, high = sorted((_light(one), _light(other)))
    return (high + 0.05) / (low + 0.05)


@themes
@pytest.mark.parametrize(("ink", "ground"), _PAIRS)
def test_text_can_be_read(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= TEXT


@themes
@pytest.mark.parametrize("ground", _GROUNDS)
@pytest.mark.parametrize("edge", ["control", "accent"])
def test_what_bounds_a_control_can_be_seen(theme: Theme, edge: str, ground: str) -> None:
    assert contrast(getattr(theme, edge), getattr(theme, ground)) >= LINE


@themes
@pytest.mark.parametrize("zoom", [0.7, 1.0, 2.0])
def test_the_style_sheet_has_no_blanks_and_no_strange_colours(theme: Theme, zoom: float) -> None:
    sheet = stylesheet(theme, zoom)
    assert "$" not in sheet
    known = {getattr(theme, name) for name in Theme._fields}
    assert set(re.findall(r"#[0-9A-Fa-f]{6}", sheet)) <= known


def test_only_the_theme_names_a_colour() -> None:
    folder = shipped().parent / "therapist_desktop" / "ui"
    named = {
        file.name
        for file in folder.rglob("*.py")
        if file.name != "theme.py" and re.search(r"[\"']#[0-9A-Fa-f]{3,8}[\"']", file.read_text(encoding="utf-8"))
    }
    assert not named
    for sheet in SHEETS:
        assert not re.search(r"#[0-9A-Fa-f]{3,8}\b", shipped("styles", f"{sheet}.qss").read_text(encoding="utf-8"))


def test_a_pinned_scheme_is_used_and_told(qtbot: QtBot) -> None:
    appearance = Appearance("light")
    assert appearance.theme == LIGHT
    with qtbot.waitSignal(appearance.changed) as told:
        appearance.pin("dark")
    assert told.args == [DARK]
    appearance.pin("contrast")
    assert appearance.theme.contrast


def test_text_grows_within_limits(qtbot: QtBot) -> None:
    appearance = Appearance("light", 9.0)
    assert appearance.zoom == 2.0
    appearance.set_zoom(0.1)
    assert appearance.zoom == 0.7
    assert scaled(10, appearance.zoom) == 7


@themes
def test_the_palette_follows(theme: Theme, qtbot: QtBot) -> None:
    assert palette(theme).window().color().name().upper() == theme.window


def test_without_motion_a_panel_stands_still_where_it_belongs(qtbot: QtBot) -> None:
    page = shown(qtbot, QWidget(), 800, 400)
    appearance = Appearance("light", still=True)
    panel = SidePanel(page, Qt.Edge.RightEdge, appearance)
    panel.hold(QWidget(), 300)
    panel.open()
    assert panel.x() == 500
    panel.close_panel()
    appearance.set_still(False)
    panel.open()
    assert panel.x() > 500
    qtbot.waitUntil(lambda: panel.x() == 500)
