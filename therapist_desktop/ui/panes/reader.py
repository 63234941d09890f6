"""One page of the library to read: safe, calm, as large as the person likes."""

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFont, QKeySequence, QResizeEvent, QShortcut, QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from therapist_desktop.domain.errors import Trouble
from therapist_desktop.domain.library import Piece, Section
from therapist_desktop.domain.overriding import override
from therapist_desktop.services.clock import local_day
from therapist_desktop.ui.dialogs.outside import ask_to_open
from therapist_desktop.ui.fonts import interface_font
from therapist_desktop.ui.reading import html
from therapist_desktop.ui.reading.bar import PageBar
from therapist_desktop.ui.reading.browser import SafeBrowser
from therapist_desktop.ui.reading.column import PageColumn
from therapist_desktop.ui.reading.find_bar import FindBar
from therapist_desktop.ui.reading.finding import Finding
from therapist_desktop.ui.reading.head import PageHead
from therapist_desktop.ui.reading.scroll import PageScroll
from therapist_desktop.ui.reading.side import PageSide
from therapist_desktop.ui.reading.style import column_sheet, document_sheet, reading_sheet
from therapist_desktop.ui.slices import Slices
from therapist_desktop.ui.theme import READING, Appearance, scaled
from therapist_desktop.ui.widgets.emptying import empty
from therapist_desktop.ui.widgets.notice import Notice
from therapist_desktop.ui.widgets.tall_page import TallPage
from therapist_desktop.ui.wording.messages import explain

SMALLEST, LARGEST, STEP = 80, 300, 10
_SIDE, _ROOMY = 264, 860


