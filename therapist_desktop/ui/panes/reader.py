"""One page of the library to read: safe, calm, and looking as the person likes."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from therapist_desktop.domain.errors import Trouble
from therapist_desktop.domain.glossary import Glossary
from therapist_desktop.domain.library import Piece, Section
from therapist_desktop.domain.overriding import override
from therapist_desktop.domain.reading_look import STEP, USUAL, ReadingLook, look_as_text, look_from_text
from therapist_desktop.domain.translating import OWN_LANGUAGE, in_language, languages_of
from therapist_desktop.services.clock import local_day
from therapist_desktop.ui.focus_travel import has_focus
from therapist_desktop.ui.reading.bar import PageBar
from therapist_desktop.ui.reading.bar_place import BarPlace
from therapist_desktop.ui.reading.browser import SafeBrowser
from therapist_desktop.ui.reading.column import measure
from therapist_desktop.ui.reading.find_bar import FindBar
from therapist_desktop.ui.reading.keys import listen
from therapist_desktop.ui.reading.look_panel import LookPanel
from therapist_desktop.ui.reading.look_place import LookPlace
from therapist_desktop.ui.reading.page_appearance import PageAppearance
from therapist_desktop.ui.reading.page_card import PageCard
from therapist_desktop.ui.reading.page_stack import PageStack
from therapist_desktop.ui.reading.side import PageSide
from therapist_desktop.ui.reading.side_place import SidePlace
from therapist_desktop.ui.reading.style import reading_sheet
from therapist_desktop.ui.slices import Slices
from therapist_desktop.ui.theme import Appearance
from therapist_desktop.ui.wording.messages import explain

_ROOMY, _EDGES = 860, 100
_LETTERS = 40
"""In a line at the least, before what stands beside the text goes below it."""


class ReaderPane(QWidget):
    """A page with its breadcrumb above and its contents beside it."""

    crumb_requested = Signal(object)  # Section, or None for the whole library
    piece_requested = Signal(str)
    listing_requested = Signal(str)
    value_requested = Signal(str)  # "specialty/ptsd": who works with it
    copy_requested = Signal(str)
    look_changed = Signal(object)  # ReadingLook
    citation_requested = Signal()
    arrived = Signal()  # the page stands there as high as it will be

    def __init__(
        self, appearance: Appearance, today: Callable[[], date] = local_day, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._look = PageAppearance(appearance, self)
        self._today = today
        self._language = OWN_LANGUAGE
        self._piece: Piece | None = None
        self._laying_out = Slices(self)
        self._show_again: Callable[[], None] = self.show_nothing

        self._bar = BarPlace(appearance, self._connect_bar)
        self._tools, self._lines = QHBoxLayout(), QVBoxLayout()
        self._find = FindBar(appearance)
        self._find.hide()
        self._page = PageCard(self._find, self._look)
        self._side = SidePlace(appearance)
        self._stack = PageStack(self._page, self._side, appearance)
        self._look_place = LookPlace(self._stack, appearance)
        self._arrange()
        self._connect()
        self._restyle()

    @property
    def piece(self) -> Piece | None:
        """The page that is shown, if one is, as it came."""
        return self._piece

    @property
    def shown(self) -> Piece | None:
        """The same in the language it is read in."""
        return in_language(self._piece, self._language) if self._piece else None

    @property
    def language(self) -> str:
        """The language pages are read in wherever they can be."""
        return self._language

    @property
    def place(self) -> int:
        """How far down the page somebody has read."""
        return self._page.scroller.place

    @property
    def is_whole(self) -> bool:
        """The page stands there with everything around it."""
        return not self._laying_out.is_busy and not self._page.scroller.is_growing

    @property
    def look(self) -> ReadingLook:
        """How pages look."""
        return self._look.look

    @property
    def zoom(self) -> int:
        """How large the text is, in percent."""
        return self.look.zoom

    @property
    def browser(self) -> SafeBrowser:
        """The text itself."""
        return self._page.browser

    @property
    def page(self) -> PageCard:
        """The paper: the text with its head, and the terms that are explained in it."""
        return self._page

    @property
    def find_bar(self) -> FindBar:
        """The bar of Ctrl+F."""
        return self._find

    @property
    def bar(self) -> PageBar | None:
        """What stands above the page, if there is one."""
        return self._bar.bar

    @property
    def side(self) -> PageSide | None:
        """What stands beside the text."""
        return self._side.side

    @property
    def look_panel(self) -> LookPanel | None:
        """Where the look is chosen, if it is open."""
        return self._look_place.panel

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
        self.set_look(self.look.zoomed(percent))

    @Slot(object)
    def set_look(self, look: ReadingLook) -> None:
        """Show all pages like this."""
        if look != self.look:
            self._look.use(look)
            self.look_changed.emit(look)

    def look_as_text(self) -> str:
        """The look, to be written down."""
        return look_as_text(self.look)

    def recall_look(self, text: str) -> None:
        """Look as it was written down."""
        self.set_look(look_from_text(text))

    @Slot(bool)
    def set_glossary(self, explained: bool) -> None:  # noqa: FBT001 - a slot
        """Explain terms of the dictionary, or leave the text plain."""
        self.set_look(replace(self.look, glossary=explained))

    def use_glossary(self, glossary: Glossary) -> None:
        """Explain these terms, in what is read now too."""
        if not self._page.use_glossary(glossary):
            self._show_again()

    def hold_line(self, line: QWidget) -> None:
        """Show this line above the text, where it is not hidden."""
        self._lines.addWidget(line)

    def hold_tools(self, tools: QWidget) -> None:
        """Show these at the right of the breadcrumb, whichever page is read."""
        self._tools.addWidget(tools, 0, Qt.AlignmentFlag.AlignTop)

    @Slot()
    def read_in_other_language(self) -> None:
        """Go on to the next language of the page, and around."""
        if self._piece is not None and self._piece.translations:
            languages = languages_of(self._piece)
            at = languages.index(self._language) if self._language in languages else 0
            self.read_in(languages[(at + 1) % len(languages)])

    @Slot(str)
    def read_in(self, language: str) -> None:
        """Read this page in this language, and those that come after it wherever they can be."""
        self._language = language
        self._show_again()

    @Slot()
    def toggle_look_panel(self) -> None:
        """Open what the look is chosen in, or shut it."""
        if self.look_panel is not None:
            self._look_place.leave()
        elif self._piece is not None:
            self._look_place.open(self.look)

    @Slot()
    def open_find(self) -> None:
        """Look for words on this page."""
        if self._piece:
            self._page.finding.open()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()
        self._look_place.fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom_by(STEP if event.angleDelta().y() > 0 else -STEP)
            return True
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._find.isVisible():
            self._find.closed.emit()  # nothing nearer to the keyboard wanted it
            return
        super().keyPressEvent(event)

    def _zoom_by(self, percent: int) -> None:
        self.set_zoom(self.zoom + percent if percent else USUAL)

    def _arrange(self) -> None:
        px = self._appearance.px
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
        page, scroll = self._page, self._page.scroller
        self.browser.link_requested.connect(self._follow)
        page.copy_requested.connect(self.copy_requested)
        page.listing_requested.connect(self.listing_requested)
        page.piece_requested.connect(self.piece_requested)
        page.language_requested.connect(self.read_in)
        page.outgrown.connect(lambda: self._show_again())  # noqa: PLW0108 - it is another one each time
        scroll.moved.connect(self._mark_heading)
        self._laying_out.finished.connect(lambda: QTimer.singleShot(0, self, self._arrive))  # laid out by then
        self._look.changed.connect(self._restyle)
        self._look_place.look_wanted.connect(self.set_look)
        self._look_place.left.connect(self._go_to_text)
        self._appearance.changed.connect(lambda: self._look_place.shut())  # noqa: PLW0108 - its icons are of the old one
        listen(self, page, self.open_find, self._zoom_by)
        for watched in (scroll.viewport(), self.browser.viewport()):
            watched.installEventFilter(self)

    def _lay_out(self, piece: Piece, place: int | None = None) -> Iterator[None]:
        """What stands above the page, then the page, then what stands beside it."""
        shown = in_language(piece, self._language)
        reads = self._reads()
        self._bar.show_bar(shown, self.zoom)
        yield
        self._page.dress()
        yield
        self._side.forget()
        language = OWN_LANGUAGE if shown is piece else self._language
        scroll = self._page.scroller
        self._page.show_text(shown, language, self._today(), scroll.place_to_be if place is None else place)
        self._side.setVisible(self._is_roomy and PageSide.is_needed(shown, scroll.headings))
        self._stack.show_page()
        if reads or self._reads():
            self._go_to_text()
        yield
        self._show_side(shown)

    def _arrive(self) -> None:
        if not self._laying_out.is_busy:
            self._page.scroller.let_go()
            self.arrived.emit()

    def _reads(self) -> bool:
        """The keyboard is on the page, or on something that is made anew with it."""
        return QApplication.focusWidget() is self or has_focus(self._page) or has_focus(self._side)

    def _connect_bar(self, bar: PageBar) -> None:
        bar.crumb_requested.connect(self.crumb_requested)
        bar.smaller_requested.connect(lambda: self._zoom_by(-STEP))
        bar.usual_requested.connect(lambda: self._zoom_by(0))
        bar.larger_requested.connect(lambda: self._zoom_by(STEP))
        bar.look_requested.connect(self.toggle_look_panel)
        bar.heading_chosen.connect(self._page.scroller.go_to_heading)
        bar.find_requested.connect(self.open_find)
        bar.citation_requested.connect(self.citation_requested)

    def _show_side(self, piece: Piece) -> None:
        scroll, column = self._page.scroller, self._page.column
        side = PageSide(piece, scroll.headings, self._appearance, scroll.levels)
        side.heading_chosen.connect(scroll.go_to_heading)
        side.listing_requested.connect(self.listing_requested)
        side.piece_requested.connect(self.piece_requested)
        side.value_requested.connect(self.value_requested)
        if self.bar is not None:
            self.bar.show_contents(scroll.headings, scroll.levels, lambda: scroll.heading)
        if column is not None:
            self._side.hold(side, column, beside=self._is_roomy)
        self._share_room()
        self._mark_heading()

    @property
    def _is_roomy(self) -> bool:
        """There is room beside the text, and the text keeps lines that are worth reading."""
        beside = self.width() - self._side.width() - self._appearance.px(_EDGES)
        return self.width() >= self._appearance.px(_ROOMY) and beside >= measure(self._look.font, _LETTERS)

    def _share_room(self) -> None:
        self._side.place(beside=self._is_roomy)
        if self.bar is not None:
            self.bar.need_contents(not self._is_roomy)

    @Slot()
    def _go_to_text(self) -> None:
        (self.browser if self.browser.isVisible() else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _blank(self, picture: str, sentence: str, more: str) -> None:
        self._piece = None
        self._find.hide()
        self._look_place.shut()
        self._laying_out.drop()
        self._bar.clear()
        self._show_again = lambda: self._stack.show_notice(picture, sentence, more)
        self._show_again()

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
        if self.side is not None:
            self._side.mark(self._page.scroller.heading)

    @Slot()
    def _restyle(self) -> None:
        self.setStyleSheet(reading_sheet(self._appearance.theme, self._appearance.zoom))
        self._page.restyle()
        self._side.restyle()
        self._find.restyle()
        self._show_again()
        self._look_place.show_look(self.look)
