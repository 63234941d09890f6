"""A child process: open a window, say "painted" once its first picture is on the screen, and end.

    python -m benchmarks.first_paint bare
    python -m benchmarks.first_paint window DATA_DIR
"""

import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMainWindow
from typing_extensions import override


class Painted(QObject):
    """Waits for the first paint of a window; for a window with a table, the first paint of rows in it."""

    def __init__(self, *, rows: bool) -> None:
        super().__init__()
        self._rows = rows

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._counts(watched):
            QTimer.singleShot(0, self._say)
        return False

    def _counts(self, watched: QObject) -> bool:
        if not self._rows:
            return isinstance(watched, QMainWindow)
        view = watched.parent()
        if not isinstance(view, QAbstractItemView) or view.viewport() is not watched:
            return False
        model = view.model()
        return model is not None and view.objectName() == "results" and model.rowCount() > 0

    def _say(self) -> None:
        print("painted", flush=True)
        sys.stdin.readline()
        QApplication.exit(0)


def main() -> int:
    """Run one child."""
    if sys.argv[1] == "bare":
        application = QApplication([])
        painted = Painted(rows=False)
        application.installEventFilter(painted)
        window = QMainWindow()
        window.resize(1280, 720)
        window.show()
        return application.exec()
    return _window(sys.argv[2])


def _window(data_dir: str) -> int:
    from pathlib import Path  # noqa: PLC0415

    from therapist_desktop.app import run  # noqa: PLC0415

    painted = Painted(rows=True)
    return run(Path(data_dir), None, watcher=painted)


if __name__ == "__main__":
    sys.exit(main())
