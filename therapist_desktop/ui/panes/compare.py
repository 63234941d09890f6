"""Two to four listings side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.domain.phone import spelled
from therapist_desktop.services.clock import local_day
from therapist_desktop.ui.models.comparison import compared
from therapist_desktop.ui.theme import SPACE_8, Appearance
from therapist_desktop.ui.widgets.compare_facts import CompareFacts
from therapist_desktop.ui.widgets.compare_head import CompareHead
from therapist_desktop.ui.widgets.compare_tools import CompareTools
from therapist_desktop.ui.widgets.emptying import empty
from therapist_desktop.ui.widgets.notice import Notice
from therapist_desktop.ui.widgets.spacing import space
from therapist_desktop.ui.wording.listing import what_it_is
from therapist_desktop.ui.wording.messages import explain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from therapist_desktop.domain.errors import Trouble
    from therapist_desktop.ui.controllers.comparing import Side
    from therapist_desktop.ui.models.compare_table import CompareRow

HEADINGS, NARROWEST, HEAD = 132, 196, 96
ROOMY = 560
"""From this height on there is room for more about each than its name."""


class ComparePane(QFrame):
    """Heads that stay, facts that scroll, and what differs pointed out."""

    left = Signal()
    listing_chosen = Signal(str)
    removal_requested = Signal(str)
    copy_requested = Signal(str)
    print_requested = Signal()
    pdf_requested = Signal()

    def __init__(
        self, appearance: Appearance, today: Callable[[], date] = local_day, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._today = today
        self._sides: tuple[Side, ...] = ()
        self._rows: tuple[CompareRow, ...] = ()
        self._heads: list[CompareHead] = []
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Compare"))

        self.tools = CompareTools(appearance)
        self.tools.back.clicked.connect(self.left)
        self.tools.print_it.clicked.connect(self.print_requested)
        self.tools.save_pdf.clicked.connect(self.pdf_requested)
        self.tools.differences.toggled.connect(self._show_differences)
        self._table = CompareFacts(appearance)
        self._table.resized.connect(self._share)
        self._table.copy_requested.connect(self.copy_requested)
        self._table.chosen.connect(lambda column: self.listing_chosen.emit(self._sides[column].shown.id))
        self._head_row = QWidget()
        self._head_row.setProperty("role", "page")
        self._head_line = QHBoxLayout(self._head_row)
        self._head_line.setContentsMargins(0, 0, 0, 0)
        self._head_line.setSpacing(0)
        self._head_scroll = QScrollArea()
        self._notice = Notice(appearance)
        self._stack = QStackedWidget()
        self._arrange()
        appearance.changed.connect(self._restyle)
        self.show_sides(())

    @property
    def sides(self) -> tuple[Side, ...]:
        """Who is compared."""
        return self._sides

    @property
    def rows(self) -> tuple[CompareRow, ...]:
        """What is compared."""
        return self._rows

    @property
    def table(self) -> CompareFacts:
        """The facts."""
        return self._table

    @property
    def heads(self) -> tuple[CompareHead, ...]:
        """One for each column."""
        return tuple(self._heads)

    @Slot(object)
    def show_sides(self, sides: Sequence[Side]) -> None:
        """Put these side by side; the same ones again stay as somebody looks at them."""
        same = [side.shown.id for side in sides] == [side.shown.id for side in self._sides]
        now, bars = self._table.currentIndex(), (self._table.verticalScrollBar(), self._table.horizontalScrollBar())
        stood, scrolled = (max(1, now.row()), max(1, now.column())), [bar.value() for bar in bars]
        self._sides = tuple(sides)
        self._rows = compared(
            [side.listing for side in self._sides], self._today(), [spelled(side.shown.phone) for side in self._sides]
        )
        self._fill()
        if same and self._sides:
            self._table.setCurrentIndex(
                self._table.facts.index(min(stood[0], len(self._table.facts.lines) - 1), stood[1])
            )
            for bar, value in zip(bars, scrolled, strict=True):
                bar.setValue(value)

    @Slot(object)
    def show_problem(self, trouble: Trouble) -> None:
        """Say what went wrong and what still works."""
        message = explain(trouble)
        way = [(self.tr("Back to the results"), self.left.emit)]
        self._notice.say("triangle-alert", message.sentence, message.next_step, way)
        self._stack.setCurrentWidget(self._notice)

    def focus_first(self) -> None:
        """Take the keyboard."""
        (self._table if self._sides else self._notice.buttons[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.matches(QKeySequence.StandardKey.Print):
            self.print_requested.emit()
        elif event.key() == Qt.Key.Key_P and event.modifiers() == (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        ):
            self.pdf_requested.emit()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _arrange(self) -> None:
        self._head_scroll.setWidget(self._head_row)
        self._head_scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._head_scroll.setProperty("follows", True)  # the table scrolls it
        for off in (self._head_scroll.setHorizontalScrollBarPolicy, self._head_scroll.setVerticalScrollBarPolicy):
            off(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._table.horizontalScrollBar().valueChanged.connect(self._head_scroll.horizontalScrollBar().setValue)
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head_scroll)
        column.addWidget(self._table, 1)
        self._stack.addWidget(both)
        self._stack.addWidget(self._notice)
        page = QVBoxLayout(self)
        space(page, self._appearance, 0, (1, 1, 1, SPACE_8))
        page.addWidget(self.tools)
        page.addWidget(self._stack, 1)

    def _fill(self) -> None:
        count = len(self._sides)
        self.tools.show_count(count)
        if not count:
            words = self.tr("Mark two to four listings with Space or the star, then press F4.")
            way = [(self.tr("Back to the results"), self.left.emit)]
            self._notice.say("scale", self.tr("Nothing to compare yet"), words, way)
            self._stack.setCurrentWidget(self._notice)
            return
        self._stack.setCurrentIndex(0)
        self._table.facts.show([side.name for side in self._sides], self._rows)
        self._restyle()
        self._table.setCurrentIndex(self._table.facts.index(1, 1))

    def _make_heads(self) -> None:
        had = next((place for place, one in enumerate(self._head_buttons()) if one.hasFocus()), None)
        empty(self._head_line)
        corner = QFrame()
        corner.setProperty("role", "compare-head")
        self._head_line.addWidget(corner)
        today = self._today()
        self._heads = [
            CompareHead(side.shown, side.listing, _what(side), today, self._appearance) for side in self._sides
        ]
        for head in self._heads:
            head.listing_chosen.connect(self.listing_chosen)
            head.removal_requested.connect(self.removal_requested)
            head.copy_requested.connect(self.copy_requested)
            head.remove.setEnabled(len(self._sides) > 1)
            self._head_line.addWidget(head)
        for widget in (corner, *self._heads):
            widget.show()  # now, not in a later turn: their places are needed
        if had is not None:
            usable = [one for one in self._head_buttons()[: had + 1] if one.isEnabled()]
            (usable[-1] if usable else self._table).setFocus(Qt.FocusReason.OtherFocusReason)

    def _head_buttons(self) -> list[QPushButton]:
        """What takes the keyboard above the table, in its order."""
        return [button for head in self._heads for button in (head.remove, head.open, head.copy)]

    def _show_differences(self, only: bool) -> None:  # noqa: FBT001 - a slot
        self._table.facts.show_differences(only=only)
        self._share()

    def _share(self) -> None:
        """The same width for each; where there is not enough, all scroll sideways together."""
        if not self._sides or not self._heads:
            return
        px = self._appearance.px
        first = px(HEADINGS)
        room = self._table.viewport().width() - first
        each = max(px(NARROWEST), room // len(self._sides))
        widths = [first, *([each] * len(self._sides))]
        for column, width in enumerate(widths):
            self._table.setColumnWidth(column, width)
            item = self._head_line.itemAt(column)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setFixedWidth(width)
        for head in self._heads:
            head.give_room(roomy=self.height() >= px(ROOMY))
        tall = max(px(HEAD), *(head.heightForWidth(each) for head in self._heads))
        self._head_row.setFixedSize(sum(widths), tall)
        self._head_scroll.setFixedHeight(tall)
        self._head_line.activate()
        self._table.fit(widths)

    def _restyle(self) -> None:
        self.tools.restyle()
        self._notice.restyle()
        if self._sides:
            self._make_heads()
            self._share()


def _what(side: Side) -> str:
    return what_it_is(side.listing) if side.listing else ""
