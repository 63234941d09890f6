"""What the clinic itself does in a crisis, on top of the crisis page."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from therapist_desktop.domain.local_steps import LocalNumber, LocalSteps
from therapist_desktop.domain.phone import Phone
from therapist_desktop.ui.i18n import day
from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.theme import Appearance
from therapist_desktop.ui.widgets.crisis_cards import CrisisCards
from therapist_desktop.ui.widgets.phone_line import PhoneLine, copy_of
from therapist_desktop.ui.widgets.words import Heading, Words


class LocalCard(QFrame):
    """Steps with their numbers at the left, who to call at the right; or the offer to write them."""

    copy_requested = Signal(str)
    edit_requested = Signal()

    def __init__(self, steps: LocalSteps, appearance: Appearance, roomy: int) -> None:
        super().__init__()
        self._appearance = appearance
        px = appearance.px
        self.setProperty("role", "local-card")
        self.setAccessibleName(self.tr("This clinic"))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(12), px(12), px(12) if steps.is_empty else px(16))
        column.setSpacing(px(8))
        column.addLayout(self._head(steps))
        if not steps.is_empty:
            halves = [half for half in (self._steps(steps), self._numbers(steps)) if half is not None]
            column.addWidget(CrisisCards(halves, px(16), roomy))

    def _head(self, steps: LocalSteps) -> QHBoxLayout:
        px = self._appearance.px
        edit = QPushButton(f" {self.tr('Change') if not steps.is_empty else self.tr('Write them')}")
        edit.setProperty("role", "quiet")
        edit.setIcon(icon("pencil", self._appearance.theme.muted, px(14)))
        edit.setIconSize(QSize(px(14), px(14)))
        edit.setAccessibleName(self.tr("Change the crisis steps of this clinic"))
        edit.setToolTip(self.tr("Write what this clinic does in a crisis (Ctrl+Shift+F9)"))
        edit.clicked.connect(self.edit_requested)
        names = QVBoxLayout()
        names.setSpacing(px(2))
        if steps.is_empty:
            names.addWidget(
                Words(self.tr("What does your clinic do? Its own steps and numbers can stand here."), "muted")
            )
        else:
            names.addWidget(Heading(self.tr("This clinic")))
            if steps.reviewed:
                names.addWidget(Words(self.tr("Written {day}").format(day=day(steps.reviewed)), "caption"))
        row = QHBoxLayout()
        row.addLayout(names, 1)
        row.addWidget(edit, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _steps(self, steps: LocalSteps) -> QWidget | None:
        if not steps.steps:
            return None
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._appearance.px(12))
        grid.setVerticalSpacing(self._appearance.px(6))
        grid.setColumnStretch(1, 1)
        for row, step in enumerate(steps.steps):
            number = Words(str(row + 1), "step")
            number.selectable = False
            grid.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Words(step, "local-step"), row, 1)
        grid.setRowStretch(len(steps.steps), 1)
        return holder

    def _numbers(self, steps: LocalSteps) -> QWidget | None:
        if not steps.numbers:
            return None
        px = self._appearance.px
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        for number in steps.numbers:
            column.addWidget(Words(number.name, "line-title"))
            phone = as_phone(number)
            line = PhoneLine(phone, self._appearance, "phone", copy_of(phone, self._appearance), near=True)
            line.copy_requested.connect(self.copy_requested)
            column.addWidget(line)
            column.addSpacing(px(6))
        column.addStretch(1)
        return holder


def as_phone(number: LocalNumber) -> Phone:
    """The number exactly as the clinic has written it."""
    return Phone(raw=number.phone, label=number.note)
