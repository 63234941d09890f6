"""The comparison on paper: plain words, the day, the release, and a line that says to ask the office."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from therapist_desktop.ui.i18n import day, translate
from therapist_desktop.ui.models.compare_table import LINE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from therapist_desktop.domain.release import Release
    from therapist_desktop.ui.models.compare_table import CompareRow

STYLE = """
body { font-family: Inter, "Segoe UI", "DejaVu Sans", sans-serif; font-size: 9pt; }
h1 { font-size: 14pt; } td, th { padding: 4px; vertical-align: top; } .group { background: #EEF1F4; font-weight: bold; }
"""


def sheet_of(names: Sequence[str], rows: Sequence[CompareRow], release: Release | None, today: date) -> str:
    """The page as HTML. What differs is said in words, for paper has no switch."""
    title = translate("Sheet", "Comparison")
    differs = translate("Sheet", "differs")
    unknown = translate("Sheet", "Not known")
    share = 84 // max(1, len(names))
    lines = [f"<html><head><style>{STYLE}</style></head><body><h1>{escape(title)}</h1>"]
    lines.append('<table width="100%" border="1" cellspacing="0" style="border-collapse: collapse">')
    heads = "".join(f'<th align="left" width="{share}%">{escape(name)}</th>' for name in names)
    lines.append(f'<thead><tr><th width="16%"></th>{heads}</tr></thead>')
    group = ""
    for row in rows:
        if row.group != group:
            group = row.group
            lines.append(f'<tr><td class="group" colspan="{len(names) + 1}">{escape(group)}</td></tr>')
        heading = f"<b>{escape(row.heading)}</b> ({differs})" if row.differs else escape(row.heading)
        cells = "".join(f"<td>{_cell(cell, unknown, big=row.is_phone)}</td>" for cell in row.cells)
        lines.append(f"<tr><td>{heading}</td>{cells}</tr>")
    lines.append("</table>")
    lines += [f"<p>{escape(line)}</p>" for line in _foot(release, today)]
    return "".join([*lines, "</body></html>"])


def print_sheet(html: str, parent: QWidget) -> None:
    """Ask for a printer and print."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    printer.setDocName(translate("Sheet", "Comparison"))
    dialog = QPrintDialog(printer, parent)
    dialog.accepted.connect(lambda: _document(html).print_(printer))
    dialog.finished.connect(dialog.deleteLater)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()


def pdf_of(html: str) -> bytes:
    """The page as a PDF, on Letter paper."""
    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(content)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    writer.setPageOrientation(QPageLayout.Orientation.Landscape)
    writer.setTitle(translate("Sheet", "Comparison"))
    _document(html).print_(writer)
    return bytes(content.data().data())


def _document(html: str) -> QTextDocument:
    made = QTextDocument()
    made.setHtml(html)
    return made


def _cell(text: str, unknown: str, *, big: bool) -> str:
    if not text:
        return f"<i>{escape(unknown)}</i>"
    lines = "<br>".join(escape(line) for line in text.split(LINE))
    return f'<span style="font-size: 12pt"><b>{lines}</b></span>' if big else lines


def _foot(release: Release | None, today: date) -> tuple[str, ...]:
    printed = translate("Sheet", "Printed on {day}.").format(day=day(today))
    if release is not None:
        words = translate("Sheet", "Release {number} of {day}, {title}.")
        printed += " " + words.format(number=release.number, day=day(release.published.date()), title=release.title)
    return printed, translate("Sheet", "Confirm with the office before you go: openings and insurance change.")
