"""Where somebody is, on the screen: moves are noted, and places are brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QAbstractItemView

from therapist_desktop.domain.overriding import override
from therapist_desktop.domain.places import Page, Place, Tabs
from therapist_desktop.ui.focus_travel import has_focus
from therapist_desktop.ui.wording.places import icon_of, title_of

if TYPE_CHECKING:
    from therapist_desktop.ui.controllers.places import Looked, PlacesController
    from therapist_desktop.ui.controllers.reading import ReadingController
    from therapist_desktop.ui.controllers.search import SearchController
    from therapist_desktop.ui.main_window import MainWindow
    from therapist_desktop.ui.models.pages import Answer
    from therapist_desktop.ui.theme import Appearance
    from therapist_desktop.ui.widgets.tab_strip import TabStrip

ALT_DIGITS = 9


def connect_places(
    window: MainWindow,
    search: SearchController,
    reading: ReadingController,
    places: PlacesController,
    appearance: Appearance,
) -> None:
    """From every move to its place, and from a place to the screen. After all other talk about searching."""
    strips: list[TabStrip] = []
    stage = _Stage(window, search, reading, places, strips)
    window.filters.filters_changed.connect(places.note_filters)
    window.page_shown.connect(places.note_page)
    window.results.view_changed.connect(places.note_view)
    window.results.listing_pointed.connect(places.note_pointed)
    window.results.new_tab_requested.connect(
        lambda listing: places.open_in_new_tab(places.here._replace(page=Page.FIND, listing=listing))
    )
    window.search_box.left.connect(places.settle)
    places.place_shown.connect(stage.show)
    search.answered.connect(stage.settle)
    search.failed.connect(places.arrive)
    _connect_actions(window, places)
    _connect_tabs(window, places, appearance, strips)
    window.furnished.connect(stage.begin)


class _Stage(QObject):
    """Brings a place on the screen: one set of panes serves all tabs."""

    def __init__(
        self,
        window: MainWindow,
        search: SearchController,
        reading: ReadingController,
        places: PlacesController,
        strips: list[TabStrip],
    ) -> None:
        super().__init__(window)
        self._window, self._search, self._reading, self._places = window, search, reading, places
        self._strips = strips
        self._is_showing = False

    def show(self, place: Place, looked: Looked) -> None:
        """Show this again as it was left."""
        window = self._window
        self._is_showing = True
        on_tabs = any(strip.bar.hasFocus() for strip in self._strips)
        if place.page is not Page.FIND or place.listing:
            window.furnish()
        window.show_words(place.words, Page.LIBRARY)
        window.show_page(place.page)
        window.results.show_view(place.view)
        if window.is_furnished:
            self._show_listing()
        self._show_rows(place, looked)
        if place.page is Page.LIBRARY:
            show_library(window, self._reading, place)
        if not on_tabs:
            self._take_focus(place)
        self._is_showing = False

    def settle(self, answer: Answer) -> None:
        """The rows that were waited for are there."""
        if self._places.awaited is None or answer.results.filters != self._places.here.filters:
            return
        _, first_row = self._places.awaited
        self._places.arrive()
        table = self._window.results.table
        if first_row:
            table.scrollTo(table.model().index(first_row, 0), QAbstractItemView.ScrollHint.PositionAtTop)
        if self._window.is_furnished:
            self._show_listing()

    def begin(self) -> None:
        """Everything to read in is there: show what was open when the window was closed, and listen to the mouse."""
        window, here = self._window, self._places.here
        for digit in range(1, ALT_DIGITS + 1):
            shortcut = QShortcut(QKeySequence(f"Alt+{digit}"), window)
            shortcut.activated.connect(lambda at=digit - 1: self._places.switch_tab(at))
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)
        window.results.show_view(here.view)
        if not self._is_showing and (here.listing or here.page is not window.page):
            self._places.show_again()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent) or event.type() is not QEvent.Type.MouseButtonPress:
            return False
        if event.button() is Qt.MouseButton.BackButton:
            self._places.back()
            return True
        if event.button() is Qt.MouseButton.ForwardButton:
            self._places.forward()
            return True
        return False

    def _show_rows(self, place: Place, looked: Looked) -> None:
        row = looked.row or place.listing
        changed = place.filters != self._window.filters.filters
        if changed or (row and row != self._window.results.selected):
            self._places.wait_for(row, looked.first_row)
            if changed:
                self._window.filters.use(place.filters)
            else:
                self._search.ask_again()
        elif place.page is Page.FIND and not row and self._window.results.selected:
            self._window.results.forget_choice()  # of another tab

    def _show_listing(self) -> None:
        window, listing = self._window, self._places.here.listing
        if listing:
            shown = window.detail.listing
            if self._reading.listing != listing:
                self._reading.open_listing(listing)
            elif shown is not None and shown.id == listing:
                self._places.name(listing, shown.name)
            window.find_page.show_detail(take_focus=False)
            return
        window.find_page.hide_detail()
        pointed = window.results.pointed
        if window.find_page.detail_is_beside and pointed not in {"", self._reading.listing}:
            self._reading.open_listing(pointed)

    def _take_focus(self, place: Place) -> None:
        window = self._window
        if place.page is Page.FIND and place.listing:
            window.find_page.show_detail(take_focus=True)
        elif place.page is Page.LIBRARY and place.piece:
            if not has_focus(window.library):
                window.reader.browser.setFocus(Qt.FocusReason.OtherFocusReason)
                self._places.goes_to_text = not window.reader.browser.hasFocus()
        elif place.page is Page.LIBRARY and has_focus(window.library):
            return  # whoever walks through the sections stays among them
        elif not window.search_box.hasFocus():
            window.leave_search()


def show_library(window: MainWindow, reading: ReadingController, place: Place) -> None:
    """The list and the piece of this place, asked for where they are not there already."""
    if window.release is None:
        return
    if place.shelf is not None:
        reading.close_list()
        window.library.show_shelf(place.shelf)
        if not place.piece:
            window.library_page.show_lists()
    elif reading.listed != (place.section, place.words):
        reading.list_pieces(place.section, place.words)
    elif not place.piece:
        window.library.mark_section(place.section)
        window.library_page.show_lists()
    if not place.piece:
        reading.close_piece()
    elif reading.piece != place.piece or reading.is_missed:
        reading.open_piece(place.piece)
    else:
        window.library_page.show_reader()


def _connect_actions(window: MainWindow, places: PlacesController) -> None:
    def new_tab() -> None:
        places.new_tab()
        window.search_box.take_focus()

    deeds = {
        "back": places.back,
        "forward": places.forward,
        "new_tab": new_tab,
        "close_tab": places.close_tab,
        "reopen_tab": places.reopen_tab,
        "next_tab": lambda: places.step_tab(1),
        "previous_tab": lambda: places.step_tab(-1),
    }
    for name, deed in deeds.items():
        window.actions_[name].triggered.connect(lambda _=False, deed=deed: deed())

    def show_what_can_be_done(tabs: Tabs) -> None:
        several = len(tabs.ways) > 1
        can = {
            "back": tabs.way.can_go_back,
            "forward": tabs.way.can_go_forward,
            "close_tab": several or tabs.way.here != Place(),
            "reopen_tab": bool(tabs.closed),
            "next_tab": several,
            "previous_tab": several,
        }
        for name, enabled in can.items():
            window.actions_[name].setEnabled(enabled)

    places.tabs_changed.connect(show_what_can_be_done)
    show_what_can_be_done(places.tabs)


def _connect_tabs(window: MainWindow, places: PlacesController, appearance: Appearance, strips: list[TabStrip]) -> None:
    def made() -> TabStrip:
        from therapist_desktop.ui.widgets.tab_strip import TabStrip

        strip = TabStrip(appearance)
        strip.bar.tab_chosen.connect(places.switch_tab)
        strip.bar.close_requested.connect(places.close_tab)
        strip.bar.tabMoved.connect(places.move_tab)
        strip.plus.clicked.connect(window.actions_["new_tab"].trigger)
        window.frame.hold_tabs(strip)
        strips.append(strip)
        return strip

    def show(tabs: Tabs) -> None:
        if len(tabs.ways) == 1 and not strips:
            return
        from therapist_desktop.ui.widgets.tab_bar import Tab

        strip = strips[0] if strips else made()
        heres = [way.here for way in tabs.ways]
        strip.bar.show_tabs(
            [Tab(title_of(here, window.taxonomy, places.names), icon_of(here)) for here in heres], tabs.current
        )
        strip.setVisible(len(heres) > 1)  # a single one is not seen, and still says nothing of another caller

    places.tabs_changed.connect(show)
