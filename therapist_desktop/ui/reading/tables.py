"""Tables of a text: as wide as the column, a line below each row, room in each cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QTextCursor, QTextFrameFormat, QTextLength, QTextTable

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument, QTextFrame

    from therapist_desktop.ui.theme import Theme

_WHOLE = 100


def dress_tables(document: QTextDocument, theme: Theme, padding: int) -> None:
    """Give all tables of a text the same look, whatever their HTML said."""
    tables = list(_tables_in(document.rootFrame()))
    if not tables:
        return
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for table in tables:
        form = table.format()
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, _WHOLE))
        form.setCellPadding(0)
        form.setCellSpacing(0)
        form.setBorder(0)
        form.setTopMargin(padding)
        form.setBottomMargin(padding * 2)
        table.setFormat(form)
        _dress_cells(table, theme, padding)
    cursor.endEditBlock()


def _dress_cells(table: QTextTable, theme: Theme, padding: int) -> None:
    line = QBrush(QColor(theme.line))
    last = table.columns() - 1
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            if (cell.row(), cell.column()) != (row, column):
                continue  # of a larger cell
            form = cell.format().toTableCellFormat()
            form.setTopPadding(padding * 0.7)
            form.setBottomPadding(padding * 0.2)  # the last line has room below it
            form.setLeftPadding(padding * 0.8)
            form.setRightPadding(padding * 0.8 if column < last else padding * 0.4)
            form.setBottomBorder(theme.line_width)
            form.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            form.setBottomBorderBrush(line)
            cell.setFormat(form)
            _tighten(table, row, column)


def _tighten(table: QTextTable, row: int, column: int) -> None:
    """Words begin at the left, in the head too, and the last paragraph of a cell keeps no distance to a next one."""
    cursor = table.cellAt(row, column).lastCursorPosition()
    form = cursor.blockFormat()
    form.setBottomMargin(0)
    form.setAlignment(Qt.AlignmentFlag.AlignLeft)
    cursor.setBlockFormat(form)


def _tables_in(frame: QTextFrame) -> list[QTextTable]:
    found: list[QTextTable] = []
    for child in frame.childFrames():
        found += [child] if isinstance(child, QTextTable) else _tables_in(child)
    return found