class ReaderPane(QWidget):
    """A page with its breadcrumb above and its contents beside it."""

    crumb_requested = Signal(object)  # Section, or None for the whole library
    piece_requested = Signal(str)
    listing_requested = Signal(str)
    copy_requested = Signal(str)
    arrived = Signal()  # the page stands there as high as it will be

    def __init__(
        self, appearance: Appearance, today: Callable[[], date] = local_day, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._today = today
        self._zoom = 100
        self._piece: Piece | None = None
        self._side: PageSide | None = None
        self._side_below = False
        self._laying_out = Slices(self)
        self._show_again: Callable[[], None] = self.show_nothing

        self._bar = QHBoxLayout()
        self._tools, self._lines = QHBoxLayout(), QVBoxLayout()
        self._find = FindBar(appearance)
        self._find.hide()
        self._stack = QStackedWidget()
        self._browser = SafeBrowser()
        self._scroll = PageScroll(self._browser, appearance)
        self._side_scroll = TallPage()
        self._page: PageColumn | None = None
        self._finding = Finding(self._find, self._browser, self._scroll, appearance)
        self._arrange()
        self._connect()
        self._restyle()

    @property
    def piece(self) -> Piece | None:
        """The page that is shown, if one is."""
        return self._piece

    @property
    def place(self) -> int:
        """How far down the page somebody has read."""
        return self._scroll.place

    @property
    def is_whole(self) -> bool:
        """The page stands there with everything around it."""
        return not self._laying_out.is_busy and not self._scroll.is_growing

    @property
    def zoom(self) -> int:
        """How large the text is, in percent."""
        return self._zoom

    @property
    def browser(self) -> SafeBrowser:
        """The text itself."""
        return self._browser

    @property
    def page_scroll(self) -> PageScroll:
        """What scrolls the text, and the places on it."""
        return self._scroll

    @property
    def find_bar(self) -> FindBar:
        """The bar of Ctrl+F."""
        return self._find

    @property
    def side(self) -> PageSide | None:
        """What stands beside the text."""
        return self._side

    @Slot(object)
    def show_piece(self, piece: Piece, place: int = 0) -> None:
        """Show a page from its top or from this place; the same page again stays where it was."""
        same = self._piece is not None and self._piece.id == piece.id
        self._piece = piece
        self._show_again = lambda: self._laying_out.start(self._lay_out(piece))
        self._laying_out.start(self._lay_out(piece, None if same else place))

    @Slot()
    def show_nothing(self) -> None:
        """Nothing is chosen."""
        self._blank(
            "book-open",
            self.tr("Choose a page to read"),
            self.tr("The search box above looks through the whole library."),
        )

    @Slot(object)
    def show_problem(self, trouble: Trouble) -> None:
        """Say why there is no page."""
        message = explain(trouble)
        self._blank("triangle-alert", message.sentence, message.next_step)

    @Slot(int)
    def set_zoom(self, percent: int) -> None:
        """Show the text at this size."""
        wanted = min(LARGEST, max(SMALLEST, percent))
        if wanted != self._zoom:
            self._zoom = wanted
            self._show_again()

    def hold_line(self, line: QWidget) -> None:
        """Show this line above the text, where it is not hidden."""
        self._lines.addWidget(line)

    def hold_tools(self, tools: QWidget) -> None:
        """Show these at the right of the breadcrumb, whichever page is read."""
        self._tools.addWidget(tools, 0, Qt.AlignmentFlag.AlignTop)

    @Slot()
    def open_find(self) -> None:
        """Look for words on this page."""
        if self._piece:
            self._finding.open()

    @Slot()
    def copy_citation(self) -> None:
        """Put one line that names this page on the clipboard."""
        if self._piece:
            self.copy_requested.emit(html.citation(self._piece, self._piece.url))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_side()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom + (STEP if event.angleDelta().y() > 0 else -STEP))
            return True
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        px = self._appearance.px
        card, self._side_card = QFrame(), QFrame()
        for frame, inside in ((card, self._scroll), (self._side_card, self._side_scroll)):
            frame.setProperty("role", "card")
            held = QVBoxLayout(frame)
            held.setContentsMargins(1, 1, 1, 1)
            held.addWidget(inside)
        self._side_card.setFixedWidth(px(_SIDE))
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(px(12))
        columns.addWidget(card, 1)
        columns.addWidget(self._side_card)
        self._stack.addWidget(page)

        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(px(8))
        top = QHBoxLayout()
        top.addLayout(self._bar, 1)
        top.addLayout(self._tools)
        whole.addLayout(top)
        whole.addWidget(self._find)
        whole.addLayout(self._lines)
        whole.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._browser.link_requested.connect(self._follow)
        self._scroll.moved.connect(self._mark_heading)
        self._laying_out.finished.connect(lambda: QTimer.singleShot(0, self, self._arrive))  # laid out by then
        self._appearance.changed.connect(self._restyle)
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+F", self.open_find),
            ("F3", self._finding.go_to_next),
            ("Shift+F3", self._finding.go_to_previous),
            ("Ctrl++", lambda: self.set_zoom(self._zoom + STEP)),
            ("Ctrl+=", lambda: self.set_zoom(self._zoom + STEP)),
            ("Ctrl+-", lambda: self.set_zoom(self._zoom - STEP)),
            ("Ctrl+0", lambda: self.set_zoom(100)),
            ("Home", self._scroll.go_to_top),
            ("End", self._scroll.go_to_end),
        )
        for sequence, deed in keys:
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)
        for watched in (self._scroll.viewport(), self._browser.viewport()):
            watched.installEventFilter(self)

    def _lay_out(self, piece: Piece, place: int | None = None) -> Iterator[None]:
        """What stands above the page, then the page, then what stands beside it."""
        self._fill_bar(piece)
        yield
        self._show_text(piece, self._scroll.place_to_be if place is None else place)
        yield
        self._show_side(piece)

    def _show_text(self, piece: Piece, place: int) -> None:
        reading = self._has_focus()
        size = self._appearance.zoom * self._zoom / 100
        font = interface_font(scaled(READING, size))
        sheet = column_sheet(size)
        if sheet != self._scroll.styleSheet():
            self._scroll.setStyleSheet(sheet)
        self._side = None  # what stood below the old page goes with it
        self._page = self._column(piece, font, size)
        self._browser.show_html(html.article(piece), document_sheet(self._appearance.theme, size), font)
        self._browser.setAccessibleName(piece.title)
        self._browser.setVisible(bool(self._browser.toPlainText().strip()))
        self._scroll.setWidget(self._page)
        self._side_card.setVisible(self._is_roomy and PageSide.is_needed(piece, self._scroll.headings))
        self._stack.setCurrentIndex(0)
        self._finding.look_again()
        if reading:
            (self._browser if self._browser.isVisible() else self).setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.keep(place)

    def _arrive(self) -> None:
        if not self._laying_out.is_busy:
            self._scroll.let_go()
            self.arrived.emit()

    def _column(self, piece: Piece, font: QFont, size: float) -> PageColumn:
        head = PageHead(piece, self._today(), self._appearance, scaled(12, size))
        head.copy_requested.connect(self.copy_requested)
        head.listing_requested.connect(self.listing_requested)
        head.link_requested.connect(lambda address: ask_to_open(address, self.window()))
        column = PageColumn(head, piece, font, size, self._appearance, self._scroll.viewport())
        column.top_requested.connect(self._scroll.go_to_top)
        column.hold_text(self._browser)
        return column

    def _has_focus(self) -> bool:
        """The keyboard is on the page, not in the find bar, which is never made anew."""
        now = QApplication.focusWidget()
        return now is not None and (now is self or self.isAncestorOf(now)) and not self._find.isAncestorOf(now)

    def _fill_bar(self, piece: Piece) -> None:
        empty(self._bar)
        bar = PageBar(piece, self._zoom, self._appearance)
        bar.crumb_requested.connect(self.crumb_requested)
        bar.smaller_requested.connect(lambda: self.set_zoom(self._zoom - STEP))
        bar.usual_requested.connect(lambda: self.set_zoom(100))
        bar.larger_requested.connect(lambda: self.set_zoom(self._zoom + STEP))
        bar.find_requested.connect(self.open_find)
        bar.citation_requested.connect(self.copy_citation)
        self._bar.addWidget(bar)

    def _show_side(self, piece: Piece) -> None:
        self._side = PageSide(piece, self._scroll.headings, self._appearance)
        self._side.heading_chosen.connect(self._scroll.go_to_heading)
        self._side.listing_requested.connect(self.listing_requested)
        self._side.piece_requested.connect(self.piece_requested)
        self._side_below = False
        self._side_scroll.setWidget(self._side)
        self._place_side()
        self._mark_heading()

    @property
    def _is_roomy(self) -> bool:
        """There is room beside the text."""
        return self.width() >= self._appearance.px(_ROOMY)

    def _place_side(self) -> None:
        """Beside the text where there is room, below it where there is not."""
        side, page = self._side, self._page
        if side is None or page is None or self._piece is None:
            return
        below = not self._is_roomy
        if below and not self._side_below:
            self._side_scroll.takeWidget()
            page.hold_side(side)
        elif self._side_below and not below:
            page.release_side(side)
            self._side_scroll.setWidget(side)
        self._side_below = below
        side.set_inset(0 if below else self._appearance.px(16))
        self._side_card.setFixedWidth(self._appearance.px(_SIDE))
        self._side_card.setVisible(not below and not side.is_empty)
        side.setVisible(not side.is_empty)

    def _blank(self, picture: str, sentence: str, more: str) -> None:
        self._piece = None
        self._find.hide()
        self._show_again = lambda: self._put_blank(Notice(self._appearance, "blank").say(picture, sentence, more))
        self._show_again()

    def _put_blank(self, page: QWidget) -> None:
        self._laying_out.drop()
        empty(self._bar)
        old = self._stack.widget(1)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    @Slot(str)
    def _follow(self, link: str) -> None:
        scheme, _, target = link.partition(":")
        if scheme == "listing":
            self.listing_requested.emit(target)
        elif scheme == "section" and target in set(Section):
            self.crumb_requested.emit(Section(target))
        else:
            self.piece_requested.emit(link)

    @Slot()
    def _mark_heading(self) -> None:
        if self._side is not None and self._side.contents:
            self._side.mark(self._scroll.heading)

    @Slot()
    def _restyle(self) -> None:
        self.setStyleSheet(reading_sheet(self._appearance.theme, self._appearance.zoom))
        self._find.restyle()
        self._show_again()
