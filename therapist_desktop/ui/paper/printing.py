"""A hand-out as a PDF file, or on a printer, a page at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPainter, QPdfWriter

from therapist_desktop.ui.paper.sheet import DPI, paint_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPagedPaintDevice
    from PySide6.QtPrintSupport import QPrinter

    from therapist_desktop.ui.paper.sheet import Sheet

_CREATOR = "Therapist Desktop"


class Pdf:
    """The pages as a PDF with its title, and with text that can be selected. `paint` does one page in each step."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._buffer = QBuffer()

    @property
    def content(self) -> bytes:
        """The file, once everything is painted."""
        return bytes(self._buffer.data().data())

    def paint(self) -> Iterator[None]:
        """Paint all of it."""
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(self._buffer)
        writer.setTitle(self._sheet.title)
        writer.setCreator(_CREATOR)
        writer.setResolution(DPI)
        _set_page(writer, self._sheet)
        yield from _painted(writer, self._sheet, DPI, 0, self._sheet.total)
        self._buffer.close()


def pdf_of(sheet: Sheet) -> bytes:
    """The whole PDF at once."""
    pdf = Pdf(sheet)
    for _ in pdf.paint():
        pass
    return pdf.content


def printed(printer: QPrinter, sheet: Sheet) -> Iterator[None]:
    """Print the pages that were chosen in the printer's dialog, all of them otherwise."""
    _set_page(printer, sheet)
    printer.setFullPage(True)
    first, last = printer.fromPage() or 1, printer.toPage() or sheet.total
    yield from _painted(printer, sheet, printer.resolution(), first - 1, min(last, sheet.total))


def _set_page(device: QPagedPaintDevice, sheet: Sheet) -> None:
    portrait, unit = QPageLayout.Orientation.Portrait, QPageLayout.Unit.Point
    device.setPageLayout(QPageLayout(sheet.page_size, portrait, QMarginsF(), unit))


def _painted(device: QPagedPaintDevice, sheet: Sheet, dots: float, first: int, end: int) -> Iterator[None]:
    painter = QPainter(device)
    try:
        for number in range(first, end):
            if number > first:
                device.newPage()
            paint_at(sheet, painter, number, dots)
            yield
    finally:
        painter.end()
