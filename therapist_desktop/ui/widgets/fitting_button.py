"""A button whose words wrap where there is not room for one line."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from therapist_desktop.domain.overriding import override

_LEAST = 48


class FittingButton(QPushButton):
    """A chip, a link or a line of a table of contents."""

    def __init__(self, words: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self.setProperty("role", role)
        self.setAccessibleName(words)
        self._words = words
        self._natural: tuple[QSize, QSize] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """What stands on it, in one line."""
        return self._words

    @override
    def sizeHint(self) -> QSize:
        return self._measured()[0]

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, self.sizeHint().height())

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        whole, room = self._measured()
        if width >= whole.width():
            return whole.height()
        lines = wrapped(self._words, self.fontMetrics(), width - room.width())
        return len(lines) * self.fontMetrics().lineSpacing() + room.height()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        whole, room = self._measured()
        text = self._words
        if self.width() < whole.width():
            text = "\n".join(wrapped(self._words, self.fontMetrics(), self.width() - room.width()))
        text = text.replace("&", "&&")
        if text != self.text():
            self.setText(text)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._natural = None
        super().changeEvent(event)

    def _measured(self) -> tuple[QSize, QSize]:
        """Its size with all words on one line, and how much of that is not words."""
        if self._natural is None:
            self.ensurePolished()
            metrics = self.fontMetrics()
            lines = self.text().replace("&&", "&").split("\n")
            inside = max(map(metrics.horizontalAdvance, lines))
            whole = super().sizeHint()
            room = QSize(whole.width() - inside, whole.height() - len(lines) * metrics.lineSpacing())
            width = metrics.horizontalAdvance(self._words) + room.width()
            self._natural = QSize(width, metrics.lineSpacing() + room.height()), room
        return self._natural


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
