"""Call mode: six questions while somebody is on the phone, answered with number keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from therapist_desktop.domain.filters import Filters
from therapist_desktop.domain.overriding import override
from therapist_desktop.domain.taxonomy import Taxonomy
from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.models.questions import Question
from therapist_desktop.ui.theme import SPACE_12, SPACE_16, Appearance
from therapist_desktop.ui.widgets.call_best import CallBest
from therapist_desktop.ui.widgets.call_question import CallQuestion
from therapist_desktop.ui.widgets.call_steps import CallSteps
from therapist_desktop.ui.widgets.spacing import PAGE, space
from therapist_desktop.ui.widgets.tall_page import tall_page
from therapist_desktop.ui.wording.nothing_found import NothingFound

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from datetime import date

    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent

    from therapist_desktop.domain.results import Card, Results

LEFT, RIGHT, WIDEST_RIGHT = 250, 320, 520
ASKING = 900
"""How wide a question becomes before the best three get more room."""
STEPS_FROM, BEST_FROM = 1000, 680
_SECOND = 1000
_MINUTE = 60


class CallPane(QWidget):
    """Asks one question at a time. What is asked for lives in the filters; this pane only says what to change."""

    filters_requested = Signal(object)  # Filters
    results_requested = Signal()
    listing_chosen = Signal(str)
    mark_requested = Signal(object)  # Card
    clear_requested = Signal()
    left = Signal()

    def __init__(self, appearance: Appearance, today: Callable[[], date]) -> None:
        super().__init__()
        self._appearance = appearance
        self._filters, self._taxonomy = Filters(), Taxonomy()
        self._answer: tuple[Results, tuple[Card, ...]] | None = None
        self._is_behind = False  # an answer came while nobody looked
        self._begun = QElapsedTimer()
        self._tick = QTimer(self, interval=_SECOND)
        self.setAccessibleName(self.tr("Call mode"))
        self.steps = CallSteps(appearance)
        self.asking = CallQuestion(appearance)
        self.best = CallBest(appearance, today)
        self._time = QLabel()
        self._time.setProperty("role", "call-time")
        self._clear = QPushButton(f" {self.tr('Clear the call')}")
        self._clear.setToolTip(self.tr("Wipe everything that was asked for and marked (Ctrl+Shift+F2)"))
        self._arrange()
        self._connect()
        self._restyle()

    @property
    def is_timed(self) -> bool:
        """A call has begun."""
        return self._begun.isValid()

    def begin(self) -> None:
        """Take the keyboard for the question that is open."""
        if not self._begun.isValid():
            self._begun.start()
        self._tell_time()
        self._tick.start()
        self.asking.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def begin_anew(self) -> None:
        """Another caller: the first question, nothing typed, the clock at nothing until somebody looks."""
        self._begun.invalidate()
        if self.isVisible():
            self._begun.start()
        self._tell_time()
        self.best.show_nothing(NothingFound("", ""))
        self._is_behind = self._answer is not None
        self.asking.ask(Question.INSURANCE)
        self._show()

    def show_taxonomy(self, taxonomy: Taxonomy) -> None:
        """Offer the values of this release."""
        self._taxonomy = taxonomy
        self._show()

    def show_filters(self, filters: Filters) -> None:
        """What is asked for now."""
        self._filters = filters
        self.say_wrong("")
        self._show()

    def show_results(self, results: Results, cards: Sequence[Card]) -> None:
        """What that gives."""
        self._answer = (results, tuple(cards))
        self._is_behind = True
        self._show()

    def show_no_answer(self, said: NothingFound) -> None:
        """What was found before is not what is asked for now: say why nothing is, and offer the ways on."""
        self._answer, self._is_behind = None, False
        self.best.show_nothing(said)
        self.asking.count.setText("")
        self._show()

    def say_wrong(self, sentence: str) -> None:
        """Say below the field what cannot be understood, or nothing."""
        self.asking.say_wrong(sentence)

    def show_marked(self, marked: Collection[str]) -> None:
        """Show which listings are marked."""
        self.best.show_marked(marked)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tick.stop()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _show(self) -> None:
        """Nobody waits for a page that is not in sight."""
        if not self.isVisible():
            return
        if self._is_behind and self._answer is not None:
            self._is_behind = False
            self.best.show_results(*self._answer)
            self.asking.count.setText(self.tr("{n} fit").format(n=self.best.count_text))
        counts = self._answer[0].counts if self._answer else {}
        self.asking.show_asked_for(self._filters, self._taxonomy, counts)

    def _share(self) -> None:
        """What somebody can do without goes first where there is little room: the steps, then the best three."""
        px, room = self._appearance.px, self.width() / self._appearance.zoom
        has_steps, has_best = room >= STEPS_FROM, room >= BEST_FROM
        self._left.setVisible(has_steps)
        self._right.setVisible(has_best)
        self.asking.count.setVisible(not has_best)
        taken = px(LEFT) * has_steps
        right = min(px(WIDEST_RIGHT), max(px(RIGHT), self.width() - taken - px(ASKING))) * has_best
        self._right.setFixedWidth(right or px(RIGHT))
        self.asking.use_width(self.width() - taken - right)

    def _arrange(self) -> None:
        left = QFrame()
        left.setProperty("role", "card")
        column = QVBoxLayout(left)
        space(column, self._appearance, SPACE_12, (SPACE_12, SPACE_16, SPACE_12, SPACE_16), PAGE)
        column.addWidget(self._time)
        column.addWidget(self.steps)
        column.addStretch(1)
        column.addWidget(self._clear)
        right = QFrame()
        right.setProperty("role", "card")
        inside = QWidget()
        inside.setProperty("role", "page")
        found = QVBoxLayout(inside)
        space(found, self._appearance, 0, [SPACE_16] * 4, PAGE)
        found.addWidget(self.best)
        framed = QVBoxLayout(right)
        framed.setContentsMargins(1, 1, 1, 1)
        framed.addWidget(tall_page(inside))
        self._left, self._right = tall_page(left), right
        page = QHBoxLayout(self)
        space(page, self._appearance, SPACE_12, (0, 0, 0, 0), PAGE)
        page.addWidget(self._left)
        page.addWidget(tall_page(self.asking), 1)
        page.addWidget(self._right)

    def _connect(self) -> None:
        self.asking.filters_requested.connect(self.filters_requested)
        self.asking.asked.connect(lambda question: self.steps.show_now(question, self._filters, self._taxonomy))
        self.asking.ended.connect(self.results_requested)
        self.asking.left.connect(self.left)
        self._clear.clicked.connect(self.clear_requested)
        self._tick.timeout.connect(self._tell_time)
        self.steps.question_chosen.connect(self.asking.ask)
        self.best.filters_requested.connect(self.filters_requested)
        self.best.listing_chosen.connect(self.listing_chosen)
        self.best.mark_requested.connect(self.mark_requested)
        self._appearance.changed.connect(self._restyle)

    def _tell_time(self) -> None:
        seconds = self._begun.elapsed() // _SECOND if self._begun.isValid() else 0
        self._time.setText(f"{seconds // _MINUTE}:{seconds % _MINUTE:02}")
        self._time.setAccessibleName(self.tr("Length of the call: {time}").format(time=self._time.text()))

    def _restyle(self) -> None:
        theme, px = self._appearance.theme, self._appearance.px
        self._left.setFixedWidth(px(LEFT))
        self._clear.setIcon(icon("eraser", theme.text, px(16)))
        self._clear.setIconSize(QSize(px(16), px(16)))
        self._share()
        self.asking.restyle()
        self.steps.restyle()
        self.best.restyle()
