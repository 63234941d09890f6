"""What is loaded and made when the window is painted for the first time, seen in a fresh interpreter.

Each of these once was on the way to the first picture and cost a hundredth of a bare window or more.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.rules.source import ROOT
from therapist_desktop.services.notebook import Notebook
from therapist_desktop.services.paths import AppPaths
from therapist_desktop.ui.window_state import NAME, WindowState, as_text

BEHIND_IT = {
    "alembic",
    "concurrent.futures",
    "hashlib",
    "logging.handlers",
    "numpy",
    "platformdirs",
    "pyroaring",
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
    "socket",
    "sqlalchemy",
    "therapist_desktop.commands",
    "therapist_desktop.data.reading.engine",
    "therapist_desktop.data.writing",
    "therapist_desktop.domain.syncing",
    "therapist_desktop.services.html",
    "therapist_desktop.services.sync",
    "therapist_desktop.domain.heaps",
    "therapist_desktop.services.outline",
    "therapist_desktop.ui.controllers.mapping",
    "therapist_desktop.ui.dialogs",
    "therapist_desktop.ui.panes.crisis",
    "therapist_desktop.ui.panes.detail",
    "therapist_desktop.ui.panes.library",
    "therapist_desktop.ui.panes.reader",
    "therapist_desktop.ui.widgets.map_view",
}
PROGRAM = """
import builtins, gc, json, sys
from PySide6 import QtGui, QtWidgets
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from therapist_desktop.cli import main

go_on = QApplication.exec

def watch():
    from therapist_desktop.ui.widgets.listing_view import ListingView
    from therapist_desktop.ui.widgets.skeleton import Skeleton
    Seen = {"rows": ListingView, "bars": Skeleton}[sys.argv[2]]
    paint = Seen.paintEvent

    def paint_and_tell(view, event):
        paint(view, event)
        Seen.paintEvent = paint
        print(json.dumps({
            "rows": view.model().rowCount() if Seen is ListingView else 0,
            "modules": list(sys.modules),
            "classes": [*vars(QtGui), *vars(QtWidgets)],
            "collects": gc.isenabled(),
            "imports plainly": builtins.__import__ is builtins.__orig_import__,
        }))
        QTimer.singleShot(0, QApplication.quit)

    Seen.paintEvent = paint_and_tell
    return go_on()

QApplication.exec = staticmethod(watch)
main(["--data-dir", sys.argv[1]])
"""


@pytest.fixture(scope="module")
def picture(starter_once: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What was there when the table had been painted."""
    own = tmp_path_factory.mktemp("picture") / "own"
    shutil.copytree(starter_once, own)
    return _first_picture(own, "rows")


def _first_picture(folder: Path, what: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, folder, what], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


def test_it_has_rows(picture: dict[str, Any]) -> None:
    assert picture["rows"] > 100


def test_what_comes_behind_it_is_not_loaded(picture: dict[str, Any]) -> None:
    assert not BEHIND_IT.intersection(picture["modules"])


def test_filters_from_another_day_do_not_load_the_search_engine(starter_once: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    shutil.copytree(starter_once, own)
    tab = {"page": "find", "chosen": [["payer", "medicaid"]]}
    state = WindowState(tabs=json.dumps({"current": 0, "tabs": [tab]}))
    Notebook(AppPaths.under(own).notebook).remember(NAME, as_text(state))
    assert not BEHIND_IT.intersection(_first_picture(own, "bars")["modules"])


def test_qt_makes_only_the_classes_that_it_needs(picture: dict[str, Any]) -> None:
    """Asking for a widget that Qt made itself, such as a viewport, makes PySide load every kind of widget there is."""
    assert "QTableView" in picture["classes"]
    assert not {"QCalendarWidget", "QGradient", "QStyle", "QWizard"}.intersection(picture["classes"])


def test_nothing_is_collected_or_read_twice_on_the_way(picture: dict[str, Any]) -> None:
    assert not picture["collects"]
    assert picture["imports plainly"]
