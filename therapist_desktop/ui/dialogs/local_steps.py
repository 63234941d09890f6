"""Where a clinic writes down what it does in a crisis."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from therapist_desktop.domain.local_steps import MOST_NUMBERS, MOST_STEPS, LocalNumber, LocalSteps, tidy, wrong_numbers
from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.theme import SPACE_8, SPACE_16, SPACE_24, Appearance
from therapist_desktop.ui.widgets.tall_page import TallPage

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

WIDE, SHOWN = 620, 3


class LocalStepsDialog(QDialog):
    """One step a line, and a few numbers with names. Tells what was written; does not write it itself."""

    written = Signal(object)  # LocalSteps

    def __init__(self, steps: LocalSteps, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setWindowTitle(self.tr("Crisis steps of this clinic"))
        self.setMinimumWidth(appearance.px(WIDE))
        self._steps = QPlainTextEdit("\n".join(steps.steps))
        self._steps.setTabChangesFocus(True)
        self._steps.setAccessibleName(self.tr("Steps, one a line"))
        self._steps.setToolTip(self.tr("What your front desk does, in this order, one step a line"))
        self._steps.setPlaceholderText(self.tr("Tell Dana or Lee at once, room 4\nStay on the line\nCall 911 if ..."))
        self._steps.setFixedHeight(appearance.px(132))
        self._rows: list[tuple[QLineEdit, QLineEdit, QLineEdit]] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(SPACE_8)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)
        self._grid.setColumnStretch(2, 3)
        self._more = QPushButton(self.tr("Another number"))
        self._more.setProperty("role", "quiet-left")
        self._more.setIcon(icon("plus", appearance.theme.link, appearance.px(14)))
        self._more.setIconSize(QSize(appearance.px(14), appearance.px(14)))
        self._more.setAutoDefault(False)
        self._more.setToolTip(self.tr("Room for one more number, {n} at most").format(n=MOST_NUMBERS))
        self._more.clicked.connect(lambda: self._add_row(LocalNumber("", ""), take_focus=True))
        self._wrong = QLabel(wordWrap=True)
        self._wrong.setProperty("role", "error")
        self._wrong.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        save = QPushButton(self.tr("Save"))
        save.setProperty("role", "primary")
        save.setDefault(True)
        save.setToolTip(self.tr("Put this on top of the crisis page of this computer"))
        buttons.addButton(save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)
        self._arrange(buttons)
        for number in (*steps.numbers, *[LocalNumber("", "")] * max(0, SHOWN - len(steps.numbers))):
            self._add_row(number)
        for earlier, later in pairwise((self._rows[-1][-1], self._more, save, *buttons.buttons()[:1])):
            QWidget.setTabOrder(earlier, later)
        self._steps.setFocus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._page.activate()
        wide, room = self.minimumWidth(), self.screen().availableSize()
        rest = self.sizeHint().height() - self._scroll.sizeHint().height()
        high = self._page.totalHeightForWidth(wide) + rest
        self.resize(QSize(wide, high).boundedTo(room))

    @property
    def steps(self) -> LocalSteps:
        """What is written there now."""
        numbers = tuple(LocalNumber(*(field.text() for field in row)) for row in self._rows)
        return tidy(LocalSteps(tuple(self._steps.toPlainText().split("\n")), numbers))

    @property
    def rows(self) -> tuple[tuple[QLineEdit, QLineEdit, QLineEdit], ...]:
        """The fields of each number: name, number, remark."""
        return tuple(self._rows)

    @property
    def problem(self) -> str:
        """What is said above the buttons."""
        return self._wrong.text()

    def _arrange(self, buttons: QDialogButtonBox) -> None:
        inside = QWidget()
        inside.setProperty("role", "page")
        self._scroll = scroll = TallPage()
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, SPACE_16)
        whole.setSpacing(SPACE_8)
        whole.addWidget(scroll, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE_24, 0, SPACE_24, 0)
        foot.addWidget(buttons)
        whole.addLayout(foot)
        self._page = page = QVBoxLayout(inside)
        page.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_8)
        page.setSpacing(SPACE_8)
        page.addWidget(_label(self.tr("What does this clinic do in a crisis?"), "title"))
        page.addWidget(
            _label(
                self.tr(
                    "This stands on top of the crisis page of this computer, above the national lines. No sync changes "
                    "it. Write about your staff and your building, never about a patient."
                ),
                "muted",
            )
        )
        page.addSpacing(SPACE_8)
        page.addWidget(_label(self.tr("Steps, one a line ({n} at most)").format(n=MOST_STEPS), "row-title"))
        page.addWidget(self._steps)
        page.addSpacing(SPACE_8)
        page.addWidget(_label(self.tr("Who to call: name, number, remark"), "row-title"))
        page.addLayout(self._grid)
        page.addWidget(self._more)
        page.addWidget(self._wrong)
        page.addStretch(1)

    def _add_row(self, number: LocalNumber, *, take_focus: bool = False) -> None:
        place = len(self._rows) + 1
        names = (
            self.tr("Name {n}").format(n=place),
            self.tr("Number {n}").format(n=place),
            self.tr("Remark {n}").format(n=place),
        )
        hints = (self.tr("On-call clinician"), self.tr("555-0142 ext. 3"), self.tr("after six: the pager"))
        fields = tuple(QLineEdit(text) for text in number)
        for column, (field, name, hint) in enumerate(zip(fields, names, hints, strict=True)):
            field.setAccessibleName(name)
            field.setToolTip(name)
            field.setPlaceholderText(hint if place == 1 else "")
            self._grid.addWidget(field, place, column)
        before = self._rows[-1][-1] if self._rows else self._steps
        for earlier, later in pairwise((before, *fields)):  # new ones come last in a window
            QWidget.setTabOrder(earlier, later)
        self._rows.append((fields[0], fields[1], fields[2]))
        self._more.setEnabled(place < MOST_NUMBERS)
        if take_focus:
            fields[0].setFocus()

    def _save(self) -> None:
        wrong = wrong_numbers(self.steps.numbers)
        if wrong:
            first = wrong[0]
            self._wrong.setText(
                self.tr(
                    "\u201c{what}\u201d cannot be called: write a name and a number of three digits or more."
                ).format(what=first.name or first.phone or first.note)
            )
            self._wrong.show()
            return
        self.written.emit(self.steps)
        self.accept()


def _label(words: str, role: str) -> QLabel:
    label = QLabel(words, wordWrap=True)
    label.setProperty("role", role)
    return label
