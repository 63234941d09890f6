"""The program from its first line to its last: it opens its log, shows the window, and ends when that is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from therapist_desktop.app import run
from therapist_desktop.services.notebook import Notebook
from therapist_desktop.services.paths import AppPaths
from therapist_desktop.ui.window_state import NAME, from_text

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


def test_it_runs_until_the_window_is_closed_and_keeps_a_log(tmp_path: Path, qapp: QApplication) -> None:
    def close_when_shown() -> None:
        if any(window.isVisible() for window in qapp.topLevelWidgets()):
            look.stop()
            qapp.closeAllWindows()

    look = QTimer()
    look.timeout.connect(close_when_shown)
    look.start(10)
    assert run(tmp_path) == 0
    assert (tmp_path / "log.txt").is_file()
    notebook = Notebook(AppPaths.under(tmp_path).notebook)
    assert from_text(notebook.memory()[NAME]).geometry
