"""A child process: open a window, say "painted" once its first picture is on the screen, and end.

python -m benchmarks.first_paint bare
python -m benchmarks.first_paint window DATA_DIR
"""

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from therapist_desktop.domain.overriding import override


class Painted(QObject):
    """Waits for the first paint that counts."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self.counts(watched):
            QTimer.singleShot(0, self._say)
        return False

    def counts(self, watched: QObject) -> bool:
        """A bare window counts at once."""
        return isinstance(watched, QMainWindow)

    def _say(self) -> None:
        print("painted", flush=True)
        sys.stdin.readline()
        QApplication.exit(0)


class RowsPainted(Painted):
    """Ours counts when the table has been painted with results in it."""

    @override
    def counts(self, watched: QObject) -> bool:
        from therapist_desktop.ui.widgets.listing_view import ListingView

        view = watched.parent()
        return isinstance(view, ListingView) and view.viewport() is watched and view.model().rowCount() > 0


def main() -> int:
    """Run one child."""
    application = QApplication([])
    if sys.argv[1] == "bare":
        painted = Painted()
        application.installEventFilter(painted)
        window = QMainWindow()
        window.resize(1280, 720)
        window.show()
        return application.exec()
    from therapist_desktop.app import run

    painted = RowsPainted()
    application.installEventFilter(painted)
    return run(Path(sys.argv[2]))


if __name__ == "__main__":
    sys.exit(main())
