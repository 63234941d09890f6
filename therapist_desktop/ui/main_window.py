"""The window: arranges the panes, goes between pages, and remembers how it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QPushButton, QStackedWidget, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.domain.places import Page
from therapist_desktop.domain.taxonomy import Taxonomy
from therapist_desktop.ui import fonts
from therapist_desktop.ui.actions import Actions
from therapist_desktop.ui.focus_travel import focus_into, go_around, has_focus
from therapist_desktop.ui.frame import Frame
from therapist_desktop.ui.furnishing import furnished
from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.pages import FindPage
from therapist_desktop.ui.panes.filters import FilterPane
from therapist_desktop.ui.panes.results import ResultsPane
from therapist_desktop.ui.slices import Slices
from therapist_desktop.ui.widgets.banner import Banner
from therapist_desktop.ui.widgets.chips import ChipsRow
from therapist_desktop.ui.widgets.focus_ring import FocusRing
from therapist_desktop.ui.widgets.rail import Rail
from therapist_desktop.ui.widgets.status_strip import StatusStrip
from therapist_desktop.ui.widgets.top_bar import TopBar
from therapist_desktop.ui.window_state import WindowState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

    from therapist_desktop.domain.release import Release
    from therapist_desktop.domain.results import Results
    from therapist_desktop.ui.models.listings import ListingModel
    from therapist_desktop.ui.pages import LibraryPage
    from therapist_desktop.ui.panes.crisis import CrisisPane
    from therapist_desktop.ui.panes.detail import DetailPane
    from therapist_desktop.ui.panes.library import LibraryPane
    from therapist_desktop.ui.panes.reader import ReaderPane
    from therapist_desktop.ui.theme import Appearance

ZOOM_STEP = 0.1
READER_STEP = 10
LIBRARY_PAUSE_MS = 250
FURNISH_AFTER_MS = 50
SMALLEST = (640, 420)
USUAL = (1280, 760)
FRAME = 40  # what the title bar may take of the screen


class MainWindow(QMainWindow):
    """One search box above the pages. Panes are public to the wiring, and to nobody else."""

    find_words_changed = Signal(str)
    library_words_changed = Signal(str)
    page_shown = Signal(object)  # Page
    taxonomy_changed = Signal(object)  # Taxonomy
    seen = Signal()  # the first picture is on the screen
    furnished = Signal()  # everything to read in is there now
    closing = Signal()
    link_requested = Signal(str)  # to a page, which is opened as soon as there is something to read in

    detail: DetailPane
    library: LibraryPane
    reader: ReaderPane
    crisis: CrisisPane
    library_page: LibraryPage

    def __init__(self, appearance: Appearance, model: ListingModel, app: QApplication) -> None:
        super().__init__()
        self._appearance = appearance
        self._page = Page.FIND
        self._look = ""
        self.detail_tab = ""
        self._words = dict.fromkeys(Page, "")
        self.taxonomy = Taxonomy()
        self.release: Release | None = None
        self.setWindowTitle(self.tr("Therapist Desktop"))
        self.setMinimumSize(*SMALLEST)
        room = self.screen().availableSize()
        self.resize(min(USUAL[0], room.width()), min(USUAL[1], room.height() - FRAME))

        self.actions_ = Actions(self)
        self.rail = Rail(appearance)
        self._top = TopBar(appearance, self.actions_["back"], self.actions_["forward"])
        self.search_box, self.crisis_button = self._top.search_box, self._top.crisis_button
        self.chips = ChipsRow(appearance)
        self.filters_button = QPushButton(f"\u2009{self.tr('Filters')}")
        self.filters_button.setToolTip(self.tr("Open the filters (Ctrl+Shift+F)"))
        self.banner = Banner(appearance)
        self.filters = FilterPane(appearance)
        self.results = ResultsPane(model, appearance)
        self.status = StatusStrip(appearance)
        self.find_page = FindPage(self.filters, self.results, appearance)
        self._pages: dict[Page, QWidget] = {Page.FIND: self.find_page}
        self._stack = QStackedWidget()
        self._stack.addWidget(self.find_page)
        self._ring = FocusRing(appearance, self, app)
        self._typing = QTimer(self, singleShot=True, interval=LIBRARY_PAUSE_MS)
        self._is_seen = self._is_furnished = False
        self._later: list[Callable[[], Iterator[None]]] = []
        self._furnishing = Slices(self)
        self.frame = Frame(
            self.rail, (self._top, self.banner), (self.filters_button, self.chips), self._stack, appearance
        )
        self.frame.hold_status(self.status)
        self.setCentralWidget(self.frame)
        self.chips.come_after(self.crisis_button)
        self._connect()
        self._restyle()
        self.show_page(Page.FIND)
        self.search_box.setFocus()

    @property
    def page(self) -> Page:
        """Where somebody is."""
        return self._page

    @property
    def pages(self) -> tuple[Page, ...]:
        """Where somebody can go."""
        return tuple(self._pages)

    @property
    def is_furnished(self) -> bool:
        """Everything to read in is there."""
        return self._is_furnished

    def furnish(self) -> None:
        """Bring in what is read in, now, for somebody who asks for it before its turn has come."""
        self._begin_to_furnish()
        self._furnishing.finish()

    def furnish_with(self, steps: Callable[[], Iterator[None]]) -> None:
        """Bring in something more behind the first picture, after all that was asked for before."""
        self._later.append(steps)

    def hold_page(self, page: Page, pane: QWidget) -> None:
        """Show this pane when somebody goes to this page."""
        self._pages[page] = pane
        self._stack.addWidget(pane)

    def show_page(self, page: Page) -> None:
        """Go to this page; the search box searches what is there."""
        if page not in self._pages:
            self.furnish()
        if page is Page.LIBRARY:
            fonts.load(fonts.READING)
        self._page = page
        self._stack.setCurrentWidget(self._pages[page])
        self.rail.show_page(page)
        is_find = page is Page.FIND
        self.chips.setVisible(is_find)
        self._show_filters_button()
        self.actions_["filters"].setEnabled(is_find)
        if page is Page.LIBRARY:
            self.search_box.say(self.tr("Search articles, topics, terms, hotlines"), self.tr("Search the library"))
        else:
            self.search_box.say(
                self.tr("Search people and centers: name, problem, method, city"), self.tr("Search people and centers")
            )
        self.search_box.show_words(self._words[page])
        self.page_shown.emit(page)

    def show_crisis(self) -> None:
        """Go to the crisis page with the keyboard on its first number."""
        self.show_page(Page.CRISIS)
        self.crisis.focus_first()

    def show_words(self, words: str, page: Page = Page.FIND) -> None:
        """The words that are searched for on this page."""
        self._words[page] = words
        if page is Page.LIBRARY:
            self._typing.stop()
        if self._page is page:
            self.search_box.show_words(words)

    def show_taxonomy(self, taxonomy: Taxonomy) -> None:
        """Offer the values of this release."""
        self.taxonomy = taxonomy
        self.filters.show_taxonomy(taxonomy)
        self.taxonomy_changed.emit(taxonomy)
        self.setTabOrder(self.filters.last_control, self.results.table)

    def show_results(self, results: Results) -> None:
        """Show counts, chips and the words that were read."""
        self.filters.show_counts(results)
        self.chips.show_filters(self.filters.filters, self.taxonomy)
        self.chips.show_answer(results)

    def copy(self, text: str) -> None:
        """Put this on the clipboard."""
        QGuiApplication.clipboard().setText(text)

    def next_pane(self, step: int) -> None:
        """Go around the parts of the window."""
        go_around(self._panes(), step)

    def leave_search(self) -> None:
        """From the search box to what was found."""
        if self._page is Page.FIND:
            self.results.focus_list()
        elif self._page is Page.LIBRARY:
            self.library.focus_list()
        else:
            focus_into(self._pages[self._page])

    def zoom_by(self, steps: int) -> None:
        """Make text larger or smaller, the page's where somebody reads, else all of it; 0 is back to usual."""
        if self._page is Page.LIBRARY and has_focus(self.reader):
            self.reader.set_zoom(self.reader.zoom + steps * READER_STEP if steps else 100)
            return
        self._appearance.set_zoom(self._appearance.zoom + steps * ZOOM_STEP if steps else 1.0)

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - a slot
        """One line a listing, or two."""
        self.actions_["compact"].setChecked(compact)
        self.results.set_compact(compact)

    def remember(self) -> WindowState:
        """How the window is now."""
        geometry = bytes(self.saveGeometry().toHex().data()).decode("ascii")
        return WindowState(
            geometry=geometry,
            columns=self.find_page.widths,
            scheme=self._appearance.scheme,
            zoom=self._appearance.zoom,
            compact=self.actions_["compact"].isChecked(),
            still=self._appearance.is_still,
            look=self.reader.look_as_text() if self.is_furnished else self._look,
            folds=self.filters.folds,
            detail_tab=self.detail.tab if self.is_furnished else self.detail_tab,
            view=self.results.view,
            table=self.results.remembered_table(),
        )

    def recall(self, state: WindowState) -> None:
        """Be as the window was."""
        if state.geometry:
            self.restoreGeometry(QByteArray.fromHex(state.geometry.encode("ascii", "ignore")))
        self.find_page.use_widths(state.columns)
        self.set_compact(state.compact)
        self.filters.recall_folds(state.folds)
        self._look, self.detail_tab = state.look, state.detail_tab
        self.results.recall_table(state.table)
        self.results.wish_view(state.view)
        self.actions_.schemes[self._appearance.scheme].setChecked(True)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_seen:
            self._is_seen = True
            QTimer.singleShot(0, self, self.seen.emit)  # behind the parts of the same picture
        if not self.is_furnished:
            QTimer.singleShot(FURNISH_AFTER_MS, self, self._begin_to_furnish)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def _begin_to_furnish(self) -> None:
        if not self._is_furnished and not self._furnishing.is_busy:
            self._furnishing.start(self._furnish())

    def _furnish(self) -> Iterator[None]:
        yield from furnished(self, self._appearance)
        self.reader.recall_look(self._look)
        for steps in self._later:
            yield
            yield from steps()
        self._is_furnished = True

    def _panes(self) -> list[QWidget]:
        self.furnish()
        parts: dict[Page, list[QWidget]] = {
            Page.FIND: [self.filters, self.results, self.detail],
            Page.LIBRARY: [*self.library.parts, self.reader],
        }
        return [self.search_box, *parts.get(self._page, [self._pages[self._page]]), self.rail]

    def _connect(self) -> None:
        self._furnishing.finished.connect(self.furnished)
        self.rail.page_chosen.connect(self.show_page)
        self.crisis_button.clicked.connect(self.show_crisis)
        self.filters_button.clicked.connect(self.find_page.toggle_filters)
        self.find_page.layout_changed.connect(self._show_filters_button)
        self.search_box.words_changed.connect(self._typed)
        self.search_box.left.connect(self.leave_search)
        self._typing.timeout.connect(lambda: self.library_words_changed.emit(self._words[Page.LIBRARY]))
        self._appearance.changed.connect(self._restyle)

    def _typed(self, words: str) -> None:
        if self._page not in {Page.FIND, Page.LIBRARY} and words:
            self._words[Page.FIND] = words
            self.show_page(Page.FIND)
        self._words[self._page] = words
        if self._page is Page.LIBRARY:
            self._typing.start()
        elif self._page is Page.FIND:
            self.find_words_changed.emit(words)

    def _show_filters_button(self) -> None:
        self.filters_button.setVisible(self._page is Page.FIND and not self.find_page.filters_are_beside)

    def _restyle(self) -> None:
        theme, px = self._appearance.theme, self._appearance.px
        self.filters_button.setProperty("role", "drawer")
        self.filters_button.setIcon(icon("sliders-horizontal", theme.text, px(16)))
        self.filters_button.setIconSize(QSize(px(16), px(16)))
