"""The six questions of a call with what was answered so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.models.questions import ORDER, Question, answer, title_of
from therapist_desktop.ui.theme import SPACE_4, SPACE_8, Appearance
from therapist_desktop.ui.widgets.spacing import space

if TYPE_CHECKING:
    from therapist_desktop.domain.filters import Filters
    from therapist_desktop.domain.taxonomy import Taxonomy


class CallSteps(QWidget):
    """One line a question; a click goes there."""

    question_chosen = Signal(object)  # Question

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._now: Question | None = None
        self._buttons: dict[Question, QPushButton] = {}
        self._answers: dict[Question, QLabel] = {}
        page = QVBoxLayout(self)
        space(page, appearance, SPACE_4, (0, 0, 0, 0))
        for question in ORDER:
            button = QPushButton(f" {title_of(question)}")
            button.setProperty("role", "call-step")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, question=question: self.question_chosen.emit(question))
            told = QLabel(wordWrap=True)
            told.setProperty("role", "call-answer")
            told.setTextFormat(Qt.TextFormat.PlainText)
            told.setContentsMargins(appearance.px(36), 0, SPACE_8, SPACE_4)
            told.hide()
            page.addWidget(button)
            page.addWidget(told)
            self._buttons[question], self._answers[question] = button, told
        self.restyle()

    @property
    def texts(self) -> tuple[str, ...]:
        """What was answered, question by question."""
        return tuple(label.text() for label in self._answers.values())

    def show_now(self, question: Question | None, filters: Filters, taxonomy: Taxonomy) -> None:
        """Point out the question that is asked now, and what was answered."""
        self._now = question
        for one, button in self._buttons.items():
            text = answer(one, filters, taxonomy)
            self._answers[one].setText(text)
            self._answers[one].setVisible(bool(text))
            button.setChecked(one is question)
            said = text or self.tr("not answered")
            button.setAccessibleName(self.tr("{title}: {answer}").format(title=title_of(one), answer=said))
            button.setToolTip(self.tr("Go to this question: {title}").format(title=title_of(one)))
        self.restyle()

    def restyle(self) -> None:
        """Take on the theme and size in use."""
        theme, px = self._appearance.theme, self._appearance.px
        for question, button in self._buttons.items():
            is_answered = bool(self._answers[question].text())
            name = "circle-check" if is_answered else "circle-dot" if question is self._now else "circle"
            ink = theme.accent if is_answered or question is self._now else theme.muted
            button.setIcon(icon(name, ink, px(16)))
            button.setIconSize(QSize(px(16), px(16)))
            self._answers[question].setContentsMargins(px(36), 0, px(8), px(4))
