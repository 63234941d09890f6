"""A child process: the real window in motion, and what each frame of it cost, as JSON.

python -m benchmarks.mover DATA_DIR STEPS
"""

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from therapist_desktop.cli import import_plainly
from therapist_desktop.domain.overriding import override

if TYPE_CHECKING:
    from benchmarks.session import Session, Wait
    from therapist_desktop.ui.widgets.map_view import MapView

WORDS = "anxiety grief trauma"
_FRAME_MS = 16.0
_FRAMES_A_KEY = 5
_TIMES_TYPED = 3
_NOTCH = 120
_DRAG = 24
_WEST, _EAST, _NORTH, _SOUTH = 0.17, 0.30, 0.35, 0.42
_PLAIN = Qt.KeyboardModifier.NoModifier
Deed = Callable[[], object]


class Frames(QObject):
    """What each step and its picture cost the GUI thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.told: dict[str, dict[str, list[float]]] = {}
        self._paints = 0

    def watch(self, widget: QWidget) -> None:
        """Count when this is painted."""
        widget.installEventFilter(self)

    def play(self, name: str, deeds: Iterable[Deed]) -> "Iterator[Wait]":
        """Do these, one a frame."""
        noted = self.told.setdefault(name, {"work": [], "way": []})
        for deed in deeds:
            before, began, spent = self._paints, time.perf_counter(), time.thread_time()
            deed()
            QCoreApplication.sendPostedEvents()
            way = (time.perf_counter() - began) * 1000
            yield max(1.0, _FRAME_MS - way)
            if self._paints > before:
                noted["work"].append((time.thread_time() - spent) * 1000)
                noted["way"].append(way)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self._paints += event.type() == QEvent.Type.Paint
        return False


def main() -> int:
    """Run one child."""
    import_plainly()  # as the program does: PySide would keep the source of every module
    from benchmarks.session import Session

    application = QApplication([])
    frames = Frames(application)
    session = Session(application, Path(sys.argv[1]))
    session.play(_moved(session, frames, int(sys.argv[2])))
    code = application.exec()
    session.close()
    print(json.dumps(frames.told))
    return code


def _moved(session: "Session", frames: Frames, steps: int) -> "Iterator[Wait]":
    yield session.next_answer()
    yield lambda: session.window.is_furnished
    yield session.rest()
    table = session.window.results.table
    for widget in (table.viewport(), session.window.results.notice):
        frames.watch(widget)
    for name, deeds in (
        ("table, wheel", _wheel(table.viewport(), steps)),
        ("table, page keys", _keys(table, steps)),
        ("table, bar", _bar(session, steps)),
    ):
        yield from frames.play(name, deeds)
        yield session.rest()
    for _ in range(_TIMES_TYPED):
        yield from frames.play("typing", _typing(session))
        yield session.answer_to(WORDS)
        answered = session.next_answer()
        session.window.filters.clear()
        yield answered
        yield session.rest()
    yield from _over_the_map(session, frames, steps)


def _over_the_map(session: "Session", frames: Frames, steps: int) -> "Iterator[Wait]":
    from therapist_desktop.ui.widgets.map_view import MapView

    session.window.actions_["as_map"].trigger()
    yield lambda: bool(session.window.results.findChildren(MapView))
    view = next(iter(session.window.results.findChildren(MapView)))
    frames.watch(view.canvas)
    yield lambda: bool(view.canvas.dots.all_of_them) and view.is_at_rest
    yield session.rest()
    for zoom in (4, 6, 8):
        view.canvas.look(view.canvas.sight._replace(x=_WEST, y=_NORTH, zoom=float(zoom)))
        yield session.rest()
        yield from frames.play(f"map, dragged at zoom {zoom}", _drag(view, steps))
        yield session.rest()
    view.fit()
    yield session.rest()
    yield from frames.play("map, zoomed", _zoom(view, steps))


def _wheel(target: QWidget, steps: int) -> Iterator[Deed]:
    for _ in range(steps):
        yield lambda: _turn(target, -_NOTCH)


def _turn(target: QWidget, angle: int) -> None:
    spot = QPointF(target.rect().center())
    event = QWheelEvent(
        spot,
        target.mapToGlobal(spot),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        _PLAIN,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.sendEvent(target, event)


def _keys(target: QWidget, steps: int) -> Iterator[Deed]:
    target.setFocus()
    for _ in range(steps):
        yield lambda: QCoreApplication.sendEvent(
            target, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_PageDown, _PLAIN, "")
        )


def _bar(session: "Session", steps: int) -> Iterator[Deed]:
    """From the upper to the lower end, as a hand pulls it."""
    bar = session.window.results.table.verticalScrollBar()
    for step in range(1, steps + 1):
        yield lambda step=step: bar.setValue(bar.maximum() * step // steps)  # type: ignore[misc]


def _typing(session: "Session") -> Iterator[Deed]:
    for key in WORDS:
        yield lambda key=key: session.press(key)  # type: ignore[misc]
        for _ in range(_FRAMES_A_KEY - 1):
            yield int


def _drag(view: "MapView", steps: int) -> Iterator[Deed]:
    """To the east until the coast, a little to the south, back to the west, and so on."""
    canvas, way = view.canvas, -_DRAG
    for _ in range(steps):
        sight = canvas.sight
        down = 0
        if (sight.x > _EAST and way < 0) or (sight.x < _WEST and way > 0):
            way, down = -way, -4 * _DRAG if sight.y < _SOUTH else 4 * _DRAG
        yield lambda way=way, down=down: _pull(canvas, way, down)  # type: ignore[misc]


def _pull(canvas: QWidget, across: int, down: int) -> None:
    middle = QPointF(canvas.rect().center())
    button, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    there = middle + QPointF(across, down)
    for kind, spot, changed, held in (
        (QEvent.Type.MouseButtonPress, middle, button, button),
        (QEvent.Type.MouseMove, there, none, button),
        (QEvent.Type.MouseButtonRelease, there, button, none),
    ):
        event = QMouseEvent(kind, spot, canvas.mapToGlobal(spot), changed, held, _PLAIN)
        QCoreApplication.sendEvent(canvas, event)


def _zoom(view: "MapView", steps: int) -> Iterator[Deed]:
    """A notch every other frame, in and out again."""
    for step in range(steps):
        angle = _NOTCH if step // 24 % 2 == 0 else -_NOTCH
        yield (lambda angle=angle: _turn(view.canvas, angle)) if step % 2 == 0 else int  # type: ignore[misc]


if __name__ == "__main__":
    sys.exit(main())
