"""A QR code that a phone can read from the screen in every theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.theme import CONTRAST_LIGHT

if TYPE_CHECKING:
    from therapist_desktop.services.qr import QrCode
    from therapist_desktop.ui.theme import Appearance

QUIET = 4  # squares of white around the code (ISO/IEC 18004): without them no phone finds it
_SQUARE = 4
_USUAL = 25 + 2 * QUIET


class QrSquare(QWidget):
    """Black on white whatever the colours of the window are. Its room is kept while the code is being made."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._square = appearance.px(_SQUARE)
        self.code: QrCode | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("QR code"))

    def show_code(self, code: QrCode, holds: str) -> None:
        """Show this code; `holds` says in words what scanning it does."""
        self.code = code
        self.setAccessibleDescription(holds)
        self.setToolTip(holds)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        squares = self.code.side + 2 * QUIET if self.code else _USUAL
        return QSize(squares * self._square, squares * self._square)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(CONTRAST_LIGHT.surface))
        if self.code is not None:
            self._paint(painter, self.code)
        painter.end()

    def _paint(self, painter: QPainter, code: QrCode) -> None:
        """Each square a whole number of the screen's own points, so that no edge is grey."""
        ratio = self.devicePixelRatioF()
        points = round(self.width() * ratio) // (code.side + 2 * QUIET)
        off = (round(self.width() * ratio) - points * code.side) // 2
        dark = QColor(CONTRAST_LIGHT.text)
        for down, row in enumerate(code.squares):
            for along, is_dark in enumerate(row):
                if is_dark:
                    spot = QRectF(off + along * points, off + down * points, points, points)
                    painter.fillRect(
                        QRectF(spot.x() / ratio, spot.y() / ratio, spot.width() / ratio, spot.height() / ratio), dark
                    )
