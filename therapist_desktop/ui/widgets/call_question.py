"""One question of a call with the keys that answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from therapist_desktop.domain.filters import Filters
from therapist_desktop.domain.taxonomy import Taxonomy
from therapist_desktop.ui.models.questions import ORDER, SHOWN, Asks, Option, Question, near, options, said, states
from therapist_desktop.ui.theme import SPACE_8, SPACE_12, SPACE_16, SPACE_24, Appearance
from therapist_desktop.ui.widgets.call_entry import CallEntry
from therapist_desktop.ui.widgets.call_option import CallOption
from therapist_desktop.ui.widgets.spacing import PAGE, space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from therapist_desktop.domain.results import Counts

TWO_FROM, WIDEST = 440, 1000


class CallQuestion(QFrame):
    """Number keys pick, letters narrow, Enter goes on, Backspace goes back."""

    filters_requested = Signal(object)  # Filters
    asked = Signal(object)  # Question
    ended = Signal()
    left = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._filters, self._taxonomy = Filters(), Taxonomy()
        self._counts: Counts = {}
        self._question: Question = Question.INSURANCE
        self._asks = Asks.NOTHING
        self._page, self._columns = 0, 2
        self._shown: tuple[CallOption, ...] = ()
        self.setProperty("role", "card")
        self.entry = CallEntry()
        self.count = QLabel()
        self.count.setProperty("role", "call-count-beside")
        self._title = _label("call-title")
        self._hint = _label("muted")
        self._wrong = _label("error")
        self._wrong.hide()
        self._grid = QGridLayout()
        space(self._grid, appearance, SPACE_8, most=PAGE)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._next = QPushButton()
        self._next.setProperty("role", "primary")
        self._next.setToolTip(self.tr("Go to the next question (Enter)"))
        self._column = column = QVBoxLayout(self)
        space(column, appearance, SPACE_12, most=PAGE)
        for widget in (self.count, self._title, self.entry, self._wrong, self._hint):
            column.addWidget(widget)
        column.addLayout(self._grid)
        column.addStretch(1)
        column.addWidget(self._next, 0, Qt.AlignmentFlag.AlignRight)
        self.entry.picked.connect(self._pick)
        self.entry.went_on.connect(self._enter)
        self.entry.went_back.connect(self._go_back)
        self.entry.left.connect(self._escape)
        self.entry.textChanged.connect(self._narrow)
        self._next.clicked.connect(self._go_on)

    @property
    def question(self) -> Question:
        """What is asked now."""
        return self._question

    @property
    def options(self) -> tuple[CallOption, ...]:
        """What can be picked now, in the order of the number keys."""
        return self._shown

    @property
    def title(self) -> str:
        """The question as it stands there."""
        return self._title.text()

    def show_asked_for(self, filters: Filters, taxonomy: Taxonomy, counts: Counts) -> None:
        """Offer what can be picked with this asked for already."""
        self._filters, self._taxonomy, self._counts = filters, taxonomy, counts
        self._show()

    def ask(self, question: Question) -> None:
        """Go to this question."""
        self._question = question
        self._ask_for(Asks.NOTHING)
        if self.isVisible():
            self.entry.setFocus()

    def use_width(self, width: int) -> None:
        """Two columns of keys where there is room for them."""
        side = max(SPACE_24, (width - self._appearance.px(WIDEST)) // 2)
        self._column.setContentsMargins(side, SPACE_24, side, SPACE_16)
        columns = 2 if width / self._appearance.zoom >= TWO_FROM else 1
        if columns != self._columns:
            self._columns = columns
            self._grid.setColumnStretch(1, columns - 1)
            self.restyle()

    def restyle(self) -> None:
        """Take on the theme and size in use."""
        self._show_options(tuple(one.option for one in self._shown))

    def say_wrong(self, sentence: str) -> None:
        """Say below the field what cannot be understood, or nothing."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        self.entry.setAccessibleDescription(sentence)

    def _all_options(self) -> tuple[Option, ...]:
        if self._asks is Asks.PLACE:
            return ()
        if self._asks is Asks.STATE:
            return states(self._filters, self._taxonomy, self._counts, self.entry.text())
        return options(self._question, self._filters, self._taxonomy, self._counts, self.entry.text())

    def _show(self) -> None:
        found = self._all_options()
        pages = max(1, -(-len(found) // SHOWN))
        self._page %= pages
        shown = found[self._page * SHOWN : (self._page + 1) * SHOWN]
        self._title.setText(self._asked())
        self.entry.setPlaceholderText(self._placeholder())
        self.entry.setAccessibleName(f"{self._asked()} {self._placeholder()}")
        self._hint.setText(self._hint_of(len(found), pages))
        self._hint.setVisible(bool(self._hint.text()))
        answered = bool(self._asks) or any(option.picked for option in found)
        self._next.setText(self.tr("Go on   Enter") if answered else self.tr("Does not matter, go on   Enter"))
        self.asked.emit(self._question)
        if tuple(one.option for one in self._shown) != shown:
            self._show_options(shown)

    def _show_options(self, shown: Sequence[Option]) -> None:
        had_focus = next((place for place, one in enumerate(self._shown) if one.hasFocus()), None)
        for old in self._shown:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = tuple(CallOption(place + 1, option, self._appearance) for place, option in enumerate(shown))
        rows = max(1, -(-len(shown) // self._columns))
        before: QWidget = self.entry
        for place, one in enumerate(self._shown):
            one.clicked.connect(lambda _=False, place=place: self._pick(place + 1))
            self._grid.addWidget(one, place % rows, place // rows)
            QWidget.setTabOrder(before, one)
            before = one
        QWidget.setTabOrder(before, self._next)
        if had_focus is not None and self._shown:
            self._shown[min(had_focus, len(self._shown) - 1)].setFocus()

    def _asked(self) -> str:
        if self._asks is Asks.PLACE:
            return self.tr("Near which ZIP code or city?")
        if self._asks is Asks.STATE:
            return self.tr("In which state will the client be?")
        return said(self._question)

    def _placeholder(self) -> str:
        if self._asks is Asks.PLACE:
            return self.tr("ZIP or City, ST, then Enter")
        if self._asks is Asks.STATE:
            return self.tr("Press a number, or type the state")
        if self._question is Question.WHERE:
            return self.tr("Press a number")
        return self.tr("Press a number, or type to narrow")

    def _hint_of(self, count: int, pages: int) -> str:
        if self._asks is Asks.STATE:
            return self.tr("By licence or compact. Always confirm with the office. Enter goes on without a state.")
        if self._asks is Asks.PLACE:
            return ""
        if not count:
            return self.tr("Nothing begins like this here. Esc clears what was typed.")
        told = []
        if self._question is Question.PREFERENCES:
            told.append(self.tr("Once: preferred. Twice: must have. Three times: neither."))
        if pages > 1:
            told.append(self.tr("0 shows more ({n} of {m}).").format(n=self._page + 1, m=pages))
        return " ".join(told)

    def _pick(self, key: int) -> None:
        if key == 0:
            self._page += 1
            self._show()
            return
        if key > len(self._shown):
            return
        option = self._shown[key - 1].option
        if option.filters != self._filters:
            self.filters_requested.emit(option.filters)
        if option.asks:
            self._ask_for(option.asks)
        elif option.goes_on:
            self._go_on()
        else:
            self.entry.clear()
        self.entry.setFocus()

    def _ask_for(self, asks: Asks) -> None:
        self._asks, self._page = asks, 0
        self.entry.takes_digits = asks is Asks.PLACE
        self.entry.setText("")  # unlike `clear` it leaves nothing to undo: Ctrl+Z must not bring an answer back
        self._show()

    def _enter(self) -> None:
        if self._asks is Asks.PLACE:
            place = self.entry.text().strip()
            if place:
                self.filters_requested.emit(near(self._filters, place))
            self._ask_for(Asks.NOTHING)
            self._go_on()
        elif self.entry.text().strip() and self._shown:
            self._pick(1)
        else:
            self._go_on()

    def _escape(self) -> None:
        if self.entry.text():
            self.entry.clear()
        elif self._asks:
            self._ask_for(Asks.NOTHING)
        else:
            self.left.emit()

    def _narrow(self) -> None:
        self._page = 0
        if self._asks is not Asks.PLACE:
            self._show()

    def _go_on(self) -> None:
        place = ORDER.index(self._question) + 1
        if place < len(ORDER):
            self.ask(ORDER[place])
        else:
            self.ended.emit()

    def _go_back(self) -> None:
        if self._asks:
            self._ask_for(Asks.NOTHING)
            return
        self.ask(ORDER[max(0, ORDER.index(self._question) - 1)])


def _label(role: str) -> QLabel:
    label = QLabel(wordWrap=True)
    label.setProperty("role", role)
    return label
