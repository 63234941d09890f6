"""A child process: articles opened in the reader one after another, as JSON.

python -m benchmarks.opener WORDS COUNT
"""

import json
import sys
import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from benchmarks import texts
from benchmarks.directory import TODAY
from therapist_desktop.domain.library import Piece, PieceKind, Reference, Section
from therapist_desktop.domain.overriding import override
from therapist_desktop.ui import fonts
from therapist_desktop.ui.panes.reader import ReaderPane
from therapist_desktop.ui.theme import BODY, Appearance, palette, stylesheet

_WIDE, _HIGH = 1_080, 720
_PATIENCE_S = 60


class Painted(QObject):
    """Notes that a widget was painted."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_so = False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.is_so = True
        return False


def main() -> int:
    """Open them all; the first few are not noted, for a window opens its first page only once."""
    application = QApplication([])
    fonts.load(fonts.INTERFACE)
    appearance = Appearance("light", 1.0, application)
    application.setPalette(palette(appearance.theme))
    application.setFont(fonts.interface_font(appearance.px(BODY), QFont.Weight.Normal))
    application.setStyleSheet(stylesheet(appearance.theme, appearance.zoom))
    pane = ReaderPane(appearance, lambda: TODAY)
    pane.resize(_WIDE, _HIGH)
    pane.show()
    painted = Painted(pane)
    pane.browser.viewport().installEventFilter(painted)
    shown: list[float] = []
    whole: list[float] = []
    work: list[float] = []
    for place, piece in enumerate(_pieces(int(sys.argv[1]), int(sys.argv[2]) + 3)):
        painted.is_so = False
        started, busy = time.perf_counter(), time.thread_time()
        pane.show_piece(piece)
        first = _until(lambda: painted.is_so, started)
        spent = (time.thread_time() - busy) * 1000
        last = _until(lambda: pane.is_whole, started)
        _rest()
        if place >= 3:
            shown.append(first)
            whole.append(last)
            work.append(spent)
    print(json.dumps({"shown": shown, "whole": whole, "work": work, "text": len(pane.browser.toPlainText())}))
    return 0


def _pieces(words: int, count: int) -> Iterator[Piece]:
    for one in texts.articles(count, words):
        yield Piece(
            id=f"article:text-{one.number:05d}",
            kind=PieceKind.ARTICLE,
            section=Section.ARTICLE,
            title=one.title,
            summary=one.paragraphs[0][:200],
            body=one.body,
            updated=TODAY,
            reviewed=TODAY,
            references=(Reference("A made-up source."), Reference("Another one.", "https://www.example.org/")),
        )


def _until(is_so: Callable[[], bool], started: float) -> float:
    while not is_so():
        QCoreApplication.processEvents()
        if time.perf_counter() - started > _PATIENCE_S:
            raise TimeoutError("the article was not painted")
    return (time.perf_counter() - started) * 1000


def _rest() -> None:
    """Let everything that is still due happen, so that the next article begins in a quiet window."""
    for _ in range(20):
        QCoreApplication.processEvents()


if __name__ == "__main__":
    sys.exit(main())
