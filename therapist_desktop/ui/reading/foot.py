"""The foot of a page: the pages before and after it in its section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.widgets.fitting_button import FittingButton

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from therapist_desktop.domain.library import Piece
    from therapist_desktop.domain.listing import PieceLink
    from therapist_desktop.ui.theme import Appearance

_NARROW = 420


class PageFoot(QWidget):
    """Two buttons beside each other, or one above the other where there is little room."""

    piece_requested = Signal(str)

    def __init__(self, piece: Piece, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(appearance.px(12))
        for link, towards in ((piece.before, "before"), (piece.after, "next")):
            if link is not None:
                self._row.addWidget(self._button(link, towards), 1)
            else:
                self._row.addStretch(1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._appearance.px(_NARROW)
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def _button(self, link: PieceLink, towards: str) -> FittingButton:
        is_next = towards == "next"
        button = FittingButton(f"{link.title} \u203a" if is_next else f"\u2039 {link.title}", "neighbour")
        button.setProperty("towards", towards)
        spoken = self.tr("Next page: {title}") if is_next else self.tr("Page before: {title}")
        button.setAccessibleName(spoken.format(title=link.title))
        tip = self.tr("The next page in this section (Alt+PgDown)")
        button.setToolTip(tip if is_next else self.tr("The page before in this section (Alt+PgUp)"))
        button.clicked.connect(lambda: self.piece_requested.emit(link.id))
        return button
