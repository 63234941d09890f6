"""The picture of an author, round; their initials where there is none or where it is no picture."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImageReader, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QLabel

from therapist_desktop.ui.fonts import interface_font

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from therapist_desktop.domain.library import Author
    from therapist_desktop.ui.theme import Appearance

MOST_PIXELS = 1_000_000
FORMATS = (b"png", b"jpeg")
_SIDE = 56
_INITIALS = 2
_LETTER = re.compile(r"[^\W\d_]")


class Portrait(QLabel):
    """As large as a thumb. Nothing is read but the bytes of the record."""

    def __init__(self, author: Author, appearance: Appearance) -> None:
        super().__init__()
        side = appearance.px(_SIDE)
        self.setFixedSize(side, side)
        self.setAccessibleName(self.tr("Portrait of {name}").format(name=author.name))
        ratio = self.devicePixelRatioF()
        picture = picture_of(author.portrait, round(side * ratio))
        self.has_picture = picture is not None
        round_one = QPixmap(round(side * ratio), round(side * ratio))
        round_one.fill(Qt.GlobalColor.transparent)
        painter = QPainter(round_one)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole, theme = QRectF(round_one.rect()), appearance.theme
        circle = QPainterPath()
        circle.addEllipse(whole.adjusted(1, 1, -1, -1))
        if picture is not None:
            painter.setClipPath(circle)
            at = whole.center() - QRectF(picture.rect()).center()
            painter.drawImage(at, picture)
        else:
            painter.fillPath(circle, QColor(theme.accent_soft))
            painter.setPen(QColor(theme.accent))
            painter.drawPath(circle)
            painter.setFont(interface_font(round(side * ratio * 0.36), QFont.Weight.DemiBold))
            painter.drawText(whole, Qt.AlignmentFlag.AlignCenter, initials(author.name))
        painter.end()
        round_one.setDevicePixelRatio(ratio)
        self.setPixmap(round_one)


def picture_of(data: bytes, side: int) -> QImage | None:
    """The picture in these bytes, filling a square of this side; None where it is none, or out of all bounds."""
    if not data:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if bytes(reader.format().data()) not in FORMATS or size.isEmpty() or size.width() * size.height() > MOST_PIXELS:
        return None
    read = reader.read()
    if read.isNull():
        return None
    return read.scaled(
        QSize(side, side), Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )


def initials(name: str) -> str:
    """The first letters of a first and a last name; letters behind a comma are credentials."""
    words = [word for word in name.partition(",")[0].split() if _LETTER.match(word)]
    chosen = words if len(words) <= _INITIALS else [words[0], words[-1]]
    return "".join(word[0].upper() for word in chosen)
