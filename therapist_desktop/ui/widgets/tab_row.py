"""The tabs of a pane: a picture over a word, on as many lines as the pane is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.icons import icon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from therapist_desktop.ui.theme import Appearance

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_PICTURE, _AROUND, _BESIDE, _EDGE = 16, 11, 6, 3
_WAYS = (8, 4, 3, 2, 1)
"""How many may stand side by side; eight make even lines of these."""


class TabRow(QWidget):
    """One of them is chosen. The keyboard stops at that one; the arrow keys go on from there."""

    tab_chosen = Signal(str)

    def __init__(self, tabs: Sequence[tuple[str, str]], appearance: Appearance) -> None:
        """`tabs` are (name, picture); their words come with `say`."""
        super().__init__()
        self._appearance = appearance
        self._pictures = dict(tabs)
        self._buttons: dict[str, QToolButton] = {}
        self._chosen = tabs[0][0]
        self._gap, self._edge = appearance.px(2), appearance.px(_EDGE)
        self.setProperty("role", "tabs")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._natural: QSize | None = None
        group = QButtonGroup(self)
        for name, _ in tabs:
            button = QToolButton(self)
            button.setProperty("role", "tab")
            button.setCheckable(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setIconSize(QSize(appearance.px(_PICTURE), appearance.px(_PICTURE)))
            button.clicked.connect(lambda _=False, name=name: self.tab_chosen.emit(name))
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            button.installEventFilter(self)
            group.addButton(button)
            self._buttons[name] = button
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._mark(self._chosen)

    @property
    def buttons(self) -> tuple[QToolButton, ...]:
        """The tabs, from the first to the last."""
        return tuple(self._buttons.values())

    @property
    def chosen(self) -> str:
        """The name of the tab that is chosen."""
        return self._chosen

    def say(self, name: str, words: str, tip: str, *, empty: bool) -> None:
        """What stands on a tab; one with nothing behind it is dimmed, and says so."""
        button = self._buttons[name]
        place = self.tr("tab {n} of {all}").format(n=list(self._buttons).index(name) + 1, all=len(self._buttons))
        nothing = self.tr("nothing known")
        button.setAccessibleName(f"{words}, {place}, {nothing}" if empty else f"{words}, {place}")
        button.setToolTip(f"{tip} ({nothing})" if empty else tip)
        if button.text() != words:
            button.setText(words)
            self._natural = None
        if button.property("empty") is not empty:
            button.setProperty("empty", empty)
            button.style().unpolish(button)
            button.style().polish(button)
            self._tint(name)

    def take_keyboard(self) -> None:
        """Give the keyboard to the tab that is chosen."""
        self._buttons[self._chosen].setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, name: str) -> None:
        """Choose a tab without telling anybody."""
        before, self._chosen = self._chosen, name
        self._buttons[before].setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._tint(before)
        self._mark(name)

    def after(self, name: str, step: int) -> str:
        """The name of the tab so many places further, around the ends."""
        names = list(self._buttons)
        return names[(names.index(name) + step) % len(names)]

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        lines = -(-len(self._buttons) // self._across(width))
        return lines * self._measured().height() + (lines - 1) * self._gap + 2 * self._edge

    @override
    def sizeHint(self) -> QSize:
        wide = 4 * self._measured().width() + 3 * self._gap + 2 * self._edge
        return QSize(wide, self.heightForWidth(wide))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._measured().width(), self._measured().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.LayoutRequest):
            self._natural = None
            self._place()
        return super().event(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            name = self._asked(event)
            if name:
                self._buttons[name].setFocus(Qt.FocusReason.TabFocusReason)
                self._buttons[name].click()
                return True
        return super().eventFilter(watched, event)

    def _asked(self, event: QKeyEvent) -> str:
        """The tab that a key asks for."""
        key = Qt.Key(event.key())
        across = self._across(self.width())
        steps = _STEPS | {Qt.Key.Key_Up: -across, Qt.Key.Key_Down: across}
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return ""
        if key in _ENDS:
            return list(self._buttons)[_ENDS[key]]
        return self.after(self._chosen, steps[key]) if key in steps else ""

    def _mark(self, name: str) -> None:
        self._buttons[name].setChecked(True)
        self._buttons[name].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._tint(name)

    def _tint(self, name: str) -> None:
        theme, button = self._appearance.theme, self._buttons[name]
        colour = theme.accent if name == self._chosen else theme.faint if button.property("empty") else theme.muted
        button.setIcon(icon(self._pictures[name], colour, self._appearance.px(_PICTURE)))

    def _measured(self) -> QSize:
        """How large every one of them is at the least."""
        if self._natural is None:
            first = self.buttons[0]
            first.ensurePolished()
            words = max(first.fontMetrics().horizontalAdvance(button.text()) for button in self.buttons)
            tall = self._appearance.px(_PICTURE + _AROUND) + first.fontMetrics().lineSpacing()
            self._natural = QSize(words + self._appearance.px(_BESIDE), tall)
        return self._natural

    def _across(self, width: int) -> int:
        wide = self._measured().width()
        room = width - 2 * self._edge
        return next((n for n in _WAYS if n * wide + (n - 1) * self._gap <= room), 1)

    def _place(self) -> None:
        across, tall = self._across(self.width()), self._measured().height()
        room = (self.width() - 2 * self._edge + self._gap) / across
        for place, button in enumerate(self._buttons.values()):
            line, column = divmod(place, across)
            left, right = round(column * room), round((column + 1) * room) - self._gap
            button.setGeometry(self._edge + left, self._edge + line * (tall + self._gap), right - left, tall)
