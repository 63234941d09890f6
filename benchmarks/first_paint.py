"""A child process: open a window, say so once it has come as far as asked, and end.

python -m benchmarks.first_paint bare                    "painted": a bare QMainWindow is
python -m benchmarks.first_paint built DATA_DIR          "built": all is imported and made, and waits for the screen
python -m benchmarks.first_paint window DATA_DIR         "painted": the window is, with rows in its table
python -m benchmarks.first_paint furnished DATA_DIR      "furnished": so is what comes behind the first picture
"""

import sys
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from therapist_desktop.domain.overriding import override


class Bare(QMainWindow):
    """A window with nothing in it. It counts as soon as it is painted."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, _say_painted)  # the whole window is painted in one go, and this runs behind it


def _say(word: str) -> None:
    print(word, flush=True)
    sys.stdin.readline()
    QApplication.exit(0)


def _say_painted() -> None:
    _say("painted")


def _open_bare() -> int:
    application = QApplication([])
    window = Bare()
    window.resize(1280, 720)
    window.show()
    return application.exec()


def _open_ours(data_dir: str, watch: Callable[[], None]) -> int:
    """As from the command line; what is watched is looked up when the events begin."""
    from therapist_desktop.cli import main

    go_on = QApplication.exec

    def watch_and_go_on() -> int:
        watch()
        return go_on()

    setattr(QApplication, go_on.__name__, staticmethod(watch_and_go_on))
    return main(["--data-dir", data_dir])


def _watch_the_table() -> None:
    """Only the table: a filter on every event would cost more than it finds."""
    from therapist_desktop.ui.widgets.listing_view import ListingView

    paint = ListingView.paintEvent

    def paint_and_say(view: ListingView, event: QPaintEvent) -> None:
        paint(view, event)
        if view.model().rowCount() > 0:
            QTimer.singleShot(0, _say_painted)

    setattr(ListingView, paint.__name__, paint_and_say)


def _watch_the_furnishing() -> None:
    from therapist_desktop.ui.main_window import MainWindow

    for window in QApplication.topLevelWidgets():
        if isinstance(window, MainWindow):
            window.furnished.connect(lambda: _say("furnished"))


def _say_built() -> None:
    QTimer.singleShot(0, lambda: QApplication.exit(0))
    _say("built")


WATCHES = {"built": _say_built, "window": _watch_the_table, "furnished": _watch_the_furnishing}

if __name__ == "__main__":
    stage, *data = sys.argv[1:]
    sys.exit(_open_bare() if stage == "bare" else _open_ours(data[0], WATCHES[stage]))
