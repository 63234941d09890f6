"""What was found: the table, and what stands in its place when there is nothing to list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QMenu, QStackedWidget, QVBoxLayout, QWidget

from therapist_desktop.domain.filters import Kind
from therapist_desktop.domain.places import View
from therapist_desktop.ui.i18n import number, translate
from therapist_desktop.ui.messages import WayOut, explain, label
from therapist_desktop.ui.widgets.listing_view import ListingView
from therapist_desktop.ui.widgets.notice import Notice
from therapist_desktop.ui.widgets.skeleton import Skeleton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint

    from therapist_desktop.domain.errors import Trouble
    from therapist_desktop.domain.filters import Filters
    from therapist_desktop.domain.results import Card, NearMiss, Results
    from therapist_desktop.ui.models.listings import ListingModel
    from therapist_desktop.ui.models.pages import Answer
    from therapist_desktop.ui.theme import Appearance


class ResultsPane(QFrame):
    """Five states: first use, loading, results, nothing found, trouble."""

    listing_pointed = Signal(str)
    nothing_pointed = Signal()
    listing_chosen = Signal(str)
    sort_requested = Signal(object, bool)  # Sort | None, descending
    filters_requested = Signal(object)  # Filters
    copy_requested = Signal(str)
    way_out_requested = Signal(object)  # WayOut
    view_changed = Signal(object)  # View
    new_tab_requested = Signal(str)

    def __init__(self, model: ListingModel, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._appearance = appearance
        self._results: Results | None = None
        self._is_own_choice = False
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Results"))

        self._table = ListingView(model, appearance)
        self._skeleton = Skeleton(appearance)
        self._notice: Notice | None = None
        self._view = View.TABLE
        self._views: dict[View, QWidget] = {View.TABLE: self._table}
        self._stack = QStackedWidget()
        for view in (self._table, self._skeleton):
            self._stack.addWidget(view)
        page = QVBoxLayout(self)
        page.setContentsMargins(1, 1, 1, 1)
        page.addWidget(self._stack)

        self._table.pointed.connect(self._point)
        self._table.chosen.connect(self._choose)
        self._table.sort_requested.connect(self.sort_requested)
        self._table.menu_requested.connect(self._open_menu)
        appearance.changed.connect(self._restyle)

    @property
    def table(self) -> ListingView:
        """The rows."""
        return self._table

    @property
    def view(self) -> View:
        """How results are looked at."""
        return self._view

    def hold_view(self, view: View, widget: QWidget) -> None:
        """Offer another way to look at the results."""
        self._views[view] = widget
        self._stack.addWidget(widget)

    def show_view(self, view: View) -> None:
        """Look at the results in this way from now on."""
        if view not in self._views or view is self._view:
            return
        shows_rows = self.state == "results"
        self._view = view
        if shows_rows:
            self._stack.setCurrentWidget(self._views[view])
        self.view_changed.emit(view)

    @property
    def notice(self) -> Notice:
        """What is said in place of rows; made when there is something to say."""
        if self._notice is None:
            self._notice = Notice(self._appearance)
            self._stack.addWidget(self._notice)
        return self._notice

    @property
    def state(self) -> str:
        """What is on the screen: "results", "loading" or "notice"."""
        now = self._stack.currentWidget()
        if now in self._views.values():
            return "results"
        return "loading" if now is self._skeleton else "notice"

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
            self.tr("This happens once and needs no network. Crisis lines are there already: press F9."),
        )

    def show_loading(self) -> None:
        """The answer takes its time."""
        self._stack.setCurrentWidget(self._skeleton)

    @Slot(object)
    def show_answer(self, answer: Answer) -> None:
        """Show these rows, or say that there are none."""
        before, self._results = self._results, answer.results
        was_seen = self.state == "results" and self._table.is_current_seen
        scrolled = self._table.verticalScrollBar().value()
        same = before is not None and before.filters == answer.results.filters
        pointed, was_own_choice = self.pointed, self._is_own_choice
        self._model.show(answer)
        order = answer.results.filters.order
        self._table.show_order(
            order, descending=answer.results.filters.descending, has_miles=answer.results.spot is not None
        )
        self._is_own_choice = answer.position is not None
        if not answer.results.total:
            self._show_nothing_found(answer.results)
            self.nothing_pointed.emit()
            return
        self._stack.setCurrentWidget(self._views[self._view])
        self._table.stand_on(answer.position or 0)
        if answer.position is None and not (same and (was_own_choice or pointed == self.pointed)):
            self.listing_pointed.emit(self.pointed)
        if same:
            self._table.verticalScrollBar().setValue(scrolled)
        elif answer.position is not None and was_seen:
            self._table.scrollTo(self._model.index(answer.position, 0))
        else:
            self._table.scrollToTop()

    @Slot(object)
    def show_problem(self, trouble: Trouble) -> None:
        """Say what happened, what still works, and offer one way out."""
        message = explain(trouble)
        self._model.show(None)
        self.nothing_pointed.emit()
        ways = [(label(message.way_out), message.way_out)]
        self._say("triangle-alert", message.sentence, message.next_step, ways)

    def copy_phone(self) -> None:
        """The phone number of the selected listing, for the clipboard."""
        card = self._table.card
        if card is not None and card.phone:
            self.copy_requested.emit(card.phone)

    def focus_list(self) -> None:
        """Take the keyboard where the rows are, or where the way out is."""
        if self.state == "results":
            self._table.setFocus()
        elif self.notice.buttons:
            self.notice.buttons[0].setFocus()

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - a slot
        """One line a row, or two."""
        self._table.set_compact(compact)

    def _point(self, card: Card) -> None:
        self._is_own_choice = True
        self.listing_pointed.emit(card.id)

    def _choose(self, card: Card) -> None:
        self._is_own_choice = True
        self.listing_chosen.emit(card.id)

    def _show_nothing_found(self, results: Results) -> None:
        ways: list[tuple[str, Filters | WayOut]] = [
            (self._near_miss_text(miss), miss.filters) for miss in results.near_miss
        ]
        words = ""
        if ways:
            words = self.tr("A small change brings some:")
        elif results.filters.is_open:
            words = self.tr("This release holds no listings.")
        if not results.filters.is_open:
            ways.append((label(WayOut.CLEAR_FILTERS), results.filters.cleared()))
        self._say("search", self._nothing(results), words, ways)

    def _nothing(self, results: Results) -> str:
        if results.filters.is_open:
            return self.tr("No listings yet")
        if results.filters.kind is Kind.CENTER:
            return self.tr("No center fits all of this")
        if results.filters.kind is Kind.PROVIDER:
            return self.tr("Nobody fits all of this")
        return self.tr("Nothing fits all of this")

    def _near_miss_text(self, miss: NearMiss) -> str:
        change = translate("NearMiss", miss.change).format(subject=miss.subject)
        return self.tr("{change}: {n} found").format(change=change[:1].upper() + change[1:], n=number(miss.total))

    def _say(self, picture: str, title: str, words: str, ways: Sequence[tuple[str, Filters | WayOut]] = ()) -> None:
        deeds = [(text, partial(self._go, wanted)) for text, wanted in ways]
        self._stack.setCurrentWidget(self.notice.say(picture, title, words, deeds))

    def _go(self, wanted: Filters | WayOut) -> None:
        if isinstance(wanted, WayOut):
            self.way_out_requested.emit(wanted)
        else:
            self.filters_requested.emit(wanted)

    def _open_menu(self, card: Card, spot: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(self.tr("Open"), lambda: self.listing_chosen.emit(card.id))
        menu.addSeparator()
        phone = menu.addAction(self.tr("Copy phone"), lambda: self.copy_requested.emit(card.phone))
        phone.setShortcut(QKeySequence("Ctrl+Shift+C"))
        phone.setEnabled(bool(card.phone))
        town = " ".join(part for part in (f"{card.city}, {card.state}".strip(", "), card.zip) if part)
        both = "\n".join(part for part in (card.name, town, card.phone) if part)
        menu.addAction(self.tr("Copy name, place and phone"), lambda: self.copy_requested.emit(both))
        menu.exec(spot)
        menu.deleteLater()

    def _restyle(self) -> None:
        self._table.restyle()
        if self._notice is not None:
            self._notice.restyle()
