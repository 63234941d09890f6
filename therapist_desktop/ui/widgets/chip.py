"""One thing that is asked for, with a cross that takes it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QPainter
from PySide6.QtWidgets import QPushButton, QWidget

from therapist_desktop.domain.filters import Wish
from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.icons import icon, pixmap
from therapist_desktop.ui.widgets.wish_menu import WishMenu

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from therapist_desktop.ui.theme import Appearance
    from therapist_desktop.ui.wording.chips import ChipWords

_LONGEST = 48
_CROSS = 12
_ROOM = 26
"""At the right, where a press takes the chip away."""
_KEYS_TO_REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_KEYS_TO_PRESS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Chip(QPushButton):
    """A press on the word of a value makes it preferred, or demands it again; the cross and Delete take it away.

    What has only one way to be asked for is taken away by any press.
    """

    removed = Signal()
    wish_asked = Signal(object)  # Wish

    def __init__(self, words: ChipWords, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._appearance = appearance
        self.setProperty("role", "chip-preferred" if words.wish is Wish.PREFER else "chip")
        self.take(words)
        self.clicked.connect(self._pressed)
        self.restyle()

    def stands_for(self, words: ChipWords) -> bool:
        """It can take these words: they are of the same kind."""
        return (words.choice, words.wish) == (self._words.choice, self._words.wish)

    def take(self, words: ChipWords) -> None:
        """Stand for other words of the same kind."""
        self._words = words
        text = words.text
        shown = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "\u2026"
        self.setText(f"\u2009{shown}" if words.wish is Wish.PREFER else shown)
        translate = QCoreApplication.translate
        if words.other_wish is Wish.NONE:
            spoken = translate("Chips", "Filter {text}, press to remove")
            tip = translate("Chips", "Remove this filter")
        elif words.wish is Wish.MUST:
            spoken = translate("Chips", "Filter {text}, must. Press to prefer it only, Delete to remove")
            tip = translate("Chips", "Must be met. Press the word to prefer it only (P), the cross to remove it (Del)")
        else:
            spoken = translate("Chips", "Filter {text}, preferred. Press to demand it, Delete to remove")
            tip = translate(
                "Chips",
                "Preferred: lifts, leaves nobody out. Press the word to demand it (P), the cross to remove it (Del)",
            )
        self.setAccessibleName(spoken.format(text=text))
        self.setToolTip(tip if len(text) <= _LONGEST else f"{text}\n{tip}")

    @property
    def words(self) -> ChipWords:
        """What it says and what it stands for."""
        return self._words

    @property
    def cross(self) -> QRect:
        """Where a press takes it away."""
        room = self._appearance.px(_ROOM)
        return QRect(self.width() - room, 0, room, self.height())

    def restyle(self) -> None:
        """Take on the theme and size in use."""
        if self._words.wish is Wish.PREFER:
            side = self._appearance.px(_CROSS)
            self.setIcon(icon("heart-filled", self._appearance.theme.accent, side))
            self.setIconSize(QSize(side, side))
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS_TO_REMOVE:
            self.removed.emit()
        elif event.key() in _KEYS_TO_PRESS:
            self.click()
        elif event.key() == Qt.Key.Key_P and self._words.other_wish is not Wish.NONE:
            self.wish_asked.emit(self._words.other_wish)
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        on_cross = self.cross.contains(event.position().toPoint())
        if on_cross and self.isDown() and event.button() is Qt.MouseButton.LeftButton:
            self.setDown(False)
            self.removed.emit()
        else:
            super().mouseReleaseEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._words.other_wish is not Wish.NONE:
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            where = self.mapToGlobal(self.rect().bottomLeft()) if by_key else event.globalPos()
            WishMenu(self._words.text, self._words.wish, self.wish_asked.emit, self.window()).open_at(where)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, side = self._appearance.theme, self._appearance.px(_CROSS)
        room = self.cross
        painter = QPainter(self)
        if self.underMouse():  # says where the cross begins
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            ground = QColor(theme.accent)
            ground.setAlphaF(0.14)
            painter.setBrush(ground)
            wide = side + self._appearance.px(6)
            painter.drawEllipse(QRectF(room.center().x() - wide / 2, room.center().y() - wide / 2 + 1, wide, wide))
        spot = QPoint(room.center().x() - side // 2 + 1, room.center().y() - side // 2 + 1)
        painter.drawPixmap(spot, pixmap("x", theme.accent, side, self.devicePixelRatioF()))
        painter.end()

    def _pressed(self) -> None:
        if self._words.other_wish is Wish.NONE:
            self.removed.emit()
        else:
            self.wish_asked.emit(self._words.other_wish)
