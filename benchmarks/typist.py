"""A child process: twenty keys typed into the real window while a tick tells how long the GUI thread was away, as JSON.

python -m benchmarks.typist bare MS
python -m benchmarks.typist window DATA_DIR TIMES [SWITCH_INTERVAL_MS]
"""

import json
import sys
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from therapist_desktop.cli import import_plainly

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.session import Session, Wait
    from therapist_desktop.domain.filters import Filters

WORDS = "anxiety grief trauma"
_FASTEST_MS, _SLOWEST_MS = 60, 90
_BREATH_MS = 220
_KEYS_A_BREATH = 4
_SEED = 3


class Tick(QObject):
    """Wants to be called every millisecond, and notes the milliseconds between two calls."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.gaps: list[float] = []
        self._last = 0.0
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._turn)

    def start(self) -> None:
        """From now on."""
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        """Until now."""
        self._timer.stop()

    def _turn(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1000)
        self._last = now


def main() -> int:
    """Run one child."""
    application = QApplication([])
    tick = Tick(application)
    latencies: list[float] = []
    if sys.argv[1] == "bare":
        window = QMainWindow()
        window.resize(1280, 720)
        window.show()
        tick.start()
        QTimer.singleShot(int(sys.argv[2]), application.quit)
        code = application.exec()
    else:
        import_plainly()  # as the program does: PySide would keep the source of every module
        from benchmarks.session import Session

        session = Session(application, Path(sys.argv[2]))
        if len(sys.argv) > 4:
            sys.setswitchinterval(float(sys.argv[4]) / 1000)
        session.play(_typed(session, int(sys.argv[3]), tick, latencies))
        code = application.exec()
        session.close()
    interval = round(sys.getswitchinterval() * 1000, 3)
    print(json.dumps({"gaps": tick.gaps, "latencies": latencies, "interval": interval}))
    return code


def _typed(session: "Session", times: int, tick: Tick, latencies: list[float]) -> "Iterator[Wait]":
    """The keys, again and again; what comes before and between is not noted."""
    from therapist_desktop.domain.filters import Filters

    draw = Random(_SEED)
    yield session.next_answer()
    yield lambda: session.window.is_furnished
    yield from _asked(session, Filters(words=WORDS))
    for _ in range(times):
        yield from _asked(session, Filters())
        pressed: dict[str, float] = {}
        seen = len(session.painted)
        tick.start()
        for number, key in enumerate(WORDS, 1):
            pressed[WORDS[:number]] = session.press(key)
            is_breath = number % _KEYS_A_BREATH == 0
            yield _BREATH_MS if is_breath else draw.uniform(_FASTEST_MS, _SLOWEST_MS)
        yield session.answer_to(WORDS)
        tick.stop()
        answered = session.painted[seen:]
        latencies += [(at - pressed[filters.words]) * 1000 for filters, at in answered if filters.words in pressed]


def _asked(session: "Session", filters: "Filters") -> "Iterator[Wait]":
    """Until this was answered and nothing is under way any more."""
    answered = session.next_answer()
    session.window.filters.use(filters)
    yield answered
    yield session.rest()


if __name__ == "__main__":
    sys.exit(main())
