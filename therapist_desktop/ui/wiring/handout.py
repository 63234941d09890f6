"""From the page that is read to paper."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from therapist_desktop.domain.handout import LANGUAGES, Handout
from therapist_desktop.services.clock import local_day
from therapist_desktop.ui.i18n import plural
from therapist_desktop.ui.slices import Slices

if TYPE_CHECKING:
    from therapist_desktop.domain.handout import PaperLook
    from therapist_desktop.ui.controllers.handout import HandoutController
    from therapist_desktop.ui.main_window import MainWindow
    from therapist_desktop.ui.paper.sheet import Sheet
    from therapist_desktop.ui.theme import Appearance


def connect_handout(window: MainWindow, making: HandoutController, appearance: Appearance) -> None:
    """Print and save what is read, or put several pages together."""

    def add() -> None:
        piece = window.reader.piece
        if piece is None:
            return
        many = "The hand-out holds {n} pages now (Ctrl+Shift+O shows it)."
        if not making.add(piece.id):
            many = "The hand-out is full: {n} pages are the most."
        one = "The hand-out holds {n} page now (Ctrl+Shift+O shows it)."
        window.banner.show_news(plural("Paper", one, many, len(making.handout.pieces)))

    def build() -> None:
        from therapist_desktop.ui.dialogs.handout import HandoutDialog

        dialog = HandoutDialog(making, window.release, local_day(), appearance, window)
        dialog.print_requested.connect(lambda sheet: print_sheet(sheet, window))
        dialog.pdf_requested.connect(lambda sheet: save_sheet(sheet, window, making))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    deeds = {
        "print": lambda: print_sheet(_page_read(window, making.handout.look), window),
        "pdf": lambda: save_sheet(_page_read(window, making.handout.look), window, making),
        "handout": build,
        "add_to_handout": add,
    }
    for name, deed in deeds.items():
        window.actions_[name].triggered.connect(lambda _=False, deed=deed: deed())
    making.failed.connect(window.banner.show_problem)
    making.saved.connect(lambda name: window.banner.show_news(window.tr("Saved as {name}.").format(name=name)))


def _page_read(window: MainWindow, look: PaperLook) -> Sheet | None:
    """The page that is read, on paper; none that the publisher did not sign."""
    piece = window.reader.piece
    if piece is None or not piece.intact:
        return None
    from therapist_desktop.ui.paper.sheet import Sheet

    language = window.reader.language if window.reader.language in LANGUAGES else look.language
    handout = Handout((piece.id,), "", look._replace(language=language))
    sheet = Sheet(handout, (piece,), window.release, local_day())
    for _ in sheet.lay_out():
        pass  # one page of the library is one step
    return sheet


def print_sheet(sheet: Sheet | None, window: MainWindow) -> None:
    """Ask for a printer and print. The spool names no page: what somebody reads is nobody's business."""
    if sheet is None:
        return
    from PySide6.QtCore import Qt
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    from therapist_desktop.ui.paper.printing import printed

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(window.tr("Hand-out"))
    printer.setPageSize(sheet.page_size)
    dialog = QPrintDialog(printer, window)
    dialog.setMinMax(1, sheet.total)
    dialog.accepted.connect(lambda: Slices(window).start(printed(printer, sheet)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()


def save_sheet(sheet: Sheet | None, window: MainWindow, making: HandoutController) -> None:
    """Ask where to, and save a PDF: the whole of it or nothing."""
    if sheet is None:
        return
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(window, window.tr("Save the hand-out"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(window.tr("PDF (*.pdf)"))
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(_file_name(sheet.title))
    dialog.fileSelected.connect(partial(_save, sheet, window, making))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _save(sheet: Sheet, window: MainWindow, making: HandoutController, file: str) -> None:
    from therapist_desktop.ui.paper.printing import Pdf

    pdf, painting = Pdf(sheet), Slices(window)
    painting.finished.connect(lambda: making.save(Path(file), pdf.content))
    painting.finished.connect(painting.deleteLater)
    painting.start(pdf.paint())


def _file_name(title: str) -> str:
    kept = "".join(letter if letter.isalnum() else " " for letter in title)
    return f"{'-'.join(kept.lower().split())[:60] or 'hand-out'}.pdf"
