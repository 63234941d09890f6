"""A hand-out as a PDF file, or on a printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPainter, QPdfWriter

from therapist_desktop.ui.paper.sheet import DPI, paint_at

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice
    from PySide6.QtPrintSupport import QPrinter

    from therapist_desktop.ui.paper.sheet import Sheet

_CREATOR = "Therapist Desktop"


def pdf_of(sheet: Sheet) -> bytes:
    """The pages as a PDF with its title, and with text that can be selected."""
    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(content)
    writer.setTitle(sheet.title)
    writer.setCreator(_CREATOR)
    writer.setResolution(DPI)
    _set_page(writer, sheet)
    _paint_all(writer, sheet, DPI)
    content.close()
    return bytes(content.data().data())


def print_on(printer: QPrinter, sheet: Sheet) -> None:
    """Print the pages that were chosen in the printer's dialog, all of them otherwise."""
    _set_page(printer, sheet)
    printer.setFullPage(True)
    first = printer.fromPage() or 1
    last = printer.toPage() or sheet.total
    _paint_all(printer, sheet, printer.resolution(), first - 1, min(last, sheet.total))


def _set_page(device: QPagedPaintDevice, sheet: Sheet) -> None:
    device.setPageLayout(
        QPageLayout(
            sheet.page_size,
            QPageLayout.Orientation.Portrait,
            QMarginsF(),
            QPageLayout.Unit.Point,
        )
    )


def _paint_all(device: QPagedPaintDevice, sheet: Sheet, dots: float, first: int = 0, end: int | None = None) -> None:
    painter = QPainter(device)
    for number in range(first, sheet.total if end is None else end):
        if number > first:
            device.newPage()
        paint_at(sheet, painter, number, dots)
    painter.end()
