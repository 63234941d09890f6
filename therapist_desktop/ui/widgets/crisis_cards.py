"""The large cards beside each other, or below each other on a narrow page."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from therapist_desktop.domain.overriding import override


class CrisisCards(QWidget):
    """Cards of the same size in a row that turns into a column."""

    def __init__(self, cards: Sequence[QWidget], gap: int, roomy: int) -> None:
        super().__init__()
        self._cards, self._roomy = tuple(cards), roomy
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(gap)
        for card in cards:
            self._row.addWidget(card, 1)

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as one card: a row that is too narrow becomes a column."""
        least = max((card.minimumSizeHint().width() for card in self._cards), default=0)
        return QSize(least, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= self._roomy
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
