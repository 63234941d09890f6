"""A child process: open a window, say "painted" once its first picture is on the screen, and end.

python -m benchmarks.first_paint bare
python -m benchmarks.first_paint window DATA_DIR
"""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from therapist_desktop.domain.overriding import override


class Bare(QMainWindow):
    """A window with nothing in it. It counts as soon as it is painted."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, _say)


def _say() -> None:
    """The whole window is painted in one go, and this runs behind it."""
    print("painted", flush=True)
    sys.stdin.readline()
    QApplication.exit(0)


def _open_bare() -> int:
    application = QApplication([])
    window = Bare()
    window.resize(1280, 720)
    window.show()
    return application.exec()


def _open_ours(data_dir: str) -> int:
    """As from the command line. Only the table is watched: a filter on every event would cost more than it finds."""
    from therapist_desktop.cli import main

    go_on = QApplication.exec

    def watch_and_go_on() -> int:
        _watch_the_table()
        return go_on()

    setattr(QApplication, go_on.__name__, staticmethod(watch_and_go_on))
    return main(["--data-dir", data_dir])


def _watch_the_table() -> None:
    from therapist_desktop.ui.widgets.listing_view import ListingView

    paint = ListingView.paintEvent

    def paint_and_tell(view: ListingView, event: QPaintEvent) -> None:
        paint(view, event)
        if view.model().rowCount() > 0:
            QTimer.singleShot(0, _say)

    setattr(ListingView, paint.__name__, paint_and_tell)


if __name__ == "__main__":
    sys.exit(_open_bare() if sys.argv[1] == "bare" else _open_ours(sys.argv[2]))
