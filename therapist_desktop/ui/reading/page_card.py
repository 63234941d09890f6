"""One page as on paper: its column, its text, what is found and explained in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from therapist_desktop.domain.overriding import override
from therapist_desktop.domain.translating import OWN_LANGUAGE
from therapist_desktop.ui.dialogs.outside import ask_to_open
from therapist_desktop.ui.reading import html
from therapist_desktop.ui.reading.browser import SafeBrowser
from therapist_desktop.ui.reading.column import PageColumn, measure, side_room
from therapist_desktop.ui.reading.explaining import Explaining
from therapist_desktop.ui.reading.finding import Finding
from therapist_desktop.ui.reading.head import PageHead
from therapist_desktop.ui.reading.narrow_tables import letters_needed, stacked
from therapist_desktop.ui.reading.scroll import PageScroll
from therapist_desktop.ui.reading.style import document_sheet, page_sheet
from therapist_desktop.ui.reading.tables import dress_tables
from therapist_desktop.ui.theme import palette

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from therapist_desktop.domain.glossary import Glossary
    from therapist_desktop.domain.library import Piece
    from therapist_desktop.ui.reading.find_bar import FindBar
    from therapist_desktop.ui.reading.page_appearance import PageAppearance


class PageCard(QFrame):
    """Has colours, letters and a size of its own."""

    copy_requested = Signal(str)
    listing_requested = Signal(str)
    piece_requested = Signal(str)
    language_requested = Signal(str)
    outgrown = Signal()  # some tables have another shape at this width

    def __init__(self, find: FindBar, page: PageAppearance) -> None:
        super().__init__()
        self._page = page
        self._sheet = ""
        self._piece: Piece | None = None
        self._language = OWN_LANGUAGE
        self._needed: tuple[int, ...] = ()
        self._letters = 0
        self._outgrown = QTimer(self, singleShot=True, interval=0)
        self._outgrown.timeout.connect(self.outgrown)
        self.setProperty("role", "paper")
        self.browser = SafeBrowser()
        self.scroller = PageScroll(self.browser, page)
        self.finding = Finding(find, self.browser, self.scroller, page)
        self.column: PageColumn | None = None
        self.explaining = Explaining(self.browser, self, page)
        self.explaining.piece_requested.connect(self.piece_requested)
        self.scroller.moved.connect(self.explaining.close)
        held = QVBoxLayout(self)
        held.setContentsMargins(1, 1, 1, 1)
        held.addWidget(self.scroller)

    @property
    def appearance(self) -> PageAppearance:
        """The colours and sizes of the page."""
        return self._page

    @property
    def language(self) -> str:
        """What the page is read in."""
        return self._language

    @property
    def is_rearranged(self) -> bool:
        """Tables of the page stand there as paragraphs, for want of room."""
        return any(one > self._letters for one in self._needed)

    def show_text(self, piece: Piece, language: str, today: date, place: int) -> None:
        """Show the head and the text of a page, at this place of it."""
        self.dress()
        page = self._page
        self.explaining.forget()
        self._piece, self._language = piece, language
        font = page.font
        self.column = self._column(piece, language, today)
        text = html.article(piece)
        self._needed = letters_needed(text)
        self._letters = self._letters_in_line()

        def finish() -> None:
            dress_tables(self.browser.document(), page.theme, page.px(10))
            self._explain()

        self.browser.show_html(stacked(text, self._letters), document_sheet(page), font, finish)
        self.browser.setAccessibleName(piece.title)
        self.browser.setVisible(bool(self.browser.toPlainText().strip()))
        self.scroller.setWidget(self.column)
        self.finding.look_again()
        self.scroller.keep(place)

    def use_glossary(self, glossary: Glossary) -> bool:
        """Explain these terms from now on. Whether that could be done in the text as it stands there."""
        was_marked = bool(self.explaining.terms)
        self.explaining.use(glossary)
        if not was_marked:
            self._explain()
        return not was_marked

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        letters = self._letters_in_line()
        if any((one > letters) != (one > self._letters) for one in self._needed):
            self._outgrown.start()

    def _letters_in_line(self) -> int:
        """How many letters a line of the text holds in the room there is."""
        font, letters = self._page.font, self._page.look.measure
        room = self.width() - 2 * side_room(self._page) - self.scroller.verticalScrollBar().sizeHint().width()
        return min(letters, round(letters * room / measure(font, letters)))

    def _explain(self) -> None:
        """Mark the terms of the dictionary in the text, if that is wanted and they are in its language."""
        if self._piece is not None and self._page.look.glossary and self._language == OWN_LANGUAGE:
            self.explaining.mark(self._piece, self._end_of_text(self._piece))

    def restyle(self) -> None:
        """Take on the look in use, if there is a page to be seen."""
        if self._piece is not None:
            self.dress()

    def dress(self) -> None:
        """Take on the look in use, before the first page is seen."""
        sheet = page_sheet(self._page)
        if sheet != self._sheet:
            self._sheet = sheet
            self.setPalette(palette(self._page.theme))
            self.setProperty("ringColour", self._page.theme.accent)
            self.setStyleSheet(sheet)

    def _end_of_text(self, piece: Piece) -> int:
        """Where the references begin: nobody needs terms explained in the titles of books."""
        headings = self.browser.headings()
        has_references = piece.references and headings
        return headings[-1].position() if has_references else self.browser.document().characterCount()

    def _column(self, piece: Piece, language: str, today: date) -> PageColumn:
        head = PageHead(piece, today, self._page, language)
        head.copy_requested.connect(self.copy_requested)
        head.listing_requested.connect(self.listing_requested)
        head.language_requested.connect(self.language_requested)
        head.link_requested.connect(lambda address: ask_to_open(address, self.window()))
        column = PageColumn(head, piece, self._page, self.scroller.viewport())
        column.top_requested.connect(self.scroller.go_to_top)
        column.piece_requested.connect(self.piece_requested)
        column.hold_text(self.browser)
        return column
