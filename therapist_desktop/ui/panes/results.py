"""What was found, as a table, as cards or on a map, and what stands in its place when there is nothing to list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.focus_travel import has_focus
from therapist_desktop.ui.models import table_layout
from therapist_desktop.ui.models.ordering import orders_of
from therapist_desktop.ui.widgets.result_views import ResultViews
from therapist_desktop.ui.widgets.results_head import ResultsHead
from therapist_desktop.ui.wording.messages import WayOut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QResizeEvent

    from therapist_desktop.domain.errors import Trouble
    from therapist_desktop.domain.filters import Filters
    from therapist_desktop.domain.places import View
    from therapist_desktop.domain.results import Card, Results
    from therapist_desktop.ui.models.listings import ListingModel
    from therapist_desktop.ui.models.pages import Answer
    from therapist_desktop.ui.theme import Appearance
    from therapist_desktop.ui.widgets.card_view import CardView
    from therapist_desktop.ui.widgets.listing_view import ListingView
    from therapist_desktop.ui.widgets.marks_strip import MarksStrip
    from therapist_desktop.ui.widgets.near_miss_line import NearMissLine
    from therapist_desktop.ui.widgets.notice import Notice
    from therapist_desktop.ui.wording.nothing_found import NothingFound

ROOMY = 380
"""From this height on there is room for the names of what is marked."""


class ResultsPane(QFrame):
    """Five states: first use, loading, results, nothing found, trouble."""

    listing_pointed = Signal(str)
    nothing_pointed = Signal()
    listing_chosen = Signal(str)
    new_tab_requested = Signal(str)
    orders_requested = Signal(object)  # tuple[Order, ...]
    filters_requested = Signal(object)  # Filters
    copy_requested = Signal(str)
    way_out_requested = Signal(object)  # WayOut
    view_changed = Signal(object)  # View
    views_changed = Signal()
    compact_requested = Signal(bool)
    columns_requested = Signal()
    mark_requested = Signal(object)  # Card
    outcome_requested = Signal(object, object)  # Card, Outcome | None

    def __init__(self, model: ListingModel, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._appearance = appearance
        self._results: Results | None = None
        self._is_own_choice = False
        self._compact = False
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Results"))

        self._views = ResultViews(model, appearance)
        self._table = self._views.table
        self._head = ResultsHead(appearance)
        self._near_miss: NearMissLine | None = None
        self._marks: MarksStrip | None = None
        self._page = page = QVBoxLayout(self)
        page.setContentsMargins(1, 1, 1, 1)
        page.setSpacing(0)
        page.addWidget(self._head)
        page.addWidget(self._views, 1)

        self._table.pointed.connect(self._point)
        self._table.orders_requested.connect(self.orders_requested)
        self._table.heads_menu_requested.connect(self._open_heads_menu)
        self._views.row_chosen.connect(self._choose)
        self._views.row_opened_beside.connect(self._open_beside)
        self._views.row_marked.connect(self.mark_requested)
        self._views.row_menu_requested.connect(self._open_menu)
        self._views.view_changed.connect(self._show_views)
        self._views.view_changed.connect(self.view_changed)
        self._views.views_changed.connect(self._show_views)
        self._views.views_changed.connect(self.views_changed)
        self._head.orders_requested.connect(self.orders_requested)
        self._head.view_requested.connect(self.show_view)
        self._head.columns_requested.connect(self.columns_requested)
        self._head.compact_requested.connect(self.compact_requested)
        appearance.changed.connect(self._restyle)

    def furnish(self) -> None:
        """Bring in what is not needed for the first picture."""
        if not self._head.is_furnished:
            self._head.furnish(self.views, self.view, compact=self._compact)
        self._views.show_wished()

    def wish_view(self, view: str) -> None:
        """Look at the results in this way as soon as that way is there: the first picture is a table."""
        self._views.wish_view(view)

    @property
    def table(self) -> ListingView:
        """The rows."""
        return self._table

    @property
    def head(self) -> ResultsHead:
        """What stands above the rows."""
        return self._head

    @property
    def results(self) -> Results | None:
        """The answer that is shown."""
        return self._results

    @property
    def view(self) -> View:
        """How results are looked at."""
        return self._views.view

    @property
    def views(self) -> tuple[View, ...]:
        """The ways to look that there are."""
        return self._views.views

    @property
    def card(self) -> Card | None:
        """The listing that somebody stands on."""
        return self._table.card

    @property
    def near_miss(self) -> NearMissLine:
        """What a small change would bring; made when little is found."""
        if self._near_miss is None:
            from therapist_desktop.ui.widgets.near_miss_line import NearMissLine

            self._near_miss = NearMissLine(self._appearance)
            self._near_miss.filters_requested.connect(self.filters_requested)
            self._page.insertWidget(1, self._near_miss)
            self._give_room()
        return self._near_miss

    def hold_marks(self, strip: MarksStrip) -> None:
        """Have what is marked under the rows."""
        self._marks = strip
        self._page.addWidget(strip)
        self._give_room()

    def hold_view(self, view: View, widget: QWidget) -> None:
        """Offer another way to look at the results."""
        self._views.hold_view(view, widget)

    def show_view(self, view: View) -> None:
        """Look at the results in this way from now on."""
        self._views.show_view(view)
        self._show_views()  # a button that was pressed in vain is not the chosen one

    @property
    def cards(self) -> CardView | None:
        """The rows as cards, once somebody wanted them."""
        return self._views.cards

    @property
    def notice(self) -> Notice:
        """What is said in place of rows."""
        return self._views.notice

    @property
    def state(self) -> str:
        """What is on the screen: "results", "loading" or "notice"."""
        return self._views.state

    @property
    def selected(self) -> str:
        """The id of the listing that the person has selected; the first row stands there without being asked for."""
        card = self._table.card
        return card.id if card and self._is_own_choice else ""

    @property
    def pointed(self) -> str:
        """The id of the listing whose details belong beside the rows."""
        card = self._table.card
        return card.id if card else ""

    @property
    def first_row(self) -> int:
        """The row at the upper edge."""
        return max(0, self._table.rowAt(0))

    def show_first_use(self) -> None:
        """Nothing is on this machine yet; it is being made ready."""
        self._say(
            "database",
            self.tr("Getting the directory ready"),
            self.tr("This happens once and needs no network.\nCrisis lines are there already: press F9."),
        )

    def show_loading(self) -> None:
        """The answer takes its time."""
        self._views.show_loading()

    @Slot(object)
    def show_answer(self, answer: Answer) -> None:
        """Show these rows, or say that there are none. The keyboard stays here if it was here, on whatever that is."""
        had_focus = has_focus(self._views)  # also on a button that will not be there any more
        self._show(answer)
        if had_focus and not (self.state == "results" and has_focus(self._views)):
            self.focus_list()

    def _show(self, answer: Answer) -> None:
        before, self._results = self._results, answer.results
        was_seen = self.state == "results" and self._table.is_current_seen
        bars = [rows.verticalScrollBar() for rows in self._views.rows]
        scrolled = [bar.value() for bar in bars]
        same = before is not None and before.filters == answer.results.filters
        pointed, stood, was_own_choice = self.pointed, self._table.currentIndex().row(), self._is_own_choice
        self._model.show(answer)
        self._table.show_answer_of(answer.results)
        self._head.show_orders(orders_of(answer.results.filters), has_miles=answer.results.spot is not None)
        if answer.results.near_miss or self._near_miss is not None:
            self.near_miss.show_answer(answer.results)
        is_gone = same and was_own_choice and answer.position is None  # who came after it stands there now
        self._is_own_choice = is_gone or answer.position is not None
        if not answer.results.total:
            from therapist_desktop.ui.wording.nothing_found import nothing_found

            self._say("search", *nothing_found(answer.results))
            self.nothing_pointed.emit()
            return
        self._views.show_rows()
        self._table.stand_on(min(stood, answer.results.total - 1) if is_gone else answer.position or 0)
        if answer.position is None and not (same and (was_own_choice or pointed == self.pointed)):
            self.listing_pointed.emit(self.pointed)
        if same:
            for bar, value in zip(bars, scrolled, strict=True):
                bar.setValue(value)
        elif answer.position is not None and was_seen:
            self._table.scrollTo(self._model.index(answer.position, 0))
        else:
            self._table.scrollToTop()

    @Slot(object)
    def show_problem(self, trouble: Trouble) -> None:
        """Say what happened, what still works, and offer one way out."""
        from therapist_desktop.ui.wording.nothing_found import trouble_met

        self.show_instead(trouble_met(trouble))

    def show_instead(self, said: NothingFound) -> None:
        """Say this where there can be no rows."""
        self._model.show(None)
        self.nothing_pointed.emit()
        self._say("triangle-alert", *said)

    def copy_phone(self) -> None:
        """The phone number of the selected listing, for the clipboard."""
        card = self._table.card
        if card is not None and card.phone:
            self.copy_requested.emit(card.phone)

    def mark(self) -> None:
        """Mark the selected listing, or take its mark away."""
        card = self._table.card
        if card is not None:
            self.mark_requested.emit(card)

    def focus_list(self) -> None:
        """Take the keyboard where the rows are, or where the way out is."""
        self._views.focus_list()

    def forget_choice(self) -> None:
        """Stand on the first row, as if nobody had chosen another."""
        self._is_own_choice = False
        if self._model.rowCount():
            self._table.stand_on(0)
            self._table.scrollToTop()
            self.listing_pointed.emit(self.pointed)

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - a slot
        """One line a row, or two."""
        self._compact = compact
        self._table.set_compact(compact)
        self._head.show_compact(compact=compact)

    def remembered_table(self) -> str:
        """Which columns there are and how wide, for the memory of the window."""
        return table_layout.written(self._table.columns_layout)

    def recall_table(self, text: str) -> None:
        """Have the columns that were remembered."""
        self._table.use_layout(table_layout.read(text))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        for strip in (self._marks, self._near_miss):
            if strip is not None:
                strip.give_room(roomy=self.height() >= self._appearance.px(ROOMY))

    def _show_views(self) -> None:
        self._head.show_views(self.views, self.view)

    def _point(self, card: Card) -> None:
        self._is_own_choice = True
        self.listing_pointed.emit(card.id)

    def _choose(self, card: Card) -> None:
        self._is_own_choice = True
        self.listing_chosen.emit(card.id)

    def _open_beside(self, card: Card) -> None:
        self.new_tab_requested.emit(card.id)

    def _say(self, picture: str, title: str, words: str, ways: Sequence[tuple[str, Filters | WayOut]] = ()) -> None:
        deeds = [(text, partial(self._go, wanted)) for text, wanted in ways]
        self._views.setCurrentWidget(self.notice.say(picture, title, words, deeds))

    def _go(self, wanted: Filters | WayOut) -> None:
        if isinstance(wanted, WayOut):
            self.way_out_requested.emit(wanted)
        else:
            self.filters_requested.emit(wanted)

    def _open_menu(self, card: Card, spot: QPoint) -> None:
        from therapist_desktop.ui.widgets.row_menu import RowDeeds, row_menu

        deeds = RowDeeds(
            open=self._choose,
            open_beside=self._open_beside,
            mark=self.mark_requested.emit,
            note=self.outcome_requested.emit,
            copy=self.copy_requested.emit,
        )
        menu = row_menu(card, self._model.standing(card), deeds, self._appearance, self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(spot)

    def _open_heads_menu(self, spot: QPoint) -> None:
        from therapist_desktop.ui.widgets.column_menu import column_menu

        layout, use = self._table.columns_layout, self._table.use_layout
        menu = column_menu(layout, use, self.columns_requested.emit, self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(spot)

    def _restyle(self) -> None:
        self._views.restyle()
        self._head.restyle()
