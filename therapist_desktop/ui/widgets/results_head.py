"""Above the results: how they are looked at, in what order they stand, which columns there are, how high a row is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMenu, QPushButton, QWidget

from therapist_desktop.domain.filters import Order, Sort
from therapist_desktop.domain.overriding import override
from therapist_desktop.domain.places import View
from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.models.ordering import clicked
from therapist_desktop.ui.theme import SPACE_4, SPACE_8, Appearance
from therapist_desktop.ui.widgets.spacing import space
from therapist_desktop.ui.wording.order import order_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QResizeEvent

HEIGHT = 44
WORDS_FROM, LABELS_FROM = 430, 620
_ICONS = {View.TABLE: "table-2", View.CARDS: "layout-grid", View.MAP: "map"}
SORTS = (Sort.NAME, Sort.DISTANCE, Sort.VERIFIED, Sort.OPENINGS, Sort.STATE)


class ResultsHead(QFrame):
    """An empty bar until `furnish` puts the buttons into it, behind the first picture."""

    view_requested = Signal(object)  # View
    columns_requested = Signal()
    compact_requested = Signal(bool)
    orders_requested = Signal(object)  # tuple[Order, ...]

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._orders: tuple[Order, ...] = ()
        self._has_miles = False
        self._buttons: dict[View, QPushButton] = {}
        self._tools: dict[str, QPushButton] = {}
        self._names = {View.TABLE: self.tr("Table"), View.CARDS: self.tr("Cards"), View.MAP: self.tr("Map")}
        self._words = {"columns": self.tr("Columns"), "compact": self.tr("Compact")}
        self._row = QHBoxLayout(self)
        space(self._row, appearance, SPACE_4, (SPACE_8, SPACE_4, SPACE_8, SPACE_4))
        self.setFixedHeight(appearance.px(HEIGHT))

    @property
    def is_furnished(self) -> bool:
        """The buttons are there."""
        return bool(self._buttons)

    @property
    def buttons(self) -> dict[View, QPushButton]:
        """The segments, one for each way to look."""
        return self._buttons

    @property
    def tools(self) -> dict[str, QPushButton]:
        """The other buttons: order, columns, compact."""
        return self._tools

    def furnish(self, views: Iterable[View], view: View, *, compact: bool) -> None:
        """Put the buttons in."""
        switch = QFrame()
        switch.setProperty("role", "sunken")
        inside = QHBoxLayout(switch)
        inside.setContentsMargins(3, 3, 3, 3)
        inside.setSpacing(2)
        group = QButtonGroup(self)
        tips = {
            View.TABLE: self.tr("One row a listing (F7)"),
            View.CARDS: self.tr("More about each listing (F8)"),
            View.MAP: self.tr("Where the listings are (Shift+F7)"),
        }
        for one, name in self._names.items():
            button = QPushButton()
            button.setCheckable(True)
            button.setProperty("role", "segment")
            button.setAccessibleName(self.tr("Show as {name}").format(name=name.lower()))
            button.setToolTip(tips[one])
            button.clicked.connect(lambda _=False, one=one: self.view_requested.emit(one))
            group.addButton(button)
            inside.addWidget(button)
            self._buttons[one] = button
        self._row.addWidget(switch, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addStretch(1)
        self._add_tool("order", self.tr("In what order the rows stand"))
        columns = self._add_tool("columns", self.tr("Choose the columns (Ctrl+Shift+K)"))
        columns.clicked.connect(lambda _=False: self.columns_requested.emit())
        dense = self._add_tool("compact", self.tr("One line a listing instead of two (Ctrl+Shift+D)"))
        dense.setCheckable(True)
        dense.clicked.connect(self.compact_requested)
        self._tools["order"].setMenu(QMenu(self))
        self._tools["order"].menu().aboutToShow.connect(self._offer_orders)
        self.show_views(views, view)
        self.show_compact(compact=compact)
        self.restyle()

    def show_views(self, views: Iterable[View], view: View) -> None:
        """Which ways to look there are, and which is in use."""
        there = set(views)
        for one, button in self._buttons.items():
            button.setEnabled(one in there)
            button.setChecked(one is view)
        if self._tools:
            self._tools["columns"].setEnabled(view is View.TABLE)
            self._tools["compact"].setEnabled(view is View.TABLE)
        self._tint()

    def show_compact(self, *, compact: bool) -> None:
        """Whether rows have one line."""
        if self._tools:
            self._tools["compact"].setChecked(compact)

    def show_orders(self, orders: Sequence[Order], *, has_miles: bool) -> None:
        """The order in use, in words."""
        self._orders, self._has_miles = tuple(orders), has_miles
        self._label()

    def restyle(self) -> None:
        """Take on the theme and size in use."""
        self.setFixedHeight(self._appearance.px(HEIGHT))
        self._tint()
        self._label()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._label()

    def _add_tool(self, name: str, tip: str) -> QPushButton:
        button = QPushButton()
        button.setProperty("role", "head-tool")
        button.setToolTip(tip)
        self._row.addWidget(button)
        self._tools[name] = button
        return button

    def _label(self) -> None:
        """Words where there is room for them; the icons speak for themselves else."""
        if not self._buttons:
            return
        width = self.width()
        has_words, has_labels = width >= self._appearance.px(WORDS_FROM), width >= self._appearance.px(LABELS_FROM)
        for view, button in self._buttons.items():
            button.setText(f"\u2009{self._names[view]}" if has_words else "")
        for name, words in self._words.items():
            self._tools[name].setText(f"\u2009{words}" if has_labels else "")
            self._tools[name].setAccessibleName(words)
        order = self._tools["order"]
        first = order_name(self._orders[0].sort if self._orders else Sort.RELEVANCE)
        more = f" +{len(self._orders) - 1}" if len(self._orders) > 1 else ""
        order.setText(f"\u2009{first}{more}" if has_words else "")
        said = ", ".join(order_name(key.sort) for key in self._orders) or first
        order.setAccessibleName(self.tr("Order: {order}").format(order=said))

    def _tint(self) -> None:
        theme, side = self._appearance.theme, self._appearance.px(16)
        size = QSize(side, side)
        for view, button in self._buttons.items():
            ink = theme.accent if button.isChecked() else theme.muted
            button.setIcon(icon(_ICONS[view], ink, side, theme.control))
            button.setIconSize(size)
        for name, sign in (("order", "arrow-up-down"), ("columns", "columns-3"), ("compact", "list")):
            if name in self._tools:
                self._tools[name].setIcon(icon(sign, theme.muted, side, theme.control))
                self._tools[name].setIconSize(size)

    def _offer_orders(self) -> None:
        """Every order, first as the only one, then as one more behind those in use."""
        menu = self._tools["order"].menu()
        menu.clear()
        usual = menu.addAction(f"{order_name(Sort.RELEVANCE)}\tF5", lambda: self.orders_requested.emit(()))
        usual.setCheckable(True)
        usual.setChecked(not self._orders)
        menu.addSeparator()
        keys = {key.sort: key for key in self._orders}
        offered = [sort for sort in SORTS if sort is not Sort.DISTANCE or self._has_miles]
        for sort in offered:
            action = menu.addAction(order_name(sort), partial(self._order, sort, adds=False))
            action.setCheckable(True)
            action.setChecked(sort in keys)
        further = [sort for sort in offered if not self._orders or sort is not self._orders[0].sort]
        if self._orders:
            more = menu.addMenu(self.tr("Then by"))
            for sort in further:
                action = more.addAction(order_name(sort), partial(self._order, sort, adds=True))
                action.setCheckable(True)
                action.setChecked(sort in keys)
            turned = menu.addAction(self.tr("The other way round"), self._turn_round)
            turned.setCheckable(True)
            turned.setChecked(self._orders[0].descending)
        self._adjust(menu)

    def _adjust(self, menu: QMenu) -> None:
        menu.setAccessibleName(self.tr("Order"))
        menu.setToolTipsVisible(True)

    def _order(self, sort: Sort, *, adds: bool) -> None:
        self.orders_requested.emit(clicked(self._orders, sort, adds=adds) if adds else (Order(sort),))

    def _turn_round(self) -> None:
        first, *rest = self._orders
        self.orders_requested.emit((Order(first.sort, not first.descending), *rest))
