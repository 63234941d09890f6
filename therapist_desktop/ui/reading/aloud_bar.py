"""Above a page that is read aloud: how far it is, pause, back and forward, how fast, and stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.domain.voices import Pace
from therapist_desktop.ui.i18n import number
from therapist_desktop.ui.icons import icon, pixmap
from therapist_desktop.ui.theme import SPACE_4, SPACE_8, SPACE_12, Appearance
from therapist_desktop.ui.widgets.spacing import space
from therapist_desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

_ICON = 18


class AloudBar(QFrame):
    """Hidden until a page is read. Its keys work in the whole window, as long as it is to be seen."""

    pause_requested = Signal()
    previous_requested = Signal()
    next_requested = Signal()
    pace_requested = Signal(object)  # Pace
    stop_requested = Signal()
    left = Signal()  # the page went out of sight, and the bar with it

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._pace, self._is_paused = Pace.USUAL, False
        self._long = self._short = ""
        self.setProperty("role", "aloud")
        self.setAccessibleName(self.tr("Read aloud"))
        self._picture = QLabel()
        self._count = Words("", "aloud-count")
        self._count.setWordWrap(False)
        self._count.selectable = False
        self.previous = self._button("Alt+Up", self.previous_requested.emit)
        self.pause = self._button("Ctrl+Shift+A", self.pause_requested.emit)
        self.next = self._button("Alt+Down", self.next_requested.emit)
        self.speed = self._button("Ctrl+Shift+S", lambda: self.pace_requested.emit(_AFTER[self._pace]))
        self.stop = self._button("", self.stop_requested.emit)
        self.stop.setText("\u2009" + self.tr("Stop"))
        self._row = row = QHBoxLayout(self)
        space(row, appearance, SPACE_4, (SPACE_12, SPACE_4, SPACE_4, SPACE_4))
        row.addWidget(self._picture)
        row.addSpacing(appearance.px(SPACE_4))
        row.addWidget(self._count)
        row.addSpacing(appearance.px(SPACE_8))
        for button in (self.previous, self.pause, self.next, self.speed):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.stop)
        appearance.changed.connect(self._restyle)
        self.say(0, 0, Pace.USUAL)
        self.hide()

    @property
    def words(self) -> str:
        """How far it is: "Reading 3 of 28"."""
        return self._long

    def say(self, at: int, total: int, pace: Pace, *, is_paused: bool = False) -> None:
        """Show how far it is, counted from zero, and how fast."""
        self._pace, self._is_paused = pace, is_paused
        words = self.tr("Paused at {at} of {total}") if is_paused else self.tr("Reading {at} of {total}")
        self._long = words.format(at=number(at + 1), total=number(total))
        self._short = self.tr("{at} / {total}").format(at=number(at + 1), total=number(total))
        self._count.setToolTip(self._long)
        self.setAccessibleDescription(self._long)
        self.previous.setEnabled(total > 0)
        self.next.setEnabled(at + 1 < total)
        self.speed.setText(f"\u2009{self._speeds()[pace]}")
        self._restyle()
        self._fit()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.left.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is little room, pictures with tips do, then two numbers, and at last the speed by its key."""
        for has_words, is_long, has_speed in (
            (True, True, True),
            (False, True, True),
            (False, False, True),
            (False, False, False),
        ):
            style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if has_words else Qt.ToolButtonStyle.ToolButtonIconOnly
            for button in (self.speed, self.stop):
                button.setToolButtonStyle(style)
            self._count.say(self._long if is_long else self._short)
            self._picture.setVisible(is_long)
            self.speed.setVisible(has_speed)
            if not self.isVisible() or self._row.sizeHint().width() <= self.width():
                return

    def _speeds(self) -> dict[Pace, str]:
        return {Pace.SLOW: self.tr("Slow"), Pace.USUAL: self.tr("Usual speed"), Pace.FAST: self.tr("Fast")}

    def _restyle(self) -> None:
        theme, side = self._appearance.theme, self._appearance.px(_ICON)
        self._picture.setPixmap(pixmap("volume-2", theme.accent, side, self.devicePixelRatioF()))
        speed = self.tr("Speed: {speed}. Change it (Ctrl+Shift+S)").format(speed=self._speeds()[self._pace])
        pause = self.tr("Go on (Ctrl+Shift+A)") if self._is_paused else self.tr("Pause (Ctrl+Shift+A)")
        shown = (
            (self.previous, "skip-back", self.tr("Passage before (Alt+Up)")),
            (self.pause, "play" if self._is_paused else "pause", pause),
            (self.next, "skip-forward", self.tr("Next passage (Alt+Down)")),
            (self.speed, "gauge", speed),
            (self.stop, "square", self.tr("Stop reading aloud (Esc, Ctrl+Alt+A)")),
        )
        for button, name, words in shown:
            button.setIcon(icon(name, theme.text, side, faded=theme.line))
            button.setIconSize(QSize(side, side))
            button.setAccessibleName(words)
            button.setToolTip(words)

    def _button(self, keys: str, deed: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "strip-tool")
        button.clicked.connect(lambda _=False: deed())
        if keys:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(button.click)
        return button


_AFTER = {Pace.USUAL: Pace.FAST, Pace.FAST: Pace.SLOW, Pace.SLOW: Pace.USUAL}
