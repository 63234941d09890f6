"""Fetches what is read: one listing, one piece of the library, the lists of pieces, the hotlines."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from therapist_desktop.domain.errors import NotFound
from therapist_desktop.ui.i18n import translate
from therapist_desktop.ui.jobs import if_trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Protocol

    from therapist_desktop.domain.finding import Hits, LookedUp
    from therapist_desktop.domain.glossary import Glossary
    from therapist_desktop.domain.library import Hotline, Piece, PieceCard, Section
    from therapist_desktop.domain.listing import Listing
    from therapist_desktop.services.qr import QrCode
    from therapist_desktop.ui.jobs import NewestOnly

    class Reads(Protocol):
        """The questions that reading asks of the catalogue."""

        def listing(self, listing_id: str) -> Listing: ...
        def piece(self, piece_id: str) -> Piece: ...
        def pieces(
            self, section: Section | None = None, words: str = "", limit: int = ...
        ) -> tuple[PieceCard, ...]: ...
        def hits(self, words: str, section: Section | None = None, limit: int = ..., offset: int = ...) -> Hits: ...
        def define(self, words: str) -> LookedUp: ...
        def sections(self) -> Mapping[Section, int]: ...
        def hotlines(self) -> tuple[Hotline, ...]: ...
        def glossary(self) -> Glossary: ...


AT_FIRST, MOST = 60, 20_000
"""How many pages are listed before anybody could have looked at them, and in all."""


class Listed(NamedTuple):
    """A list of pieces with its heading, and what was asked for. `hits` counts where words were searched for."""

    heading: str
    cards: tuple[PieceCard, ...] = ()
    section: Section | None = None
    words: str = ""
    hits: Hits | None = None


class ReadingController(QObject):
    """Asks the catalogue off the GUI thread and knows what is shown of it."""

    listing_opened = Signal(object)  # Listing
    listing_gone = Signal(str)
    piece_opened = Signal(object)  # Piece
    piece_gone = Signal(object)  # NotFound
    pieces_listed = Signal(object)  # Listed
    card_opened = Signal(object)  # Piece, for a card beside the list
    contents_listed = Signal(object)  # tuple[PieceCard, ...], of the whole library
    looked_up = Signal(object)  # LookedUp
    sections_listed = Signal(object)  # Mapping[Section, int]
    hotlines_listed = Signal(object)  # tuple[Hotline, ...]
    glossary_loaded = Signal(object)  # Glossary
    code_made = Signal(object)  # QrCode
    failed = Signal(object)  # Trouble

    def __init__(self, catalogue: Reads, reads: Callable[[], NewestOnly], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._listings, self._pieces, self._lists = reads(), reads(), reads()
        self._sections, self._hotlines = reads(), reads()
        self._codes, self._terms = reads(), reads()
        self._knows_terms = False
        self._codes, self._cards, self._contents, self._definitions = reads(), reads(), reads(), reads()
        self._listing = self._piece = ""
        self._is_missed = False
        self._listed: tuple[Section | None, str] | None = None

    @property
    def listing(self) -> str:
        """The listing that is shown, or is on its way."""
        return self._listing

    @property
    def piece(self) -> str:
        """The piece of the library that is read, or is on its way."""
        return self._piece

    @property
    def is_missed(self) -> bool:
        """The piece that is wanted could not be read: whoever comes back to it asks for it again."""
        return self._is_missed

    @property
    def listed(self) -> tuple[Section | None, str] | None:
        """The section and the words whose pieces are listed, or are on their way."""
        return self._listed

    @Slot(str)
    def open_listing(self, listing_id: str) -> None:
        """Show one provider or center."""
        self._listing = listing_id
        self._listings.ask(
            lambda: self._catalogue.listing(listing_id),
            self.listing_opened.emit,
            partial(self._listing_failed, listing_id),
        )

    @Slot()
    def close_listing(self) -> None:
        """No provider or center is shown any more."""
        self._listing = ""
        self._listings.forget()

    @Slot(str)
    def open_piece(self, piece_id: str) -> None:
        """Read one piece of the library. One that cannot be read now stays wanted, so that it is tried again."""
        self._piece, self._is_missed = piece_id, False
        self._pieces.ask(lambda: self._catalogue.piece(piece_id), self._show_piece, self._piece_failed)

    def close_piece(self) -> None:
        """No piece is read any more."""
        self._piece, self._is_missed = "", False
        self._pieces.forget()

    def list_pieces(self, section: Section | None = None, words: str = "") -> None:
        """List a section, the whole library, or the pieces that hold these words, the best first."""
        self._listed = section, words
        if words.strip():
            self._find(section, words)
            return
        heading = _heading(section, words)
        self._lists.ask(
            lambda: self._catalogue.pieces(section, limit=MOST),
            lambda found: self.pieces_listed.emit(Listed(heading, found, section)),
            self._failed,
        )

    def open_card(self, piece_id: str) -> None:
        """Show one piece as a card beside the list it stands in."""
        self._cards.ask(lambda: self._catalogue.piece(piece_id), self.card_opened.emit, self._failed)

    @Slot()
    def load_contents(self) -> None:
        """List everything in the library."""
        self._contents.ask(lambda: self._catalogue.pieces(limit=MOST), self.contents_listed.emit, self._failed)

    def define(self, words: str) -> None:
        """Look these words up in the dictionary."""
        self._definitions.ask(lambda: self._catalogue.define(words), self.looked_up.emit, self._failed)

    def close_list(self) -> None:
        """No pieces are listed any more."""
        self._listed = None
        self._lists.forget()

    @Slot()
    def load_sections(self) -> None:
        """Count what each section holds."""
        self._sections.ask(self._catalogue.sections, self.sections_listed.emit, self._failed)

    @Slot()
    def load_hotlines(self) -> None:
        """Fetch the lines of the crisis page."""
        self._hotlines.ask(self._catalogue.hotlines, self.hotlines_listed.emit, self._failed)

    @Slot(str)
    def make_code(self, text: str) -> None:
        """Make the QR code of a text. What makes it takes a while to load, so that is not done here either."""
        self._codes.ask(partial(_code_of, text), self.code_made.emit, self._failed)

    @Slot()
    def reopen(self) -> None:
        """Show the same again from the release now in use."""
        self._knows_terms = False
        if self._listing:
            self.open_listing(self._listing)
        self.load_sections()
        self.load_hotlines()
        if self._listed is not None:
            self.list_pieces(*self._listed)
        if self._piece:
            self.open_piece(self._piece)

    def _find(self, section: Section | None, words: str) -> None:
        """List the best that was found, and then the rest."""
        heading = _heading(None, words)

        def show_first(first: Hits) -> None:
            self.pieces_listed.emit(Listed(heading, first.cards, section, words, first))
            if first.total > len(first.cards):
                self._lists.ask(
                    lambda: self._catalogue.hits(words, section, MOST, len(first.cards)),
                    lambda rest: self.pieces_listed.emit(
                        Listed(heading, (*first.cards, *rest.cards), section, words, first)
                    ),
                    self._failed,
                )

        self._lists.ask(lambda: self._catalogue.hits(words, section, AT_FIRST, 0), show_first, self._failed)

    def _listing_failed(self, listing_id: str, error: BaseException) -> None:
        if isinstance(error, NotFound):
            self.listing_gone.emit(listing_id)
        else:
            self._failed(error)

    def _show_piece(self, piece: Piece) -> None:
        """Behind the first page that is read, and once for each release, come the terms that are explained in it."""
        self.piece_opened.emit(piece)
        if not self._knows_terms:
            self._knows_terms = True
            self._terms.ask(self._catalogue.glossary, self.glossary_loaded.emit, self._do_without_terms)

    def _do_without_terms(self, _error: BaseException) -> None:
        self._knows_terms = False

    def _piece_failed(self, error: BaseException) -> None:
        self._is_missed = True
        if isinstance(error, NotFound):
            self.piece_gone.emit(error)
        else:
            self._failed(error)

    def _failed(self, error: BaseException) -> None:
        if_trouble(self.failed.emit)(error)


def _code_of(text: str) -> QrCode:
    from therapist_desktop.services.qr import qr_code

    return qr_code(text)


def _heading(section: Section | None, words: str) -> str:
    if words:
        return translate("Library", "Library pages about \u201c{words}\u201d").format(words=words)
    if section is None:
        return translate("Library", "The whole library")
    from therapist_desktop.ui.wording.library import section_name

    return section_name(section)
