"""The heads of the columns: sortable ones can be clicked and say how they sort; all can be moved and made wider."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.icons import pixmap
from therapist_desktop.ui.models.columns import COLUMNS, Show
from therapist_desktop.ui.theme import CAPTION, SPACE_8, SPACE_16, Appearance
from therapist_desktop.ui.widgets.lettering import Lettering, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QContextMenuEvent

    from therapist_desktop.domain.filters import Order, Sort
    from therapist_desktop.ui.models.columns import Column

HEIGHT = 38
TITLE = Style(CAPTION, QFont.Weight.DemiBold)
FIGURE = Style(10, QFont.Weight.Bold)
ARROW = 14


class ListingHeader(QHeaderView):
    """Draws titles, the arrows of the order in use, and behind several arrows which key comes first."""

    sort_clicked = Signal(object, bool)  # Sort, one more key
    let_go = Signal()  # after a column was moved or made wider
    menu_requested = Signal(object)  # QPoint on the screen

    def __init__(
        self, appearance: Appearance, columns: tuple[Column, ...] = COLUMNS, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._appearance = appearance
        self._columns = columns
        self._letters = Lettering(appearance)
        self._orders: tuple[Order, ...] = ()
        self._adds = False
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)
        self.setAccessibleName(self.tr("Column headings"))
        self.sectionClicked.connect(self._clicked)

    def show_orders(self, orders: Sequence[Order]) -> None:
        """Point out the order in use."""
        self._orders = tuple(orders)
        if self.isVisible():
            self.viewport().update()

    def restyle(self) -> None:
        """Take on the theme and size in use."""
        self._letters.forget()

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, self._appearance.px(HEIGHT))  # its columns have widths of their own

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and hasattr(event, "pos"):
            self.setToolTip(self._tip(self.logicalIndexAt(event.pos())))
        return super().event(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._adds = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().mouseReleaseEvent(event)
        self._adds = False
        self.let_go.emit()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        column, letters = self._columns[logicalIndex], self._letters
        theme, px = self._appearance.theme, self._appearance.px
        line = theme.line_width
        letters.fill(painter, QRect(rect.x(), rect.bottom() + 1 - line, rect.width(), line), theme.line)
        if column.show is Show.MARK:
            side = px(ARROW)
            spot = QPoint(rect.center().x() - side // 2 + 1, rect.center().y() - side // 2)
            painter.drawPixmap(spot, pixmap("star", theme.muted, side, self.devicePixelRatioF()))
            return
        place, order = self._key(column.sort)
        cell = rect.adjusted(px(SPACE_16) if rect.x() <= 0 else px(SPACE_8), 0, -px(SPACE_8), 0)
        title = str(self.model().headerData(logicalIndex, self.orientation()))
        arrow = px(ARROW) if order else 0
        figure = str(place + 1) if order and len(self._orders) > 1 else ""
        behind = arrow + (letters.advance(FIGURE, figure) if figure else 0)
        is_right = column.show is Show.NUMBER
        room = cell.adjusted(px(2) - px(SPACE_8) if is_right else 0, 0, -behind, 0)
        wide = letters.draw(painter, room, title, TITLE, theme.text if order else theme.muted, right=is_right)
        if order:
            left = room.right() + 1 if is_right else min(room.x() + wide + px(2), rect.right() - behind)
            name = "chevron-down" if order.descending else "chevron-up"
            drawn = pixmap(name, theme.accent, arrow, self.devicePixelRatioF())
            painter.drawPixmap(QPoint(left, rect.center().y() - arrow // 2 + 1), drawn)
            letters.draw(painter, rect.adjusted(left + arrow - rect.x(), 0, 0, 0), figure, FIGURE, theme.accent)

    def _key(self, sort: Sort | None) -> tuple[int, Order | None]:
        keys = enumerate(self._orders)
        return next(((place, key) for place, key in keys if sort is not None and key.sort is sort), (-1, None))

    def _clicked(self, section: int) -> None:
        sort = self._columns[section].sort
        if sort is not None:
            self.sort_clicked.emit(sort, self._adds)

    def _tip(self, section: int) -> str:
        if not 0 <= section < len(self._columns):
            return ""
        title = str(self.model().headerData(section, self.orientation()))
        if self._columns[section].sort is None:
            return self.tr("{title}. Drag to move, drag the edge to make it wider.").format(title=title)
        return self.tr("{title}. Click to sort, Shift+click to sort by one more.").format(title=title)
