"""How panes share the room of a page: side by side where there is enough, over each other where there is not."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.focus_travel import focus_into, has_focus
from therapist_desktop.ui.theme import SPACE_12, Appearance
from therapist_desktop.ui.widgets.rail import WIDTH as RAIL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from therapist_desktop.ui.widgets.side_panel import SidePanel

DETAIL_FROM, FILTERS_FROM = 1100, 900
FILTERS, DETAIL = (240, 248, 320), (300, 344, 480)
TREE, LIST, ALL_THREE_FROM = 240, 340, 1500
_MARGINS = 32


class FindPage(QWidget):
    """Filters, results, detail."""

    layout_changed = Signal()
    left = Signal()  # what had the keyboard is out of sight

    def __init__(self, filters: QWidget, results: QWidget, appearance: Appearance) -> None:
        super().__init__()
        self._filters, self._results = filters, results
        self._detail: QWidget = QFrame()  # keeps the place until the detail comes
        self._detail.setProperty("role", "card")
        self._appearance = appearance
        self._room: tuple[bool, bool] | None = None
        self._widths = (FILTERS[1], 0, DETAIL[1])  # as wanted, at the usual size of text
        self._zoom = appearance.zoom
        self._splitter = _splitter()
        self._splitter.splitterMoved.connect(self._keep_widths)
        self._splitter.addWidget(results)
        page = QHBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._splitter)
        results.setMinimumWidth(240)
        appearance.changed.connect(self._look_again)
        self._arrange(filters_beside=True, detail_beside=True)

    @property
    def filters_are_beside(self) -> bool:
        """There is room for the filters."""
        return bool(self._room and self._room[0])

    @property
    def detail_is_beside(self) -> bool:
        """There is room for the detail."""
        return bool(self._room and self._room[1])

    @property
    def widths(self) -> tuple[int, ...]:
        """How wide somebody wants the panes at the usual size of text, to be remembered."""
        return self._widths

    def use_widths(self, widths: Sequence[int]) -> None:
        """Make the panes as wide as they were."""
        if len(widths) == len(self._widths) and self._room == (True, True):
            self._widths = (widths[0], widths[1], widths[2])
            self._share()

    def hold_detail(self, detail: QWidget) -> None:
        """Put the detail in the place that was kept for it."""
        kept, self._detail = self._detail, detail
        sizes = self._splitter.sizes()
        if self.detail_is_beside:
            self._splitter.replaceWidget(self._splitter.indexOf(kept), detail)
            detail.show()
        else:
            self._over.hold(detail, self._appearance.px(DETAIL[2]))
        kept.hide()
        kept.deleteLater()
        self._limit()
        self._splitter.setSizes(sizes)

    def show_detail(self, *, take_focus: bool) -> None:
        """Bring the detail into sight where it is not."""
        if not self.detail_is_beside:
            self._over.open()
        if take_focus:
            self._detail.setFocus(Qt.FocusReason.OtherFocusReason)

    def hide_detail(self) -> None:
        """Give the room back to the table."""
        self._over.close_panel()

    def show_filters(self) -> None:
        """Open the drawer with the filters where they have no room."""
        if not self.filters_are_beside:
            self._drawer.open()

    def toggle_filters(self) -> None:
        """Open or shut the drawer, or the pane where there is room for it."""
        if self.filters_are_beside:
            self._filters.setVisible(self._filters.isHidden())
        elif self._drawer.isHidden():
            self._drawer.open()
            focus_into(self._filters)
        else:
            self._drawer.close_panel()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look_again()

    def _look_again(self) -> None:
        room = (self.width() + _MARGINS) / self._appearance.zoom + RAIL
        wanted = (room >= FILTERS_FROM, room >= DETAIL_FROM)
        if wanted != self._room:
            self._arrange(filters_beside=wanted[0], detail_beside=wanted[1])
        px = self._appearance.px
        if not wanted[0]:
            self._drawer.be_wide(px(FILTERS[2]))
        if not wanted[1]:
            self._over.be_wide(px(DETAIL[2]))
        self._limit()
        if self._zoom != self._appearance.zoom:
            self._share()

    def _keep_widths(self) -> None:
        """Somebody has made a pane wider or narrower."""
        sizes = [round(size / self._appearance.zoom) for size in self._splitter.sizes()]
        left, _, right = self._widths
        self._widths = (
            (self.filters_are_beside and sizes[0]) or left,
            0,
            (self.detail_is_beside and sizes[-1]) or right,
        )

    @cached_property
    def _drawer(self) -> SidePanel:
        drawer = self._panel(Qt.Edge.LeftEdge)
        drawer.closed.connect(self.left)
        return drawer

    @cached_property
    def _over(self) -> SidePanel:
        return self._panel(Qt.Edge.RightEdge)

    def _panel(self, edge: Qt.Edge) -> SidePanel:
        from therapist_desktop.ui.widgets.side_panel import SidePanel

        return SidePanel(self, edge, self._appearance)

    def _arrange(self, *, filters_beside: bool, detail_beside: bool) -> None:
        px = self._appearance.px
        had_focus = has_focus(self._filters) or has_focus(self._detail)
        if self._room not in {None, (True, True)}:  # else neither has been needed
            self._drawer.hide()
            self._over.hide()
        self._room = (filters_beside, detail_beside)
        if filters_beside:
            self._splitter.insertWidget(0, self._filters)
            self._filters.show()
        else:
            self._filters.setMinimumWidth(0)
            self._drawer.hold(self._filters, px(FILTERS[2]))
        if detail_beside:
            self._splitter.addWidget(self._detail)
            self._detail.show()
        else:
            self._detail.setMinimumWidth(0)
            self._over.hold(self._detail, px(DETAIL[2]))
        self._limit()
        self._share()
        self.layout_changed.emit()
        if had_focus and not any(has_focus(pane) and pane.isVisible() for pane in (self._filters, self._detail)):
            self.left.emit()

    def _limit(self) -> None:
        px = self._appearance.px
        for pane, (least, _, most), beside in (
            (self._filters, FILTERS, self.filters_are_beside),
            (self._detail, DETAIL, self.detail_is_beside),
        ):
            pane.setMinimumWidth(px(least) if beside else 0)
            pane.setMaximumWidth(px(most))
        for place in range(self._splitter.count()):
            is_table = self._splitter.widget(place) is self._results
            self._splitter.setStretchFactor(place, 1 if is_table else 0)
            self._splitter.setCollapsible(place, False)

    def _share(self) -> None:
        px, self._zoom = self._appearance.px, self._appearance.zoom
        left, _, right = self._widths
        sizes = [px(left)] if self.filters_are_beside else []
        rest = self.width() - (px(left) if sizes else 0) - (px(right) if self.detail_is_beside else 0)
        sizes.append(max(240, rest))
        if self.detail_is_beside:
            sizes.append(px(right))
        self._splitter.setSizes(sizes)


class LibraryPage(QWidget):
    """Contents at the left; beside them the list or what is read, and all three where there is room."""

    def __init__(self, library: QWidget, reader: QWidget, appearance: Appearance) -> None:
        super().__init__()
        self._library, self._reader = library, reader
        self._appearance = appearance
        self._reads = False
        self._inside = library.findChild(QSplitter)  # contents and list
        self._list = self._inside.widget(1) if self._inside is not None else None
        self._splitter = _splitter()
        self._splitter.addWidget(library)
        self._splitter.addWidget(reader)
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        page = QHBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._splitter)
        appearance.changed.connect(self._look_again)

    def show_reader(self) -> None:
        """Something was opened."""
        self._reads = True
        self._look_again()

    def show_lists(self) -> None:
        """Something was listed."""
        self._reads = False
        self._look_again()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look_again()

    def _look_again(self) -> None:
        px = self._appearance.px
        room = (self.width() + _MARGINS) / self._appearance.zoom + RAIL
        has_list = room >= ALL_THREE_FROM or not self._reads
        is_wide = room >= FILTERS_FROM
        if self._list is not None:
            self._list.setVisible(has_list)
        self._library.setVisible(is_wide or not self._reads)
        self._reader.setVisible(self._reads or room >= ALL_THREE_FROM)
        limited = self._reader.isVisibleTo(self)
        wide = px(TREE + LIST) if has_list else px(TREE)
        self._library.setMinimumWidth(min(wide, self.width()) if limited and is_wide else 0)
        self._library.setMaximumWidth(wide if limited and is_wide else 16_777_215)
        self._splitter.setSizes([wide, max(1, self.width() - wide)])
        if has_list and self._inside is not None:
            self._inside.setSizes([px(TREE), max(px(LIST), self.width() - px(TREE))])


def _splitter() -> QSplitter:
    made = QSplitter(Qt.Orientation.Horizontal)
    made.setHandleWidth(SPACE_12)
    made.setChildrenCollapsible(False)
    return made
