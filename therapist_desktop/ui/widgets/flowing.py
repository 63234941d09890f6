"""Widgets side by side, on as many lines as they need."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.widgets.elided_label import ElidedLabel


class Flowing(QWidget):
    """Lays its widgets out like the words of a paragraph. A label that may end in an ellipsis takes what is left."""

    def __init__(self, gap: int, parent: QWidget | None = None, *, below: int | None = None) -> None:
        """`below` is the gap between lines, where it is another than that between widgets."""
        super().__init__(parent)
        self._gap = gap
        self._below = below
        self._widgets: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hold(self, widgets: Sequence[QWidget]) -> "Flowing":
        """Lay these out, in this order."""
        for widget in widgets:
            if widget.parentWidget() is not self:
                widget.setParent(self)
            widget.show()
        self._widgets = list(widgets)
        self.updateGeometry()
        self._place()  # its size may stay as it is
        return self

    def set_gap(self, gap: int) -> None:
        """So much between them."""
        self._gap = gap
        self.fit()

    def fit(self) -> None:
        """One of them wants another size: its words, its icon or its font are others."""
        self._place()
        self.updateGeometry()

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """What is laid out."""
        return tuple(self._widgets)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for _, place in self._places(width)), default=0)

    @override
    def sizeHint(self) -> QSize:
        sizes = [widget.sizeHint().boundedTo(widget.maximumSize()) for widget in self._widgets]
        wide = sum(size.width() + self._gap for size in sizes)
        return QSize(max(0, wide - self._gap), max((size.height() for size in sizes), default=0))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(max((widget.minimumSizeHint().width() for widget in self._widgets), default=0), 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        for widget, place in self._places(self.width()):
            widget.setGeometry(place)

    def _places(self, width: int) -> list[tuple[QWidget, QRect]]:
        places: list[tuple[QWidget, QRect]] = []
        top = 0
        for line in self._lines(width):
            tall = max(size.height() for _, size in line)
            left = 0
            for widget, size in line:
                places.append((widget, QRect(QPoint(left, top + (tall - size.height()) // 2), size)))
                left += size.width() + self._gap
            top += tall + (self._gap if self._below is None else self._below)
        return places

    def _lines(self, width: int) -> list[list[tuple[QWidget, QSize]]]:
        lines: list[list[tuple[QWidget, QSize]]] = []
        room = width
        for widget in self._widgets:
            size = _size_within(widget, width)
            if isinstance(widget, ElidedLabel) and lines and widget.minimumSizeHint().width() <= room:
                size.setWidth(min(size.width(), room))
            if not lines or size.width() > room:  # Qt asks about less than nothing, too
                lines.append([])
                room = width
            lines[-1].append((widget, size))
            room -= size.width() + self._gap
        return lines


def _size_within(widget: QWidget, width: int) -> QSize:
    size = widget.sizeHint().boundedTo(widget.maximumSize())
    if size.width() <= width:
        return size
    return QSize(width, max(size.height(), widget.heightForWidth(width)))
