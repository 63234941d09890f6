"""All pictures on one sheet, each with its name, to be looked at together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDE, COLUMNS, GAP, TITLE = 640, 4, 24, 28


def contact_sheet(pictures: Sequence[tuple[str, QPixmap]]) -> QPixmap:
    """Rows of four, every picture as wide as the others."""
    small = [
        (name, picture.scaledToWidth(WIDE, Qt.TransformationMode.SmoothTransformation)) for name, picture in pictures
    ]
    rows = [small[start : start + COLUMNS] for start in range(0, len(small), COLUMNS)]
    heights = [max(picture.height() for _, picture in row) + TITLE + GAP for row in rows]
    sheet = QPixmap(COLUMNS * (WIDE + GAP) + GAP, sum(heights) + GAP)
    sheet.fill(QColor("gray"))
    painter = QPainter(sheet)
    painter.setFont(QFont("Inter", 11))
    painter.setPen(QColor("white"))
    top = GAP
    for row, high in zip(rows, heights, strict=True):
        for place, (name, picture) in enumerate(row):
            left = GAP + place * (WIDE + GAP)
            painter.drawText(QRect(left, top, WIDE, TITLE), Qt.AlignmentFlag.AlignLeft, name)
            painter.drawPixmap(left, top + TITLE, picture)
        top += high
    painter.end()
    return sheet
