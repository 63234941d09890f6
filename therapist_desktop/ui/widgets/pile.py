"""Widgets one below the other, where one more at the end costs nothing above it."""

from PySide6.QtCore import QEvent, QMargins, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from therapist_desktop.domain.overriding import override


class Pile(QWidget):
    """A page that grows at its end. A layout would measure and place everything anew for each part that comes."""

    def __init__(self, margins: QMargins, gap: int, widest: int = 16_777_215) -> None:
        super().__init__()
        self._margins, self._gap, self._widest = margins, gap, widest
        self._parts: list[QWidget] = []
        self._closer: dict[QWidget, int] = {}
        self._end = margins.top()
        self.setProperty("role", "page")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, part: QWidget, gap: int | None = None) -> None:
        """Put this below everything else, in sight; `gap` is for one that belongs to what is above it."""
        part.setParent(self)
        if gap is not None:
            self._closer[part] = gap - self._gap
            self._end += gap - self._gap
        self._parts.append(part)
        self._place(part)
        part.show()
        self.updateGeometry()

    def add_first(self, part: QWidget) -> None:
        """Put this above everything else, in sight."""
        part.setParent(self)
        self._parts.insert(0, part)
        part.show()
        self._place_all()
        self.updateGeometry()

    def take(self, part: QWidget) -> None:
        """Give a part back; what was below it moves up."""
        self._parts.remove(part)
        self._place_all()
        self.updateGeometry()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        wide = self._inside(width).width()
        gaps = self._gap * max(0, len(self._parts) - 1) + sum(self._closer.values())
        return self._margins.top() + sum(_height(part, wide) for part in self._parts) + gaps + self._margins.bottom()

    @override
    def minimumSizeHint(self) -> QSize:
        wide = max((part.minimumSizeHint().width() for part in self._parts), default=0)
        return QSize(wide + self._margins.left() + self._margins.right(), 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place_all()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:  # a part has become taller
            self._place_all()
            self.updateGeometry()
        return super().event(event)

    def _place_all(self) -> None:
        self._end = self._margins.top()
        for part in self._parts:
            self._end += self._closer.get(part, 0)
            self._place(part)

    def _place(self, part: QWidget) -> None:
        inside = self._inside(self.width())
        tall = _height(part, inside.width())
        part.setGeometry(QRect(inside.left(), self._end, inside.width(), tall))
        self._end += tall + self._gap

    def _inside(self, width: int) -> QRect:
        """Where parts may lie: in the middle, where there is more room than they need."""
        room = width - self._margins.left() - self._margins.right()
        wide = max(0, min(room, self._widest))
        return QRect(self._margins.left() + (room - wide) // 2, 0, wide, 0)


def _height(part: QWidget, width: int) -> int:
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()
