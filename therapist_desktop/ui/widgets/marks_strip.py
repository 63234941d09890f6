"""What is marked, under the results: names to take away, and what can be done with them together."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.i18n import number
from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.models.comparison_size import why_not_compared
from therapist_desktop.ui.theme import SPACE_8, SPACE_12, Appearance
from therapist_desktop.ui.widgets.flowing import Flowing
from therapist_desktop.ui.widgets.spacing import space
from therapist_desktop.ui.wording.cards import place
from therapist_desktop.ui.wording.joining import listed, stacked

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from therapist_desktop.domain.notebook import Shown

NAMED = 6
LETTERS = 26


def as_lines(marked: Sequence[Shown]) -> str:
    """Name, phone and place of each, one a line, for the clipboard."""
    return stacked(*(listed(shown.name, shown.phone, place(shown)) for shown in marked))


class MarksStrip(QFrame):
    """Hidden while nothing is marked; after everything was taken away it offers to put it back."""

    compare_requested = Signal()
    copy_requested = Signal(str)
    clear_requested = Signal()
    put_back_requested = Signal()
    mark_taken = Signal(object)  # Shown

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._marked: tuple[Shown, ...] = ()
        self._was_cleared = False
        self._has_room = True
        self._chips: tuple[QPushButton, ...] = ()
        self.setProperty("role", "marks")
        self.setAccessibleName(self.tr("Marked listings"))
        self._sign = QLabel()
        self._count = QLabel()
        self._count.setProperty("role", "row-title")
        self._more = QLabel()
        self._more.setProperty("role", "muted")
        self._flow = Flowing(SPACE_8)
        self.compare = self._button(self.tr("Compare"), "scale", self.compare_requested.emit)
        self.copy_all = self._button(self.tr("Copy all"), "copy", self._copy)
        self.copy_all.setToolTip(self.tr("Copy name, phone and place of each"))
        self.clear = self._button(self.tr("Clear marks"), "eraser", self._clear)
        self.clear.setToolTip(self.tr("Take all marks away (Ctrl+Shift+M)"))
        self.undo = self._button(self.tr("Undo"), "undo-2", self.put_back_requested.emit)
        self.undo.setToolTip(self.tr("Put the marks back"))
        self.close_strip = self._button("", "x", self.hide)
        self.close_strip.setAccessibleName(self.tr("Close"))
        self.close_strip.setToolTip(self.tr("Close this line"))
        self._buttons = QHBoxLayout()
        space(self._buttons, appearance, SPACE_8)
        for button in (self.compare, self.copy_all, self.clear, self.undo, self.close_strip):
            self._buttons.addWidget(button)
        head = QHBoxLayout()
        space(head, appearance, SPACE_8)
        head.addWidget(self._sign)
        head.addWidget(self._count, 1)
        head.addLayout(self._buttons)
        page = QVBoxLayout(self)
        space(page, appearance, SPACE_8, (SPACE_12, SPACE_8, SPACE_8, SPACE_8))
        page.addLayout(head)
        page.addWidget(self._flow)
        self.restyle()
        self.hide()

    @property
    def chips(self) -> tuple[QPushButton, ...]:
        """A chip for each that is marked, as far as there is room."""
        return self._chips

    @property
    def words(self) -> str:
        """How many there are."""
        return self._count.text()

    def show_marked(self, marked: Sequence[Shown]) -> None:
        """These are marked now."""
        before, self._marked = self._marked, tuple(marked)
        self._was_cleared = self._was_cleared and not self._marked
        if self._marked == before and self._marked:
            return
        count = len(self._marked)
        self._rebuild()
        reason = why_not_compared(count)
        self.compare.setEnabled(not reason)
        self.compare.setToolTip(reason or self.tr("Show them side by side (F4)"))
        if self._marked:
            self._count.setText(self.tr("{n} marked").format(n=number(count)))
            self._count.setToolTip("\n".join(shown.name for shown in self._marked))
        elif self._was_cleared:
            self._count.setText(self.tr("All marks are taken away."))
        for button in (self.compare, self.copy_all, self.clear):
            button.setVisible(bool(self._marked))
        for button in (self.undo, self.close_strip):
            button.setVisible(not self._marked)
        self.setVisible(bool(self._marked) or self._was_cleared)

    def expect_clearing(self) -> None:
        """Somebody takes all marks away: there will be a way back."""
        self._was_cleared = bool(self._marked)

    def forget_clearing(self) -> None:
        """There is no way back to what was taken away."""
        self._was_cleared = False
        self.setVisible(bool(self._marked))

    def give_room(self, *, roomy: bool) -> None:
        """Whether there is room for the names; they are on the tip in any case."""
        if roomy != self._has_room:
            self._has_room = roomy
            self._flow.setVisible(bool(self._chips) and roomy)

    def restyle(self) -> None:
        """Take on the theme and size in use."""
        theme, px = self._appearance.theme, self._appearance.px
        self._sign.setPixmap(icon("star-full", theme.accent, px(16)).pixmap(px(16), px(16)))
        side = px(14)
        for button in (self.compare, self.copy_all, self.clear, self.undo, self.close_strip):
            button.setIcon(icon(str(button.property("sign")), theme.muted, side, theme.control))
            button.setIconSize(QSize(side, side))
        for chip in self._chips:
            chip.setIcon(icon("x", theme.accent, px(12)))
            chip.setIconSize(QSize(px(12), px(12)))
        self._flow.set_gap(px(SPACE_8))
        self._label()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._label()

    def _label(self) -> None:
        """Words on the lesser buttons where there is room for them."""
        has_room = self.width() >= self._appearance.px(430)
        for button, words in ((self.copy_all, self.tr("Copy all")), (self.clear, self.tr("Clear marks"))):
            button.setText(f"\u2009{words}" if has_room else "")
            button.setAccessibleName(words)

    def _button(self, words: str, sign: str, deed: Callable[[], object]) -> QPushButton:
        button = QPushButton(f"\u2009{words}" if words else "")
        button.setProperty("role", "head-tool")
        button.setProperty("sign", sign)
        button.clicked.connect(lambda _=False: deed())
        return button

    def _copy(self) -> None:
        self.copy_requested.emit(as_lines(self._marked))

    def _clear(self) -> None:
        self.clear_requested.emit()

    def _rebuild(self) -> None:
        focused = next((place for place, chip in enumerate(self._chips) if chip.hasFocus()), None)
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = tuple(self._chip(shown) for shown in self._marked[:NAMED])
        left = len(self._marked) - len(self._chips)
        self._more.setText(self.tr("and {n} more").format(n=number(left)) if left > 0 else "")
        self._flow.hold([*self._chips, *([self._more] if left > 0 else [])])
        self._more.setVisible(left > 0)
        self._flow.setVisible(bool(self._chips) and self._has_room)
        if focused is not None and self._chips:
            self._chips[min(focused, len(self._chips) - 1)].setFocus()
        self.restyle()

    def _chip(self, shown: Shown) -> QPushButton:
        name = shown.name if len(shown.name) <= LETTERS else shown.name[: LETTERS - 1] + "\u2026"
        chip = QPushButton(f"{name.replace('&', '&&')}\u2009")
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # puts the cross behind the words
        chip.setProperty("role", "mark")
        chip.setToolTip(self.tr("Take the mark of {name} away").format(name=shown.name))
        chip.setAccessibleName(self.tr("{name}, marked, press to take the mark away").format(name=shown.name))
        chip.clicked.connect(partial(self.mark_taken.emit, shown))
        return chip
