"""The values of one facet: check boxes with counts, painted, so that five hundred cost as little as five."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QCursor, QFont, QFontMetrics, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.fonts import interface_font, tabular
from therapist_desktop.ui.i18n import number
from therapist_desktop.ui.icons import pixmap
from therapist_desktop.ui.theme import BODY, CAPTION, SPACE_4, SPACE_8, SPACE_16, Appearance
from therapist_desktop.ui.widgets.painting import draw_check, draw_text, fill

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from therapist_desktop.ui.models.facets import FacetModel, FacetRow

AnyIndex = QModelIndex | QPersistentModelIndex
LINE = 26
BOX = 16
MOST_LINES = 12


class FacetDelegate(QStyledItemDelegate):
    """Paints one value: box, label, chevron of a group, count.

    What is pointed at is asked of the list: the state in the option brings all of QStyle with it.
    """

    def __init__(self, model: FacetModel, appearance: Appearance, view: FacetList) -> None:
        super().__init__(view)
        self._model = model
        self._appearance = appearance
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(0, self._appearance.px(LINE))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row = self._model.row(index)
        if row is None:
            return
        theme, px = self._appearance.theme, self._appearance.px
        rect: QRect = option.rect
        checked, count = self._model.is_chosen(row), self._model.count_of(row)
        painter.save()
        if self._view.is_under_mouse(rect):
            fill(painter, rect, theme.sunken)
        box = self.box(rect, row)
        draw_check(painter, box, theme, checked=checked)
        painter.setFont(tabular(interface_font(px(CAPTION))))
        shown = number(count)
        wide = painter.fontMetrics().horizontalAdvance(shown)
        counted = QRect(rect.right() - wide - px(SPACE_4), rect.y(), wide + 1, rect.height())
        draw_text(painter, counted, shown, theme.muted if count else theme.faint, Qt.AlignmentFlag.AlignRight)
        painter.setFont(interface_font(px(BODY), QFont.Weight.DemiBold if checked else QFont.Weight.Normal))
        left, right = box.right() + px(SPACE_8), counted.left() - px(SPACE_8)
        if row.opens:
            right -= px(SPACE_16)
        label = QRect(left, rect.y(), right - left, rect.height())
        ink = theme.text if count or checked else theme.faint
        draw_text(painter, label, row.value.label, ink, Qt.AlignmentFlag.AlignLeft)
        if row.opens:
            end = min(left + painter.fontMetrics().horizontalAdvance(row.value.label), right) + px(SPACE_4)
            name = "chevron-down" if row.is_open else "chevron-right"
            drawn = pixmap(name, theme.muted, px(14), self._view.devicePixelRatioF())
            painter.drawPixmap(QPoint(end, rect.center().y() - px(7) + 1), drawn)
        if self._view.hasFocus() and self._view.currentIndex() == index:
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def box(self, rect: QRect, row: FacetRow) -> QRect:
        """Where the check box of a line is."""
        px = self._appearance.px
        side = px(BOX)
        left = rect.x() + px(SPACE_4) + row.depth * px(20)
        return QRect(left, rect.center().y() - side // 2 + 1, side, side)


class FacetList(QListView):
    """Toggles with a click or Space; groups open with a click on their chevron or with Right and Left."""

    toggled = Signal(str)
    open_requested = Signal(str, bool)
    left_below = Signal()
    left_above = Signal()

    def __init__(self, model: FacetModel, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facets = model
        self._appearance = appearance
        self._delegate = FacetDelegate(model, appearance, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("ownRing", True)
        self.setAccessibleName(model.facets.label)
        model.modelReset.connect(self.fit)
        self.fit()

    def is_under_mouse(self, line: QRect) -> bool:
        """The mouse points at this line."""
        return self.underMouse() and line.contains(self.viewport().mapFromGlobal(QCursor.pos()))

    def fit(self) -> None:
        """As high as its lines, up to a limit from which it scrolls."""
        lines = min(self._facets.rowCount(), MOST_LINES)
        self.setFixedHeight(max(1, lines) * self._appearance.px(LINE))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._facets.rowCount():
            backwards = event.reason() == Qt.FocusReason.BacktabFocusReason
            self.setCurrentIndex(self._facets.index(self._facets.rowCount() - 1 if backwards else 0))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._facets.row(self.currentIndex())
        key = event.key()
        if row is not None and key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggled.emit(row.value.id)
        elif row is not None and row.opens and key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.open_requested.emit(row.value.id, key == Qt.Key.Key_Right)
        elif key == Qt.Key.Key_Down and self.currentIndex().row() == self._facets.rowCount() - 1:
            self.left_below.emit()
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_above.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = self._facets.row(index)
        if row is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if row.opens and self._is_on_chevron(index, row, event.position().toPoint()):
            self.open_requested.emit(row.value.id, not row.is_open)
        else:
            self.toggled.emit(row.value.id)

    def keep_current(self, value: str) -> None:
        """Stand on this value again after the lines were put in another order."""
        for place, row in enumerate(self._facets.rows):
            if row.value.id == value:
                self.setCurrentIndex(self._facets.index(place))
                return

    def _is_on_chevron(self, index: QModelIndex, row: FacetRow, point: QPoint) -> bool:
        px = self._appearance.px
        box = self._delegate.box(self.visualRect(index), row)
        font = interface_font(px(BODY))
        end = box.right() + px(SPACE_8) + QFontMetrics(font).horizontalAdvance(row.value.label)
        return end <= point.x() <= end + px(24)
