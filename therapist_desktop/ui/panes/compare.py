"""Two to four listings side by side."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.domain.phone import spelled
from therapist_desktop.ui.comparison import compared
from therapist_desktop.ui.listing_words import what_it_is
from therapist_desktop.ui.messages import explain
from therapist_desktop.ui.theme import SPACE_8, Appearance
from therapist_desktop.ui.widgets.compare_facts import CompareFacts
from therapist_desktop.ui.widgets.compare_head import CompareHead
from therapist_desktop.ui.widgets.compare_tools import CompareTools
from therapist_desktop.ui.widgets.notice import Notice
from therapist_desktop.ui.widgets.spacing import space

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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
    opened = Signal(str)
    removed = Signal(str)
    copy_requested = Signal(str)
    print_requested = Signal()
    pdf_requested = Signal()

    def __init__(
        self, appearance: Appearance, today: Callable[[], date] = date.today, parent: QWidget | None = None
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
        self._table.chosen.connect(lambda column: self.opened.emit(self._sides[column].shown.id))
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
        """Put these side by side."""
        self._sides = tuple(sides)
        self._rows = compared(
            [side.listing for side in self._sides], self._today(), [spelled(side.shown.phone) for side in self._sides]
        )
        self._fill()

    @Slot(object)
    def show_problem(self, trouble: Trouble) -> None:
        """Say what went wrong and what still works."""
        message = explain(trouble)
        way = [(self.tr("Back to the results"), self.left.emit)]
        self._notice.say("triangle-alert", message.sentence, message.next_step, way)
        self._stack.setCurrentWidget(self._notice)

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

    def focus_first(self) -> None:
        """Take the keyboard."""
        (self._table if self._sides else self._notice.buttons[0]).setFocus(Qt.FocusReason.OtherFocusReason)

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
        names = [side.listing.name if side.listing else side.shown.name for side in self._sides]
        self._table.facts.show(names, self._rows)
        self._restyle()
        self._table.setCurrentIndex(self._table.facts.index(1, 1))

    def _make_heads(self) -> None:
        while self._head_line.count():
            item = self._head_line.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        corner = QFrame()
        corner.setProperty("role", "compare-head")
        self._head_line.addWidget(corner)
        today = self._today()
        self._heads = [
            CompareHead(side.shown, side.listing, _what(side), today, self._appearance) for side in self._sides
        ]
        for head in self._heads:
            head.opened.connect(self.opened)
            head.removed.connect(self.removed)
            head.copy_requested.connect(self.copy_requested)
            head.remove.setEnabled(len(self._sides) > 1)
            self._head_line.addWidget(head)
        for widget in (corner, *self._heads):
            widget.show()  # now, not in a later turn: their places are needed

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
