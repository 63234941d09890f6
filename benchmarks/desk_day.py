"""A child process: a short day at the desk in the real window, or a bare window, and the memory that took, as JSON.

python -m benchmarks.desk_day bare
python -m benchmarks.desk_day window DATA_DIR
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.usage import usage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.session import Session, Wait

WORDS = "anxiety grief trauma"
_CHOSEN = (("format", "video"), ("payer", "aetna"), ("language", "en"))
_NEAR = ("10001", 100.0)
_COMPARED = 3
_KEY_MS = 75
_STOP_MS = 40
_STOPS = 20
_BARE_MS = 500


def main() -> int:
    """Run one child."""
    marks: dict[str, dict[str, float]] = {}
    code = _bare() if sys.argv[1] == "bare" else _window(Path(sys.argv[2]), marks)
    marks["end"] = asdict(usage())
    print(json.dumps(marks))
    return code


def _bare() -> int:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    window.resize(1280, 720)
    window.show()
    QTimer.singleShot(_BARE_MS, application.quit)
    return application.exec()


def _window(data_dir: Path, marks: dict[str, dict[str, float]]) -> int:
    from therapist_desktop.cli import import_plainly

    import_plainly()  # as the program does: PySide would keep the source of every module
    from PySide6.QtWidgets import QApplication

    from benchmarks.session import Session

    application = QApplication([])
    session = Session(application, data_dir)
    session.play(_day(session, marks))
    code = application.exec()
    session.close()
    return code


def _day(session: "Session", marks: dict[str, dict[str, float]]) -> "Iterator[Wait]":
    from therapist_desktop.domain.filters import Choice, Filters, Near
    from therapist_desktop.domain.taxonomy import Facet

    filters, table = session.window.filters, session.window.results.table
    yield session.next_answer()
    marks["first picture"] = asdict(usage())
    yield lambda: session.window.is_furnished
    yield session.rest()
    marks["engine warm"] = asdict(usage())
    for key in WORDS:
        session.press(key)
        yield _KEY_MS
    yield session.answer_to(WORDS)
    for facet, value in _CHOSEN:
        answered = session.next_answer()
        filters.toggle(Choice(Facet(facet), value))
        yield answered
    for asked in (Filters(near=Near(*_NEAR)), Filters()):
        answered = session.next_answer()
        filters.use(asked)
        yield answered
    marks["searched"] = asdict(usage())
    bar = table.verticalScrollBar()
    for stop in range(1, _STOPS + 1):
        bar.setValue(bar.maximum() * stop // _STOPS)
        yield session.rest() if stop == _STOPS else _STOP_MS
    marks["scrolled to the end"] = asdict(usage())
    yield from _looks(session, marks)
    yield from _call(session, marks)


def _looks(session: "Session", marks: dict[str, dict[str, float]]) -> "Iterator[Wait]":
    """The same results as cards and on the map, and a few listings side by side."""
    from therapist_desktop.domain.places import Page, View

    window = session.window
    for view in (View.CARDS, View.MAP):
        window.results.show_view(view)
        yield session.rest()
    window.results.show_view(View.TABLE)
    marks["looked at the map"] = asdict(usage())
    compared = []
    for row in range(_COMPARED):
        window.results.table.stand_on(row)
        yield session.rest()
        compared.append(window.results.pointed)
    session.places.compare(tuple(compared))
    yield session.rest()
    window.show_page(Page.FIND)
    marks["compared"] = asdict(usage())


def _call(session: "Session", marks: dict[str, dict[str, float]]) -> "Iterator[Wait]":
    """A caller with a problem, an insurance and a ZIP code, and the steps in a crisis."""
    from therapist_desktop.domain.filters import Choice, Filters, Near
    from therapist_desktop.domain.places import Page
    from therapist_desktop.domain.taxonomy import Facet

    window = session.window
    window.actions_["call"].trigger()
    asked = Filters(near=Near(*_NEAR))
    for facet, value in _CHOSEN:
        asked = asked.toggled(Choice(Facet(facet), value))
        answered = session.another_answer()
        window.filters.use(asked)
        yield answered
    window.show_crisis()
    yield session.rest()
    window.show_page(Page.FIND)
    yield session.rest()
    marks["called"] = asdict(usage())


if __name__ == "__main__":
    sys.exit(main())
