"""The pieces of a section, or those that were found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.library.calm_list import CalmList
from therapist_desktop.ui.slices import Slices
from therapist_desktop.ui.widgets.piece_lines import PieceLines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from therapist_desktop.ui.models.lines import Line
    from therapist_desktop.ui.theme import Appearance

A_STEP = 200  # lines that are listed without a pause
_ENTER, _CTRL = (Qt.Key.Key_Return, Qt.Key.Key_Enter), Qt.KeyboardModifier.ControlModifier
_LINE = Qt.ItemDataRole.UserRole


class PieceList(CalmList):
    """A click or Enter opens, with Ctrl or the wheel in a tab of its own. Typing goes to what begins so."""

    piece_chosen = Signal(str)
    new_tab_requested = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = Slices(self)
        self.setAccessibleName(self.tr("Pieces"))
        self.setToolTip(self.tr("Choose a page to read (arrow keys, Enter)"))
        self.setItemDelegate(PieceLines(appearance, self))

    @property
    def is_whole(self) -> bool:
        """Every line is listed."""
        return not self._filling.is_busy

    @property
    def current(self) -> Line | None:
        """The line one stands at."""
        row = self.currentRow()
        line: Line | None = self.item(row).data(_LINE) if row >= 0 else None
        return line

    def show_lines(self, lines: Sequence[Line], *, stays: bool) -> None:
        """List these; where one `stays` it is at the same piece as before, at the same height."""
        current = self.current if stays else None
        kept = current.opens if current is not None else ""
        place = self.verticalScrollBar().value() if stays else 0
        self.clear()
        self.scrollToTop()
        self._filling.start(self._fill(lines, kept, place))

    def go_to(self, place: int) -> None:
        """Bring this line to the top."""
        self._filling.finish()
        self.setCurrentRow(place)
        self.scrollToItem(self.item(place), CalmList.ScrollHint.PositionAtTop)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The platform decides whether Enter activates an item; here it always does."""
        if event.key() in _ENTER:
            self._open(self.currentItem(), is_apart=bool(event.modifiers() & _CTRL))
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        is_middle = event.button() is Qt.MouseButton.MiddleButton
        if is_middle or event.button() is Qt.MouseButton.LeftButton:
            item = self.itemAt(event.position().toPoint())
            self._open(item, is_apart=is_middle or bool(event.modifiers() & _CTRL))

    def _fill(self, lines: Sequence[Line], kept: str, place: int) -> Iterator[None]:
        for start in range(0, len(lines), A_STEP):
            for line in lines[start : start + A_STEP]:
                self._add(line, kept)
            yield
        if place:
            self.verticalScrollBar().setValue(place)

    def _add(self, line: Line, kept: str) -> None:
        item = QListWidgetItem(line.title)
        item.setData(_LINE, line)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, line.said)
        item.setToolTip(line.title)
        if line.is_heading:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(item)
        if kept and line.opens == kept and self.currentRow() < 0:
            self.setCurrentItem(item)

    def _open(self, item: QListWidgetItem | None, *, is_apart: bool) -> None:
        line: Line | None = item.data(_LINE) if item is not None else None
        if line is not None and line.opens:
            (self.new_tab_requested if is_apart else self.piece_chosen).emit(line.opens)
