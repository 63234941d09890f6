"""The ways to look at results, one at a time, and what stands in their place while there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from therapist_desktop.domain.places import View
from therapist_desktop.ui.widgets.listing_view import ListingView
from therapist_desktop.ui.widgets.notice import Notice
from therapist_desktop.ui.widgets.skeleton import Skeleton

if TYPE_CHECKING:
    from therapist_desktop.ui.models.listings import ListingModel
    from therapist_desktop.ui.theme import Appearance
    from therapist_desktop.ui.widgets.card_view import CardView
    from therapist_desktop.ui.widgets.row_view import RowView


class ResultViews(QStackedWidget):
    """The table is always there; cards are made when somebody wants them, other ways are brought by others."""

    view_changed = Signal(object)  # View
    views_changed = Signal()
    row_chosen = Signal(object)  # Card
    row_opened_beside = Signal(object)  # Card
    row_marked = Signal(object)  # Card
    row_menu_requested = Signal(object, object)  # Card, QPoint on the screen

    def __init__(self, model: ListingModel, appearance: Appearance) -> None:
        super().__init__()
        self._model = model
        self._appearance = appearance
        self.table = ListingView(model, appearance)
        self._cards: CardView | None = None
        self._skeleton = Skeleton(appearance)
        self._notice: Notice | None = None
        self._view = View.TABLE
        self._views: dict[View, QWidget] = {View.TABLE: self.table}
        self._wished = ""
        for view in (self.table, self._skeleton):
            self.addWidget(view)
        self._connect_rows(self.table)

    @property
    def view(self) -> View:
        """How results are looked at."""
        return self._view

    @property
    def views(self) -> tuple[View, ...]:
        """The ways to look that there are."""
        return View.CARDS, *self._views

    @property
    def rows(self) -> tuple[RowView, ...]:
        """What shows rows: the table, and the cards once they are made."""
        return tuple(rows for rows in (self.table, self._cards) if rows is not None)

    @property
    def cards(self) -> CardView | None:
        """The cards, once they are made."""
        return self._cards

    @property
    def notice(self) -> Notice:
        """What is said in place of rows; made when there is something to say."""
        if self._notice is None:
            self._notice = Notice(self._appearance)
            self.addWidget(self._notice)
        return self._notice

    @property
    def state(self) -> str:
        """What is on the screen: "results", "loading" or "notice"."""
        now = self.currentWidget()
        if now in self._views.values():
            return "results"
        return "loading" if now is self._skeleton else "notice"

    def hold_view(self, view: View, widget: QWidget) -> None:
        """Offer another way to look at the results."""
        self._views[view] = widget
        self.addWidget(widget)
        self.views_changed.emit()
        if view == self._wished:
            self.show_view(view)

    def wish_view(self, view: str) -> None:
        """Look at the results in this way as soon as that way is there: the first picture is a table."""
        self._wished = view

    def show_wished(self) -> None:
        """Look at the results in the way that was wished for, if there is such a way by now."""
        if self._wished in set(View):
            self.show_view(View(self._wished))

    def show_view(self, view: View) -> None:
        """Look at the results in this way from now on, where it is there."""
        if view is View.CARDS:
            self._make_cards()
        if view not in self._views or view is self._view:
            return
        self._wished = ""
        shows_rows, had_focus = self.state == "results", self._views[self._view].hasFocus()
        self._view = view
        if shows_rows:
            self.show_rows()
            if had_focus:
                self._views[view].setFocus()
        self.view_changed.emit(view)

    def show_rows(self) -> None:
        """There are rows to look at."""
        self.setCurrentWidget(self._views[self._view])

    def show_loading(self) -> None:
        """The answer takes its time."""
        self.setCurrentWidget(self._skeleton)

    def focus_list(self) -> None:
        """Take the keyboard where the rows are, or where the way out is."""
        if self.state == "results":
            self._views[self._view].setFocus()
        elif self.notice.buttons:
            self.notice.buttons[0].setFocus()

    def restyle(self) -> None:
        """Take on the theme and size in use."""
        self.table.restyle()
        if self._cards is not None:
            self._cards.restyle()
        if self._notice is not None:
            self._notice.restyle()

    def _make_cards(self) -> None:
        if self._cards is not None:
            return
        from therapist_desktop.ui.widgets.card_view import CardView

        self._cards = cards = CardView(self._model, self._appearance)
        self._connect_rows(cards)
        cards.stood.connect(self._stand_in_table)
        self.table.stood.connect(cards.stand_on)
        self.hold_view(View.CARDS, cards)
        cards.stand_on(self.table.currentIndex().row())

    def _stand_in_table(self, row: int) -> None:
        self.table.setCurrentIndex(self._model.index(row, 0))

    def _connect_rows(self, rows: RowView) -> None:
        """The same from a row as from a card."""
        rows.chosen.connect(self.row_chosen)
        rows.opened_beside.connect(self.row_opened_beside)
        rows.marked.connect(self.row_marked)
        rows.menu_requested.connect(self.row_menu_requested)
