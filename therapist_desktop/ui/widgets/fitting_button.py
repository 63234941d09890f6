"""A button whose words wrap where there is not room for one line."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

_LEAST = 48


class FittingButton(QPushButton):
    """A chip, a link or a line of a table of contents."""

    def __init__(self, words: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self.setProperty("role", role)
        self.setAccessibleName(words)
        self._words = words
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """What stands on it, in one line."""
        return self._words

    @override
    def sizeHint(self) -> QSize:
        room = self._room_around()
        width = self.fontMetrics().horizontalAdvance(self._words) + room.width()
        return QSize(width, self.fontMetrics().lineSpacing() + room.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, self.sizeHint().height())

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        room = self._room_around()
        lines = wrapped(self._words, self.fontMetrics(), width - room.width())
        return len(lines) * self.fontMetrics().lineSpacing() + room.height()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        lines = wrapped(self._words, self.fontMetrics(), self.width() - self._room_around().width())
        text = "\n".join(lines).replace("&", "&&")
        if text != self.text():
            self.setText(text)

    def _room_around(self) -> QSize:
        self.ensurePolished()
        lines = self.text().replace("&&", "&").split("\n")
        inside = max(map(self.fontMetrics().horizontalAdvance, lines))
        whole = super().sizeHint()
        return QSize(whole.width() - inside, whole.height() - len(lines) * self.fontMetrics().lineSpacing())


def wrapped(words: str, metrics: QFontMetrics, width: int) -> list[str]:
    """The words in lines no wider than this, each with at least one word."""
    lines: list[str] = []
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines or [""]
