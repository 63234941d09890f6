"""The values of one facet: check boxes with counts, painted, so that five hundred cost as little as five."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QCursor, QGuiApplication, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from therapist_desktop.domain.filters import Wish
from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.fonts import interface_font
from therapist_desktop.ui.theme import BODY, SPACE_4, Appearance
from therapist_desktop.ui.widgets.facet_line import LINE, FacetDelegate
from therapist_desktop.ui.widgets.painting import draw_text
from therapist_desktop.ui.widgets.wish_menu import WishMenu

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from therapist_desktop.ui.models.facet_rows import FacetRow
    from therapist_desktop.ui.models.facets import FacetModel
    from therapist_desktop.ui.models.index import AnyIndex

MOST_LINES = 12


class FacetList(QListView):
    """A click or Space demands a value, its heart or P prefers it; groups open with their arrow or Right and Left."""

    wish_asked = Signal(str, object)  # value, Wish
    open_requested = Signal(str, bool)
    left_below = Signal()
    left_above = Signal()

    def __init__(self, model: FacetModel, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facets = model
        self._appearance = appearance
        self._delegate = FacetDelegate(model, appearance, self, self.is_under_mouse, self._is_current)
        self._since_letter = QElapsedTimer()
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
        self.setAccessibleDescription(self.tr("Space: must have. P: prefer. Right and Left: open and close a group."))
        model.modelReset.connect(self.fit)
        self.fit()

    def is_under_mouse(self, line: QRect) -> bool:
        """The mouse points at this line."""
        return self.underMouse() and line.contains(self.viewport().mapFromGlobal(QCursor.pos()))

    def fit(self) -> None:
        """As high as its lines, up to a limit from which it scrolls."""
        lines = min(self._facets.rowCount(), MOST_LINES)
        self.setFixedHeight(max(1, lines) * self._appearance.px(LINE))

    def keep_current(self, value: str) -> None:
        """Stand on this value again after the lines were put in another order."""
        for place, row in enumerate(self._facets.rows):
            if row.value.id == value:
                self.setCurrentIndex(self._facets.index(place))
                return

    def heart_of(self, line: int) -> QPoint:
        """The middle of the heart of a line, where a click prefers."""
        row = self._facets.rows[line]
        return self._delegate.parts(self.visualRect(self._facets.index(line)), row).heart.center()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._facets.rowCount():
            backwards = event.reason() == Qt.FocusReason.BacktabFocusReason
            self.setCurrentIndex(self._facets.index(self._facets.rowCount() - 1 if backwards else 0))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._facets.row(self.currentIndex())
        if row is not None and self._acts(row, event):
            return
        key = event.key()
        if key == Qt.Key.Key_Down and self.currentIndex().row() == self._facets.rowCount() - 1:
            self.left_below.emit()
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_above.emit()
        else:
            if event.text().isprintable() and event.text():
                self._since_letter.start()
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        row = self._facets.row(index)
        if row is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        line = self.visualRect(index)
        if self._delegate.is_on_arrow(line, row, point):
            self.open_requested.emit(row.value.id, not row.is_open)
        elif self._delegate.is_on_heart(line, row, point):
            self._ask(row, Wish.PREFER)
        else:
            self._ask(row, Wish.MUST)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        row = self._facets.row(index)
        if row is None:
            return
        where = self.viewport().mapToGlobal(self.visualRect(index).center()) if by_key else event.globalPos()
        WishMenu(
            row.value.label,
            self._facets.wish_of(row),
            lambda wish: self.wish_asked.emit(row.value.id, wish),
            self,
        ).open_at(where)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._facets.rows:
            painter = QPainter(self.viewport())
            painter.setFont(interface_font(self._appearance.px(BODY)))
            room = self.rect().adjusted(self._appearance.px(SPACE_4), 0, 0, 0)
            nothing = self.tr("Nothing here is called that.")
            draw_text(painter, room, nothing, self._appearance.theme.muted, Qt.AlignmentFlag.AlignLeft)
            painter.end()

    def _acts(self, row: FacetRow, event: QKeyEvent) -> bool:
        """This key did something to the line."""
        key = event.key()
        if key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask(row, Wish.MUST)
        elif key == Qt.Key.Key_P and not event.modifiers() and not self._is_spelling():
            self._ask(row, Wish.PREFER)
        elif row.opens and key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.open_requested.emit(row.value.id, key == Qt.Key.Key_Right)
        elif key == Qt.Key.Key_Left and row.depth:
            self._go_up_from(row)
        else:
            return False
        return True

    def _ask(self, row: FacetRow, wish: Wish) -> None:
        """Wish for this value in this way, or no more if it was."""
        now = self._facets.wish_of(row)
        self.wish_asked.emit(row.value.id, Wish.NONE if now is wish else wish)

    def _go_up_from(self, row: FacetRow) -> None:
        self.keep_current(row.value.parent)

    def _is_spelling(self) -> bool:
        """Letters come one after the other: somebody spells the name of a value."""
        pause = QGuiApplication.styleHints().keyboardInputInterval()
        return self._since_letter.isValid() and self._since_letter.elapsed() < pause

    def _is_current(self, index: AnyIndex) -> bool:
        return self.hasFocus() and self.currentIndex() == index
